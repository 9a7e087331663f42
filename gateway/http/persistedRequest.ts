import { parseRequestParams, type Request, type RequestParams, type Response } from 'graphql-http';

import { catalogued } from '../../schema/errors/index.ts';
import { asGraphqlError } from '../operations/checkOperation.ts';
import type { KeptOperations } from '../operations/manifest.ts';

type Given = Readonly<Record<string, unknown>>;

/**
 * The parameters of a request, with the text of a kept operation where only its id is sent: as `documentId`, or as
 * Apollo's clients do. What has a text is left as it is: clients cannot have their texts kept. What is malformed the
 * library refuses in its own words.
 * @throws GraphQLError of OPERATION_UNKNOWN.
 */
export function readRequest(
  request: Request<unknown, unknown>,
  kept: KeptOperations,
): Promise<RequestParams | Response> {
  const isGet = request.method === 'GET';
  const given = isGet ? readSearch(request.url) : readJson(request.body);
  if (!given) return parseRequestParams(request);
  const id = given.query === undefined || given.query === null ? idOf(given) : undefined;
  if (id === undefined) return parseRequestParams(isGet ? request : { ...request, body: given });
  const query = kept.get(id);
  if (query === undefined) throw asGraphqlError(catalogued('OPERATION_UNKNOWN', { id }));
  if (!isGet) return parseRequestParams({ ...request, body: { ...given, query } });
  const search = new URLSearchParams(request.url.split('?')[1]);
  search.set('query', query);
  return parseRequestParams({ ...request, url: `?${search.toString()}` });
}

function idOf({ documentId, extensions }: Given): string | undefined {
  if (typeof documentId === 'string') return documentId;
  const { persistedQuery } = asObject(extensions) ?? {};
  const hash = asObject(persistedQuery)?.sha256Hash;
  return typeof hash === 'string' ? hash : undefined;
}

function readSearch(url: string): Given {
  const given: Record<string, unknown> = Object.fromEntries(new URLSearchParams(url.split('?')[1]));
  return { ...given, extensions: readJson(given.extensions) };
}

function readJson(text: unknown): Given | undefined {
  if (typeof text !== 'string') return undefined;
  try {
    return asObject(JSON.parse(text));
  } catch {
    return undefined;
  }
}

function asObject(value: unknown): Given | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Given) : undefined;
}
