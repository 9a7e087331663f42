import ExcelJS from 'exceljs';
import { expect, it } from 'vitest';

import { dataOf } from '../../../../support/answers.ts';
import { INDICATORS_HEADER, indicatorRow } from '../../../../support/catalogueFiles.ts';
import { ADMINISTRATOR } from '../../../../support/people.ts';
import { givenAgency } from '../../../../support/testAgency.ts';
import { bytesOf } from '../../../../support/workbooks.ts';

const UPDATE = `mutation ($file: FileInput!) {
  made: updateInventedCatalogue(kind: INDICATORS, file: $file, key: "k") { faults { file sheet row column code } } }`;

it('when a row of a workbook is no entry, then its fault names the sheet', async () => {
  const workbook = new ExcelJS.Workbook();
  const row = indicatorRow('houses', { units: 'giftt' });
  workbook.addWorksheet('Chỉ tiêu mới').addRows([INDICATORS_HEADER.split(','), row.split(',')]);
  const content = Buffer.from(await bytesOf(workbook)).toString('base64');
  const running = await givenAgency();

  const answer = await running.ask(UPDATE, { file: { name: 'moi.xlsx', content } }, ADMINISTRATOR);

  expect(dataOf(answer)).toEqual({
    made: {
      faults: [{ file: 'moi.xlsx', sheet: 'Chỉ tiêu mới', row: 2, column: 'units', code: 'CODE_UNKNOWN' }],
    },
  });
});
