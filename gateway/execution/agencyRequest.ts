import type { PathKey } from './responsePath.ts';

/** One request to an agency, which is named as the supergraph names its subgraph. */
export interface AgencyRequest {
  readonly agency: string;
  readonly query: string;
  readonly operationName?: string;
  readonly variables: Record<string, unknown>;
  readonly operationKind: 'query' | 'mutation';
}

/** An error as an agency words it. Its locations speak of the agency's own query text, so they are not read. */
export interface AgencyError {
  readonly message: string;
  readonly path?: readonly PathKey[] | undefined;
  readonly extensions?: Record<string, unknown> | undefined;
}

/** What an error says to the client; the path is the executor's to find. */
export interface ErrorWords {
  readonly message: string;
  readonly extensions: Record<string, unknown>;
}

/**
 * What came of a request: a parsed GraphQL answer, or the words for there being none.
 * A failure is told once for each field the client loses by it, never once for each entry of a list.
 */
export type AgencyAnswer =
  | { readonly data: Record<string, unknown> | null | undefined; readonly errors?: readonly AgencyError[] }
  | { readonly failure: ErrorWords };

/**
 * The transport. It maps every fault to a `failure`: a rejection rejects the whole run.
 * The run keeps and changes the data it is given. Data that are kept for other runs are frozen, and so are the objects
 * that their entities hold: these the run leaves as they are, and completes and prints each of them once.
 */
export type Send = (request: AgencyRequest) => Promise<AgencyAnswer>;
