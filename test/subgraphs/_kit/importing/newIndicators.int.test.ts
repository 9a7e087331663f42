import { describe, expect, it } from 'vitest';

import { formatFileFault } from '../../../../schema/errors/index.ts';
import { readImport } from '../../../../subgraphs/_kit/submitting/importing/readImport.ts';
import { givenCatalogue } from '../../../support/given.ts';
import { filledWorkbook, givenTemplate } from '../../../support/templates.ts';

/** What an agency says of the template with rows on its sheet for new indicators, and a figure of one of them. */
async function said(rows: readonly (readonly string[])[], indicator: string) {
  const bytes = await filledWorkbook(givenTemplate(), { 0: { value: 2 } }, (workbook) => {
    const sheet = workbook.getWorksheet('Chỉ tiêu mới')!;
    rows.forEach((cells, index) => (sheet.getRow(index + 2).values = [...cells]));
    const figure = [indicator, null, '2023-Q1', null, 5, 'person', null, null, 'chính thức'];
    workbook.getWorksheet('Số liệu khác')!.getRow(2).values = figure;
  });
  const target = { agency: 'invented', organisation: null, period: null, document: null };
  const { faults } = await readImport({ name: 'quý 2.xlsx', bytes }, target, givenCatalogue(), () =>
    Promise.resolve(new Set()),
  );
  return faults.map(formatFileFault);
}

describe('given a template whose sheet for new indicators is filled in', () => {
  it('when the agency does not know them, then they are to come in before its figures', async () => {
    const rows = [
      ['indicator', 'houses'],
      ['', 'visits'],
      ['dimension', 'area'],
    ];

    expect(await said(rows, 'houses')).toEqual([
      'quý 2.xlsx, sheet "Số liệu khác", row 2, column "A": Indicator "houses" is not known. It stands on the sheet "Chỉ tiêu mới": hand that in first. [CODE_UNKNOWN]',
      'quý 2.xlsx, sheet "Chỉ tiêu mới": New indicators stand here ("houses", "visits"): they come in before any figures. Hand them in with npm run import -- \'quý 2.xlsx\' --catalogue indicators --agency invented, or empty the sheet. [INDICATORS_FIRST]',
    ]);
  });

  it('when the agency knows them meanwhile, then the figures are read', async () => {
    expect(await said([['indicator', 'members-disciplined']], 'members-disciplined')).toEqual([]);
  });
});
