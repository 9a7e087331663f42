import { describe, expect, it } from 'vitest';

import type { Observation, Release } from '../../../../schema/values/index.ts';
import { dataOf } from '../../../support/answers.ts';
import { asStoredBefore, givenObservation, givenRelease, type Plain } from '../../../support/given.ts';
import { april, countingQueries } from '../../../support/stores.ts';
import { givenAgency } from '../../../support/testAgency.ts';

const REVISION =
  'first { value release { period number } } latest { value release { period number } } count change percentChange';
const SERIES = (fields: string) => `query ($asOf: DateTime) { invented {
  series(indicator: "members-disciplined", organisation: "ha-tinh-khoi", asOf: $asOf) { points { time ${fields} } }
} }`;

interface Said {
  readonly value: string | null;
  readonly release: { readonly period: string; readonly number: number };
}

interface Point {
  readonly time: string;
  readonly revision: {
    readonly first: Said;
    readonly latest: Said;
    readonly count: number;
    readonly change: string | null;
    readonly percentChange: string | null;
  };
}

/** `time: first → latest, count, change, percent` of each point; values with the period and number of their release. */
async function revisions(releases: readonly Release[], asOf: string = april(20)): Promise<string[]> {
  const { ask } = await givenAgency(releases);
  const answer = await ask(SERIES(`revision { ${REVISION} }`), { asOf });
  const { invented } = dataOf(answer) as { invented: { series: { points: Point[] } } };
  const text = ({ value, release }: Said) => `${value ?? '-'}@${release.period}#${release.number}`;
  return invented.series.points.map(({ time, revision }) => {
    const { first, latest, count, change, percentChange } = revision;
    return `${time}: ${text(first)} → ${text(latest)}, ${count}, ${change ?? '-'}, ${percentChange ?? '-'}`;
  });
}

const figure = (value: string | null, change: Plain<Observation> = {}): Observation =>
  givenObservation({ time: '2022', value, ...change });

/** A release of the day of April, of some figures. */
const published = (day: number, period: string, number: number, ...observations: readonly Observation[]) =>
  givenRelease({ period, number, publishedAt: april(day), observations });

/** The words about 2022, published one after the other in one line of releases. */
const words = (...said: readonly Observation[]) =>
  said.map((one, index) => published(index + 1, '2022', index + 1, one));

describe('given a figure that releases of two periods have told in turn', () => {
  const releases = [
    published(1, '2022', 1, figure('10', { stage: 'ESTIMATED' }), figure('3', { time: '2021' })),
    published(3, '2023', 1, figure('12'), figure('5', { time: '2023' })),
    published(5, '2022', 2, figure('11'), figure('3', { time: '2021' })),
    published(7, '2024', 1, figure('11')),
  ];

  it('when its revision is asked for, then that is over all releases, the replaced ones as well', async () => {
    expect(await revisions(releases)).toEqual([
      '2021: 3@2022#1 → 3@2022#2, 0, 0, 0.00',
      '2022: 10@2022#1 → 11@2024#1, 2, 1, 10.00',
      '2023: 5@2023#1 → 5@2023#1, 0, 0, 0.00',
    ]);
  });

  it('when an earlier moment is asked for, then what was published later is not known', async () => {
    expect(await revisions(releases, april(4))).toEqual([
      '2021: 3@2022#1 → 3@2022#1, 0, 0, 0.00',
      '2022: 10@2022#1 → 12@2023#1, 1, 2, 20.00',
      '2023: 5@2023#1 → 5@2023#1, 0, 0, 0.00',
    ]);
  });

  it('when a later release no longer holds it, then the word before it stands again', async () => {
    const withdrawn = published(9, '2024', 2, figure('1', { time: '2020' }));
    const corrected = published(10, '2022', 3, figure('1', { time: '2020' }));

    const told = await revisions([...releases, withdrawn, corrected]);

    expect(told).toContain('2022: 10@2022#1 → 12@2023#1, 3, 2, 20.00');
  });
});

describe('given words about one figure', () => {
  it.each([
    ['the same', [figure('10'), figure('10')], '0, 0, 0.00'],
    ['only remarked upon', [figure('10'), figure('10', { note: 'xem lại' })], '0, 0, 0.00'],
    ['printed with more digits', [figure('10'), figure('10.0')], '1, 0.0, 0.00'],
    ['in another multiplier', [figure('1.5', { unitMultiplier: 3 }), figure('1600')], '1, 100, 6.67'],
    ['in a larger multiplier', [figure('1600'), figure('1.5', { unitMultiplier: 3 })], '1, -0.1, -6.25'],
    ['qualified', [figure('10', { qualifier: 'NEARLY' }), figure('10')], '1, 0, 0.00'],
    ['settled', [figure('10', { stage: 'PRELIMINARY' }), figure('10')], '1, 0, 0.00'],
    ['given at last', [figure(null, { missing: 'NOT_YET_AVAILABLE' }), figure('10')], '1, -, -'],
    ['taken back', [figure('10'), figure(null, { missing: 'WITHHELD' })], '1, -, -'],
    ['no longer zero', [figure('0'), figure('10')], '1, 10, -'],
    ['changed to and fro', [figure('10'), figure('12'), figure('10')], '2, 0, 0.00'],
    ['revised downwards', [figure('12'), figure('10'), figure('9')], '2, -3, -25.00'],
    ['stored before calendars were told', [asStoredBefore(figure('10')), figure('12')], '1, 2, 20.00'],
  ])('when it is %s, then that is told', async (_what, said, expected) => {
    const [told] = await revisions(words(...said));

    expect(told?.split(', ').slice(1).join(', ')).toBe(expected);
  });

  it('when one follows another calendar, or is a part or a plan, then it is no word about the figure', async () => {
    const others = [
      figure('20', { calendar: 'ADMINISTRATIVE' }),
      figure('4', { breakdown: { form: 'warning' } }),
      figure('9', { stage: 'PLANNED', setBy: 'Tỉnh' }),
    ];

    const told = await revisions([
      published(1, '2022', 1, figure('10'), ...others),
      published(2, '2023', 1, ...others),
    ]);

    expect(told).toEqual([
      '2022: 10@2022#1 → 10@2022#1, 0, 0, 0.00',
      '2022: 20@2022#1 → 20@2023#1, 0, 0, 0.00',
    ]);
  });
});

describe('given a series of several times in three releases', () => {
  const releases = [
    published(1, '2022', 1, figure('10'), figure('3', { time: '2021' })),
    published(2, '2022', 2, figure('11'), figure('3', { time: '2021' })),
    published(3, '2023', 1, figure('12'), figure('3', { time: '2021' })),
  ];

  it.each([
    ['observation { value }', ['newestOfAll']],
    [`revision { ${REVISION} }`, ['newestOfAll', 'headers', 'newestOfLines of 1']],
  ])('when %s is asked for, then the store is asked no more than that takes', async (fields, expected) => {
    let queries: string[] = [];
    const { ask } = await givenAgency(releases, (store) => {
      const counting = countingQueries(store);
      queries = counting.queries;
      return counting.store;
    });

    dataOf(await ask(SERIES(fields), { asOf: april(20) }));

    expect(queries).toEqual(expected);
  });
});
