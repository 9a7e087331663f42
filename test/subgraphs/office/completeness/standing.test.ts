import { describe, expect, it } from 'vitest';

import type { Observation } from '../../../../schema/values/index.ts';
import { factsOf, readFacts } from '../../../../subgraphs/_kit/reading/facts.ts';
import { standingOf } from '../../../../subgraphs/office/completeness/standing.ts';
import {
  givenCatalogue,
  givenObservation,
  givenRelease,
  headerOf,
  type Plain,
} from '../../../support/given.ts';

const RELEASE = {
  organisation: 'ha-tinh-khoi',
  period: givenRelease().period,
  state: 'PUBLISHED',
  firstPublishedAt: givenRelease().publishedAt,
  publishedAt: givenRelease().publishedAt,
} as const;

const indicatorsOf = (...figures: readonly Plain<Observation>[]) => {
  const observations = figures.map((figure) => givenObservation(figure));
  const [release] = standingOf({ releases: [{ ...RELEASE, observations }] });
  return typeof release === 'object' ? [...release.indicators] : release;
};

describe("given an agency's facts", () => {
  it('when they are read, then each release says when it was first published and how much it shows', () => {
    const [release, ...others] = standingOf({
      releases: [{ ...RELEASE, observations: [givenObservation(), givenObservation({ time: '2023' })] }],
    });

    expect(others).toEqual([]);
    expect(release).toMatchObject({ ...RELEASE, figures: 2 });
  });

  it.each([
    ['a value', [{}], 'REPORTED'],
    ['a value of another time', [{ time: '2023' }], 'REPORTED'],
    ['a part only', [{ breakdown: { form: 'warning' } }], 'REPORTED'],
    ['comparisons only', [{ value: null }], 'REPORTED'],
    ['a reason only', [{ value: null, missing: 'NOT_COLLECTED' }], 'NOT_COLLECTED'],
    [
      'a reason beside a plan',
      [
        { stage: 'PLANNED', setBy: 'Tỉnh' },
        { value: null, missing: 'NOT_COLLECTED' },
      ],
      'NOT_COLLECTED',
    ],
    [
      'two reasons',
      [
        { value: null, missing: 'WITHHELD' },
        { value: null, missing: 'NOT_COLLECTED', breakdown: { form: 'warning' } },
      ],
      'WITHHELD',
    ],
    ['a reason before a value', [{ value: null, missing: 'WITHHELD' }, { time: '2023' }], 'REPORTED'],
    ['a value before a reason', [{ time: '2023' }, { value: null, missing: 'WITHHELD' }], 'REPORTED'],
  ] as const)('when an indicator has %s, then it is told as that', (_what, figures, word) => {
    expect(indicatorsOf(...figures)).toEqual([['members-disciplined', word]]);
  });

  it('when it has a plan only, then it is not reported, and still counts among the figures', () => {
    const plans = [
      givenObservation({ stage: 'PLANNED', setBy: 'Tỉnh' }),
      givenObservation({ setBy: 'Tỉnh' }),
    ];
    const [release] = standingOf({ releases: [{ ...RELEASE, observations: plans }] });

    expect(release).toMatchObject({ figures: 2, indicators: new Map() });
  });

  it('when lines are told of which no release is visible, then they come behind, without figures', () => {
    const pending = [
      { organisation: 'ha-tinh-khoi', period: RELEASE.period, state: 'SUBMITTED', firstPublishedAt: null },
      {
        organisation: 'ha-tinh',
        period: RELEASE.period,
        state: 'WITHHELD',
        firstPublishedAt: RELEASE.firstPublishedAt,
      },
    ] as const;

    const sent: unknown = JSON.parse(JSON.stringify(factsOf([], [], givenCatalogue(), pending)));

    expect(standingOf(readFacts(sent))).toEqual(
      pending.map((line) => ({ ...line, publishedAt: null, figures: 0, indicators: new Map() })),
    );
  });

  it('when they come as the kit sends them, then the first release of the line is known beside the newest', () => {
    const first = givenRelease();
    const newest = givenRelease({ number: 2, publishedAt: '2024-05-01T00:00:00.000Z' });
    const sent: unknown = JSON.parse(
      JSON.stringify(factsOf([newest], [first, newest].map(headerOf), givenCatalogue())),
    );

    expect(standingOf(readFacts(sent))).toEqual([
      {
        organisation: 'ha-tinh-khoi',
        period: '2024-Q1',
        state: 'PUBLISHED',
        firstPublishedAt: '2024-04-01T00:00:00.000Z',
        publishedAt: '2024-05-01T00:00:00.000Z',
        figures: 1,
        indicators: new Map([['members-disciplined', 'REPORTED']]),
      },
    ]);
  });

  it('when they are of another version, then the agency counts as not reached', () => {
    expect(standingOf(readFacts({ version: 1, releases: [] }))).toBe('UNREACHABLE');
  });

  it('when it has no releases, then it is reached and has said nothing', () => {
    expect(standingOf({ releases: [] })).toEqual([]);
  });

  it.each([null, undefined])('when they are %s, then the agency could not be reached', (facts) => {
    expect(standingOf(facts)).toBe('UNREACHABLE');
  });
});
