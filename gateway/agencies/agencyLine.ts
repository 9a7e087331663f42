import type { Logger } from 'pino';
import { Pool } from 'undici';

import { fault } from '../../schema/errors/index.ts';
import { createAgencyBreaker, type BreakerState } from './agencyBreaker.ts';
import { attempt, isGivenUp, tooLate } from './attempts.ts';
import type { Failure, Outcome } from './exchange.ts';
import type { LineLimits } from './lineLimits.ts';
import type { Question } from './question.ts';

const ANSWER_LIMIT_BYTES = 64 * 1024 * 1024;

/** How it stands with one agency. */
export interface LineState {
  readonly state: BreakerState;
  /** Questions that have a connection. */
  readonly inFlight: number;
  /** Questions that wait for one. */
  readonly waiting: number;
  /** Since when it has been given up, in ISO 8601; null while it is asked. */
  readonly since: string | null;
}

/** The line to one agency. */
export interface AgencyLine {
  /**
   * Asks within the limits, and aborts `ending` when its time is over. Rejects only on a mistake of ours; where somebody
   * else has aborted it nobody must look at the outcome.
   */
  ask(question: Question, ending: AbortController): Promise<Outcome>;
  /** Whether the agency answers this question now, whatever is known of it; nothing is remembered. Never rejects. */
  answers(question: Question): Promise<boolean>;
  state(): LineState;
  /** Ends when all that was asked has been answered. */
  close(): Promise<void>;
}

export interface LineSettings {
  readonly agency: string;
  readonly url: URL;
  readonly timeoutMs: number;
  readonly limits: LineLimits;
  readonly logger: Logger;
}

export function openLine({ agency, url, timeoutMs, limits, logger }: LineSettings): AgencyLine {
  const pool = openPool(url, limits, timeoutMs);
  const address = { agency, pool, path: url.pathname + url.search };
  const breaker = createAgencyBreaker(agency, limits, logger);
  let atWork = 0;

  const put = async (question: Question, limitMs: number, ending?: AbortController): Promise<Outcome> => {
    atWork += 1;
    try {
      return await attempt(address, question, limitMs, ending);
    } finally {
      atWork -= 1;
    }
  };

  return {
    async ask(question, ending) {
      const { isMutation, limitMs, fullLimitMs } = question;
      if (limitMs <= 0) return tooLate(agency, 0);
      const isFull = atWork >= limits.connections + limits.waiting;
      if (isFull && breaker.state() === 'closed') return busy(agency);
      // A trial is about the agency, not about who happens to ask: it has the full time, whoever leaves.
      const work = (isTrial: boolean): Promise<Outcome> =>
        isTrial ? put(question, fullLimitMs) : put(question, limitMs, ending);
      try {
        return await breaker.execute(work, isMutation);
      } catch (error) {
        if (isGivenUp(error)) return tooLate(agency, limitMs);
        throw error;
      }
    },
    answers: (question) =>
      attempt(address, { ...question, isMutation: true }, question.fullLimitMs).then(
        (outcome) => 'read' in outcome,
        () => false,
      ),
    state: () => ({
      state: breaker.state(),
      inFlight: Math.min(atWork, limits.connections),
      waiting: Math.max(0, atWork - limits.connections),
      since: breaker.since(),
    }),
    close: () => pool.close(),
  };
}

function openPool({ origin }: URL, { connections }: LineLimits, timeoutMs: number): Pool {
  return new Pool(origin, {
    connections,
    maxResponseSize: ANSWER_LIMIT_BYTES,
    // The one time limit of each question stands for these two.
    headersTimeout: 0,
    bodyTimeout: 0,
    connect: { timeout: timeoutMs },
  });
}

function busy(agency: string): Failure {
  return { fault: fault('AGENCY_BUSY', { agency }), cause: 'too many questions', mayPass: false };
}
