import { describe, expect, it } from 'vitest';

import {
  createFactBook,
  withVintages,
  type Comparison,
  type Observation,
  type Release,
} from '../../../../schema/values/index.ts';
import { givenVocabulary } from '../../../support/book.ts';
import { givenComparison, givenObservation, givenRelease, type Plain } from '../../../support/given.ts';
import { april } from '../../../support/stores.ts';

const GROWTH = givenComparison({ value: '20' });
const figure = givenObservation({ value: '24', comparisons: [GROWTH] });
const release = (period: string, number: number, day: number, ...observations: readonly Observation[]) =>
  givenRelease({ period, number, publishedAt: april(day), observations });
const base = (value: string) => givenObservation({ time: '2023-Q1', value });

/** `day: base` of the vintage that a figure was first said in; `null` where that is what is held now. */
function vintageOf(
  history: readonly Release[],
  fact: { readonly observation: Observation; readonly release: Release },
  stated: Comparison | null = GROWTH,
): string | null {
  const lines = new Map(history.map((one) => [one.period, one]));
  const plain = createFactBook(givenVocabulary(), [fact.release], [...lines.values()]);
  const vintage = withVintages(plain, [fact.release], history).whenSaid(fact, stated);
  const found = vintage?.book.find({ ...base('0') }, base('0').time);
  return vintage && `${vintage.at.slice(8, 10)}: ${found?.observation.value ?? '-'}`;
}

describe('given the releases of two lines as they followed each other', () => {
  const [old, corrected] = [release('2023-Q1', 1, 1, base('20')), release('2023-Q1', 2, 9, base('16'))];
  const first = release('2024-Q1', 1, 5, figure);

  it('when a base was replaced since the figure was said, then the one of then is found', () => {
    expect(vintageOf([old, first, corrected], { observation: figure, release: first })).toBe('05: 20');
  });

  it('when nothing was published since, then there is no other vintage', () => {
    expect(vintageOf([old, first], { observation: figure, release: first })).toBeNull();
  });

  it('when the base was published later, then it was not held then', () => {
    expect(vintageOf([first, corrected], { observation: figure, release: first })).toBe('05: -');
  });

  it.each<[string, Plain<Observation>, string]>([
    ['nothing of it', {}, '05: 20'],
    ['its note', { note: 'checked' }, '05: 20'],
    ['its stage', { stage: 'PRELIMINARY' }, '05: 20'],
    ['its number', { value: '25' }, '12: 16'],
    ['its qualifier', { qualifier: 'ABOUT' }, '12: 16'],
    ['the number of the comparison', { comparisons: [givenComparison({ value: '21' })] }, '12: 16'],
    ['the base of the comparison', { comparisons: [givenComparison({ baseTime: '2022-Q1' })] }, '12: 16'],
  ])('when a later release changes %s, then it was first said %s', (_what, change, expected) => {
    const observation = givenObservation({ value: '24', comparisons: [GROWTH], ...change });
    const second = release('2024-Q1', 2, 12, observation);
    const later = release('2022', 1, 14);

    expect(
      vintageOf(
        [old, first, corrected, second, later],
        { observation, release: second },
        observation.comparisons[0],
      ),
    ).toBe(expected);
  });

  it('when no comparison is meant, then the number alone tells when it was first said', () => {
    const observation = givenObservation({ value: '24' });
    const second = release('2024-Q1', 2, 12, observation);

    expect(vintageOf([old, first, corrected, second], { observation, release: second }, null)).toBe('05: 20');
  });

  it('when a book has no history, then it tells no other vintage', () => {
    const book = createFactBook(givenVocabulary(), [first], [corrected]);

    expect(book.whenSaid({ observation: figure, release: first }, GROWTH)).toBeNull();
  });
});
