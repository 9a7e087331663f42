import type { IncomingHttpHeaders } from 'node:http';

import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import { operationId } from '../../../../gateway/operations/manifest.ts';
import { givenBearer, IDENTITY } from '../../../support/identity.ts';
import { committedSupergraph } from '../../committedSupergraph.ts';
import { startStubHouse, type StubHouse } from '../stubHouse.ts';

const LISTED = 'query Listed { organisations { code } }';
const ID = operationId(LISTED);
const UNLISTED = '{ organisations { code label } }';
const SCHEMA = '{ __schema { queryType { name } } }';
const ANSWER = { data: { organisations: [] } };

let seen: IncomingHttpHeaders[] = [];
let house: StubHouse;
let strict: StubHouse;
let silent: StubHouse;
let dear: StubHouse;
let tokens: Readonly<Record<string, string>>;
beforeAll(async () => {
  const start = (operations: object): Promise<StubHouse> =>
    startStubHouse(
      committedSupergraph,
      (_agency, _question, { headers }) => {
        seen.push(headers);
        return ANSWER;
      },
      IDENTITY,
      { operations, kept: new Map([[ID, LISTED]]) },
    );
  house = await start({});
  strict = await start({ operationsOnly: true, introspection: 'analysts' });
  silent = await start({ introspection: 'nobody' });
  dear = await start({ costMode: 'enforce', costLimit: 1000 });
  const roles = ['reader', 'officer', 'approver', 'analyst', 'administrator'];
  const bearers = roles.map(async (role) => [role, await givenBearer({ claims: { roles: [{ role }] } })]);
  tokens = Object.fromEntries(await Promise.all(bearers)) as Record<string, string>;
});
afterAll(() => Promise.all([house, strict, silent, dear].map((one) => one.stop())));
beforeEach(() => {
  seen = [];
});

interface Answer {
  readonly errors?: readonly { message: string; extensions?: { code: string; details: object } }[];
}

function post({ address }: StubHouse, content: unknown, role?: string): Promise<Response> {
  const authorization = role === undefined ? undefined : tokens[role];
  return fetch(`${address}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(authorization && { authorization }) },
    body: JSON.stringify(content),
  });
}

const answerOf = async (response: Promise<Response>): Promise<Answer> =>
  (await (await response).json()) as Answer;

/** Codes of the errors, or messages where they have none; empty when it was answered. */
const faultsOf = async (response: Promise<Response>): Promise<string[]> =>
  ((await answerOf(response)).errors ?? []).map(({ message, extensions }) => extensions?.code ?? message);

describe('given a list of operations that are kept', () => {
  it.each([
    ['documentId', { documentId: ID }],
    ['the hash of Apollo’s clients', { extensions: { persistedQuery: { version: 1, sha256Hash: ID } } }],
    ['its text', { query: LISTED }],
  ])('when one is asked for by %s, then it is answered', async (_how, content) => {
    expect(await answerOf(post(strict, content))).toEqual(ANSWER);
  });

  it.each([
    ['documentId', { documentId: ID }],
    ['extensions', { extensions: JSON.stringify({ persistedQuery: { version: 1, sha256Hash: ID } }) }],
  ])('when one is asked for by %s in the address, then it is answered', async (_how, search) => {
    const response = await fetch(`${strict.address}/graphql?${new URLSearchParams(search).toString()}`);

    expect(await response.json()).toEqual(ANSWER);
  });

  it('when an id is not of the list, then that is told', async () => {
    expect(await faultsOf(post(house, { documentId: 'a'.repeat(64) }))).toEqual(['OPERATION_UNKNOWN']);
    expect(seen).toEqual([]);
  });

  it('when a client sends a text with its hash, then it is answered, but not kept', async () => {
    const extensions = { persistedQuery: { version: 1, sha256Hash: operationId(UNLISTED) } };

    expect(await answerOf(post(house, { query: UNLISTED, extensions }))).toEqual(ANSWER);
    expect(await faultsOf(post(house, { extensions }))).toEqual(['OPERATION_UNKNOWN']);
  });

  it.each([undefined, 'reader', 'officer', 'approver'])(
    'when only these are answered and %s asks another, then it is refused and no agency is asked',
    async (role) => {
      expect(await faultsOf(post(strict, { query: UNLISTED }, role))).toEqual(['OPERATION_NOT_LISTED']);
      expect(seen).toEqual([]);
    },
  );

  it('when its hash is claimed for another text, then that is refused as well', async () => {
    const extensions = { persistedQuery: { version: 1, sha256Hash: ID } };

    expect(await faultsOf(post(strict, { query: UNLISTED, documentId: ID, extensions }))).toEqual([
      'OPERATION_NOT_LISTED',
    ]);
  });

  it.each(['analyst', 'administrator'])('when %s asks another, then it is answered', async (role) => {
    expect(await answerOf(post(strict, { query: UNLISTED }, role))).toEqual(ANSWER);
  });
});

describe('given a gateway that does not tell everybody what can be asked', () => {
  const HIDDEN = '{ organisations { code } ... { t: __type(name: "Report") { fields { name } } } }';
  it.each([SCHEMA, HIDDEN])('when nobody in particular asks %s, then it is not told', async (query) => {
    expect(await faultsOf(post(silent, { query }))).toEqual(['INTROSPECTION_NOT_SERVED']);
  });

  it.each(['analyst', 'administrator'])('when %s asks, then it is told where analysts are', async (role) => {
    expect(await faultsOf(post(strict, { query: SCHEMA }, role))).toEqual([]);
    expect(await faultsOf(post(silent, { query: SCHEMA }, role))).toEqual(['INTROSPECTION_NOT_SERVED']);
  });

  it('when the name of a field is nearly right, then it is not completed', async () => {
    const said = await Promise.all(
      [silent, house].map(
        async (one) =>
          (await answerOf(post(one, { query: '{ organisatons { code } }' }))).errors?.[0]?.message,
      ),
    );

    expect(said).toEqual([
      'Cannot query field "organisatons" on type "Query".',
      'Cannot query field "organisatons" on type "Query". Did you mean "organisations", "organisation", or "massOrganisations"?',
    ]);
  });

  it('when the value of a variable is nearly right, then it is not completed either', async () => {
    const query = 'query ($l: Locale!) { organisations { label(locale: $l) } }';
    const said = await Promise.all(
      [silent, house].map(
        async (one) => (await answerOf(post(one, { query, variables: { l: 'VII' } }))).errors?.[0]?.message,
      ),
    );

    expect(said[0]).toBe(
      'Variable "$l" got invalid value "VII"; Value "VII" does not exist in "Locale" enum.',
    );
    expect(said[1]).toContain('Did you mean the enum value "VI"');
  });

  it('when only the names of types are asked for, then they are told', async () => {
    expect(await faultsOf(post(silent, { query: '{ __typename organisations { __typename } }' }))).toEqual(
      [],
    );
  });
});

describe('given an operation that costs more than may be', () => {
  const query = `query ($first: Int!) { inspection { observations(first: $first) { nodes { note } } } }`;

  it('when it is asked, then it is refused with what it costs, and no agency is asked', async () => {
    const { errors } = await answerOf(post(dear, { query, variables: { first: 1000 } }));

    expect(errors).toEqual([
      {
        message:
          'The operation costs 1002: at most 1000 is answered. Ask for fewer figures, for shorter pages, or for less of each.',
        extensions: { code: 'OPERATION_TOO_COSTLY', details: { cost: 1002, limit: 1000 } },
      },
    ]);
    expect(seen).toEqual([]);
  });

  it('when it asks for less, then it is answered and told its cost', async () => {
    const response = await post(dear, { query, variables: { first: 998 } });

    expect([response.headers.get('x-operation-cost'), seen.length]).toEqual(['1000', 1]);
  });

  it('when costs are only measured, then it is answered and told its cost', async () => {
    const response = await post(house, { query, variables: { first: 1_000_000 } });

    expect([response.headers.get('x-operation-cost'), seen.length]).toEqual(['1000002', 1]);
  });
});

describe('given what no client may do', () => {
  it('when it sends a list of operations, then it is refused whole', async () => {
    const response = await post(house, [{ query: LISTED }, { query: LISTED }]);

    expect([response.status, seen]).toEqual([400, []]);
  });

  it('when it sends headers of all kinds, then agencies get none but those that the gateway sets', async () => {
    const allowed = new Set(
      'host connection content-length content-type accept authorization x-request-id x-deadline-ms traceparent tracestate x-report-key x-report-nonce x-report-signature x-report-time'.split(
        ' ',
      ),
    );
    const headers = {
      'content-type': 'application/json',
      cookie: 'session=1',
      'x-forwarded-for': '10.0.0.1',
      'x-forwarded-host': 'office',
      forwarded: 'for=10.0.0.1',
      'x-real-ip': '10.0.0.1',
      'x-report-role': 'administrator',
      'x-user': 'root',
      'x-http-method-override': 'PUT',
      'accept-language': 'vi',
      'proxy-authorization': 'Basic cm9vdA==',
      'x-report-key': 'mine',
      'x-report-signature': 'f'.repeat(64),
    };

    await fetch(`${house.address}/graphql`, {
      method: 'POST',
      headers,
      body: JSON.stringify({ query: LISTED }),
    });

    expect(Object.keys(seen[0]!).filter((name) => !allowed.has(name))).toEqual([]);
    expect([seen[0]!['x-report-key'], seen[0]!['x-report-signature'] === 'f'.repeat(64)]).toEqual([
      'now',
      false,
    ]);
  });
});
