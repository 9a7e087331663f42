import { describe, expect, it } from 'vitest';

import { readFigures } from '../../../../subgraphs/_kit/figures/readFigures.ts';
import { givenCatalogue, givenFigures, givenFile, type FigureCells } from '../../../support/given.ts';
import { faultLine, faultsOf } from '../../../support/refusals.ts';

const catalogue = givenCatalogue();
const refusal = (...rows: readonly FigureCells[]) =>
  faultsOf(() => readFigures([givenFile(givenFigures(...rows), 'f')], catalogue, 'inspection'));

describe('given a row with a faulty cell', () => {
  const cases: readonly (readonly [string, FigureCells, readonly string[]])[] = [
    ['no indicator', { indicator: '' }, ['indicator CELL_REQUIRED']],
    ['an unknown indicator', { indicator: 'members' }, ['indicator CODE_UNKNOWN']],
    ['an unknown unit', { unit: 'people' }, ['unit CODE_UNKNOWN']],
    ['a unit of another indicator', { unit: 'VND' }, ['unit UNIT_NOT_OF_INDICATOR']],
    ['no unit', { unit: '' }, ['unit CELL_REQUIRED']],
    ['an unknown code', { breakdown: 'form=expulsion' }, ['breakdown CODE_UNKNOWN']],
    [
      'a dimension of another indicator',
      { breakdown: 'source=domestic' },
      ['breakdown DIMENSION_NOT_OF_INDICATOR'],
    ],
    ['an unknown dimension', { breakdown: 'colour=red' }, ['breakdown DIMENSION_NOT_OF_INDICATOR']],
    [
      'two faults in a breakdown',
      { breakdown: 'form=x;colour=red' },
      ['breakdown CODE_UNKNOWN', 'breakdown DIMENSION_NOT_OF_INDICATOR'],
    ],
    ['a malformed breakdown', { breakdown: 'form:warning' }, ['breakdown CELL_INVALID']],
    ['no organisation', { organisation: '' }, ['organisation CELL_REQUIRED']],
    ['a malformed organisation', { organisation: 'Hà Tĩnh' }, ['organisation CELL_INVALID']],
    ['no period', { period: '' }, ['period CELL_REQUIRED']],
    ['a wrong period', { period: '2024-Q5' }, ['period PERIOD_INVALID']],
    ['no time', { time: '' }, ['time CELL_REQUIRED']],
    ['a wrong time', { time: 'Q1/2024' }, ['time PERIOD_INVALID']],
    ['a wrong day', { as_at: '31/03/2024' }, ['as_at DATE_INVALID']],
    ['an unknown calendar', { calendar: 'LUNAR' }, ['calendar CELL_INVALID']],
    ['a calendar in small letters', { calendar: 'administrative' }, ['calendar CELL_INVALID']],
    ['an unknown confidentiality', { confidentiality: 'SECRET' }, ['confidentiality CELL_INVALID']],
    [
      'a confidentiality in small letters',
      { confidentiality: 'restricted' },
      ['confidentiality CELL_INVALID'],
    ],
    ['a grouped number', { value: '1,234.5' }, ['value DECIMAL_INVALID']],
    ['a Vietnamese number', { value: '1.234,5' }, ['value DECIMAL_INVALID']],
    ['a number with a qualifier', { value: 'gần 230' }, ['value DECIMAL_INVALID']],
    ['a wrong multiplier', { unit_multiplier: 'tỷ' }, ['unit_multiplier CELL_INVALID']],
    ['a multiplier too large', { unit_multiplier: '16' }, ['unit_multiplier CELL_INVALID']],
    ['an unknown qualifier', { qualifier: 'gần' }, ['qualifier CELL_INVALID']],
    ['no stage', { stage: '' }, ['stage CELL_REQUIRED']],
    ['an unknown stage', { stage: 'final' }, ['stage CELL_INVALID']],
    ['a plan without its setter', { stage: 'PLANNED' }, ['set_by CELL_REQUIRED']],
    ['a setter without a plan', { set_by: 'tỉnh' }, ['set_by CELL_NOT_EMPTY']],
    ['an unknown reason', { value: '', missing: 'LOST' }, ['missing CELL_INVALID']],
    ['a value and a reason why there is none', { missing: 'WITHHELD' }, ['value CELL_NOT_EMPTY']],
    ['neither value nor reason', { value: '' }, ['value VALUE_REQUIRED']],
    [
      'a qualifier without a value',
      { value: '', missing: 'WITHHELD', qualifier: 'OVER' },
      ['qualifier CELL_NOT_EMPTY'],
    ],
    [
      'a qualifier and neither value nor reason',
      { value: '', qualifier: 'OVER' },
      ['value VALUE_REQUIRED', 'qualifier CELL_NOT_EMPTY'],
    ],
    [
      'an open dimension of another indicator',
      { open_dimensions: 'form;source' },
      ['open_dimensions DIMENSION_NOT_OF_INDICATOR'],
    ],
    ['no document', { document: '' }, ['document CELL_REQUIRED']],
    ['a wrong footnote', { footnote: '*' }, ['footnote CELL_INVALID']],
    [
      'a wrong period and a wrong open dimension',
      { period: '2024-Q5', open_dimensions: 'source' },
      ['period PERIOD_INVALID', 'open_dimensions DIMENSION_NOT_OF_INDICATOR'],
    ],
  ];

  it.each(cases)('when it has %s, then the file is refused for that cell', (_what, cells, expected) => {
    const faults = refusal({}, cells);

    expect(faults.map(faultLine)).toEqual(expected.map((line) => `f 3 ${line}`));
  });

  it.each([
    [
      'the near codes',
      { indicator: 'member-disciplined' },
      'Indicator "member-disciplined" is not known. Did you mean "members-disciplined"? Use a code of the agency\'s catalogue.',
    ],
    [
      "the indicator's units",
      { indicator: 'gifts', unit: 'USD' },
      'Unit "USD" is not one that indicator "gifts" is published in. Use "gift" or "VND".',
    ],
    [
      'the dimension of a code',
      { breakdown: 'form=warnings' },
      'Code of dimension "form" "warnings" is not known. Did you mean "warning"? Use a code of the agency\'s catalogue.',
    ],
    [
      'the calendars, the near one first of all',
      { calendar: 'administrativ' },
      'Value "administrativ" is not valid: expected CALENDAR, ADMINISTRATIVE. Did you mean "ADMINISTRATIVE"?',
    ],
    [
      'the near word of a closed list',
      { stage: 'final' },
      'Value "final" is not valid: expected PLANNED, ESTIMATED, PRELIMINARY, FINAL. Did you mean "FINAL"?',
    ],
    [
      'how numbers are written',
      { value: '1,234.5' },
      'Number "1,234.5" is not valid: expected a plain number such as 1853.40, with a point and no grouping.',
    ],
  ])('when it is refused, then the message names %s', (_what, cells, expected) => {
    const [first] = refusal(cells);

    expect(first?.fault.message).toBe(expected);
  });
});

describe('given a file of ten faults', () => {
  it('when it is read, then all ten are told in the order of its rows', () => {
    const faults = refusal(
      { indicator: 'nothing' },
      { unit: 'VND' },
      { breakdown: 'form=expulsion' },
      {},
      { breakdown: 'source=domestic' },
      { value: '1,234.5' },
      {},
      { value: '3', section: 'B' },
      { period: '2024-Q5', stage: '' },
      { comparison_against: 'PLAN', comparison_measure: 'ATTAINMENT' },
    );

    expect(faults.map(faultLine)).toEqual([
      'f 2 indicator CODE_UNKNOWN',
      'f 3 unit UNIT_NOT_OF_INDICATOR',
      'f 4 breakdown CODE_UNKNOWN',
      'f 6 breakdown DIMENSION_NOT_OF_INDICATOR',
      'f 7 value DECIMAL_INVALID',
      'f 8 - OBSERVATION_REPEATED',
      'f 9 - OBSERVATION_CONTRADICTED',
      'f 10 period PERIOD_INVALID',
      'f 10 stage CELL_REQUIRED',
      'f 11 comparison_unit CELL_REQUIRED',
    ]);
  });
});
