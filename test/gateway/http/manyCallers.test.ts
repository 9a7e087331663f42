import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import { givenBearer, IDENTITY } from '../../support/identity.ts';
import { committedSupergraph } from '../committedSupergraph.ts';
import { startStubHouse, type StubHouse } from './stubHouse.ts';

const ORGANISATIONS = '{ organisations { code } }';

/** Who has asked the agencies, in the order in which they were asked. */
let asked: string[] = [];
let house: StubHouse;
/** Nobody in particular, and twelve people. */
let callers: readonly string[];
beforeAll(async () => {
  // Office tells each of its callers a secret of his own: here, the name that he has shown.
  house = await startStubHouse(
    committedSupergraph,
    (_agency, _question, { headers }) => {
      const caller = headers.authorization ?? 'nobody';
      asked.push(caller);
      return { data: { organisations: [{ code: `secret of ${caller}` }] } };
    },
    IDENTITY,
  );
  const people = Array.from({ length: 12 }, (_, index) => `person-${index}`);
  callers = ['nobody', ...(await Promise.all(people.map((sub) => givenBearer({ claims: { sub } }))))];
});
afterAll(() => house.stop());
beforeEach(() => {
  asked = [];
});

const headersOf = (caller: string): Record<string, string> =>
  caller === 'nobody' ? {} : { authorization: caller };

async function post(caller: string): Promise<unknown> {
  const response = await fetch(`${house.address}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headersOf(caller) },
    body: JSON.stringify({ query: ORGANISATIONS }),
  });
  return response.json();
}

async function get(caller: string): Promise<unknown> {
  const response = await fetch(`${house.address}/graphql?query=${encodeURIComponent(ORGANISATIONS)}`, {
    headers: headersOf(caller),
  });
  return response.json();
}

const secretOf = (caller: string) => ({ data: { organisations: [{ code: `secret of ${caller}` }] } });

describe('given many people who ask the very same', () => {
  it.each([
    ['by POST', post],
    ['by GET', get],
  ])(
    'when they ask all at once %s, then each gets his own answer, and agencies are asked for each of them',
    async (_how, send) => {
      const twice = [...callers, ...callers];

      const answers = await Promise.all(twice.map((caller) => send(caller)));

      expect(answers).toEqual(twice.map(secretOf));
      // Once or twice for each: the same person's two questions may be one.
      expect([...new Set(asked)].sort()).toEqual([...callers].sort());
      expect(asked.length).toBeLessThanOrEqual(twice.length);
    },
  );

  it('when they ask one after the other, then none gets the answer of the one before', async () => {
    const answers: unknown[] = [];
    for (const caller of [...callers, ...callers]) answers.push(await post(caller));

    expect(answers).toEqual([...callers, ...callers].map(secretOf));
  });

  it("when an answer passes a cache on its way, then the cache may keep none that is a person's", async () => {
    const responses = await Promise.all([
      fetch(`${house.address}/graphql?query=${encodeURIComponent(ORGANISATIONS)}`, {
        headers: headersOf(callers[1]!),
      }),
      fetch(`${house.address}/graphql?query=${encodeURIComponent(ORGANISATIONS)}`),
    ]);

    expect(responses.map(({ headers }) => headers.get('cache-control'))).toEqual([
      'no-store',
      'public, no-cache',
    ]);
  });
});
