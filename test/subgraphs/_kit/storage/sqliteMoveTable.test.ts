import { createClient, type InStatement } from '@libsql/client';
import { beforeAll, describe, expect, it } from 'vitest';

import type { Period } from '../../../../schema/values/index.ts';
import { recordOf } from '../../../../subgraphs/_kit/storage/moveRecord.ts';
import * as table from '../../../../subgraphs/_kit/storage/sqliteMoveTable.ts';
import { givenMove } from '../../../support/moves.ts';
import { april, lineAt } from '../../../support/stores.ts';

const agency = 'inspection';
const of42 = { agency, organisations: ['o42'] };
const asOf = april(30);
const line = lineAt(asOf, 'o42');

describe('given a table with 10,000 releases of 1,000 organisations', () => {
  const client = createClient({ url: 'file::memory:' });

  /** What SQLite does for a statement, step by step. */
  const planOf = async (statement: InStatement): Promise<unknown[]> => {
    const { sql, args } = statement as Exclude<InStatement, string>;
    const { rows } = await client.execute({ sql: `EXPLAIN QUERY PLAN ${sql}`, args: args ?? [] });
    return rows.map(({ detail }) => detail);
  };

  beforeAll(async () => {
    const releases = Array.from({ length: 10_000 }, (_, index) =>
      givenMove({
        sequence: index + 1,
        organisation: `o${index % 1000}`,
        number: 1 + Math.floor(index / 1000),
      }),
    );
    await client.batch(
      [...table.SCHEMA, ...releases.map((move) => table.insertMove(recordOf(move)))],
      'write',
    );
    return () => client.close();
  });

  // "SCAN (subquery-1)" walks over the few ids that the step before it has chosen; "COVERING" touches no body.
  it.each([
    ['the head', table.selectHead(agency), ['SEARCH moves USING INDEX sqlite_autoindex_moves_1 (agency=?)']],
    [
      'the move with a key',
      table.selectByKey(agency, 'a'),
      ['SEARCH moves USING INDEX sqlite_autoindex_moves_2 (agency=? AND key=?)'],
    ],
    [
      'a part of the chain',
      table.selectChain(agency, 5000, 10),
      ['SEARCH moves USING INDEX sqlite_autoindex_moves_1 (agency=? AND sequence>?)'],
    ],
    [
      'a line',
      table.selectLine(line, asOf),
      ['SEARCH moves USING INDEX moves_by_line (agency=? AND organisation=? AND period=?)'],
    ],
    [
      'what stands of a line',
      table.selectStandingOfLine(line),
      [
        'SEARCH moves USING COVERING INDEX numbers_by_line (agency=? AND organisation=? AND period=? AND number>?)',
      ],
    ],
    [
      'what stands of an organisation',
      table.selectStandingOfAll(of42, asOf),
      ['SEARCH moves USING COVERING INDEX numbers_by_line (agency=? AND organisation=?)'],
    ],
    [
      'what stands of an organisation and period',
      table.selectStandingOfAll({ ...of42, periods: ['2024-Q1' as Period] }, asOf),
      [
        'SEARCH moves USING COVERING INDEX numbers_by_line (agency=? AND organisation=? AND period=? AND number>?)',
      ],
    ],
    [
      'some releases',
      table.selectReleases(agency, [1, 2]),
      [
        'SEARCH moves USING INDEX sqlite_autoindex_moves_1 (agency=? AND sequence=?)',
        'LIST SUBQUERY 1',
        'SCAN json_each VIRTUAL TABLE INDEX 1:',
      ],
    ],
    [
      'the last moves of an organisation',
      table.selectLastMoves(of42, asOf),
      [
        'CO-ROUTINE (subquery-1)',
        'SEARCH moves USING COVERING INDEX moves_by_line (agency=? AND organisation=?)',
        'SCAN (subquery-1)',
        'SEARCH moves USING INTEGER PRIMARY KEY (rowid=?)',
      ],
    ],
    [
      'the headers of an organisation',
      table.selectNumbered(of42, asOf),
      ['SEARCH moves USING COVERING INDEX numbers_by_line (agency=? AND organisation=?)'],
    ],
    [
      'all headers',
      table.selectNumbered({ agency }, asOf),
      ['SEARCH moves USING COVERING INDEX numbers_by_line (agency=?)'],
    ],
  ])('when %s is asked for, then it is found through an index', async (_what, statement, expected) => {
    expect(await planOf(statement)).toEqual(expected);
  });

  it('when what stands of an organisation is asked for, then no other row is given', async () => {
    const { rows } = await client.execute(table.selectStandingOfAll(of42, asOf));

    expect(rows.map(({ organisation, number }) => [organisation, number])).toEqual([['o42', 10]]);
  });
});
