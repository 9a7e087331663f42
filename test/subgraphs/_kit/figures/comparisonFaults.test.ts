import { describe, expect, it } from 'vitest';

import { readFigures } from '../../../../subgraphs/_kit/figures/readFigures.ts';
import { givenCatalogue, givenFigures, givenFile, GROWTH, type FigureCells } from '../../../support/given.ts';
import { faultLine, faultsOf } from '../../../support/refusals.ts';

const catalogue = givenCatalogue();
const refusal = (...rows: readonly FigureCells[]) =>
  faultsOf(() => readFigures([givenFile(givenFigures(...rows), 'f')], catalogue, 'inspection'));

describe('given a faulty comparison', () => {
  const cases: readonly (readonly [string, FigureCells, readonly string[]])[] = [
    ['no base', { comparison_against: '' }, ['comparison_against CELL_REQUIRED']],
    ['an unknown base', { comparison_against: 'LAST_YEAR' }, ['comparison_against CELL_INVALID']],
    ['no measure', { comparison_measure: '' }, ['comparison_measure CELL_REQUIRED']],
    ['an unknown measure', { comparison_measure: 'GROWTH' }, ['comparison_measure CELL_INVALID']],
    ['no unit of its own', { comparison_unit: '' }, ['comparison_unit CELL_REQUIRED']],
    ['an unknown unit of its own', { comparison_unit: '%' }, ['comparison_unit CODE_UNKNOWN']],
    ['no number', { value: '' }, ['value CELL_REQUIRED']],
    ['the power of ten of its figure', { unit_multiplier: '9' }, ['unit_multiplier CELL_NOT_EMPTY']],
    [
      'points times a power of ten',
      { comparison_measure: 'PERCENTAGE_POINTS', comparison_unit: 'percentage-point', unit_multiplier: '3' },
      ['unit_multiplier CELL_NOT_EMPTY'],
    ],
    [
      'a base time that is no period',
      { comparison_base_time: '2023-Q5' },
      ['comparison_base_time PERIOD_INVALID'],
    ],
    [
      'a base time that does not agree',
      { comparison_base_time: '2022-Q1' },
      ['comparison_base_time CELL_INVALID'],
    ],
    [
      'a base time that is not the period before',
      { comparison_against: 'PREVIOUS_PERIOD', comparison_base_time: '2023-Q1' },
      ['comparison_base_time CELL_INVALID'],
    ],
    [
      'another period without its time',
      { comparison_against: 'PERIOD' },
      ['comparison_base_time CELL_REQUIRED'],
    ],
    ['a day without its time', { comparison_against: 'DATE' }, ['comparison_base_time CELL_REQUIRED']],
    [
      'a day that is none',
      { comparison_against: 'DATE', comparison_base_time: '2022' },
      ['comparison_base_time CELL_INVALID'],
    ],
    ['a setter without a plan', { comparison_set_by: 'tỉnh' }, ['comparison_set_by CELL_NOT_EMPTY']],
    ['peers without a rank or share', { comparison_peer: 'cả nước' }, ['comparison_peer CELL_NOT_EMPTY']],
    [
      'a setter and peers and no measure',
      { comparison_set_by: 'tỉnh', comparison_peer: 'cả nước', comparison_measure: '' },
      [
        'comparison_measure CELL_REQUIRED',
        'comparison_set_by CELL_NOT_EMPTY',
        'comparison_peer CELL_NOT_EMPTY',
      ],
    ],
  ];

  it.each(cases)('when it has %s, then the file is refused for that cell', (_what, cells, expected) => {
    const faults = refusal({}, { ...GROWTH, ...cells });

    expect(faults.map(faultLine)).toEqual(expected.map((line) => `f 3 ${line}`));
  });

  it('when it has the power of ten of its figure, then the message says that it has none', () => {
    const [first] = refusal({ ...GROWTH, unit_multiplier: '9' });

    expect(first?.fault.message).toBe(
      'The cell holds "9", but a number in "percent" has no power of ten. Leave it empty.',
    );
  });

  it('when its base time does not agree, then the message says which would', () => {
    const [first] = refusal({ ...GROWTH, comparison_base_time: '2022-Q1' });

    expect(first?.fault.message).toBe('Value "2022-Q1" is not valid: expected "2023-Q1" or an empty cell.');
  });
});

describe('given rows about the same figure', () => {
  const cases: readonly (readonly [string, readonly FigureCells[], readonly string[]])[] = [
    ['the same row twice', [{}, {}], ['f 3 - OBSERVATION_REPEATED']],
    ['the same row three times', [{}, {}, {}], ['f 3 - OBSERVATION_REPEATED', 'f 4 - OBSERVATION_REPEATED']],
    ['the same growth twice', [{}, GROWTH, GROWTH], ['f 4 - OBSERVATION_REPEATED']],
    ['another value in the same place', [{}, { value: '3' }], ['f 3 - OBSERVATION_CONTRADICTED']],
    [
      'another value in another place',
      [{}, { value: '3', section: 'B' }],
      ['f 3 - OBSERVATION_CONTRADICTED'],
    ],
    [
      'the value with other decimals',
      [
        { indicator: 'budget-revenue', unit: 'VND' },
        { indicator: 'budget-revenue', unit: 'VND', value: '2.0', section: 'B' },
      ],
      ['f 3 - OBSERVATION_CONTRADICTED'],
    ],
    ['another stage', [{}, { stage: 'ESTIMATED', section: 'B' }], ['f 3 - OBSERVATION_CONTRADICTED']],
    ['another growth', [GROWTH, { ...GROWTH, value: '6', section: 'B' }], ['f 3 - OBSERVATION_CONTRADICTED']],
    [
      'a growth of another stage',
      [{}, { ...GROWTH, stage: 'ESTIMATED' }],
      ['f 3 - OBSERVATION_CONTRADICTED'],
    ],
    [
      'a growth with another note',
      [{ note: 'a' }, { ...GROWTH, note: 'b' }],
      ['f 3 - OBSERVATION_CONTRADICTED'],
    ],
    [
      'another break in series in another place',
      [{ series_break: 'cách tính mới' }, { series_break: 'sáp nhập', section: 'B' }],
      ['f 3 - OBSERVATION_CONTRADICTED'],
    ],
    [
      'the value in another place without its break in series',
      [{ series_break: 'cách tính mới' }, { section: 'B' }],
      ['f 3 - OBSERVATION_CONTRADICTED'],
    ],
    [
      'a growth with another break in series',
      [{ series_break: 'a' }, { ...GROWTH, series_break: 'b' }],
      ['f 3 - OBSERVATION_CONTRADICTED'],
    ],
    [
      'the same row with and without the name of the calendar',
      [{ calendar: 'CALENDAR' }, {}],
      ['f 3 - OBSERVATION_REPEATED'],
    ],
    [
      'a value behind a reason why there is none',
      [{ value: '', missing: 'WITHHELD' }, { section: 'B' }],
      ['f 3 - OBSERVATION_CONTRADICTED', 'f 3 - OBSERVATION_CONTRADICTED'],
    ],
  ];

  it.each(cases)('when they are %s, then the later is refused', (_what, rows, expected) => {
    const faults = refusal(...rows);

    expect(faults.map(faultLine)).toEqual(expected);
  });

  it('when they contradict each other, then the message names the first row and the columns', () => {
    const [first] = refusal({}, { value: '3', qualifier: 'OVER', section: 'B' });

    expect(first?.fault.details).toEqual({ firstFile: 'f', firstRow: 2, columns: ['value', 'qualifier'] });
  });

  it('when the columns that differ have two words, then they are named as in the header', () => {
    const [first] = refusal(
      {},
      { as_at: '2024-03-31', open_dimensions: 'form', series_break: 'x', section: 'B' },
    );

    expect(first?.fault.details).toMatchObject({ columns: ['as_at', 'open_dimensions', 'series_break'] });
  });
});
