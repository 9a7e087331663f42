import { type ExecutionResult, type GraphQLError } from 'graphql';

/** One request as a client sends it. */
export interface Operation {
  readonly query: string;
  readonly operationName?: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** What of an agency fails: the requests about root fields, those about objects that others told of, or all. */
export type FailingPart = 'root' | 'entities' | 'all';

/** The failing agencies of a request, by their codes. */
export type Failing = ReadonlyMap<string, FailingPart>;

/** Why an agency's failure is told, on both sides. */
export function failureWords(agency: string): { message: string; extensions: Record<string, unknown> } {
  return { message: `${agency} fails`, extensions: { code: 'AGENCY_UNREACHABLE', agency } };
}

export interface Answer {
  readonly data: unknown;
  /** The paths of the errors, dotted, with their messages. */
  readonly errors: readonly AnswerError[];
}

export interface AnswerError {
  readonly path: string;
  readonly message: string;
}

/** An answer as it crosses the wire. */
export function readResult({ data, errors = [] }: ExecutionResult): Answer {
  return { data: data === undefined ? undefined : plain(data), errors: errors.map(readError) };
}

function readError({ path, message }: GraphQLError): AnswerError {
  return { path: (path ?? []).join('.'), message };
}

export function plain(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value));
}
