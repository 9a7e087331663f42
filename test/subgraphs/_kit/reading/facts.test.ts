import { describe, expect, it } from 'vitest';

import { factsOf, readFacts } from '../../../../subgraphs/_kit/reading/facts.ts';
import {
  asStoredBefore,
  givenCatalogue,
  givenComparison,
  givenObservation,
  givenRelease,
  headerOf,
} from '../../../support/given.ts';
import { april } from '../../../support/stores.ts';

const warned = givenObservation({ value: '1', breakdown: { form: 'warning' } });
const total = givenObservation({ value: '2', comparisons: [givenComparison()] });
const release = givenRelease({ observations: [warned, total] });

/** What the wire makes of it. */
const asJson = (value: unknown): unknown => JSON.parse(JSON.stringify(value));
const sent = (change: Record<string, unknown> = {}): unknown => ({
  ...(asJson(factsOf([release], [headerOf(release)], givenCatalogue())) as object),
  ...change,
});

describe('given the releases that a report shows', () => {
  it('when their facts are told, then with all indicators and of the other words those that they use', () => {
    const facts = asJson(factsOf([release], [headerOf(release)], givenCatalogue()));

    expect(facts).toMatchObject({ indicators: { gifts: { basis: 'FLOW' } } });
    expect(facts).toEqual({
      version: 2,
      indicators: {
        ...(facts as { readonly indicators: object }).indicators,
        'members-disciplined': {
          label: { VI: 'Đảng viên bị kỷ luật', EN: 'Members disciplined' },
          units: ['person'],
          basis: 'FLOW',
          counted: {
            VI: { one: 'đảng viên', other: 'đảng viên' },
            EN: { one: 'Party member', other: 'Party members' },
          },
        },
      },
      units: {
        person: {
          kind: 'COUNT',
          noun: { VI: { one: 'người', other: 'người' }, EN: { one: 'person', other: 'people' } },
        },
        percent: { kind: 'MEASURE', noun: { VI: { one: '%', other: '%' }, EN: { one: '%', other: '%' } } },
      },
      dimensions: { form: { label: { VI: 'Hình thức', EN: 'Form' } } },
      codes: {
        form: {
          reprimand: { label: { VI: 'Khiển trách', EN: 'Reprimand' }, parent: null },
          warning: { label: { VI: 'Cảnh cáo', EN: 'Warning' }, parent: null },
        },
      },
      releases: [
        {
          organisation: 'ha-tinh-khoi',
          period: '2024-Q1',
          number: 1,
          publishedAt: april(1),
          state: 'PUBLISHED',
          firstPublishedAt: april(1),
          observations: [warned, total],
        },
      ],
    });
  });

  it('when one of them is a correction, then it is known when the first was published', () => {
    const first = givenRelease({ publishedAt: april(3) });
    const correction = givenRelease({ number: 2, publishedAt: april(9) });
    const ofOther = givenRelease({ organisation: 'ha-tinh', publishedAt: april(1) });
    const headers = [headerOf(correction), headerOf(first), headerOf(ofOther)];

    const { releases } = factsOf([correction], headers, givenCatalogue());

    expect(
      releases.map(({ number, publishedAt, firstPublishedAt }) => [number, publishedAt, firstPublishedAt]),
    ).toEqual([[2, april(9), april(3)]]);
  });

  it('when there are none, then the facts are there, with nothing but the indicators', () => {
    const facts = factsOf([], [], givenCatalogue());

    expect(Object.keys(facts.indicators)).toEqual([
      'members-disciplined',
      'gifts',
      'budget-revenue',
      'industrial-production',
    ]);
    expect({ ...facts, indicators: {} }).toEqual({
      version: 2,
      indicators: {},
      units: {},
      dimensions: {},
      codes: {},
      releases: [],
    });
  });
});

describe('given facts as an agency has sent them', () => {
  it('when they are read, then releases and words are what they were', () => {
    const facts = readFacts(sent());

    expect(facts?.releases).toEqual([
      {
        ...release,
        agency: undefined,
        supersedes: undefined,
        hash: undefined,
        correction: undefined,
        acknowledgements: undefined,
        state: 'PUBLISHED',
        firstPublishedAt: april(1),
      },
    ]);
    expect(facts?.vocabulary.units.get('person')?.kind).toBe('COUNT');
    expect([...(facts?.vocabulary.codes.get('form')?.keys() ?? [])]).toEqual(['reprimand', 'warning']);
  });

  it('when they come from an agency that does not tell calendars yet, then its figures follow the calendar', () => {
    const before = { ...release, observations: [asStoredBefore(warned)] };

    const facts = readFacts(asJson(factsOf([before], [headerOf(release)], givenCatalogue())));

    expect(facts?.releases[0]?.observations).toEqual([warned]);
  });

  it('when they are empty, then nothing is published, which is something else than not being reached', () => {
    expect(readFacts(asJson(factsOf([], [], givenCatalogue())))?.releases).toEqual([]);
  });

  it.each([
    ['nothing', undefined],
    ['null', null],
    ['a text', 'facts'],
    ['a list', [sent()]],
    ['facts of the version before', sent({ version: 1 })],
    ['facts of a version to come', sent({ version: 3 })],
    ['a version as text', sent({ version: '2' })],
    ['no version', sent({ version: undefined })],
    ['no releases', sent({ releases: undefined })],
    ['releases that are none', sent({ releases: [null] })],
    ['releases without figures', sent({ releases: [{ organisation: 'ha-tinh-khoi' }] })],
    ['figures that are none', sent({ releases: [{ ...release, observations: ['1.636'] }] })],
    ['words as a list', sent({ indicators: [] })],
    ['a word that is none', sent({ codes: { form: 'warning' } })],
  ])('when they are %s, then they cannot be read', (_what, facts) => {
    expect(readFacts(facts)).toBeNull();
  });
});
