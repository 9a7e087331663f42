import { describe, expect, it } from 'vitest';

import type { Observation, Principal, Release } from '../../../../schema/values/index.ts';
import type { MoveStore } from '../../../../subgraphs/_kit/storage/moveStore.ts';
import { sealMove } from '../../../../subgraphs/_kit/submitting/storedMove.ts';
import { dataOf, faultCodesOf } from '../../../support/answers.ts';
import { givenComparison, givenObservation, givenRelease, type Plain } from '../../../support/given.ts';
import { OFFICER } from '../../../support/people.ts';
import { april } from '../../../support/stores.ts';
import { givenAgency } from '../../../support/testAgency.ts';

const FIELDS = `state withdrawn before { value indicator { code } breakdown { code } release { number } }
  after { value indicator { code } breakdown { code } release { number } }
  releases { number correction { reason words } }`;
const BETWEEN = `query ($keys: [_Any!]!) { _entities(representations: $keys) { ... on ReportRevision {
  invented { ${FIELDS} } } } }`;
const DIFF = `query ($from: Int!, $to: Int!) { invented {
  diff(organisation: "ha-tinh-khoi", period: "2024-Q1", from: $from, to: $to) { ${FIELDS} } } }`;

interface Said {
  readonly value: string | null;
  readonly indicator: { readonly code: string };
  readonly breakdown: readonly { readonly code: string }[];
  readonly release: { readonly number: number };
}

interface Revision {
  readonly state: string;
  readonly withdrawn: boolean;
  readonly before: Said | null;
  readonly after: Said | null;
  readonly releases: readonly {
    readonly number: number;
    readonly correction: { readonly words: string } | null;
  }[];
}

/** `STATE indicator part: value#release → value#release (reasons)`, "withdrawn" behind it where it is. */
function textOf({ state, before, after, releases, withdrawn }: Revision): string {
  const one = after ?? before;
  const name = [one?.indicator.code, ...(one?.breakdown ?? []).map(({ code }) => code)].join(' ');
  const said = (figure: Said | null) => (figure ? `${figure.value ?? '-'}#${figure.release.number}` : '-');
  const reasons = releases
    .map(({ number, correction }) => `${number}: ${correction?.words ?? '-'}`)
    .join('; ');
  return `${state} ${name}: ${said(before)} → ${said(after)} (${reasons})${withdrawn ? ' withdrawn' : ''}`;
}

const key = (from: string, to: string, change: Record<string, unknown> = {}) => ({
  ...{ __typename: 'ReportRevision', organisation: 'ha-tinh-khoi', area: 'ha-tinh', period: '2024-Q1' },
  ...{ from, to, ...change },
});

type Running = Awaited<ReturnType<typeof givenAgency>>;

async function between(
  agency: Running,
  from: string,
  to: string,
  who: Principal | null = null,
): Promise<readonly string[]> {
  const answer = await agency.ask(BETWEEN, { keys: [key(from, to)] }, who);
  return (dataOf(answer) as { _entities: [{ invented: Revision[] }] })._entities[0].invented.map(textOf);
}

async function diff({ ask }: Running, from: number, to: number): Promise<readonly string[]> {
  const answer = await ask(DIFF, { from, to });
  return (dataOf(answer) as { invented: { diff: Revision[] } }).invented.diff.map(textOf);
}

const total = (value: string, change: Plain<Observation> = {}) => givenObservation({ value, ...change });
const warned = (value: string, change: Plain<Observation> = {}) =>
  total(value, { breakdown: { form: 'warning' }, ...change });
const because = (words: string) => ({ reason: 'CORRECTION', words }) as const;
const release = (
  number: number,
  day: number,
  words: string,
  ...observations: readonly Observation[]
): Release =>
  givenRelease({
    ...{ number, publishedAt: april(day), observations, hash: `hash-of-${number}` },
    correction: number === 1 ? null : because(words),
  });

/** Takes back what stands, on a day. */
async function withdraw(store: MoveStore, number: number, day: number): Promise<void> {
  const line = { agency: 'invented', organisation: 'ha-tinh-khoi', period: '2024-Q1' as Release['period'] };
  const body = {
    reason: 'secret reason',
    by: { subject: 'a', role: 'APPROVER' },
    requestId: null,
    fingerprint: '',
  };
  const move = {
    ...line,
    kind: 'WITHDRAW',
    number,
    key: null,
    at: april(day),
    visibleFrom: april(day),
    body,
  } as const;
  await store.append(sealMove(await store.head('invented'), move));
}

const corrected = [
  release(1, 2, '', total('10'), warned('4')),
  release(2, 4, 'one was counted twice', total('9'), warned('4')),
  release(3, 6, 'late cell', total('9'), warned('3', { note: 'recounted' }), total('1', { time: '2023' })),
];

describe('given three releases about one organisation and period', () => {
  it.each([
    [1, 2, ['CHANGED members-disciplined: 10#1 → 9#2 (2: one was counted twice)']],
    [
      2,
      3,
      [
        'APPEARED members-disciplined: - → 1#3 (3: late cell)',
        'CHANGED members-disciplined warning: 4#2 → 3#3 (3: late cell)',
      ],
    ],
    [
      1,
      3,
      [
        'APPEARED members-disciplined: - → 1#3 (3: late cell)',
        'CHANGED members-disciplined: 10#1 → 9#3 (2: one was counted twice)',
        'CHANGED members-disciplined warning: 4#1 → 3#3 (3: late cell)',
      ],
    ],
  ])(
    'when release %d is held against %d, then each figure that differs is told with its reasons',
    async (from, to, expected) => {
      expect(await diff(await givenAgency(corrected), from, to)).toEqual(expected);
    },
  );

  it.each([
    [
      april(1),
      april(3),
      [
        'APPEARED members-disciplined: - → 10#1 (1: -)',
        'APPEARED members-disciplined warning: - → 4#1 (1: -)',
      ],
    ],
    [april(3), april(5), ['CHANGED members-disciplined: 10#1 → 9#2 (2: one was counted twice)']],
    [april(4), april(5), []],
    [april(3), april(3), []],
  ])(
    'when the report is revised from %s to %s, then what has changed meanwhile is told',
    async (from, to, expected) => {
      expect(await between(await givenAgency(corrected), from, to)).toEqual(expected);
    },
  );

  it('when they are withdrawn, then all has disappeared, and nobody is told why', async () => {
    const agency = await givenAgency(corrected);
    await withdraw(agency.store, 4, 8);

    expect(await between(agency, april(5), april(9))).toEqual([
      'DISAPPEARED members-disciplined: 9#2 → - () withdrawn',
      'DISAPPEARED members-disciplined warning: 4#2 → - (3: late cell) withdrawn',
    ]);
    expect(JSON.stringify(await agency.ask(BETWEEN, { keys: [key(april(5), april(9))] }))).not.toContain(
      'secret',
    );
  });

  it('when a release is not there, or the order is turned round, then the diff is refused', async () => {
    const { ask } = await givenAgency(corrected);

    expect(faultCodesOf(await ask(DIFF, { from: 1, to: 7 }))).toEqual(['RELEASE_UNKNOWN']);
    expect(faultCodesOf(await ask(DIFF, { from: 2, to: 2 }))).toEqual(['ARGUMENT_INVALID']);
  });
});

describe('given figures that change in other ways than in their value', () => {
  it.each([
    ['qualifier', { qualifier: 'NEARLY' }],
    ['note', { note: 'by phone' }],
    ['comparison', { comparisons: [givenComparison()] }],
    ['source', { sources: [{ document: 'khoi-2024-q1', section: 'A.II', footnote: 1 }] }],
  ] as const)('when its %s changes, then it is told', async (_what, change) => {
    const agency = await givenAgency([
      release(1, 2, '', total('10')),
      release(2, 4, 'x', total('10', change)),
    ]);

    expect(await diff(agency, 1, 2)).toEqual(['CHANGED members-disciplined: 10#1 → 10#2 (2: x)']);
  });

  it('when it changes there and back, then it has not changed', async () => {
    const agency = await givenAgency([
      release(1, 2, '', total('10')),
      release(2, 4, 'x', total('11')),
      release(3, 5, 'y', total('10')),
    ]);

    expect(await diff(agency, 1, 3)).toEqual([]);
  });

  it('when the area has changed too, then its figures follow on those of the organisation', async () => {
    const about = (number: number, day: number, value: string) => ({
      ...release(
        number,
        day,
        'z',
        givenObservation({ indicator: 'budget-revenue', organisation: 'ha-tinh', unit: 'VND', value }),
      ),
      organisation: 'ha-tinh',
    });
    const agency = await givenAgency([...corrected.slice(0, 2), about(1, 2, '7'), about(2, 4, '8')]);

    expect(await between(agency, april(3), april(5))).toEqual([
      'CHANGED members-disciplined: 10#1 → 9#2 (2: one was counted twice)',
      'CHANGED budget-revenue: 7#1 → 8#2 (2: z)',
    ]);
  });
});

describe('given a figure that is not for everybody', () => {
  const secret = (value: string) => warned(value, { confidentiality: 'RESTRICTED' });
  const releases = [
    release(1, 2, '', total('10'), secret('4')),
    release(2, 4, 'x', total('10'), secret('3')),
  ];

  it('when it changes, then only who may read it is told', async () => {
    const agency = await givenAgency(releases);

    expect(await diff(agency, 1, 2)).toEqual([]);
    expect(await between(agency, april(3), april(5))).toEqual([]);
    expect(await between(agency, april(3), april(5), OFFICER)).toEqual([
      'CHANGED members-disciplined warning: 4#1 → 3#2 (2: x)',
    ]);
  });

  it('when a part is withheld that was not, then its total has not changed', async () => {
    const agency = await givenAgency([
      release(1, 2, '', total('10'), warned('4')),
      release(2, 4, 'x', total('10'), secret('4')),
    ]);

    expect(await diff(agency, 1, 2)).toEqual(['DISAPPEARED members-disciplined warning: 4#1 → - (2: x)']);
  });

  it('when it is under an embargo, then its release is unknown until the moment has come', async () => {
    const agency = await givenAgency([release(1, 2, '', total('10')), release(2, 25, 'x', total('9'))]);

    expect(faultCodesOf(await agency.ask(DIFF, { from: 1, to: 2 }))).toEqual(['RELEASE_UNKNOWN']);
    agency.now = Date.parse('2024-04-26T00:00:00Z');
    expect(await diff(agency, 1, 2)).toEqual(['CHANGED members-disciplined: 10#1 → 9#2 (2: x)']);
  });
});
