import { beforeAll, describe, expect, it } from 'vitest';

import type { FileFault } from '../../../../schema/errors/index.ts';
import { readFigureTables } from '../../../../subgraphs/_kit/figures/readFigures.ts';
import { decodeFile } from '../../../../subgraphs/_kit/importing/decodeFile.ts';
import { readNumberText } from '../../../../subgraphs/_kit/importing/numberText.ts';
import { givenCatalogue } from '../../../support/given.ts';
import { bytesOf, smallWorkbook } from '../../../support/workbooks.ts';
import { CELL_CASES, NUMBER_CASES, TEXT_CASES } from './faults.cases.ts';

const TARGET = { agency: 'invented', organisation: 'ha-tinh-khoi', period: '2024-Q1' };

describe('given a workbook with a fault in every row', () => {
  let faults: readonly FileFault[];

  beforeAll(async () => {
    const rows = CELL_CASES.map(({ column, value, numFmt, beside }) => ({
      cells: { ...beside, [column]: value },
      ...(numFmt !== undefined && { formats: { [column]: numFmt } }),
    }));
    const bytes = await bytesOf(smallWorkbook(...rows));
    const table = await decodeFile({ name: 'quy-1.xlsx', bytes }, TARGET);
    faults = readFigureTables([table], givenCatalogue(), 'invented').faults;
  }, 60_000);

  it.each(CELL_CASES.map((one, index) => [one.what, index + 2, one.said] as const))(
    'when a cell holds %s, then row %i says what to do',
    (_what, row, said) => {
      const ofRow = faults.filter((one) => one.row === row);

      expect(ofRow.map(({ column, fault }) => `${column ?? ''}: ${fault.message}`)).toEqual([said]);
      expect(ofRow[0]).toMatchObject({ file: 'quy-1.xlsx', sheet: 'Số liệu' });
    },
  );
});

describe('given a text where a number belongs', () => {
  it.each(TEXT_CASES)('when a file of %s numbers holds "%s", then it is refused', (form, text, expected) => {
    expect(readNumberText(text, form)).toEqual({ ok: false, expected });
  });

  it.each(NUMBER_CASES)('when a file of %s numbers holds "%s", then it is %s', (form, text, value) => {
    expect(readNumberText(text, form)).toEqual({ ok: true, value });
  });
});
