import type { ExecutionResult } from 'graphql';

import { faultOf } from '../../schema/errors/index.ts';

/** The data of an answer without errors, as JSON gives it. */
export function dataOf(answer: ExecutionResult): unknown {
  if (answer.errors)
    throw new AggregateError(answer.errors, answer.errors.map(({ message }) => message).join('\n'));
  return JSON.parse(JSON.stringify(answer.data));
}

/** Codes of the catalogued faults of an answer, in its order; the message where an error has none. */
export function faultCodesOf(answer: ExecutionResult): string[] {
  return (answer.errors ?? []).map((error) => faultOf(error)?.code ?? error.message);
}
