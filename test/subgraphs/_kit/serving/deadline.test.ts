import { once } from 'node:events';
import { request } from 'node:http';

import { describe, expect, it } from 'vitest';

import { readDeadline } from '../../../../schema/identity/index.ts';
import type { MoveStore } from '../../../../subgraphs/_kit/storage/moveStore.ts';
import { givenRelease } from '../../../support/given.ts';
import { serve, type ServedAgency } from '../../../support/serving.ts';
import { givenAgency } from '../../../support/testAgency.ts';

/** Each of its two fields reads the store, the second after the first has come. */
const QUERY = `query ($of: [_Any!]!) {
  _entities(representations: $of) {
    ... on Report { invented { checks { outcome } observations { value } series: submissions { state } } }
  }
}`;
const REPORT = {
  __typename: 'Report',
  organisation: { __typename: 'Organisation', code: 'ha-tinh-khoi' },
  period: '2024-Q1',
  asOf: '2024-04-19T00:00:00.000Z',
};
const OBSERVATIONS = '{ invented { observations { totalCount } } }';

interface SlowAgency extends ServedAgency {
  /** The methods of the store that were called, in this order. */
  readonly calls: string[];
  /** Lets the store answer what it was asked so far, and all that comes. */
  release(): void;
}

/** An agency whose store answers only when it is told to. */
async function givenSlowAgency(): Promise<SlowAgency> {
  const calls: string[] = [];
  let release = (): void => undefined;
  const released = new Promise<void>((resolve) => (release = resolve));
  const slow = (store: MoveStore): MoveStore =>
    new Proxy(store, {
      get: (target, name: keyof MoveStore) => {
        const method = target[name] as (...args: unknown[]) => Promise<unknown>;
        return async (...args: unknown[]) => {
          calls.push(name);
          await released;
          return method.apply(target, args);
        };
      },
    });
  const served = await serve(await givenAgency([givenRelease()], slow));
  return { ...served, calls, release };
}

function post({ url }: ServedAgency, headers: Record<string, string>, body: object): Promise<Response> {
  return fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });
}

/** Long enough for an agency to do what it has still to do. */
async function settle(agency: SlowAgency): Promise<void> {
  agency.release();
  for (let i = 0; i < 5; i += 1) await post(agency, {}, { query: '{ __typename }' });
}

describe('given a store that is slow', () => {
  it.each([
    ['observations', { query: OBSERVATIONS }],
    ['a section', { query: QUERY, variables: { of: [REPORT] } }],
  ])(
    'when the time for %s has passed, then that is told at once, and the store is asked nothing more',
    async (_what, question) => {
      const agency = await givenSlowAgency();

      const response = await post(agency, { 'x-deadline-ms': '200' }, question);

      expect([response.status, await response.json()]).toEqual([
        503,
        {
          errors: [
            {
              message: 'The time that was given for the answer has passed. Ask again, and give more of it.',
              extensions: { code: 'DEADLINE_PASSED', details: {} },
            },
          ],
        },
      ]);
      const before = [...agency.calls];
      expect(before).toHaveLength(1);
      await settle(agency);
      expect(agency.calls).toEqual(before);
      expect(agency.logged()).toEqual([]);
    },
  );

  it('when there is time, then it is waited for', async () => {
    const agency = await givenSlowAgency();
    setTimeout(() => agency.release(), 100);

    const response = await post(agency, { 'x-deadline-ms': '20000' }, { query: OBSERVATIONS });

    expect(await response.json()).toEqual({ data: { invented: { observations: { totalCount: 1 } } } });
    expect(agency.calls.length).toBeGreaterThan(1);
  });

  it('when who has asked leaves, then the store is asked nothing more', async () => {
    const agency = await givenSlowAgency();
    const leaving = request({
      port: agency.port,
      path: '/graphql',
      method: 'POST',
      headers: { 'content-type': 'application/json' },
    });
    leaving.on('error', () => undefined);
    leaving.end(JSON.stringify({ query: OBSERVATIONS }));
    await expect.poll(() => agency.calls.length).toBe(1);
    leaving.destroy();
    await once(leaving, 'close');
    await post(agency, {}, { query: '{ __typename }' });

    await settle(agency);

    expect(agency.calls).toHaveLength(1);
    expect(agency.logged()).toEqual([]);
  });
});

describe('given what a request says of the time that is left', () => {
  it.each([
    ['3000', 3000],
    ['0', 0],
    ['999999999', 999_999_999],
    ['1000000000', null],
    ['-1', null],
    ['1.5', null],
    ['1e3', null],
    ['soon', null],
    ['', null],
    [undefined, null],
  ])('when it is %j, then %j is read', (told, read) => {
    expect(readDeadline({ 'x-deadline-ms': told })).toBe(read);
  });
});
