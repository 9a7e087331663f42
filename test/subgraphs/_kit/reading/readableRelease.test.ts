import { describe, expect, it } from 'vitest';

import type { Observation, Principal } from '../../../../schema/values/index.ts';
import { readableRelease } from '../../../../subgraphs/_kit/reading/readableRelease.ts';
import { asStoredBefore, givenCatalogue, givenObservation, givenRelease } from '../../../support/given.ts';
import { OUTSIDERS, READERS, WORKERS } from '../../../support/readers.ts';

const { codes } = givenCatalogue();

const figures = [
  givenObservation({ value: '1' }),
  givenObservation({ value: '2', time: '2023', confidentiality: 'INTERNAL' }),
  givenObservation({ value: '3', time: '2022', confidentiality: 'RESTRICTED' }),
];
const release = givenRelease({
  agency: 'invented',
  observations: figures,
  acknowledgements: [
    { check: 'total-of-parts:members-disciplined:form|ha-tinh-khoi', note: 'of 3' },
    { check: 'total-of-parts:budget-revenue:source|ha-tinh-khoi', note: 'of something else' },
  ],
});

const read = (observations: readonly Observation[], principal: Principal | null = null) =>
  readableRelease(givenRelease({ agency: 'invented', observations }), principal, codes).observations;
const valuesFor = (principal: Principal | null) =>
  readableRelease(release, principal, codes).observations.map(({ value }) => value);

describe('given a release with a public, an internal and a restricted figure', () => {
  it.each(OUTSIDERS)('when %s reads it, then only the public one is there', (_who, principal) => {
    expect(valuesFor(principal)).toEqual(['1']);
  });

  it.each(READERS)('when %s reads it, then the internal one is there too', (_who, principal) => {
    expect(valuesFor(principal)).toEqual(['1', '2']);
  });

  it.each(WORKERS)('when %s reads it, then it is the release itself', (_who, principal) => {
    expect(readableRelease(release, principal, codes)).toBe(release);
  });

  it('when only a part of it is read, then all else is as it was, but notes that may be about the rest', () => {
    const { observations, acknowledgements, ...rest } = readableRelease(release, null, codes);

    expect(observations).toEqual([figures[0]]);
    expect(acknowledgements).toEqual([release.acknowledgements[1]]);
    expect({ ...rest, observations: figures, acknowledgements: release.acknowledgements }).toEqual(release);
    expect(release.observations).toHaveLength(3);
  });
});

describe('given a release of public figures', () => {
  it('when anyone reads it, then it is the release itself, also as it was stored before', () => {
    for (const one of [figures[0]!, asStoredBefore(figures[0]!)]) {
      const publicRelease = givenRelease({ observations: [one] });

      expect(readableRelease(publicRelease, null, codes)).toBe(publicRelease);
    }
  });
});

const total = givenObservation({ value: '39' });
const part = (breakdown: Observation['breakdown'], change: Partial<Observation> = {}): Observation =>
  givenObservation({ value: '7', breakdown, ...change });
const secret = (breakdown: Observation['breakdown'], change: Partial<Observation> = {}): Observation =>
  part(breakdown, { confidentiality: 'RESTRICTED', ...change });

/** `breakdown: open dimensions` of each figure that is left. */
const opened = (...observations: readonly Observation[]) =>
  read(observations).map(({ breakdown, openDimensions }) =>
    `${Object.values(breakdown).join('+') || 'total'}: ${openDimensions.join()}`.trim(),
  );

describe('given a total of which a part is withheld', () => {
  it.each([
    [
      'by one dimension',
      [total, part({ form: 'warning' }), secret({ form: 'reprimand' })],
      ['total: form', 'warning:'],
    ],
    [
      'by another than the parts that are left',
      [total, part({ form: 'warning' }), secret({ level: 'grassroots' })],
      ['total: level', 'warning:'],
    ],
    [
      'by two dimensions, and totals by one are told',
      [total, part({ form: 'warning' }), secret({ form: 'warning', level: 'grassroots' })],
      ['total:', 'warning: level'],
    ],
    [
      'by two dimensions, and only the total is told',
      [total, part({ form: 'reprimand' }), secret({ form: 'warning', level: 'grassroots' })],
      ['total: form,level', 'reprimand:'],
    ],
    [
      'below a part that is told',
      [total, part({ level: 'grassroots' }), secret({ level: 'branch' })],
      ['total:', 'grassroots: level'],
    ],
    [
      'below a part that is withheld too',
      [total, secret({ level: 'grassroots' }), secret({ level: 'branch' })],
      ['total: level'],
    ],
    ['in another unit', [total, secret({ form: 'warning' }, { unit: 'VND' })], ['total: form']],
    ['of another time', [total, secret({ form: 'warning' }, { time: '2023' as never })], ['total:']],
    ['of a plan', [total, secret({ form: 'warning' }, { setBy: 'tỉnh' })], ['total:']],
    ['of another indicator', [total, secret({ form: 'warning' }, { indicator: 'gifts' })], ['total:']],
  ])('when it is %s, then the list of its parts counts as open there', (_what, observations, expected) => {
    expect(opened(...observations)).toEqual(expected);
  });

  it('when the total has an open dimension already, then it has both, each once', () => {
    const open = givenObservation({ value: '39', openDimensions: ['level', 'form'] });

    expect(opened(open, secret({ form: 'warning' }))).toEqual(['total: form,level']);
  });

  it('when all of it may be read, then nothing is open', () => {
    const [, worker] = WORKERS[0]!;

    expect(read([total, secret({ form: 'warning' })], worker)[0]).toBe(total);
  });
});

describe('given a figure of a confidentiality that we do not know', () => {
  it('when anyone reads its release, then it is withheld', () => {
    const unknown = givenObservation({ confidentiality: 'TOP' as never });

    for (const [, principal] of [...OUTSIDERS, ...READERS, ...WORKERS]) {
      expect(read([unknown], principal)).toEqual([]);
    }
  });
});
