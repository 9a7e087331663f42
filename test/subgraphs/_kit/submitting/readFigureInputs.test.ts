import { describe, expect, it } from 'vitest';

import { readFigures } from '../../../../subgraphs/_kit/figures/readFigures.ts';
import type { FigureInput } from '../../../../subgraphs/_kit/submitting/figureInput.ts';
import { readFigureInputs } from '../../../../subgraphs/_kit/submitting/readFigureInputs.ts';
import {
  givenCatalogue,
  givenComparison,
  givenFigures,
  givenFile,
  givenObservation,
  givenSource,
  Q1,
} from '../../../support/given.ts';
import { givenComparisonInput, givenInput } from '../../../support/inputs.ts';

const catalogue = givenCatalogue();

function read(...inputs: readonly FigureInput[]) {
  const line = { organisation: 'ha-tinh-khoi', period: Q1 };
  return readFigureInputs({ ...line, argument: 'observations', inputs }, catalogue);
}

/** Ways and codes of faults. */
const told = ({ faults }: ReturnType<typeof read>): string[] =>
  faults.map(({ path, code }) => `${path.join('.')} ${code}`);

describe('given figures without a fault', () => {
  it.each<[string, FigureInput, object]>([
    ['a count', givenInput(), {}],
    [
      'a part with all that can be said of it',
      givenInput({
        breakdown: [
          { dimension: 'level', code: 'branch' },
          { dimension: 'form', code: 'warning' },
        ],
        calendar: 'ADMINISTRATIVE',
        asAt: '2024-03-14',
        value: '12',
        qualifier: 'NEARLY',
        stage: 'ESTIMATED',
        openDimensions: ['level'],
        note: ' theo báo cáo nhanh ',
        seriesBreak: 'đổi cách tính',
        confidentiality: 'INTERNAL',
        sources: [{ document: 'bao-cao' }, { document: 'bao-cao', section: 'B', footnote: 3 }],
      }),
      {
        breakdown: { form: 'warning', level: 'branch' },
        calendar: 'ADMINISTRATIVE',
        asAt: '2024-03-14',
        value: '12',
        qualifier: 'NEARLY',
        stage: 'ESTIMATED',
        openDimensions: ['level'],
        note: 'theo báo cáo nhanh',
        seriesBreak: 'đổi cách tính',
        confidentiality: 'INTERNAL',
        sources: [givenSource({ section: '' }), givenSource({ section: 'B', footnote: 3 })],
      },
    ],
    [
      'a plan',
      givenInput({ stage: 'PLANNED', setBy: 'Trung ương' }),
      { stage: 'PLANNED', setBy: 'Trung ương' },
    ],
    [
      'what is missing',
      givenInput({ value: null, missing: 'NOT_COLLECTED' }),
      { value: null, missing: 'NOT_COLLECTED' },
    ],
    [
      'a value with a comparison',
      givenInput({ comparisons: [givenComparisonInput()] }),
      { comparisons: [givenComparison()] },
    ],
    [
      'comparisons alone',
      givenInput({ value: null, sources: [], comparisons: [givenComparisonInput({ qualifier: 'OVER' })] }),
      { value: null, sources: [], comparisons: [givenComparison({ qualifier: 'OVER' })] },
    ],
    ['what everyone may see', givenInput({ confidentiality: 'PUBLIC' }), {}],
  ])('when %s is read, then it is the figure', (_what, input, change) => {
    expect(read(input)).toEqual({ items: [givenObservation(change)], faults: [] });
  });

  it('when they are read, then they are what a figures file with the same says', () => {
    const file = givenFile(
      givenFigures({ value: '39' }, { breakdown: 'form=warning', qualifier: 'ABOUT', document: 'van-kien' }),
    );

    const { items } = read(
      givenInput({ value: '39' }),
      givenInput({
        breakdown: [{ dimension: 'form', code: 'warning' }],
        qualifier: 'ABOUT',
        sources: [{ document: 'van-kien', section: 'A.I.3' }],
      }),
    );

    expect(items).toEqual(readFigures([file], catalogue, 'invented')[0]?.observations);
  });

  it('when one is sent twice with two places, then it is one figure that is printed twice', () => {
    const { items, faults } = read(givenInput(), givenInput({ sources: [{ document: 'van-kien' }] }));

    expect(faults).toEqual([]);
    expect(items).toMatchObject([{ sources: [{ document: 'bao-cao' }, { document: 'van-kien' }] }]);
  });
});

const growth = (change: Parameters<typeof givenComparisonInput>[0]) =>
  givenInput({
    comparisons: [givenComparisonInput(), givenComparisonInput({ against: 'PREVIOUS_PERIOD', ...change })],
  });

describe('given a faulty figure as the second of two', () => {
  it.each<[string, FigureInput, string[]]>([
    ['an unknown indicator', givenInput({ indicator: 'members-disciplind' }), ['indicator CODE_UNKNOWN']],
    ['no indicator', givenInput({ indicator: ' ' }), ['indicator CELL_REQUIRED']],
    ['an unknown unit', givenInput({ unit: 'persons' }), ['unit CODE_UNKNOWN']],
    ['the unit of another indicator', givenInput({ unit: 'VND' }), ['unit UNIT_NOT_OF_INDICATOR']],
    ['a grouped number', givenInput({ value: '1.234,5' }), ['value DECIMAL_INVALID']],
    ['a fraction of a person', givenInput({ value: '1.234' }), ['value DECIMAL_INVALID']],
    ['no number', givenInput({ value: null }), ['value VALUE_REQUIRED']],
    ['a number that is missing', givenInput({ missing: 'WITHHELD' }), ['value CELL_NOT_EMPTY']],
    ['a quarter that is none', givenInput({ time: '2024-Q5' }), ['time PERIOD_INVALID']],
    ['a day that is none', givenInput({ asAt: '2024-02-30' }), ['asAt DATE_INVALID']],
    ['a negative power of ten', givenInput({ unitMultiplier: -3 }), ['unitMultiplier CELL_INVALID']],
    [
      'an unknown part',
      givenInput({ breakdown: [{ dimension: 'form', code: 'warnin' }] }),
      ['breakdown CODE_UNKNOWN'],
    ],
    [
      'a foreign dimension',
      givenInput({ breakdown: [{ dimension: 'source', code: 'customs' }] }),
      ['breakdown DIMENSION_NOT_OF_INDICATOR'],
    ],
    [
      'one dimension twice',
      givenInput({
        breakdown: [
          { dimension: 'form', code: 'warning' },
          { dimension: 'form', code: 'reprimand' },
        ],
      }),
      ['breakdown CELL_INVALID'],
    ],
    [
      'two parts in the words of one',
      givenInput({ breakdown: [{ dimension: 'form', code: 'warning;level=branch' }] }),
      ['breakdown.0.code CELL_INVALID'],
    ],
    [
      'two dimensions in the words of one',
      givenInput({ openDimensions: ['form', 'form;level'] }),
      ['openDimensions.1 CELL_INVALID'],
    ],
    [
      'a foreign open dimension',
      givenInput({ openDimensions: ['source'] }),
      ['openDimensions DIMENSION_NOT_OF_INDICATOR'],
    ],
    ['a plan of nobody', givenInput({ stage: 'PLANNED' }), ['setBy CELL_REQUIRED']],
    ['a result that somebody set', givenInput({ setBy: 'tỉnh' }), ['setBy CELL_NOT_EMPTY']],
    ['no place', givenInput({ sources: null }), ['sources CELL_REQUIRED']],
    [
      'a place without document',
      givenInput({ sources: [{ document: 'bao-cao' }, { document: '' }] }),
      ['sources.1.document CELL_REQUIRED'],
    ],
    [
      'a footnote zero',
      givenInput({ sources: [{ document: 'b', footnote: 0 }] }),
      ['sources.0.footnote CELL_INVALID'],
    ],
    [
      'the same place twice',
      givenInput({ sources: [{ document: 'b' }, { document: 'b' }] }),
      ['sources.1 FIGURE_REPEATED'],
    ],
    ['a comparison without number', growth({ value: '' }), ['comparisons.1.value CELL_REQUIRED']],
    ['a comparison with a word', growth({ value: 'năm' }), ['comparisons.1.value DECIMAL_INVALID']],
    ['a comparison in an unknown unit', growth({ unit: 'percnt' }), ['comparisons.1.unit CODE_UNKNOWN']],
    [
      'a comparison with a wrong base',
      growth({ baseTime: '2023-Q2' }),
      ['comparisons.1.baseTime CELL_INVALID'],
    ],
    [
      'a comparison with a date of no day',
      growth({ against: 'DATE', baseTime: '2022' }),
      ['comparisons.1.baseTime CELL_INVALID'],
    ],
    ['a growth set by somebody', growth({ setBy: 'tỉnh' }), ['comparisons.1.setBy CELL_NOT_EMPTY']],
    ['a growth among peers', growth({ peer: 'cả nước' }), ['comparisons.1.peer CELL_NOT_EMPTY']],
    ['a comparison printed nowhere', growth({ sources: [] }), ['comparisons.1.sources CELL_REQUIRED']],
    [
      'places of a number that is not printed',
      givenInput({ value: '', comparisons: [givenComparisonInput()] }),
      ['sources CELL_NOT_EMPTY'],
    ],
    [
      'a qualifier of a number that is not printed',
      givenInput({ value: null, sources: [], qualifier: 'OVER', comparisons: [givenComparisonInput()] }),
      ['qualifier CELL_NOT_EMPTY'],
    ],
    [
      'another number for the first',
      givenInput({ indicator: 'gifts', unit: 'gift', value: '3' }),
      ['FIGURE_CONTRADICTED'],
    ],
  ])('when it has %s, then its field is named', (_what, input, expected) => {
    const first = givenInput({ indicator: 'gifts', unit: 'gift' });

    const faults = told(read(first, input)).map((line) => line.replace(/^observations\.1[. ]/, ''));

    expect(faults.map((line) => line.replace('sources.0 ', ''))).toEqual(expected);
  });
});
