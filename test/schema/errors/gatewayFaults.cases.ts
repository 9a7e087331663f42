import type { gatewayFaults } from '../../../schema/errors/gatewayFaults.ts';
import type { FaultDetails } from '../../../schema/errors/index.ts';

/** The examples of what is not answered at all: a part of those of the catalogue. */
export const GATEWAY_FAULT_EXAMPLES: {
  readonly [Code in keyof typeof gatewayFaults]: readonly [FaultDetails<Code>, string];
} = {
  OPERATION_TOO_LARGE: [
    { what: 'fields', limit: 10_000 },
    'The operation has more than 10000 fields once its fragments are spread. Ask for less in one request.',
  ],
  OPERATION_TOO_COSTLY: [
    { cost: 2000, limit: 1000 },
    'The operation costs 2000: at most 1000 is answered. Ask for fewer figures, for shorter pages, or for less of each.',
  ],
  OPERATION_PLANNING_TIMEOUT: [
    { limitMs: 5000 },
    'The operation could not be planned within 5000 ms. Ask again in a moment, or for less in one request.',
  ],
  OPERATION_UNKNOWN: [{ id: 'abc' }, 'No operation is kept here under "abc". Send its text as "query".'],
  OPERATION_NOT_LISTED: [
    {},
    'Only operations of a list are answered here. Name one of them in "documentId", or come with the token of an analyst.',
  ],
  INTROSPECTION_NOT_SERVED: [
    {},
    'What can be asked is not told here. Leave "__schema" and "__type" out, or come with the token of an analyst.',
  ],
  REQUEST_MAY_BE_FORGED: [
    {},
    'The request may come from a page of another site, in the name of somebody who does not know. Send it with the header "content-type: application/json" or "x-request-id".',
  ],
  BODY_TOO_LARGE: [
    { limit: 1_048_576 },
    'The body has more than 1048576 bytes once it is unpacked. Send less at once.',
  ],
  BODY_NOT_READABLE: [
    { reason: 'it breaks off' },
    'The body cannot be read: it breaks off. Send it again, whole.',
  ],
  CONTENT_TYPE_UNKNOWN: [
    { value: 'text/plain' },
    'Content-type "text/plain" is not read here. Send JSON in UTF-8 with the header "content-type: application/json".',
  ],
  PATH_UNKNOWN: [{}, 'There is nothing at this address. Ask at "/graphql".'],
  ENCODING_UNKNOWN: [
    { value: 'zstd' },
    'Content-encoding "zstd" is not known. Use gzip, deflate or br, or none.',
  ],
  TOO_MANY_REQUESTS: [
    { limit: 100 },
    'More than 100 of your requests are being answered at once. Wait for their answers, and ask again.',
  ],
  GATEWAY_BUSY: [{}, 'More is asked for than can be answered. Ask again in a moment.'],
};
