import type { InStatement, InValue, Row } from '@libsql/client';

import type { Instant, ReleaseLine } from '../../../schema/values/index.ts';
import { keyText, type MoveRecord } from './moveRecord.ts';
import type { LineAt, LineFilter } from './moveStore.ts';

// The statements of the SQLite store. Lists read a row's first columns or an index, never the long body at its end.

/** What the file must hold; done again on every opening. */
export const SCHEMA: readonly string[] = [
  `CREATE TABLE IF NOT EXISTS moves (
    agency TEXT NOT NULL,
    sequence INTEGER NOT NULL,
    organisation TEXT NOT NULL,
    period TEXT NOT NULL,
    kind TEXT NOT NULL,
    at TEXT NOT NULL,
    key TEXT,
    number INTEGER,
    visible_from TEXT,
    supersedes INTEGER,
    release_hash TEXT,
    previous_hash TEXT NOT NULL,
    hash TEXT NOT NULL,
    body TEXT NOT NULL,
    UNIQUE (agency, sequence),
    UNIQUE (agency, key)
  ) STRICT`,
  'CREATE INDEX IF NOT EXISTS moves_by_line ON moves (agency, organisation, period, sequence, at)',
  // All that a release's header says is in the index, so that lists of headers leave the table alone.
  `CREATE INDEX IF NOT EXISTS numbers_by_line ON moves
    (agency, organisation, period, number, sequence, visible_from, kind, supersedes, release_hash)
    WHERE number IS NOT NULL`,
  'CREATE TABLE IF NOT EXISTS answered (agency TEXT PRIMARY KEY, until TEXT NOT NULL) STRICT',
];

const RELEASE = `agency, sequence, organisation, period, kind, number, visible_from AS visibleFrom, supersedes,
  release_hash AS releaseHash`;
const HEADER = `agency, sequence, organisation, period, kind, at, key, number, visible_from AS visibleFrom, supersedes,
  release_hash AS releaseHash, previous_hash AS previousHash, hash`;
const RECORD = `${HEADER}, body`;

/** Inserts a move. */
export function insertMove(record: MoveRecord): InStatement {
  const args = [
    record.agency,
    record.sequence,
    record.organisation,
    record.period,
    record.kind,
    record.at,
    record.key,
    record.number,
    record.visibleFrom,
    record.supersedes,
    record.releaseHash,
    record.previousHash,
    record.hash,
    record.body,
  ];
  return { sql: `INSERT INTO moves VALUES (${args.map(() => '?').join()})`, args };
}

/** `sequence` and `hash` of the agency's last move. */
export const selectHead = (agency: string): InStatement => ({
  sql: 'SELECT sequence, at, hash FROM moves WHERE agency = ? ORDER BY sequence DESC LIMIT 1',
  args: [agency],
});

/** The move with this idempotency key. */
export const selectByKey = (agency: string, key: string): InStatement => ({
  sql: `SELECT ${RECORD} FROM moves WHERE agency = ? AND key = ?`,
  args: [agency, keyText(key)],
});

/** A part of the agency's chain. */
export const selectChain = (agency: string, after: number, limit: number): InStatement => ({
  sql: `SELECT ${RECORD} FROM moves WHERE agency = ? AND sequence > ? ORDER BY sequence LIMIT ?`,
  args: [agency, after, limit],
});

/** All moves of a line up to a moment. */
export const selectLine = ({ agency, organisation, period }: ReleaseLine, asOf: Instant): InStatement => ({
  sql: `SELECT ${RECORD} FROM moves WHERE agency = ? AND organisation = ? AND period = ? AND at <= ? ORDER BY sequence`,
  args: [agency, organisation, period, asOf],
});

/** The last move of every line; SQLite gives the other columns of a single max() from the row that has it. */
export const selectLastMoves = (filter: LineFilter, asOf: Instant): InStatement => {
  const { condition, args } = conditionOf(filter);
  return {
    sql: `SELECT ${HEADER} FROM (
        SELECT rowid AS id, max(sequence) FROM moves WHERE ${condition} AND at <= ? GROUP BY organisation, period
      ) JOIN moves ON moves.rowid = id`,
    args: [...args, asOf],
  };
};

/** The PUBLISH or WITHDRAW of the highest visible number of a line, as far as its header needs it. */
export const selectStandingOfLine = ({ agency, organisation, period, asOf }: LineAt): InStatement => ({
  sql: `SELECT ${RELEASE} FROM moves WHERE agency = ? AND organisation = ? AND period = ?
    AND number IS NOT NULL AND visible_from <= ? ORDER BY number DESC, sequence DESC LIMIT 1`,
  args: [agency, organisation, period, asOf],
});

/** As {@link selectStandingOfLine} for every line; the other columns of a single max() are from the row that has it. */
export const selectStandingOfAll = (filter: LineFilter, asOf: Instant): InStatement => {
  const { condition, args } = conditionOf(filter);
  return {
    sql: `SELECT ${RELEASE}, max(number) FROM moves
      WHERE ${condition} AND number IS NOT NULL AND visible_from <= ? GROUP BY organisation, period`,
    args: [...args, asOf],
  };
};

/** The PUBLISH moves of these sequences, with their bodies. However many there are, they are one argument. */
export const selectReleases = (agency: string, sequences: readonly number[]): InStatement => ({
  sql: `SELECT ${RELEASE}, body FROM moves
    WHERE agency = ? AND sequence IN (SELECT value FROM json_each(?)) AND kind = 'PUBLISH'`,
  args: [agency, JSON.stringify(sequences)],
});

/** Every visible PUBLISH and WITHDRAW, as far as lists of releases need it. */
export const selectNumbered = (filter: LineFilter, asOf: Instant): InStatement => {
  const { condition, args } = conditionOf(filter);
  return {
    sql: `SELECT ${RELEASE} FROM moves WHERE ${condition} AND number IS NOT NULL AND visible_from <= ?`,
    args: [...args, asOf],
  };
};

/** `until`: the latest instant the agency has answered for. */
export const selectAnsweredUntil = (agency: string): InStatement => ({
  sql: 'SELECT until FROM answered WHERE agency = ?',
  args: [agency],
});

/** Raises the latest instant answered for. */
export const raiseAnsweredUntil = (agency: string, instant: Instant): InStatement => ({
  sql: `INSERT INTO answered VALUES (?, ?)
    ON CONFLICT (agency) DO UPDATE SET until = excluded.until WHERE until < excluded.until`,
  args: [agency, instant],
});

/** A row of `RECORD`, or a part of one; the columns are named as the record's members. */
export const recordOfRow = (row: Row): MoveRecord => row as unknown as MoveRecord;

function conditionOf({ agency, organisations, periods }: LineFilter): { condition: string; args: InValue[] } {
  const oneOf = (column: string, values: readonly string[] | undefined) =>
    values ? ` AND ${column} IN (${values.map(() => '?').join()})` : '';
  return {
    condition: `agency = ?${oneOf('organisation', organisations)}${oneOf('period', periods)}`,
    args: [agency, ...(organisations ?? []), ...(periods ?? [])],
  };
}
