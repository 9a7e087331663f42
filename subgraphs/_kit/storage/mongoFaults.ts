import {
  MongoDriverError,
  MongoError,
  MongoNetworkError,
  MongoNetworkTimeoutError,
  MongoServerError,
  MongoServerSelectionError,
  MongoWriteConcernError,
} from 'mongodb';

import { catalogued } from '../../../schema/errors/index.ts';

const DUPLICATE_KEY = 11000;

const TOO_SLOW = 'it did not answer in time';
const LOST = 'the connection to it was lost';
const FULL = 'its disk is full';
const NOT_CONFIRMED = 'too few of its servers have confirmed the write';
const NO_PRIMARY = 'it is choosing another server';

/** Codes of MongoDB that pass (its error_codes.yml), and what they say to people. */
const REASONS: ReadonlyMap<unknown, string> = new Map([
  [50, TOO_SLOW], // MaxTimeMSExpired
  [89, TOO_SLOW], // NetworkTimeout
  [262, TOO_SLOW], // ExceededTimeLimit
  [6, LOST], // HostUnreachable
  [7, LOST], // HostNotFound
  [9001, LOST], // SocketException
  [64, NOT_CONFIRMED], // WriteConcernTimeout
  [91, NO_PRIMARY], // ShutdownInProgress
  [133, NO_PRIMARY], // FailedToSatisfyReadPreference
  [134, NO_PRIMARY], // ReadConcernMajorityNotAvailableYet
  [189, NO_PRIMARY], // PrimarySteppedDown
  [10107, NO_PRIMARY], // NotWritablePrimary
  [11600, NO_PRIMARY], // InterruptedAtShutdown
  [11602, NO_PRIMARY], // InterruptedDueToReplStateChange
  [13435, NO_PRIMARY], // NotPrimaryNoSecondaryOk
  [13436, NO_PRIMARY], // NotPrimaryOrSecondary
  [14031, FULL], // OutOfDiskSpace
]);

/** FerretDB over SQLite passes its words on, without a code of their own. */
const REASONS_OF_SQLITE: readonly (readonly [says: RegExp, reason: string])[] = [
  [/database or disk is full/, FULL],
  [/disk I\/O error/, 'its disk cannot be written or read'],
];

/** Does `work`; what fails because the server or the way to it does is raised as STORE_UNAVAILABLE, anything else as it is. */
export async function withMongoFaults<T>(store: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const reason = reasonOf(error);
    throw reason === null ? error : catalogued('STORE_UNAVAILABLE', { store, reason }, { cause: error });
  }
}

/** Whether an insert failed because a unique key is taken. */
export function isDuplicateKey(error: unknown): boolean {
  return error instanceof MongoServerError && error.code === DUPLICATE_KEY;
}

function reasonOf(error: unknown): string | null {
  if (error instanceof MongoNetworkTimeoutError) return TOO_SLOW;
  if (error instanceof MongoNetworkError) return LOST;
  if (error instanceof MongoServerSelectionError) return 'it cannot be reached';
  if (error instanceof MongoWriteConcernError) return NOT_CONFIRMED;
  // Its class is not exported: all connections are waiting for answers.
  if (error instanceof MongoDriverError && error.name === 'MongoWaitQueueTimeoutError') return TOO_SLOW;
  if (isOfSocket(error)) return LOST;
  if (!(error instanceof MongoServerError)) return null;
  return REASONS.get(error.code) ?? REASONS_OF_SQLITE.find(([says]) => says.test(error.message))?.[1] ?? null;
}

/** The driver lets some faults of sockets and name servers through as they are: EPIPE, ENOTFOUND, ERR_STREAM_DESTROYED… */
function isOfSocket(error: unknown): boolean {
  if (error instanceof MongoError || !(error instanceof Error) || !('code' in error)) return false;
  return /^(E[A-Z]+|ERR_(STREAM|SOCKET)_\w+)$/.test(String(error.code));
}
