import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import { createRequestVerifier } from '../../../schema/identity/index.ts';
import { GATEWAY_KEY, IDENTITY, NOW } from '../../support/identity.ts';
import { committedSupergraph } from '../committedSupergraph.ts';
import { startStubHouse, type StubHouse } from './stubHouse.ts';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const QUERY = '{ organisations { code } inspection { indicators { code } } }';

let house: StubHouse;
let broken: StubHouse;
/** What agencies have been told since the test began. */
let told: unknown[] = [];
/** Whether the signature under each was good for another name of the request. */
let isGoodForAnother: boolean[] = [];

beforeAll(async () => {
  house = await startStubHouse(
    committedSupergraph,
    (agency, _question, { headers, ...parts }) => {
      told.push(headers['x-request-id']);
      const verify = createRequestVerifier({ agency, keys: [GATEWAY_KEY], now: () => NOW });
      try {
        verify({ ...parts, authorization: '' }, { ...headers, 'x-request-id': 'another' });
        isGoodForAnother.push(true);
      } catch {
        isGoodForAnother.push(false);
      }
      return agency === 'office' ? { data: { organisations: [] } } : { data: { inspection: null } };
    },
    IDENTITY,
  );
  broken = await startStubHouse(committedSupergraph, () => 'no answer of GraphQL');
});
afterAll(() => Promise.all([house.stop(), broken.stop()]));
beforeEach(() => {
  told = [];
  isGoodForAnother = [];
  house.logged();
});

function post({ address }: StubHouse, headers: Record<string, string>, path = '/graphql'): Promise<Response> {
  return fetch(address + path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ query: QUERY }),
  });
}

describe('given a request that its sender calls something', () => {
  it.each(['desk-7', 'a', 'x'.repeat(100), 'gw:2024-04-20T12.00_1'])(
    'when that is "%s", then all agencies and the answer tell it',
    async (id) => {
      const response = await post(house, { 'x-request-id': id });

      expect(response.headers.get('x-request-id')).toBe(id);
      expect(told).toEqual([id, id]);
    },
  );

  it.each([['x'.repeat(101)], ['a b'], ['"}'], ['ạ'.normalize('NFD').slice(0, 1) + ','], ['']])(
    'when that is "%s", which is not taken, then all agencies and the answer tell a new one',
    async (id) => {
      const response = await post(house, { 'x-request-id': id });

      const given = response.headers.get('x-request-id');
      expect(given).toMatch(UUID);
      expect(told).toEqual([given, given]);
    },
  );

  it('when it has no name, then each gets one of its own', async () => {
    const responses = [await post(house, {}), await post(house, {})];

    const ids = responses.map(({ headers }) => headers.get('x-request-id'));
    expect(told).toEqual([ids[0], ids[0], ids[1], ids[1]]);
    expect(new Set(ids).size).toBe(2);
  });

  it('when the name is changed on its way, then the signature is good all the same: it is only a label', async () => {
    await post(house, { 'x-request-id': 'one' });

    expect(isGoodForAnother).toEqual([true, true]);
  });

  it('when its token is refused, then the refusal tells it too', async () => {
    const response = await post(house, { 'x-request-id': 'refused-1', authorization: 'Bearer x' });

    expect([response.status, response.headers.get('x-request-id')]).toEqual([401, 'refused-1']);
  });

  it('when agencies fail, then the log tells by which request', async () => {
    await post(broken, { 'x-request-id': 'failing-1' });

    const lines = broken
      .logged()
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(lines.map(({ msg, requestId }) => [msg, requestId])).toEqual([
      ['agency failed', 'failing-1'],
      ['agency failed', 'failing-1'],
    ]);
  });
});
