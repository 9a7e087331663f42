import { ExponentialBackoff, handleWhenResult, noop, retry } from 'cockatiel';

import { fault } from '../../schema/errors/index.ts';
import { exchange, timeIsOver, type Address, type Failure, type Outcome } from './exchange.ts';
import type { Question } from './question.ts';

/** A question is put again after some 30 ms, and once more after up to 100; never one that may have changed something. */
const retrying = retry(handleWhenResult(mayPass), {
  maxAttempts: 2,
  backoff: new ExponentialBackoff({ initialDelay: 30, maxDelay: 100 }),
});

/**
 * Puts a question, again where that may help, and all within one limit. What an agency did not answer within the full
 * limit is its failure; @throws TimeoutError where it had less, AbortError where `ending` was aborted: that is not.
 */
export async function attempt(
  address: Address,
  { body, headers, isMutation, fullLimitMs }: Question,
  limitMs: number,
  ending = new AbortController(),
): Promise<Outcome> {
  const endsAt = Date.now() + limitMs;
  const timer = setTimeout(() => ending.abort(timeIsOver()), limitMs);
  try {
    const asked = (isMutation ? noop : retrying).execute(() =>
      exchange(address, { headers: headers(Math.max(endsAt - Date.now(), 1)), body }, ending.signal),
    );
    // undici does not look at the signal while a connection is being made, nor does the pause before a retry.
    return await Promise.race([asked, rejectionOf(ending.signal)]);
  } catch (error) {
    if (!isGivenUp(error) || (error as Error).name === 'AbortError' || limitMs < fullLimitMs) throw error;
    return tooLate(address.agency, limitMs);
  } finally {
    clearTimeout(timer);
  }
}

/** That there was no answer in time. */
export function tooLate(agency: string, limitMs: number): Failure {
  const said = fault('AGENCY_TIMEOUT', { agency, limitMs });
  return { fault: said, cause: 'no answer in time', mayPass: false };
}

/** Whether a wait has ended without its end being known: its time is over, or nobody waits any more. */
export function isGivenUp(error: unknown): boolean {
  return ['TimeoutError', 'AbortError'].includes((error as Error).name);
}

function mayPass(outcome: unknown): boolean {
  const said = outcome as Outcome;
  return 'fault' in said && said.mayPass;
}

function rejectionOf(signal: AbortSignal): Promise<never> {
  return new Promise((_resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true });
  });
}
