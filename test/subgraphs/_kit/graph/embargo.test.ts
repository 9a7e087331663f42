import { describe, expect, it } from 'vitest';

import type { Command, Instant, Observation, Principal } from '../../../../schema/values/index.ts';
import type { MoveStore } from '../../../../subgraphs/_kit/storage/moveStore.ts';
import { bodyOf, sealMove } from '../../../../subgraphs/_kit/submitting/storedMove.ts';
import { dataOf, faultCodesOf } from '../../../support/answers.ts';
import { givenObservation, givenRelease, Q1 } from '../../../support/given.ts';
import { OUTSIDERS, READERS, WORKERS } from '../../../support/readers.ts';
import { report, SECTIONS, type Entities } from '../../../support/reports.ts';
import { april, insertRelease } from '../../../support/stores.ts';
import { givenAgency, type RunningAgency } from '../../../support/testAgency.ts';
import { wholeAnswer } from '../../../support/wholeAnswer.ts';

const published = givenRelease({ observations: [givenObservation({ value: '41' })] });
const embargoed = givenRelease({
  agency: 'invented',
  number: 2,
  publishedAt: april(22),
  observations: [givenObservation({ value: '74130' })],
});

const neverSeen = givenRelease({
  agency: 'invented',
  organisation: 'ha-tinh',
  publishedAt: april(22),
  hash: 'hash-of-what-nobody-has-seen',
  observations: [givenObservation({ organisation: 'ha-tinh', value: '74140' })],
});

/** Lets an officer move on a line, as the workflow would. */
async function move(
  store: MoveStore,
  at: Instant,
  command: Command,
  organisation: string,
  number: number | null = null,
): Promise<void> {
  const context = { by: { subject: 'a', role: 'OFFICER' }, requestId: null, fingerprint: '' } as const;
  const line = { agency: 'invented', organisation, period: Q1, key: null };
  await store.append(
    sealMove(await store.head('invented'), {
      ...line,
      kind: command.kind,
      at,
      number,
      visibleFrom: number === null ? null : at,
      body: bodyOf(command, context),
    }),
  );
}

const withdraw = (store: MoveStore, at: Instant, organisation: string, number: number): Promise<void> =>
  move(store, at, { kind: 'WITHDRAW', reason: 'not to be said' }, organisation, number);

const saved = (value: string): Command => {
  const observations: readonly Observation[] = [givenObservation({ value })];
  return { kind: 'SAVE', observations, correction: { reason: 'CORRECTION', words: 'sửa' } };
};

/** An agency at a moment that has published 41, and which has drafts of something else. */
async function givenDrafts(now: Instant): Promise<RunningAgency> {
  const agency = await givenAgency([published]);
  await move(agency.store, april(3), saved('74110'), 'ha-tinh-khoi');
  await move(agency.store, april(4), saved('74120'), 'ha-tinh');
  await move(agency.store, april(5), { kind: 'SUBMIT', acknowledgements: [] }, 'ha-tinh');
  await move(agency.store, april(6), { kind: 'APPROVE' }, 'ha-tinh');
  agency.now = Date.parse(now) + 250;
  return agency;
}

/** The same with a second release that was approved on the 6th, to be seen from the 22nd on. */
async function givenEmbargo(now: Instant): Promise<RunningAgency> {
  const agency = await givenDrafts(now);
  await insertRelease(agency.store, embargoed, april(7));
  return agency;
}

/** An agency that has never said more than 41. */
async function givenNothingElse(now: Instant): Promise<RunningAgency> {
  const agency = await givenAgency([published]);
  agency.now = Date.parse(now) + 250;
  return agency;
}

/** The officer of the area may know that its draft is approved; the others work with neither draft. */
const isOfArea = ([who]: readonly [string, unknown]): boolean => who === 'an officer of another organisation';
const STRANGERS = [...OUTSIDERS, ...READERS].filter((one) => !isOfArea(one));

/** A release about the area, to be seen from the 22nd on, that was taken back on the 8th. */
async function givenTakenBack(now: Instant): Promise<RunningAgency> {
  const agency = await givenNothingElse(now);
  await insertRelease(agency.store, neverSeen, april(7));
  await withdraw(agency.store, april(8), 'ha-tinh', 2);
  return agency;
}

/** Nobody in particular, a reader, and somebody who works with these figures. */
const ONE_OF_EACH = [null, READERS[0]![1], WORKERS[0]![1]];

const LAST_MILLISECOND = '2024-04-21T23:59:59.999Z' as Instant;

describe('given drafts, and a release under an embargo', () => {
  it.each(STRANGERS)(
    'when %s asks for all there is before its moment, then it is as if they were not there',
    async (_who, principal) => {
      const answer = await wholeAnswer(await givenEmbargo(april(21)), principal, april(21));

      expect(answer).toBe(await wholeAnswer(await givenNothingElse(april(21)), principal, april(21)));
    },
  );

  it.each([...WORKERS, ...OUTSIDERS.filter(isOfArea)])(
    'when %s asks for all there is before its moment, then no figure of them is there',
    async (_who, principal) => {
      const answer = await wholeAnswer(await givenEmbargo(april(21)), principal, april(21));

      expect(answer).toContain('41');
      expect(answer).not.toMatch(/741[123]0/);
    },
  );

  it.each([
    ['at its moment', april(22)],
    ['after it', april(23)],
  ])('when all there is is asked for %s, then the release is there, and no draft', async (_when, now) => {
    for (const principal of ONE_OF_EACH) {
      const answer = await wholeAnswer(await givenEmbargo(now), principal, now);

      expect(answer).toContain('74130');
      expect(answer).not.toMatch(/741[12]0/);
    }
  });
});

describe('given a release that was taken back before its moment', () => {
  it.each(STRANGERS)(
    'when %s asks for all there is after that moment, then it is as if it had never been made',
    async (_who, principal) => {
      const answer = await wholeAnswer(await givenTakenBack(april(25)), principal, april(24));

      expect(answer).toBe(await wholeAnswer(await givenNothingElse(april(25)), principal, april(24)));
    },
  );

  it.each(WORKERS)(
    'when %s asks for all there is after that moment, then no figure is there, and no release but in the log',
    async (_who, principal) => {
      const answer = await wholeAnswer(await givenTakenBack(april(25)), principal, april(24));

      expect(answer).toContain('41');
      expect(answer).not.toMatch(/74140|"hash":"hash-of-what-nobody-has-seen"/);
    },
  );
});

const ENTRY = `query ($asOf: DateTime) { invented {
  observations(asOf: $asOf) { totalCount nodes { value } }
  series(indicator: "members-disciplined", organisation: "ha-tinh-khoi", asOf: $asOf) {
    points { observation { value } revision { count } } }
  releases(asOf: $asOf) { number }
} }`;

interface EntryAnswer {
  readonly invented: {
    readonly observations: { readonly totalCount: number; readonly nodes: readonly { value: string }[] };
    readonly series: {
      readonly points: readonly { observation: { value: string }; revision: { count: number } }[];
    };
    readonly releases: readonly { readonly number: number }[];
  };
}

describe('given a release that was under an embargo until the 22nd, on the 25th', () => {
  it.each<[string, Instant, string, number[], number]>([
    ['a millisecond before', LAST_MILLISECOND, '41', [1], 0],
    ['the moment itself', april(22), '74130', [2, 1], 1],
    ['later', april(24), '74130', [2, 1], 1],
  ])(
    'when the entry answers as of %s, then lists, series and releases agree',
    async (_when, asOf, value, numbers, revisions) => {
      const { ask } = await givenEmbargo(april(25));

      const { invented } = dataOf(await ask(ENTRY, { asOf })) as EntryAnswer;

      expect(invented).toEqual({
        observations: { totalCount: 1, nodes: [{ value }] },
        series: { points: [{ observation: { value }, revision: { count: revisions } }] },
        releases: numbers.map((number) => ({ number })),
      });
    },
  );

  it.each<[string, Instant, string, number]>([
    ['a millisecond before', LAST_MILLISECOND, '41', 1],
    ['the moment itself', april(22), '74130', 2],
    ['later', april(24), '74130', 2],
  ])('when its report is as of %s, then form, states and facts agree', async (_when, asOf, value, number) => {
    const { ask } = await givenEmbargo(april(25));

    const answer = await ask(
      SECTIONS('discipline { members { value } } submissions { state release { number } } facts'),
      { reports: [report({ asOf, area: 'ha-tinh-khoi' })] },
    );

    expect((dataOf(answer) as Entities<unknown>)._entities[0]?.invented).toMatchObject({
      discipline: { members: { value } },
      submissions: [{ state: 'PUBLISHED', release: { number } }],
      facts: { releases: [{ state: 'PUBLISHED', number, observations: [{ value }] }] },
    });
  });
});

describe('given a release under an embargo, before its moment', () => {
  const all: readonly (readonly [string, Principal | null])[] = [...OUTSIDERS, ...READERS, ...WORKERS];

  it.each(all)('when %s asks as of that moment, then it is refused everywhere', async (_who, principal) => {
    const { ask } = await givenEmbargo(april(21));

    const entry = await ask(ENTRY, { asOf: april(22) }, principal);
    const section = await ask(
      SECTIONS('observations { value }'),
      { reports: [report({ asOf: april(22) })] },
      principal,
    );

    expect(faultCodesOf(entry).every((code) => code === 'AS_OF_IN_FUTURE')).toBe(true);
    expect(faultCodesOf(section)).toEqual(['AS_OF_IN_FUTURE']);
    expect(JSON.stringify([entry, section])).not.toContain('74130');
  });
});
