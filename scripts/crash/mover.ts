import { randomInt, randomUUID } from 'node:crypto';
import { writeSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';

import { CataloguedError, createSettingsReader } from '../../schema/errors/index.ts';
import {
  instantOf,
  type Command,
  type Principal,
  type ReleaseLine,
  type Submission,
} from '../../schema/values/index.ts';
import { createKnowledgeClock } from '../../subgraphs/_kit/publishing/knowledgeClock.ts';
import { readStoreSettings } from '../../subgraphs/_kit/serving/config.ts';
import { openMoveStore } from '../../subgraphs/_kit/storage/openMoveStore.ts';
import { createReleaseStore } from '../../subgraphs/_kit/storage/releaseStore.ts';
import { makeMove } from '../../subgraphs/_kit/submitting/makeMove.ts';
import { submissionOf } from '../../subgraphs/_kit/submitting/storedMove.ts';
import { givenObservation } from '../../test/support/given.ts';
import { AGENCY, LINES, type Said } from './moverWords.ts';

// The process that is killed: makes moves as fast as it can, reads between them, and says what it was promised.

const FIGURES = 20;
const PAUSE_MS = 20;

const person = (subject: string, role: 'OFFICER' | 'APPROVER'): Principal => ({
  subject,
  grants: [{ role, agency: AGENCY, organisation: null }],
});
const OFFICER = person('an', 'OFFICER');
const APPROVER = person('binh', 'APPROVER');

const moves = await openMoveStore(readStoreSettings(createSettingsReader(process.env)), AGENCY);
const store = createReleaseStore(moves, { bytes: 2 ** 20 });
const clock = createKnowledgeClock(AGENCY, store, Date.now);
for (;;) {
  await move(pick(LINES));
  if (randomInt(4) === 0) await read();
}

function pick<T>(all: readonly T[]): T {
  return all[randomInt(all.length)] as T;
}

/** Makes the next move of a line. What could not be done is asked for again under the same key until it is. */
async function move({ organisation, period }: ReleaseLine): Promise<void> {
  const moves = await insist(() =>
    store.line({ agency: AGENCY, organisation, period }, instantOf(Date.now() + 60_000)),
  );
  const command = nextCommand(submissionOf(moves));
  const principal = ['SAVE', 'SUBMIT'].includes(command.kind) ? OFFICER : APPROVER;
  const request = { organisation, period, command, principal, key: randomUUID(), requestId: null };
  const made = await insist(() => makeMove({ agency: AGENCY, store, clock }, request));
  say({ sequence: made.move.sequence, hash: made.move.hash });
}

/** Answers a reader as a section does. */
async function read(): Promise<void> {
  const asOf = instantOf(Date.now() - randomInt(50));
  await insist(() => clock.announce(asOf));
  const found = await insist(() => store.newestOfLines(LINES.map((line) => ({ ...line, asOf }))));
  say({ asOf, shown: found.map((release) => release && `${release.number} ${release.hash}`) });
}

function nextCommand({ state, lastNumber }: Submission): Command {
  switch (state) {
    case 'DRAFT':
    case 'RETURNED':
      return { kind: 'SUBMIT', acknowledgements: [] };
    case 'SUBMITTED':
      return randomInt(8) === 0 ? { kind: 'RETURN', reasons: ['again'] } : { kind: 'APPROVE' };
    case 'APPROVED':
      return { kind: 'PUBLISH', publishAt: null };
    case 'PUBLISHED':
      if (randomInt(8) === 0) return { kind: 'WITHDRAW', reason: 'counted twice' };
  }
  const observations = Array.from({ length: FIGURES }, (_, index) =>
    givenObservation({ time: `${2000 + index}-Q1`, value: String(randomInt(1_000_000)) }),
  );
  const correction = lastNumber === 0 ? null : ({ reason: 'LATE_DATA', words: 'more' } as const);
  return { kind: 'SAVE', observations, correction };
}

async function insist<T>(work: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof CataloguedError && error.fault.code === 'STORE_UNAVAILABLE')) throw error;
      say({ unavailable: error.message });
      await delay(PAUSE_MS);
    }
  }
}

/** Written at once: what has been said is out of this process before anything else is done. */
function say(said: Said): void {
  writeSync(1, `${JSON.stringify(said)}\n`);
}
