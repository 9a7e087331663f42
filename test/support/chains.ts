import type { Command, Instant, Period, Principal, Role } from '../../schema/values/index.ts';
import { createKnowledgeClock } from '../../subgraphs/_kit/publishing/knowledgeClock.ts';
import type { MoveStore } from '../../subgraphs/_kit/storage/moveStore.ts';
import { makeMove } from '../../subgraphs/_kit/submitting/makeMove.ts';
import type { MoveLog } from '../../subgraphs/_kit/submitting/moveLog.ts';
import { givenObservation } from './given.ts';

/** A person with roles for all of one agency. */
export function givenPerson(subject: string, roles: readonly Role[], agency = 'inspection'): Principal {
  return { subject, grants: roles.map((role) => ({ role, agency, organisation: null })) };
}

/** An agency's moves on 20 April 2024 at noon. */
export function givenLog(store: MoveStore, agency = 'inspection'): MoveLog {
  const clock = createKnowledgeClock(agency, store, () => Date.parse('2024-04-20T12:00:00Z'));
  return { agency, store, clock };
}

const value = (text: string) => [givenObservation({ value: text })];

/** Two releases of one line, and the withdrawal of the second: every kind of move. */
const COMMANDS: readonly Command[] = [
  { kind: 'SAVE', observations: value('2'), correction: null },
  { kind: 'SUBMIT', acknowledgements: [] },
  { kind: 'RETURN', reasons: ['two or three?'] },
  { kind: 'SAVE', observations: value('3'), correction: null },
  { kind: 'SUBMIT', acknowledgements: [] },
  { kind: 'APPROVE' },
  { kind: 'PUBLISH', publishAt: null },
  { kind: 'SAVE', observations: value('4'), correction: { reason: 'LATE_DATA', words: 'one more' } },
  { kind: 'SUBMIT', acknowledgements: [] },
  { kind: 'APPROVE' },
  { kind: 'PUBLISH', publishAt: null },
  { kind: 'WITHDRAW', reason: 'counted twice' },
];

/**
 * Makes twelve moves of an officer and an approver; each has the key `key 1`, `key 2`… and the request of that number. With an
 * embargo, the second release is to be seen from that moment on.
 */
export async function givenChain(
  store: MoveStore,
  agency = 'inspection',
  embargo: Instant | null = null,
): Promise<void> {
  const log = givenLog(store, agency);
  const officer = givenPerson('an', ['OFFICER'], agency);
  const approver = givenPerson('binh', ['APPROVER'], agency);
  for (const [index, plain] of COMMANDS.entries()) {
    const command = plain.kind === 'PUBLISH' && index > 6 ? { ...plain, publishAt: embargo } : plain;
    await makeMove(log, {
      organisation: 'ha-tinh-khoi',
      period: '2024-Q1' as Period,
      command,
      principal: ['SAVE', 'SUBMIT'].includes(command.kind) ? officer : approver,
      key: `key ${index + 1}`,
      requestId: `request-${index + 1}`,
    });
  }
}
