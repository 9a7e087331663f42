import {
  createFactBook,
  type FactBook,
  type FactVocabulary,
  type Observation,
} from '../../schema/values/index.ts';
import { givenCatalogue, givenRelease } from './given.ts';

/** The words of the invented agency, with a stock (`members`) and a rate in percent (`poverty-rate`) beside its flows. */
export function givenVocabulary(): FactVocabulary {
  const catalogue = givenCatalogue();
  const flow = catalogue.indicators.get('members-disciplined')!;
  const indicators = new Map([
    ...catalogue.indicators,
    ['members', { ...flow, code: 'members', basis: 'STOCK' as const }],
    ['poverty-rate', { ...flow, code: 'poverty-rate', units: ['percent'] as const }],
  ]);
  return { ...catalogue, indicators };
}

/** A book of the figures of one release, not shown by any report. */
export function givenBook(...observations: readonly Observation[]): FactBook {
  return createFactBook(givenVocabulary(), [], [givenRelease({ observations })]);
}
