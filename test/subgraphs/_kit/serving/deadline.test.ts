import { request } from 'node:http';

import { describe, expect, it } from 'vitest';

import { readDeadline } from '../../../../schema/identity/index.ts';
import { createContext, type AgencyContext } from '../../../../subgraphs/_kit/graph/context.ts';
import type { ReleaseStore } from '../../../../subgraphs/_kit/storage/releaseStore.ts';
import { givenRelease } from '../../../support/given.ts';
import { serve, type ServedAgency } from '../../../support/serving.ts';
import { report, SECTIONS } from '../../../support/reports.ts';
import { april, lineAt } from '../../../support/stores.ts';
import { givenAgency } from '../../../support/testAgency.ts';

const OBSERVATIONS = { query: '{ invented { observations { totalCount } } }' };
const SECTION = {
  query: SECTIONS('observations { value } checks { key }'),
  variables: { reports: [report({ asOf: april(10) })] },
};

interface SlowAgency extends ServedAgency {
  /** The methods of the store that were called since it is slow, in this order. */
  readonly calls: readonly string[];
  /** Lets the store answer what it was asked so far, and all that comes. */
  readonly release: () => void;
}

/** The same store; lists the methods that are called, and waits each time. */
function listCalls(store: ReleaseStore, calls: string[], wait = () => Promise.resolve()): ReleaseStore {
  return new Proxy(store, {
    get: (target, name: string) => {
      const method = Reflect.get(target, name) as (...args: unknown[]) => Promise<unknown>;
      return async (...args: unknown[]) => {
        calls.push(name);
        await wait();
        return method.apply(target, args);
      };
    },
  });
}

/** An agency whose store answers only when it is told to; its clock has been read before. */
async function givenSlowAgency(): Promise<SlowAgency> {
  const calls: string[] = [];
  let answering = Promise.resolve();
  const slow = (store: ReleaseStore): ReleaseStore => listCalls(store, calls, () => answering);
  const served = await serve(await givenAgency([givenRelease()], slow));
  await post(served, {}, OBSERVATIONS);
  calls.length = 0;
  let release = (): void => undefined;
  answering = new Promise((resolve) => (release = resolve));
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
    ['observations', OBSERVATIONS],
    ['a section', SECTION],
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

    const response = await post(agency, { 'x-deadline-ms': '20000' }, SECTION);

    expect(await response.json()).toEqual({
      data: {
        _entities: [
          { organisation: 'ha-tinh-khoi', invented: { observations: [{ value: '2' }], checks: [] } },
        ],
      },
    });
    expect(agency.calls).toEqual(['newestOfLines', 'newestOfAll', 'newestOfAll']);
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
    leaving.end(JSON.stringify(SECTION));
    await expect.poll(() => agency.calls.length).toBe(1);
    leaving.destroy();
    await post(agency, {}, { query: '{ __typename }' });

    await settle(agency);

    expect(agency.calls).toHaveLength(1);
    expect(agency.logged()).toEqual([]);
  });
});

describe('given a context that nobody waits for any more', () => {
  const instant = april(10);
  const readings: [string, (context: AgencyContext) => Promise<unknown>][] = [
    [
      'the newest of a line',
      ({ store }) => store.newestOfLines([{ ...lineAt(april(10)), agency: 'invented' }]),
    ],
    ['the newest of all', ({ store }) => store.newestOfAll({ agency: 'invented' }, instant)],
    ['headers', ({ store }) => store.headers({ agency: 'invented' }, instant)],
    ['the clock', ({ clock }) => clock.announce(instant)],
  ];

  it.each(readings)('when %s is asked for, then the store is not asked', async (_what, read) => {
    const asked: string[] = [];
    const { reading } = await givenAgency([givenRelease()], (store) => listCalls(store, asked));
    const reason = new DOMException('Nobody waits.', 'AbortError');

    await expect(read(createContext(reading, null, null, AbortSignal.abort(reason)))).rejects.toBe(reason);
    expect(asked).toEqual([]);
    await read(createContext(reading));
    expect(asked).not.toEqual([]);
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
