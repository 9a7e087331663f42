import { faultOf } from '../../schema/errors/index.ts';
import type { Command, Observation, Principal } from '../../schema/values/index.ts';
import { createKnowledgeClock } from '../../subgraphs/_kit/publishing/knowledgeClock.ts';
import type { ReleaseStore } from '../../subgraphs/_kit/storage/releaseStore.ts';
import { makeMove, type MadeMove, type MoveRequest } from '../../subgraphs/_kit/submitting/makeMove.ts';
import type { MoveLog } from '../../subgraphs/_kit/submitting/moveLog.ts';
import { givenObservation, Q1 } from './given.ts';
import { APPROVER, OFFICER } from './people.ts';
import { openStore } from './stores.ts';

/** Noon of 20 April 2024. */
export const NOON = Date.parse('2024-04-20T12:00:00.000Z');

/** The invented agency's log on an empty store, at a time that may be set. */
export interface GivenLog extends MoveLog {
  readonly store: ReleaseStore;
  now: number;
}

/** A log on a store of its own, or as a further process of the same agency on another's. */
export async function givenLog(store?: ReleaseStore, now = NOON): Promise<GivenLog> {
  const own = store ?? (await openStore());
  const log: GivenLog = {
    agency: 'invented',
    store: own,
    clock: createKnowledgeClock('invented', own, () => log.now),
    now,
  };
  return log;
}

/** A draft of one figure, two members disciplined if nothing else is said. */
export function saving(value = '2', change: Partial<Extract<Command, { kind: 'SAVE' }>> = {}): Command {
  return { kind: 'SAVE', observations: [givenObservation({ value })], correction: null, ...change };
}

/** The same as a correction of something wrong. */
export function correcting(value: string): Command {
  return saving(value, { correction: { reason: 'CORRECTION', words: 'sai số' } });
}

export const SUBMIT: Command = { kind: 'SUBMIT', acknowledgements: [] };
export const RETURN: Command = { kind: 'RETURN', reasons: ['thiếu nguồn'] };
export const APPROVE: Command = { kind: 'APPROVE' };
export const PUBLISH: Command = { kind: 'PUBLISH', publishAt: null };
export const WITHDRAW: Command = { kind: 'WITHDRAW', reason: 'nhầm đơn vị' };

/** Who makes a move where nobody is named. */
const USUAL: Readonly<Record<Command['kind'], Principal>> = {
  SAVE: OFFICER,
  SUBMIT: OFFICER,
  RETURN: APPROVER,
  APPROVE: APPROVER,
  PUBLISH: APPROVER,
  WITHDRAW: APPROVER,
};

/** A request about `ha-tinh-khoi` in the first quarter of 2024, without a key, by whoever usually makes it. */
export function requestOf(command: Command, change: Partial<MoveRequest> = {}): MoveRequest {
  return {
    organisation: 'ha-tinh-khoi',
    period: Q1,
    command,
    principal: USUAL[command.kind],
    key: null,
    requestId: null,
    ...change,
  };
}

/** Makes moves one after the other; gives the last. */
export async function moves(log: MoveLog, ...commands: readonly Command[]): Promise<MadeMove> {
  let made: MadeMove | undefined;
  for (const command of commands) made = await makeMove(log, requestOf(command));
  return made!;
}

/** The moves that publish a first draft of a value. */
export const publishing = (value = '2'): readonly Command[] => [saving(value), SUBMIT, APPROVE, PUBLISH];

/** What a move comes to: the state after it, or the code of its refusal. */
export async function outcomeOf(log: MoveLog, request: MoveRequest): Promise<string> {
  try {
    return (await makeMove(log, request)).submission.state ?? 'nothing';
  } catch (error) {
    return faultOf(error)?.code ?? String(error);
  }
}

/** The values of some figures. */
export const valuesOf = (observations: readonly Observation[] | undefined): readonly unknown[] | undefined =>
  observations?.map(({ value }) => value);
