import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

import { createClient, LibsqlError, type Client, type InValue, type Row } from '@libsql/client';

import { catalogued } from '../../../schema/errors/index.ts';
import type { Instant, Period, Release, ReleaseHeader } from '../../../schema/values/index.ts';
import type { LineFilter, ReleaseStore } from './releaseStore.ts';

const SCHEMA = [
  `CREATE TABLE IF NOT EXISTS releases (
    key TEXT PRIMARY KEY,
    agency TEXT NOT NULL,
    organisation TEXT NOT NULL,
    period TEXT NOT NULL,
    number INTEGER NOT NULL,
    published_at TEXT NOT NULL,
    supersedes INTEGER,
    hash TEXT NOT NULL,
    observations TEXT NOT NULL
  ) STRICT, WITHOUT ROWID`,
  'CREATE INDEX IF NOT EXISTS releases_by_line ON releases (agency, organisation, period, published_at)',
  'CREATE TABLE IF NOT EXISTS answered (agency TEXT PRIMARY KEY, until TEXT NOT NULL) STRICT',
];

const HEADER = 'agency, organisation, period, number, published_at, supersedes, hash';
const NEWEST = `SELECT ${HEADER}, observations FROM releases
  WHERE agency = ? AND organisation = ? AND period = ? AND published_at <= ? ORDER BY number DESC LIMIT 1`;

/** How long to wait for another program that has the file open, such as one that copies or reads it. */
const LOCK_WAIT_MS = 5000;

/** Opens (and creates where needed) the embedded store of one agency: a SQLite file in `directory`. */
export async function openSqliteReleaseStore(directory: string, name: string): Promise<ReleaseStore> {
  await mkdir(directory, { recursive: true });
  const url = pathToFileURL(join(directory, `${name}.sqlite`)).href;
  const client = createClient({ url, timeout: LOCK_WAIT_MS });
  await client.execute('PRAGMA journal_mode = WAL');
  await client.batch(SCHEMA, 'write');
  return createSqliteReleaseStore(client);
}

function createSqliteReleaseStore(client: Client): ReleaseStore {
  return {
    async insert(release) {
      const { agency, organisation, period, number, publishedAt, supersedes, hash, observations } = release;
      const key = [agency, organisation, period, number].join('|');
      const args = [
        key,
        agency,
        organisation,
        period,
        number,
        publishedAt,
        supersedes,
        hash,
        JSON.stringify(observations),
      ];
      try {
        await client.execute({ sql: `INSERT INTO releases VALUES (${args.map(() => '?').join()})`, args });
      } catch (error) {
        if (isUniqueViolation(error)) throw catalogued('RELEASE_CONFLICT', { key }, { cause: error });
        throw error;
      }
    },

    async newestOfLines(lines) {
      if (lines.length === 0) return [];
      const results = await client.batch(
        lines.map(({ agency, organisation, period, asOf }) => ({
          sql: NEWEST,
          args: [agency, organisation, period, asOf],
        })),
        'read',
      );
      return results.map(({ rows }) => (rows[0] ? releaseOf(rows[0]) : null));
    },

    async newestOfAll(filter, asOf) {
      const { condition, args } = whereOf(filter, asOf);
      const { rows } = await client.execute({
        sql: `SELECT ${HEADER}, observations FROM releases JOIN (
            SELECT agency, organisation, period, max(number) AS number FROM releases
            WHERE ${condition} GROUP BY agency, organisation, period
          ) USING (agency, organisation, period, number) ORDER BY organisation, period`,
        args,
      });
      return rows.map(releaseOf);
    },

    async headers(filter, asOf) {
      const { condition, args } = whereOf(filter, asOf);
      const { rows } = await client.execute({
        sql: `SELECT ${HEADER} FROM releases WHERE ${condition} ORDER BY published_at DESC, organisation, period, number DESC`,
        args,
      });
      return rows.map(headerOf);
    },

    async answeredUntil(agency) {
      const { rows } = await client.execute({
        sql: 'SELECT until FROM answered WHERE agency = ?',
        args: [agency],
      });
      return (rows[0]?.until as Instant | undefined) ?? null;
    },

    async raiseAnsweredUntil(agency, instant) {
      await client.execute({
        sql: 'INSERT INTO answered VALUES (?, ?) ON CONFLICT (agency) DO UPDATE SET until = max(until, excluded.until)',
        args: [agency, instant],
      });
    },

    close() {
      client.close();
      return Promise.resolve();
    },
  };
}

function whereOf(
  { agency, organisations, periods }: LineFilter,
  asOf: Instant,
): { condition: string; args: InValue[] } {
  const oneOf = (column: string, values: readonly string[] | undefined) =>
    values ? ` AND ${column} IN (${values.map(() => '?').join()})` : '';
  return {
    condition: `agency = ? AND published_at <= ?${oneOf('organisation', organisations)}${oneOf('period', periods)}`,
    args: [agency, asOf, ...(organisations ?? []), ...(periods ?? [])],
  };
}

function headerOf(row: Row): ReleaseHeader {
  return {
    agency: row.agency as string,
    organisation: row.organisation as string,
    period: row.period as Period,
    number: row.number as number,
    publishedAt: row.published_at as Instant,
    supersedes: row.supersedes as number | null,
    hash: row.hash as string,
  };
}

function releaseOf(row: Row): Release {
  return {
    ...headerOf(row),
    observations: JSON.parse(row.observations as string) as Release['observations'],
  };
}

function isUniqueViolation(error: unknown): boolean {
  // By the code alone a missing value would be taken for a taken key.
  return error instanceof LibsqlError && /UNIQUE|PRIMARY ?KEY/i.test(`${error.code} ${error.message}`);
}
