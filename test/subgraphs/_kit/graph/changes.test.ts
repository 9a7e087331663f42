import { describe, expect, it } from 'vitest';

import { dataOf, faultCodesOf } from '../../../support/answers.ts';
import { before, changesOf, changeText, figure, now, warned } from '../../../support/changes.ts';
import { givenComparison, givenRelease } from '../../../support/given.ts';
import { report, SECTIONS } from '../../../support/reports.ts';
import { april, countingQueries } from '../../../support/stores.ts';
import { givenAgency } from '../../../support/testAgency.ts';

const reprimanded = { breakdown: { form: 'reprimand' } };

describe('given the reports of a quarter and of the same quarter a year earlier', () => {
  const releases = [
    now(figure('2024-Q1', '12'), figure('2023', '40'), figure('2024-Q1', '2', warned)),
    before(figure('2023-Q1', '10'), figure('2022', '40'), figure('2023-Q1', '1', reprimanded)),
  ];

  it('when the changes are asked for, then each figure stands against its counterpart, in the order of the report', async () => {
    expect((await changesOf(releases)).map(changeText)).toEqual([
      'UNCHANGED: 2023 40 ← 2022 40, 0.00',
      'CHANGED: 2024-Q1 12 ← 2023-Q1 10, 20.00',
      'DISAPPEARED reprimand: - ← 2023-Q1 1, -',
      'APPEARED warning: 2024-Q1 2 ← -, -',
    ]);
  });

  it('when some states are asked for, then others are left out', async () => {
    const changes = await changesOf(releases, 'against: "2023-Q1", state: [APPEARED, DISAPPEARED]');

    expect(changes.map(({ state }) => state)).toEqual(['DISAPPEARED', 'APPEARED']);
  });

  it('when no state is asked for, then none is left out; of an empty list all are', async () => {
    expect(await changesOf(releases, 'against: "2023-Q1", state: null')).toHaveLength(4);
    expect(await changesOf(releases, 'against: "2023-Q1", state: []')).toEqual([]);
  });

  it('when a period is named that nothing is published for, then all has appeared', async () => {
    const changes = await changesOf(releases, 'against: "2019"');

    expect(changes.map(({ state }) => state)).toEqual(['APPEARED', 'APPEARED', 'APPEARED']);
  });

  it.each([
    ['2023-Q1', [{ period: '2023-Q1', number: 1 }]],
    ['2019', []],
  ])(
    'when it is asked what %s is compared with, then the releases are told: %j',
    async (against, expected) => {
      const { ask } = await givenAgency(releases);
      const answer = await ask(SECTIONS(`changesBase(against: "${against}") { period number }`), {
        reports: [report()],
      });

      expect(dataOf(answer)).toMatchObject({ _entities: [{ invented: { changesBase: expected } }] });
    },
  );

  it('when it is asked what the report itself is compared with, then it is refused, and nothing else is lost', async () => {
    const { ask } = await givenAgency(releases);
    const answer = await ask(SECTIONS('changesBase(against: "2024-Q1") { number } observations { value }'), {
      reports: [report()],
    });

    expect(faultCodesOf(answer)).toEqual(['ARGUMENT_INVALID']);
    expect(answer.data).toMatchObject({
      _entities: [{ invented: { changesBase: null, observations: [{}, {}, {}] } }],
    });
  });

  it('when nothing is published for the report itself, then all has disappeared', async () => {
    const changes = await changesOf(releases, 'against: "2023-Q1"', { period: '2024-Q2' });

    expect(changes.map(({ state }) => state)).toEqual(['DISAPPEARED', 'DISAPPEARED', 'DISAPPEARED']);
  });

  it('when a change is asked for in full, then it says what it is about and what it is compared with', async () => {
    const [, change] = await changesOf(releases);

    expect(change).toEqual({
      state: 'CHANGED',
      organisation: 'ha-tinh-khoi',
      indicator: { code: 'members-disciplined' },
      breakdown: [],
      unit: { code: 'person' },
      current: { value: '12', time: '2024-Q1' },
      base: { value: '10', time: '2023-Q1' },
      comparison: {
        against: 'PERIOD',
        baseTime: '2023-Q1',
        reported: null,
        computed: { value: '20.00', base: { value: '10', release: { period: '2023-Q1' } } },
        reason: null,
      },
    });
  });

  it('when both reports are read, then the store is asked once for each', async () => {
    let queries: string[] = [];
    const { ask } = await givenAgency(releases, (store) => {
      const counting = countingQueries(store);
      queries = counting.queries;
      return counting.store;
    });

    await ask(SECTIONS('changes(against: "2023-Q1") { state current { value } }'), { reports: [report()] });

    expect(queries).toEqual(['newestOfLines of 2', 'newestOfLines of 2']);
  });
});

describe('given the same report in another period, differently', () => {
  it.each([
    ['the same number with other digits', figure('2024-Q1', '10.0'), figure('2023-Q1', '10'), 'UNCHANGED'],
    [
      'the same number in another multiplier',
      figure('2024-Q1', '1.5', { unitMultiplier: 3 }),
      figure('2023-Q1', '1500'),
      'UNCHANGED',
    ],
    [
      'the same number otherwise qualified',
      figure('2024-Q1', '10'),
      figure('2023-Q1', '10', { qualifier: 'NEARLY' }),
      'CHANGED',
    ],
    [
      'the same stage aside',
      figure('2024-Q1', '10'),
      figure('2023-Q1', '10', { stage: 'ESTIMATED' }),
      'UNCHANGED',
    ],
    [
      'a number for none',
      figure('2024-Q1', '10'),
      figure('2023-Q1', null, { missing: 'WITHHELD' }),
      'CHANGED',
    ],
    [
      'none for the same reason',
      figure('2024-Q1', null, { missing: 'WITHHELD' }),
      figure('2023-Q1', null, { missing: 'WITHHELD' }),
      'UNCHANGED',
    ],
    [
      'none for another reason',
      figure('2024-Q1', null, { missing: 'WITHHELD' }),
      figure('2023-Q1', null, { missing: 'NOT_COLLECTED' }),
      'CHANGED',
    ],
    [
      'only the same growth',
      figure('2024-Q1', null, { comparisons: [givenComparison()] }),
      figure('2023-Q1', null, { comparisons: [givenComparison({ baseTime: '2022-Q1' })] }),
      'UNCHANGED',
    ],
    [
      'only another growth',
      figure('2024-Q1', null, { comparisons: [givenComparison({ value: '-1' })] }),
      figure('2023-Q1', null, { comparisons: [givenComparison({ baseTime: '2022-Q1' })] }),
      'CHANGED',
    ],
  ])('when it is %s, then it says so', async (_what, current, base, expected) => {
    const changes = await changesOf([now(current), before(base)]);

    expect(changes.map(({ state }) => state)).toEqual([expected]);
  });

  it.each([
    ['of another calendar', { calendar: 'ADMINISTRATIVE' }],
    ['planned', { stage: 'PLANNED', setBy: 'Tỉnh' }],
    ['planned by nobody in particular', { stage: 'PLANNED' }],
    ['of another time', { time: '2022-Q1' }],
    ['of a part', warned],
  ] as const)('when the other is %s, then it is another figure', async (_what, change) => {
    const changes = await changesOf([now(figure('2024-Q1', '10')), before(figure('2023-Q1', '10', change))]);

    expect(changes.map(({ state }) => state).sort()).toEqual(['APPEARED', 'DISAPPEARED']);
  });

  it('when it is in another unit, then it is another figure', async () => {
    const gifts = { indicator: 'gifts', unit: 'gift' };
    const changes = await changesOf([
      now(figure('2024-Q1', '10', gifts)),
      before(figure('2023-Q1', '10', { ...gifts, unit: 'VND' })),
    ]);

    expect(changes.map(({ state }) => state).sort()).toEqual(['APPEARED', 'DISAPPEARED']);
  });
});

describe('given figures about an organisation and its area', () => {
  const revenue = (time: string, value: string) =>
    figure(time, value, { organisation: 'ha-tinh', indicator: 'budget-revenue', unit: 'VND' });
  const gifts = (time: string) => figure(time, '7', { indicator: 'gifts', unit: 'gift' });
  const area = { organisation: 'ha-tinh' };

  it('when the changes are asked for, then the area stands after the organisation, also what has disappeared', async () => {
    const changes = await changesOf([
      now(figure('2024-Q1', '12')),
      before(figure('2023-Q1', '10'), gifts('2023-Q1')),
      givenRelease({ ...now(revenue('2024-Q1', '30')), ...area }),
      givenRelease({ ...before(revenue('2023-Q1', '20')), ...area }),
    ]);

    expect(
      changes.map(({ organisation, state, indicator }) => `${organisation} ${state} ${indicator.code}`),
    ).toEqual([
      'ha-tinh-khoi CHANGED members-disciplined',
      'ha-tinh-khoi DISAPPEARED gifts',
      'ha-tinh CHANGED budget-revenue',
    ]);
  });

  it('when the report is as known earlier, then so is the other one', async () => {
    const corrected = { ...before(figure('2023-Q1', '11')), number: 2, publishedAt: april(9) };
    const releases = [now(figure('2024-Q1', '12')), before(figure('2023-Q1', '10')), givenRelease(corrected)];

    const [late] = await changesOf(releases);
    const [early] = await changesOf(releases, 'against: "2023-Q1"', { asOf: april(5) });

    expect([late?.base?.value, late?.comparison?.computed?.value]).toEqual(['11', '9.09']);
    expect([early?.base?.value, early?.comparison?.computed?.value]).toEqual(['10', '20.00']);
  });
});

describe('given the period of the report itself', () => {
  it('when the changes against it are asked for, then they are refused, and the figures stay', async () => {
    const { ask } = await givenAgency([now(figure('2024-Q1', '12'))]);

    const answer = await ask(SECTIONS('observations { value } changes(against: "2024-Q1") { state }'), {
      reports: [report()],
    });

    expect(faultCodesOf(answer)).toEqual(['ARGUMENT_INVALID']);
    expect(answer.errors?.[0]?.message).toBe(
      'Argument "against" is "2024-Q1", the period of the report itself. Give another period.',
    );
    expect(answer.data).toMatchObject({
      _entities: [{ invented: { observations: [{ value: '12' }], changes: null } }],
    });
  });

  it('when what is named is no period, then it is refused', async () => {
    const { ask } = await givenAgency();

    const answer = await ask(SECTIONS('changes(against: "2024-Q5") { state }'), { reports: [report()] });

    expect(faultCodesOf(answer)).toEqual(['PERIOD_INVALID']);
  });
});
