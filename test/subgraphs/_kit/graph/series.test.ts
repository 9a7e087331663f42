import { describe, expect, it } from 'vitest';

import { dataOf, faultCodesOf } from '../../../support/answers.ts';
import { givenObservation, givenRelease } from '../../../support/given.ts';
import { april } from '../../../support/stores.ts';
import { givenAgency, type RunningAgency } from '../../../support/testAgency.ts';

const SERIES = `query ($breakdown: [BreakdownInput!]! = [], $from: Period, $to: Period, $asOf: DateTime, $unit: ID) {
  invented {
    series(
      indicator: "members-disciplined", organisation: "ha-tinh-khoi"
      breakdown: $breakdown, from: $from, to: $to, asOf: $asOf, unit: $unit
    ) {
      points { time observation { value release { period } } alternates { value release { period } } }
    }
  }
}`;

interface Said {
  readonly value: string;
  readonly release: { readonly period: string };
}

/** `time value@period of the release, then the alternates`. */
async function pointsOf(agency: RunningAgency, variables: Record<string, unknown> = {}): Promise<string[]> {
  const { invented } = dataOf(await agency.ask(SERIES, variables)) as {
    invented: { series: { points: { time: string; observation: Said; alternates: Said[] }[] } };
  };
  return invented.series.points.map(({ time, observation, alternates }) =>
    [time, ...[observation, ...alternates].map(({ value, release }) => `${value}@${release.period}`)].join(
      ' ',
    ),
  );
}

const figure = (time: string, value: string, change: Parameters<typeof givenObservation>[0] = {}) =>
  givenObservation({ time, value, ...change });

/** 2022 is told by two releases, the later one published last; 2023 has parts and a plan as well. */
const releases = [
  givenRelease({
    period: '2022',
    publishedAt: april(1),
    observations: [figure('2022', '10'), figure('2021', '8'), figure('2020-S1', '3')],
  }),
  givenRelease({
    period: '2023',
    publishedAt: april(10),
    observations: [
      figure('2023', '12'),
      figure('2022', '11'),
      figure('2023', '5', { breakdown: { form: 'warning' } }),
      figure('2023', '9', { stage: 'PLANNED', setBy: 'Tỉnh' }),
    ],
  }),
];

describe('given a figure that releases of two years hold', () => {
  it('when its series is asked for, then each time has the newest word, the other as an alternate, and no plan', async () => {
    const agency = await givenAgency(releases);

    expect(await pointsOf(agency)).toEqual([
      '2020-S1 3@2022',
      '2021 8@2022',
      '2022 11@2023 10@2022',
      '2023 12@2023',
    ]);
  });

  it('when a span of time is asked for, then times outside it are left out', async () => {
    const agency = await givenAgency(releases);

    expect(await pointsOf(agency, { from: '2021', to: '2022' })).toEqual([
      '2021 8@2022',
      '2022 11@2023 10@2022',
    ]);
  });

  it('when a part is asked for, then only that part is followed', async () => {
    const agency = await givenAgency(releases);

    const points = await pointsOf(agency, { breakdown: [{ dimension: 'form', code: 'warning' }] });

    expect(points).toEqual(['2023 5@2023']);
  });

  it('when an earlier moment is asked for, then what was published later is not known', async () => {
    const agency = await givenAgency(releases);

    expect(await pointsOf(agency, { asOf: april(5) })).toEqual([
      '2020-S1 3@2022',
      '2021 8@2022',
      '2022 10@2022',
    ]);
  });

  it('when the indicator does not exist, then that is said, and the agency answers the rest', async () => {
    const { ask } = await givenAgency(releases);

    const answer = await ask(`{ invented {
      series(indicator: "members-discipline", organisation: "ha-tinh-khoi") { points { time } }
      releases { number }
    } }`);

    expect(faultCodesOf(answer)).toEqual(['CODE_UNKNOWN']);
    expect(answer.errors?.[0]?.message).toContain('Did you mean "members-disciplined"?');
    expect(answer.data).toMatchObject({
      invented: { series: null, releases: [{ number: 1 }, { number: 1 }] },
    });
  });

  it.each([
    ['unit: "VND"', 'UNIT_NOT_OF_INDICATOR'],
    ['breakdown: [{ dimension: "source", code: "domestic" }]', 'DIMENSION_NOT_OF_INDICATOR'],
    ['breakdown: [{ dimension: "form", code: "warn" }]', 'CODE_UNKNOWN'],
    [
      'breakdown: [{ dimension: "form", code: "warning" }, { dimension: "form", code: "reprimand" }]',
      'ARGUMENT_INVALID',
    ],
  ])(
    'when its %s does not fit the indicator, then that is said, not answered with nothing',
    async (part, code) => {
      const { ask } = await givenAgency(releases);

      const answer = await ask(
        `{ invented { series(indicator: "members-disciplined", organisation: "ha-tinh-khoi", ${part}) { points { time } } } }`,
      );

      expect(faultCodesOf(answer)).toEqual([code]);
    },
  );
});
