import type { Collection } from 'mongodb';

import type { Instant } from '../../../schema/values/index.ts';
import { LIMITED } from './mongoDatabases.ts';
import { isDuplicateKey } from './mongoFaults.ts';
import type { AnsweredDocument } from './mongoMoveDocument.ts';

// The latest of the instants held counts. Each is inserted, and then the earlier ones are removed: whoever does so at
// the same time, the latest stays, also on servers whose updates are not atomic (FerretDB loses a `$max` of two).

type Answered = Collection<AnsweredDocument>;

/** The latest instant held; null where there is none. */
export async function readAnsweredUntil(answered: Answered): Promise<Instant | null> {
  const latest = await answered.findOne({}, { ...LIMITED, sort: { _id: -1 } });
  return latest?._id ?? null;
}

/** Holds an instant, unless a later one is held. */
export async function raiseAnsweredUntil(answered: Answered, instant: Instant): Promise<void> {
  const held = await readAnsweredUntil(answered);
  if (held !== null && held >= instant) return;
  try {
    await answered.insertOne({ _id: instant });
  } catch (error) {
    if (!isDuplicateKey(error)) throw error;
  }
  await answered.deleteMany({ _id: { $lt: instant } });
}
