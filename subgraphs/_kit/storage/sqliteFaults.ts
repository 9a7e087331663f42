import { LibsqlError } from '@libsql/client';

import { catalogued } from '../../../schema/errors/index.ts';

const CANNOT_OPEN = 'its file cannot be opened';

/** Codes of SQLite that pass, and what they say to people; the driver may add a suffix such as `_WRITE`. */
const REASONS: readonly (readonly [code: string, reason: string])[] = [
  ['SQLITE_FULL', 'its disk is full'],
  ['SQLITE_IOERR', 'its disk cannot be written or read'],
  ['SQLITE_CANTOPEN', CANNOT_OPEN],
  ['SQLITE_READONLY', 'its file cannot be written'],
  ['SQLITE_BUSY', 'another program holds its file'],
  ['SQLITE_LOCKED', 'another program holds its file'],
  ['SQLITE_PROTOCOL', 'another program holds its file'],
  ['SQLITE_NOMEM', 'there is no memory left'],
];

/** Does `work`; what fails because of disk, file or lock is raised as STORE_UNAVAILABLE, anything else as it is. */
export async function withSqliteFaults<T>(store: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const reason = reasonOf(error);
    throw reason === null ? error : catalogued('STORE_UNAVAILABLE', { store, reason }, { cause: error });
  }
}

/** Whether an insert failed because its unique key is taken. */
export function isUniqueViolation(error: unknown): boolean {
  // By the code alone a missing value would be taken for a taken key.
  return error instanceof LibsqlError && /UNIQUE|PRIMARY ?KEY/i.test(`${error.code} ${error.message}`);
}

function reasonOf(error: unknown): string | null {
  if (!(error instanceof LibsqlError)) {
    // A connection that cannot be made is told of by the driver's own driver, without a code.
    return error instanceof Error && error.message.startsWith('ConnectionFailed(') ? CANNOT_OPEN : null;
  }
  return REASONS.find(([code]) => error.code.startsWith(code))?.[1] ?? null;
}
