import { describe, expect, it } from 'vitest';

import { GatewayProblem } from '../../../scripts/askGateway.ts';
import { faultInFile } from '../../../scripts/importing/cutFile.ts';
import { lineText, removalText } from '../../../scripts/importing/lineText.ts';
import { plainMessage } from '../../../scripts/importing/runImport.ts';

const KHOI = { organisation: 'ha-tinh-khoi', period: '2024-Q1' };
const ROWS = [
  { row: 5, cells: {} },
  { row: 9, cells: {} },
];
const TWICE = {
  ...{ file: 'line-1.csv', sheet: null, row: 3, column: null, code: 'OBSERVATION_REPEATED' },
  message:
    'The same figure stands in row 2 of "line-1.csv" already, with the same source. Remove one of the two rows.',
};

describe('given a fault of the CSV that was sent for a line', () => {
  it('when it names another row, then that is the row of the file that people have', () => {
    expect(faultInFile('quy-1.csv', { ...KHOI, rows: ROWS }, TWICE)).toBe(
      'quy-1.csv, row 9: The same figure stands in row 5 of "quy-1.csv" already, with the same source. Remove one of the two rows. [OBSERVATION_REPEATED]',
    );
  });

  it('when that row is on a sheet, then the sheet is named, too', () => {
    const rows = ROWS.map((row) => ({ ...row, sheet: 'Số liệu' }));

    expect(faultInFile('quy-1.xlsx', { ...KHOI, rows }, TWICE)).toContain(
      'quy-1.xlsx, sheet "Số liệu", row 9: The same figure stands in row 5 of sheet "Số liệu" of "quy-1.xlsx" already',
    );
  });
});

describe('given an answer that refuses a move', () => {
  it('when no reason is given for a change, then the option that gives it is named', () => {
    const problem = new GatewayProblem(
      'made: What has been published is changed only with a reason. Correct it with "correctInspectionFigures", which takes its code and words. [CORRECTION_NOT_EXPLAINED]',
    );

    expect(plainMessage(problem)).toBe(
      'What has been published is changed only with a reason. Say it with --words "…"; it is published, too. [CORRECTION_NOT_EXPLAINED]',
    );
  });
});

describe('given what has come of a line', () => {
  const changes = { added: 2, changed: 1, unchanged: 5, removed: 0, removedFigures: [] };
  const state = {
    ...{ figures: 8, changes, isPublished: false, isDraft: true, state: 'DRAFT' },
    ...{ release: 0, draftHash: null, conflicts: [] },
  };

  it('when it is told, then so is what it changes', () => {
    expect(lineText(KHOI, state, 'DRAFT')).toBe(
      'ha-tinh-khoi 2024-Q1: 8 figures (2 new, 1 changed, 5 the same, 0 removed), DRAFT',
    );
  });

  it('when all is published already, then nothing is counted', () => {
    expect(lineText(KHOI, { ...state, figures: 1, isPublished: true }, 'PUBLISHED before')).toBe(
      'ha-tinh-khoi 2024-Q1: 1 figure, PUBLISHED before',
    );
  });

  it('when figures are gone by it, then the first are named', () => {
    const figure = { indicator: 'gifts', breakdown: '', unit: 'gift', time: '2024-Q1', setBy: null };
    const removedFigures = [
      { ...figure, calendar: 'CALENDAR' },
      { ...figure, calendar: 'ADMINISTRATIVE', breakdown: 'form=warning', setBy: 'Tỉnh ủy' },
    ];

    expect(removalText(KHOI, { ...changes, removed: 7, removedFigures })).toEqual([
      'ha-tinh-khoi 2024-Q1: 7 figures are removed: gifts (gift, 2024-Q1); gifts (form=warning, gift, 2024-Q1, ADMINISTRATIVE, Tỉnh ủy); and 5 more',
    ]);
    expect(removalText(KHOI, changes)).toEqual([]);
  });
});
