import { extendSchema, parse } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { committedSupergraph } from '../committedSupergraph.ts';
import { startStubHouse, type StubHouse } from './stubHouse.ts';

const ORGANISATIONS = '{ organisations { code } }';
const ANSWER = { data: { organisations: [{ code: 'ha-tinh' }, { code: 'ha-tinh-khoi' }] } };

/** The committed graph with fields that only the gateway knows: the planner cannot plan them. */
const supergraph = {
  ...committedSupergraph,
  schema: extendSchema(
    committedSupergraph.schema,
    parse('extend type Mutation { unplanned: Int } extend type Query { unplanned: Int }'),
  ),
};

let house: StubHouse;
beforeAll(async () => {
  house = await startStubHouse(supergraph, (agency) => (agency === 'office' ? ANSWER : { data: {} }));
});
afterAll(() => house.stop());

function post(body: unknown, headers: Record<string, string> = {}): Promise<Response> {
  return fetch(`${house.address}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
}

function get(parameters: Record<string, string>, headers: Record<string, string> = {}): Promise<Response> {
  return fetch(`${house.address}/graphql?${new URLSearchParams(parameters).toString()}`, {
    headers: { accept: 'application/json', ...headers },
  });
}

describe('given a query that can be answered', () => {
  it('when it is posted, then it is answered', async () => {
    const response = await post({ query: ORGANISATIONS });

    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('application/json; charset=utf-8');
    expect(await response.json()).toEqual(ANSWER);
  });

  it('when it stands in the address, then it is answered', async () => {
    const query = 'query Q($all: Boolean!) { organisations @include(if: $all) { code } }';

    const response = await get({ query, operationName: 'Q', variables: '{"all":true}' });

    expect(response.status).toBe(200);
    expect(await response.json()).toEqual(ANSWER);
  });

  it('when the new media type is accepted, then that is the one of the answer', async () => {
    const response = await post({ query: ORGANISATIONS }, { accept: 'application/graphql-response+json' });

    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('application/graphql-response+json; charset=utf-8');
    expect(await response.json()).toEqual(ANSWER);
  });
});

describe('given a question about the schema', () => {
  it('when it is introspection alone, then it is answered', async () => {
    const response = await post({
      query: '{ __schema { queryType { name } } t: __type(name: "Facts") { name } }',
    });

    expect(await response.json()).toEqual({ data: { __schema: { queryType: { name: 'Query' } }, t: null } });
  });

  it('when it stands beside data, then both are answered, in the order of the query', async () => {
    const query =
      '{ type: __type(name: "Report") { kind } organisations { code kind: __typename } __typename }';

    const response = await post({ query });

    expect(await response.text()).toBe(
      '{"data":{"type":{"kind":"OBJECT"},"organisations":[{"code":"ha-tinh","kind":"Organisation"},{"code":"ha-tinh-khoi","kind":"Organisation"}],"__typename":"Query"}}',
    );
  });
});

describe('given a request that is not to be answered', () => {
  it('when a mutation comes by GET, then 405, and how it may come', async () => {
    const response = await get({ query: 'mutation { unplanned }' });

    expect(response.status).toBe(405);
    expect(response.headers.get('allow')).toBe('POST');
  });

  it.each(['PUT', 'DELETE', 'PATCH'])('when it is a %s, then 405, and how it may come', async (method) => {
    const response = await fetch(`${house.address}/graphql`, { method });

    expect(response.status).toBe(405);
    expect(response.headers.get('allow')).toBe('GET, POST');
  });

  it.each([
    ['JSON that is malformed', '{"query":', 'Unparsable JSON body'],
    ['JSON without a query', '{}', 'Missing query'],
    ['a list', '[{"query":"{ organisations { code } }"}]', ''],
    ['nothing', '', ''],
  ])('when the body is %s, then 400', async (_what, body, message) => {
    const response = await post(body);

    expect(response.status).toBe(400);
    expect(await response.text()).toContain(message);
  });

  it('when the body is of another type, then 415', async () => {
    const response = await post(ORGANISATIONS, { 'content-type': 'text/plain' });

    expect(response.status).toBe(415);
    expect(await response.text()).toContain('CONTENT_TYPE_UNKNOWN');
  });

  it('when the body is larger than a megabyte, then 413', async () => {
    const response = await post({ query: ORGANISATIONS, variables: { filler: 'x'.repeat(1024 * 1024) } });

    expect(response.status).toBe(413);
  });

  it('when the body is nearly a megabyte, then it is answered', async () => {
    const response = await post({ query: ORGANISATIONS, variables: { filler: 'x'.repeat(1024 * 1023) } });

    expect(await response.json()).toEqual(ANSWER);
  });

  it.each([
    ['application/json', 200],
    ['application/graphql-response+json', 400],
  ])(
    'when a field is not known and %s is accepted, then %d and the field is named',
    async (accept, status) => {
      const response = await post({ query: '{ organisations { cod } }' }, { accept });

      expect(response.status).toBe(status);
      expect(await response.json()).toMatchObject({
        errors: [
          {
            message: 'Cannot query field "cod" on type "Organisation". Did you mean "code"?',
            locations: [{ line: 1, column: 19 }],
          },
        ],
      });
    },
  );

  it('when a text is not GraphQL, then the place is named', async () => {
    expect(await (await post({ query: '{ organisations {' })).json()).toMatchObject({
      errors: [
        { message: 'Syntax Error: Expected Name, found <EOF>.', locations: [{ line: 1, column: 18 }] },
      ],
    });
  });

  it('when a variable does not fit, then it is named', async () => {
    const query = 'query ($all: Boolean!) { organisations @include(if: $all) { code } }';

    expect(await (await post({ query, variables: { all: 'yes' } })).json()).toMatchObject({
      errors: [
        {
          message:
            'Variable "$all" got invalid value "yes"; Boolean cannot represent a non boolean value: "yes"',
        },
      ],
    });
  });
});

describe('given a mistake of ours', () => {
  it('when it keeps a query from being planned, then only an id leaves the house, and the log has the rest', async () => {
    house.logged();

    const response = await post({ query: '{ unplanned }' });

    const { errors, ...rest } = (await response.json()) as {
      errors: { message: string; extensions: { code: string; details: { id: string } } }[];
    };
    const id = errors[0]?.extensions.details.id;
    expect(response.status).toBe(200);
    expect(rest).toEqual({});
    expect(errors).toEqual([
      {
        message: `Something went wrong on our side. Name "${id}" when you report it.`,
        extensions: { code: 'INTERNAL', details: { id } },
      },
    ]);
    expect(JSON.parse(house.logged())).toMatchObject({
      level: 50,
      id,
      err: { message: expect.any(String) as string },
    });
  });
});
