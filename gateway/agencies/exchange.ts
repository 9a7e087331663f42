import type { Pool } from 'undici';

import { fault, type Fault } from '../../schema/errors/index.ts';
import { parsePresent, PRESENT_HEADER, type PresentAsked } from '../../schema/values/index.ts';
import { readAnswer, type UsableAnswer } from './readAnswer.ts';

/** What has come of a question to an agency. */
export type Outcome = Answered | Failure;

/** What an agency has answered. */
export interface Answered {
  /** The answer, or that it is what it was. Each call gives data of its own, for runs change what they are given. */
  readonly read: () => UsableAnswer | 'unchanged';
  /** The agency's present, where it was asked and has told it. */
  readonly present: PresentAsked | null;
  /** Length of the answer's text, in characters. */
  readonly length: number;
}

/** Why there is no answer. */
export interface Failure {
  /** For clients. */
  readonly fault: Fault;
  /** For our log. */
  readonly cause: string;
  /** Whether the very same question may be answered a moment later. */
  readonly mayPass: boolean;
}

/** Where an agency answers. */
export interface Address {
  readonly agency: string;
  readonly pool: Pool;
  readonly path: string;
}

/** Puts a question to an agency once. @throws TimeoutError when it had no more time, and the reason of the signal. */
export async function exchange(
  { agency, pool, path }: Address,
  sent: { readonly headers: Readonly<Record<string, string>>; readonly body: string },
  signal: AbortSignal,
): Promise<Outcome> {
  signal.throwIfAborted();
  let status: number | null = null;
  let text: string;
  let present: PresentAsked | null;
  try {
    const { statusCode, headers, body } = await pool.request({ path, method: 'POST', ...sent, signal });
    status = statusCode;
    const told = headers[PRESENT_HEADER];
    present = PRESENT_HEADER in sent.headers && typeof told === 'string' ? parsePresent(told) : null;
    text = await body.text();
  } catch (error) {
    signal.throwIfAborted();
    return failureOfTransport(agency, status, error as Error & { readonly code?: string });
  }
  return readOutcome(agency, status, text, present);
}

function readOutcome(agency: string, status: number, text: string, present: PresentAsked | null): Outcome {
  // Of an agency that was not asked whether all is as it was, that is no answer.
  if (status === 304 && present) return { read: () => 'unchanged', present, length: 0 };
  if (status === 503 || status === 429) {
    // An agency that we have told how long it has is a moment quicker than our own clock.
    if (text.includes('"DEADLINE_PASSED"')) throw timeIsOver();
    return { fault: fault('AGENCY_BUSY', { agency }), cause: `status ${status}`, mayPass: false };
  }
  const first = readAnswer(status, text);
  if ('broken' in first) {
    return { fault: fault('AGENCY_BROKEN', { agency }), cause: first.broken, mayPass: status >= 500 };
  }
  let kept: UsableAnswer | null = first;
  return {
    present,
    length: text.length,
    read: () => {
      // What was read once can be read again.
      const answer = kept ?? (readAnswer(status, text) as UsableAnswer);
      kept = null;
      return answer;
    },
  };
}

/** Not HTTP, cut short, or not there at all. */
function failureOfTransport(
  agency: string,
  status: number | null,
  { name, code, message }: Error & { readonly code?: string },
): Failure {
  if (code === 'UND_ERR_CONNECT_TIMEOUT') throw timeIsOver();
  if (status !== null) {
    const cause = `status ${status}, breaks off: ${message}`;
    // What is too long once is so again.
    return {
      fault: fault('AGENCY_BROKEN', { agency }),
      cause,
      mayPass: code !== 'UND_ERR_RES_EXCEEDED_MAX_SIZE',
    };
  }
  const isNonsense = name === 'HTTPParserError' || code === 'UND_ERR_HEADERS_OVERFLOW';
  if (isNonsense) return { fault: fault('AGENCY_BROKEN', { agency }), cause: message, mayPass: false };
  return { fault: fault('AGENCY_UNREACHABLE', { agency }), cause: message, mayPass: true };
}

/** What ends the wait when the time for an answer is over. */
export function timeIsOver(): DOMException {
  return new DOMException('The time for an answer is over.', 'TimeoutError');
}
