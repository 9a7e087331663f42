import { faultOf, httpRefusal, type FaultCode, type HttpRefusal } from '../errors/index.ts';

/** An HTTP answer that tells why a caller is not served: 401. */
export interface Refusal extends HttpRefusal {
  /** Whether it is for us to look after, and so to be logged: not signed, or keys that cannot be had. */
  readonly isOurs: boolean;
  /** What the log may hold of it: nothing that was sent. */
  readonly log: { readonly code: string; readonly reason: unknown; readonly cause: string | undefined };
}

/** What HTTP asks for beside the status 401: how to come better. */
const CHALLENGES: Partial<Record<FaultCode, string>> = {
  TOKEN_INVALID: 'Bearer error="invalid_token"',
  TOKEN_REQUIRED: 'Bearer',
  REQUEST_NOT_SIGNED: 'X-Report-Signature',
};

/** The refusal that an error stands for; null when it is about something else than who asks. */
export function refusalOf(error: unknown): Refusal | null {
  const said = faultOf(error);
  const challenge = said ? CHALLENGES[said.code] : undefined;
  if (!said || challenge === undefined) return null;
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause.message : undefined;
  return {
    isOurs: said.code === 'REQUEST_NOT_SIGNED' || cause !== undefined,
    log: { code: said.code, reason: said.details.reason, cause },
    ...httpRefusal(said, 401, { 'www-authenticate': challenge }),
  };
}
