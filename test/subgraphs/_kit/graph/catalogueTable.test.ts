import { describe, expect, it } from 'vitest';

import { dataOf, faultCodesOf } from '../../../support/answers.ts';
import { createUpdating, INDICATORS_HEADER, indicatorRow } from '../../../support/catalogueFiles.ts';
import { givenAgency } from '../../../support/testAgency.ts';

const TABLE = 'query ($kind: CatalogueKind!) { invented { catalogueTable(kind: $kind) { columns rows } } }';

/** The lists of the invented agency as anybody is given them. */
async function givenTables() {
  const running = await givenAgency();
  const ask = (kind: string) => running.ask(TABLE, { kind }, null);
  const tableOf = async (kind: string) => {
    const data = dataOf(await ask(kind)) as {
      invented: { catalogueTable: { columns: string[]; rows: string[][] } };
    };
    return data.invented.catalogueTable;
  };
  return { ask, tableOf, ...createUpdating(running) };
}

describe('given an agency whose catalogue files have changed', () => {
  it('when a list is asked for, then it is as it is now, with the columns of its files', async () => {
    const { tableOf, update } = await givenTables();
    await update('INDICATORS', [INDICATORS_HEADER, indicatorRow('huts', { retired: 'yes' })]);

    const { columns, rows } = await tableOf('INDICATORS');

    expect(columns.join()).toBe(
      'kind,code,in,label_vi,label_en,definition_vi,definition_en,units,basis,dimensions,counted_vi,counted_en,retired,superseded_by',
    );
    expect(rows.find(([, code]) => code === 'huts')?.join()).toBe(
      'indicator,huts,charity,Nhà huts,House huts,Số nhà.,Houses.,gift,FLOW,,,,yes,',
    );
  });

  it('when nothing stands in a list, then it has its columns alone', async () => {
    const { tableOf } = await givenTables();

    expect(await tableOf('RULES')).toEqual({
      columns: [
        ...['rule', 'figure', 'parts', 'whole', 'dimension', 'options', 'severity'],
        ...['source_vi', 'source_en', 'words_vi', 'words_en', 'retired'],
      ],
      rows: [],
    });
  });

  it('when a list of the office is asked for, then that is refused', async () => {
    const { ask } = await givenTables();

    expect(faultCodesOf(await ask('DOCUMENTS'))).toEqual(['ARGUMENT_INVALID']);
  });
});
