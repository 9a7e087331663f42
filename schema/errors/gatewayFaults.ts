import { define } from './define.ts';

/** What an operation has too many of, by the name of the limit. */
const LARGE: Readonly<Record<string, string>> = {
  fields: 'fields once its fragments are spread',
  depth: 'levels of fields',
  rootFields: 'fields at its root',
  directivesAtOnePlace: 'directives at one place',
  repeats: 'fields for one place of the answer',
};

/** What is not answered at all, for its size, its shape or for where it comes from: a part of the catalogue. */
export const gatewayFaults = {
  OPERATION_TOO_LARGE: define<{ what: string; limit: number }>(
    ({ what, limit }) =>
      `The operation has more than ${limit} ${LARGE[what] ?? what}. Ask for less in one request.`,
  ),
  OPERATION_TOO_COSTLY: define<{ cost: number; limit: number }>(
    ({ cost, limit }) =>
      `The operation costs ${cost}: at most ${limit} is answered. Ask for fewer figures, for shorter pages, or for less of each.`,
  ),
  OPERATION_PLANNING_TIMEOUT: define<{ limitMs: number }>(
    ({ limitMs }) =>
      `The operation could not be planned within ${limitMs} ms. Ask again in a moment, or for less in one request.`,
  ),
  OPERATION_UNKNOWN: define<{ id: string }>(
    ({ id }) => `No operation is kept here under "${id}". Send its text as "query".`,
  ),
  OPERATION_NOT_LISTED: define<object>(
    () =>
      'Only operations of a list are answered here. Name one of them in "documentId", or come with the token of an analyst.',
  ),
  INTROSPECTION_NOT_SERVED: define<object>(
    () =>
      'What can be asked is not told here. Leave "__schema" and "__type" out, or come with the token of an analyst.',
  ),

  // Requests that are not let in
  REQUEST_MAY_BE_FORGED: define<object>(
    () =>
      'The request may come from a page of another site, in the name of somebody who does not know. Send it with the header "content-type: application/json" or "x-request-id".',
  ),
  BODY_TOO_LARGE: define<{ limit: number }>(
    ({ limit }) => `The body has more than ${limit} bytes once it is unpacked. Send less at once.`,
  ),
  BODY_NOT_READABLE: define<{ reason: string }>(
    ({ reason }) => `The body cannot be read: ${reason}. Send it again, whole.`,
  ),
  CONTENT_TYPE_UNKNOWN: define<{ value: string }>(
    ({ value }) =>
      `Content-type "${value}" is not read here. Send JSON in UTF-8 with the header "content-type: application/json".`,
  ),
  PATH_UNKNOWN: define<object>(() => 'There is nothing at this address. Ask at "/graphql".'),
  ENCODING_UNKNOWN: define<{ value: string }>(
    ({ value }) => `Content-encoding "${value}" is not known. Use gzip, deflate or br, or none.`,
  ),
  TOO_MANY_REQUESTS: define<{ limit: number }>(
    ({ limit }) =>
      `More than ${limit} of your requests are being answered at once. Wait for their answers, and ask again.`,
  ),
  GATEWAY_BUSY: define<object>(() => 'More is asked for than can be answered. Ask again in a moment.'),
} as const;
