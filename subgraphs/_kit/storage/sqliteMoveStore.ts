import assert from 'node:assert/strict';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

import { createClient, type Client, type InStatement } from '@libsql/client';

import { catalogued } from '../../../schema/errors/index.ts';
import type { Instant } from '../../../schema/values/index.ts';
import { makeFolder } from './makeFolder.ts';
import {
  compareLines,
  compareReleases,
  moveHeaderOf,
  moveOf,
  recordOf,
  releaseHeaderOf,
  standingReleaseOf,
  storedReleaseOf,
  type MoveRecord,
} from './moveRecord.ts';
import type { ChainHead, MoveStore } from './moveStore.ts';
import { isUniqueViolation, withSqliteFaults } from './sqliteFaults.ts';
import * as table from './sqliteMoveTable.ts';
import { everStood } from './standing.ts';

/** How long to wait for another program that has the file open, such as one that copies or reads it. */
const LOCK_WAIT_MS = 5000;

/**
 * Opens (and creates where needed) the embedded store of one agency: a SQLite file in `directory`. What is appended is
 * on the disk, not only in the system's memory, when the promise is fulfilled.
 * @throws STORE_UNAVAILABLE when the file cannot be opened or made.
 */
export async function openSqliteMoveStore(directory: string, name: string): Promise<MoveStore> {
  return withSqliteFaults(name, async () => {
    await makeFolder(directory);
    const url = pathToFileURL(join(directory, `${name}.sqlite`)).href;
    // `synchronous` belongs to a connection: with one connection it holds for every statement.
    const client = createClient({ url, timeout: LOCK_WAIT_MS, concurrency: 1 });
    try {
      await client.execute('PRAGMA journal_mode = WAL');
      await client.execute('PRAGMA synchronous = FULL');
      await client.batch([...table.SCHEMA], 'write');
    } catch (error) {
      client.close();
      throw error;
    }
    return createSqliteMoveStore(client, name);
  });
}

function createSqliteMoveStore(client: Client, name: string): MoveStore {
  const read = async (statement: InStatement): Promise<MoveRecord[]> => {
    const { rows } = await withSqliteFaults(name, () => client.execute(statement));
    return rows.map(table.recordOfRow);
  };

  return {
    async append(move) {
      const record = recordOf(move);
      try {
        await withSqliteFaults(name, () => client.execute(table.insertMove(record)));
      } catch (error) {
        if (!isUniqueViolation(error)) throw error;
        throw catalogued('MOVE_CONFLICT', { move: `${move.agency}|${move.sequence}` }, { cause: error });
      }
    },

    async head(agency) {
      const [row] = await read(table.selectHead(agency));
      return row ? ({ sequence: row.sequence, at: row.at, hash: row.hash } satisfies ChainHead) : null;
    },

    async moveWithKey(agency, key) {
      const [row] = await read(table.selectByKey(agency, key));
      return row ? moveOf(row) : null;
    },

    line: async (line, asOf) => (await read(table.selectLine(line, asOf))).map(moveOf),

    lastMoves: async (filter, asOf) =>
      (await read(table.selectLastMoves(filter, asOf))).map(moveHeaderOf).sort(compareLines),

    async standingOfLines(lines) {
      if (lines.length === 0) return [];
      const results = await withSqliteFaults(name, () =>
        client.batch(lines.map(table.selectStandingOfLine), 'read'),
      );
      return results.map(({ rows: [row] }) =>
        row?.kind === 'PUBLISH' ? standingReleaseOf(table.recordOfRow(row)) : null,
      );
    },

    standingOfAll: async (filter, asOf) =>
      (await read(table.selectStandingOfAll(filter, asOf)))
        .filter(({ kind }) => kind === 'PUBLISH')
        .map(standingReleaseOf)
        .sort(compareLines),

    releases: async (agency, sequences) =>
      (await read(table.selectReleases(agency, sequences))).map(storedReleaseOf),

    headers: async (filter, asOf) =>
      everStood(await read(table.selectNumbered(filter, asOf)))
        .map(releaseHeaderOf)
        .sort(compareReleases),

    async chain(agency, after, limit) {
      assert(limit > 0, 'SQLite takes -1 for no limit');
      return (await read(table.selectChain(agency, after, limit))).map(moveOf);
    },

    async answeredUntil(agency) {
      const { rows } = await withSqliteFaults(name, () => client.execute(table.selectAnsweredUntil(agency)));
      return (rows[0]?.until as Instant | undefined) ?? null;
    },

    async raiseAnsweredUntil(agency, instant) {
      await withSqliteFaults(name, () => client.execute(table.raiseAnsweredUntil(agency, instant)));
    },

    close() {
      client.close();
      return Promise.resolve();
    },
  };
}
