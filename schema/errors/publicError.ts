import { CataloguedError, type Fault } from './fault.ts';
import { fault } from './raise.ts';

/** The catalogued fault that an error is, or that it was made from; null when there is none. */
export function faultOf(error: unknown): Fault | null {
  for (let inner = error, depth = 0; inner instanceof Error && depth < 8; depth++) {
    if (inner instanceof CataloguedError) return inner.fault;
    inner = 'originalError' in inner && inner.originalError ? inner.originalError : inner.cause;
  }
  return null;
}

/**
 * What may leave the house of an error that nobody catalogued: INTERNAL with an id, under which `report` is told
 * the whole error.
 */
export function maskedFault(
  error: unknown,
  newId: () => string,
  report: (id: string, error: unknown) => void,
): Fault {
  const id = newId();
  report(id, error);
  return fault('INTERNAL', { id });
}

/** The `extensions` of a GraphQL error for a fault. */
export interface FaultExtensions {
  readonly code: string;
  readonly details: Readonly<Record<string, unknown>>;
}

export function faultExtensions({ code, details }: Fault): FaultExtensions {
  return { code, details };
}
