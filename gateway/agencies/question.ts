import { DEADLINE_HEADER, REQUEST_ID_HEADER, type RequestSigner } from '../../schema/identity/index.ts';
import { PRESENT_HEADER } from '../../schema/values/index.ts';

/** A question or mutation for an agency, with all that it takes to put it, and to put it again. */
export interface Question {
  readonly body: string;
  /** Told how many milliseconds are left; each attempt has its own, for a signature is good once. */
  readonly headers: (leftMs: number) => Readonly<Record<string, string>>;
  readonly isMutation: boolean;
  /** What an agency may take for such a question. */
  readonly fullLimitMs: number;
  /** What is left for it, all attempts together: that, or less where whoever asks has waited for others before. */
  readonly limitMs: number;
}

/** What a question is made of. */
export interface Asked {
  readonly agency: string;
  readonly url: URL;
  readonly content: object;
  readonly isMutation: boolean;
  /** What is asked of the agency's present; null where nothing is. */
  readonly present?: string | null;
  readonly caller: {
    readonly authorization?: string | undefined;
    readonly requestId?: string | undefined;
    readonly deadline?: number | undefined;
    readonly traceparent?: string | undefined;
  };
}

/**
 * Ten thousand figures take seconds to be read, checked and stored. Who has sent them shall know what came of it, and
 * keeps nobody else waiting: so often the time of a question.
 */
const MUTATION_PATIENCE = 10;

/** Writes what is sent to an agency: the caller's token and label, what is left of the time, and our signature. */
export function writeQuestion(
  { agency, url, content, isMutation, present = null, caller }: Asked,
  timeoutMs: number,
  sign: RequestSigner | null,
): Question {
  const { authorization = '', requestId, traceparent, deadline = Infinity } = caller;
  const body = JSON.stringify(content);
  const path = url.pathname + url.search;
  const fullLimitMs = isMutation ? MUTATION_PATIENCE * timeoutMs : timeoutMs;
  return {
    body,
    isMutation,
    fullLimitMs,
    limitMs: isMutation ? fullLimitMs : Math.min(fullLimitMs, deadline - Date.now()),
    headers: (leftMs) => ({
      'content-type': 'application/json',
      accept: 'application/json',
      ...(authorization !== '' && { authorization }),
      // Not signed below: whoever could change it on its way would put another label into a log, and nothing else.
      ...(requestId !== undefined && { [REQUEST_ID_HEADER]: requestId }),
      ...(traceparent !== undefined && { traceparent }),
      // Not signed either: an agency tells nothing but when something was moved, and what it tells is held against this.
      ...(present !== null && { [PRESENT_HEADER]: present }),
      // Nor this: it can only make an agency stop earlier, which whoever is on the way can do without it. A
      // mutation is not told to stop: it would be made in part of the cases, and nobody would know in which.
      ...(!isMutation && { [DEADLINE_HEADER]: String(leftMs) }),
      ...sign?.({ agency, method: 'POST', path, body, authorization }),
    }),
  };
}
