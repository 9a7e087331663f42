import { describe, expect, it } from 'vitest';

import type { Observation } from '../../../../schema/values/index.ts';
import { dataOf } from '../../../support/answers.ts';
import { givenComparison, givenObservation, givenRelease, type Plain } from '../../../support/given.ts';
import { april } from '../../../support/stores.ts';
import { givenAgency, type RunningAgency } from '../../../support/testAgency.ts';

const SERIES = `query ($from: Period, $to: Period, $asOf: DateTime) { invented {
  series(indicator: "members-disciplined", organisation: "ha-tinh-khoi", from: $from, to: $to, asOf: $asOf) {
    points {
      time
      observation { value calendar }
      alternates { value }
      growth { against baseTime measure reported { value } computed { value base { value } } agreement reason }
    }
    breaks { time kind reason }
  }
} }`;

interface Growth {
  readonly against: string;
  readonly baseTime: string;
  readonly measure: string;
  readonly reported: { readonly value: string } | null;
  readonly computed: { readonly value: string; readonly base: { readonly value: string } } | null;
  readonly agreement: string | null;
  readonly reason: string | null;
}

interface Series {
  readonly points: readonly {
    readonly time: string;
    readonly observation: { readonly value: string; readonly calendar: string };
    readonly alternates: readonly { readonly value: string }[];
    readonly growth: Growth | null;
  }[];
  readonly breaks: readonly {
    readonly time: string;
    readonly kind: string;
    readonly reason: string | null;
  }[];
}

async function seriesOf({ ask }: RunningAgency, variables: Record<string, unknown> = {}): Promise<Series> {
  return (dataOf(await ask(SERIES, variables)) as { invented: { series: Series } }).invented.series;
}

/** `time value: base time, base → computed or reason` of each point. */
function growths({ points }: Series): string[] {
  return points.map(({ time, observation, growth }) => {
    if (!growth) return `${time} ${observation.value}: -`;
    const { baseTime, computed, reason } = growth;
    return `${time} ${observation.value}: ${baseTime} ${computed ? `${computed.base.value} → ${computed.value}` : reason}`;
  });
}

const figure = (time: string, value: string | null, change: Plain<Observation> = {}): Observation =>
  givenObservation({ time, value, ...change });

const holding = (...observations: readonly Observation[]) => givenAgency([givenRelease({ observations })]);

describe('given a series of several frequencies', () => {
  const agency = () =>
    holding(
      figure('2020', '10'),
      figure('2023', '12'),
      figure('2023-Q3', '4'),
      figure('2023-Q4', '5'),
      figure('2024-Q1', '0'),
      figure('2024-Q2', '3'),
      figure('2022-09/P9M', '8'),
      figure('2023-01/P9M', '9'),
      figure('2023-09/P9M', '6'),
    );

  it('when growth is asked for, then each figure is compared with the one before of its frequency', async () => {
    expect(growths(await seriesOf(await agency()))).toEqual([
      '2020 10: -',
      '2022-09/P9M 8: -',
      '2023-01/P9M 9: -',
      '2023 12: 2020 10 → 20.00',
      '2023-Q3 4: -',
      '2023-09/P9M 6: 2022-09/P9M 8 → -25.00',
      '2023-Q4 5: 2023-Q3 4 → 25.00',
      '2024-Q1 0: 2023-Q4 5 → -100.00',
      '2024-Q2 3: 2024-Q1 BASE_ZERO',
    ]);
  });

  it('when a span of time is asked for, then the figure before it still counts', async () => {
    expect(growths(await seriesOf(await agency(), { from: '2023', to: '2023' }))).toEqual([
      '2023-01/P9M 9: -',
      '2023 12: 2020 10 → 20.00',
      '2023-Q3 4: -',
      '2023-Q4 5: 2023-Q3 4 → 25.00',
    ]);
  });
});

describe('given a series', () => {
  it('when the source states the growth on that period, then it stands beside the computed one', async () => {
    const comparisons = [givenComparison({ against: 'PERIOD', baseTime: '2020', value: '25' })];

    const { points } = await seriesOf(
      await holding(figure('2020', '10'), figure('2023', '12', { comparisons })),
    );

    expect(points[1]?.growth).toEqual({
      against: 'PERIOD',
      baseTime: '2020',
      measure: 'PERCENT_CHANGE',
      reported: { value: '25' },
      computed: { value: '20', base: { value: '10' } },
      agreement: 'CONFLICT',
      reason: null,
    });
  });

  it('when the figure before has no value, then nothing is computed and the figure before that is not taken', async () => {
    const agency = await holding(
      figure('2021', '10'),
      figure('2022', null, { missing: 'WITHHELD' }),
      figure('2023', '12'),
    );

    expect(growths(await seriesOf(agency))).toEqual([
      '2021 10: -',
      '2022 null: 2021 FIGURE_MISSING',
      '2023 12: 2022 BASE_MISSING',
    ]);
  });

  it('when the figure before was corrected, then growth is computed from what was known', async () => {
    const agency = await givenAgency([
      givenRelease({ period: '2020', publishedAt: april(1), observations: [figure('2020', '10')] }),
      givenRelease({ period: '2023', publishedAt: april(2), observations: [figure('2023', '12')] }),
      givenRelease({ period: '2020', number: 2, publishedAt: april(9), observations: [figure('2020', '8')] }),
    ]);

    expect(growths(await seriesOf(agency))[1]).toBe('2023 12: 2020 8 → 50.00');
    expect(growths(await seriesOf(agency, { asOf: april(5) }))[1]).toBe('2023 12: 2020 10 → 20.00');
  });
});

describe('given a series with a break that the agency declares', () => {
  const agency = () =>
    holding(
      figure('2021', '10'),
      figure('2022', '12', { seriesBreak: 'cách tính mới' }),
      figure('2023', '15'),
    );

  it('when it is asked for, then the break is told, and nothing is computed across it', async () => {
    const series = await seriesOf(await agency());

    expect(series.breaks).toEqual([{ time: '2022', kind: 'DECLARED', reason: 'cách tính mới' }]);
    expect(growths(series)).toEqual([
      '2021 10: -',
      '2022 12: 2021 BREAK_IN_SERIES',
      '2023 15: 2022 12 → 25.00',
    ]);
  });

  it('when a span of time after it is asked for, then it is not told', async () => {
    expect((await seriesOf(await agency(), { from: '2023' })).breaks).toEqual([]);
  });
});

describe('given a series of two calendars', () => {
  const administrative = { calendar: 'ADMINISTRATIVE' } as const;

  it('when both tell one time, then these are two points, the own one of the calendar first', async () => {
    const agency = await givenAgency([
      givenRelease({
        period: '2022',
        publishedAt: april(1),
        observations: [figure('2022', '11', administrative), figure('2022', '10'), figure('2021', '8')],
      }),
      givenRelease({
        period: '2023',
        publishedAt: april(2),
        observations: [figure('2022', '12', administrative)],
      }),
    ]);

    const { points, breaks } = await seriesOf(agency);

    expect(points.map(({ time, observation, alternates }) => [time, observation, alternates])).toEqual([
      ['2021', { value: '8', calendar: 'CALENDAR' }, []],
      ['2022', { value: '10', calendar: 'CALENDAR' }, []],
      ['2022', { value: '12', calendar: 'ADMINISTRATIVE' }, [{ value: '11' }]],
    ]);
    expect(breaks).toEqual([]);
  });

  it('when it changes from one to the other, then that is a break, and nothing is computed across it', async () => {
    const agency = await holding(
      figure('2020', '8', administrative),
      figure('2021', '9', administrative),
      figure('2022', '10', { seriesBreak: 'cách tính mới' }),
      figure('2023', '11'),
      figure('2022-Q1', '3'),
    );

    const series = await seriesOf(agency);

    expect(series.breaks).toEqual([
      { time: '2022', kind: 'DECLARED', reason: 'cách tính mới' },
      { time: '2022', kind: 'CALENDAR', reason: null },
    ]);
    expect(growths(series)).toEqual([
      '2020 8: -',
      '2021 9: 2020 8 → 12.50',
      '2022-Q1 3: -',
      '2022 10: 2021 CALENDARS_DIFFER',
      '2023 11: 2022 10 → 10.00',
    ]);
  });

  it('when one goes on beside the other, then each is compared with its own', async () => {
    const agency = await holding(
      figure('2022', '10'),
      figure('2022', '20', administrative),
      figure('2023', '11'),
      figure('2023', '21', administrative),
      figure('2024', '22', administrative),
    );

    const series = await seriesOf(agency);

    expect(series.breaks).toEqual([]);
    expect(growths(series)).toEqual([
      '2022 10: -',
      '2022 20: -',
      '2023 11: 2022 10 → 10.00',
      '2023 21: 2022 20 → 5.00',
      '2024 22: 2023 21 → 4.76',
    ]);
  });
});
