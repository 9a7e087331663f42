import { setTimeout as delay } from 'node:timers/promises';

import {
  circuitBreaker,
  CircuitState,
  ConsecutiveBreaker,
  handleWhenResult,
  isBrokenCircuitError,
} from 'cockatiel';
import type { Logger } from 'pino';

import { fault, type FaultCode } from '../../schema/errors/index.ts';
import type { Failure, Outcome } from './exchange.ts';
import type { LineLimits } from './lineLimits.ts';

/** What speaks against an agency. That it is busy does not: it answers. */
const COUNTED = new Set<FaultCode>(['AGENCY_UNREACHABLE', 'AGENCY_TIMEOUT', 'AGENCY_BROKEN']);
/**
 * How long a reader waits for an agency that is tried again after it was given up: an agency that is well has answered
 * by then, and a report without one that is not comes about as quickly as any other.
 */
const TRIAL_PATIENCE_MS = 40;

/** `open`: the agency is not asked; `half-open`: one question tries whether it answers again. */
export type BreakerState = 'closed' | 'open' | 'half-open';

/** Leaves an agency alone that has failed again and again, and tries after a while whether it answers. */
export interface AgencyBreaker {
  /**
   * Asks, or tells at once that the agency is given up. The work is told whether it is the trial. Whoever is not patient
   * gets no more than a moment's wait out of a trial, whose end is then awaited by nobody. Rejects as the work does, which
   * speaks neither for nor against the agency.
   */
  execute(work: (isTrial: boolean) => Promise<Outcome>, isPatient: boolean): Promise<Outcome>;
  state(): BreakerState;
  /** Since when the agency has been given up, in ISO 8601; null while it is asked. */
  since(): string | null;
}

const STATES: Readonly<Record<CircuitState, BreakerState>> = {
  [CircuitState.Closed]: 'closed',
  [CircuitState.Open]: 'open',
  [CircuitState.HalfOpen]: 'half-open',
  // Nothing of ours isolates an agency.
  [CircuitState.Isolated]: 'open',
};

export function createAgencyBreaker(
  agency: string,
  { breakerFailures, breakerSeconds }: LineLimits,
  logger: Logger,
): AgencyBreaker {
  // In a row, not in proportion: a section that comes half of the time is worth more than one that is not asked for,
  // and an agency that answers some cannot be shut off by those who ask it what it cannot answer.
  const policy = circuitBreaker(handleWhenResult(countsAgainst), {
    halfOpenAfter: breakerSeconds * 1000,
    breaker: new ConsecutiveBreaker(breakerFailures),
  });
  let since: string | null = null;
  policy.onBreak(() => {
    // A trial that fails does not begin a new absence.
    if (since !== null) return;
    since = new Date().toISOString();
    logger.warn({ agency, seconds: breakerSeconds }, 'agency given up for a while');
  });
  policy.onReset(() => {
    logger.info({ agency, since }, 'agency answers again');
    since = null;
  });
  const givenUp = (): Failure => ({
    fault: fault('AGENCY_UNREACHABLE', { agency, ...(since !== null && { since }) }),
    cause: 'given up for a while',
    mayPass: false,
  });
  const state = (): BreakerState => STATES[policy.state];

  return {
    async execute(work, isPatient) {
      const before = state();
      // The library would let them all wait for what comes of the trial.
      if (before === 'half-open') return givenUp();
      const outcome = policy
        .execute(() => work(before === 'open'))
        .catch((error: unknown) => {
          if (isBrokenCircuitError(error)) return givenUp();
          throw error;
        });
      const isTrial = state() === 'half-open';
      if (!isTrial || isPatient) return outcome;
      return Promise.race([outcome, delay(TRIAL_PATIENCE_MS).then(givenUp)]);
    },
    state,
    since: () => since,
  };
}

function countsAgainst(outcome: unknown): boolean {
  const said = outcome as Outcome;
  return 'fault' in said && COUNTED.has(said.fault.code);
}
