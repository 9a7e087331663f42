import { figure, rule, type Observation, type Rule } from '../../schema/values/index.ts';
import { givenComparison, givenObservation, givenRelease } from './given.ts';
import { april } from './stores.ts';

/** What the invented agency's rules are where secrets are sought in their results. */
export const SECRET_RULES: readonly Rule[] = [
  rule.totalOfParts('members-disciplined', 'form'),
  rule.partOfWhole(figure('members-disciplined'), figure('gifts')),
  ...rule.statedComparisons(),
];

/** A figure of many digits that stand nowhere else, so that they are found in any text. */
export const restricted = (value: string, change: Partial<Observation> = {}): Observation =>
  givenObservation({ value, confidentiality: 'RESTRICTED', ...change });
/** The same, INTERNAL. */
export const internal = (value: string, change: Partial<Observation> = {}): Observation =>
  givenObservation({ value, confidentiality: 'INTERNAL', ...change });
const at = (time: string): Partial<Observation> => ({ time: time as never });
const form = (code: string): Partial<Observation> => ({ breakdown: { form: code } });

/** The values of the restricted figures of {@link secretReleases}. */
export const RESTRICTED = ['73110', '73120', '73130', '73140', '73150', '73160'];
/** And of the internal ones. */
export const INTERNAL = ['72110'];

/** The public total whose part, base and earlier words are not public. */
export const publicTotal = givenObservation({ value: '73149', comparisons: [givenComparison()] });
const reprimanded = givenObservation({ value: '39', ...form('reprimand') });
const gifts: Partial<Observation> = { indicator: 'gifts', unit: 'gift' };

/** Public, internal and restricted figures: parts, bases, earlier words, words of another release, other indicators. */
export const secretReleases = [
  givenRelease({
    period: '2023-Q1',
    publishedAt: april(3),
    observations: [restricted('73110', at('2023-Q1')), restricted('73120', at('2024-Q1'))],
  }),
  givenRelease({
    publishedAt: april(2),
    observations: [restricted('73130'), reprimanded],
  }),
  givenRelease({
    number: 2,
    publishedAt: april(5),
    observations: [
      publicTotal,
      reprimanded,
      restricted('73140', form('warning')),
      internal('72110', at('2023')),
      restricted('73150', gifts),
      restricted('73160', { ...at('2022'), sources: [{ document: 'mat', section: '', footnote: null }] }),
    ],
  }),
];
