import { describe, expect, it } from 'vitest';

import type { FigureInput } from '../../../../subgraphs/_kit/submitting/figureInput.ts';
import { withKeptConfidentiality } from '../../../../subgraphs/_kit/submitting/keptConfidentiality.ts';
import { asStoredBefore, givenCatalogue, givenObservation, Q1 } from '../../../support/given.ts';
import { givenInput } from '../../../support/inputs.ts';

const standing = [
  givenObservation({ confidentiality: 'RESTRICTED' }),
  asStoredBefore(givenObservation({ time: '2023' })),
];

const kept = (input: FigureInput): unknown => {
  const sent = { argument: 'put', organisation: 'ha-tinh-khoi', period: Q1, inputs: [input] };
  return withKeptConfidentiality(sent, standing, givenCatalogue())[0]?.confidentiality;
};

describe('given a release with a restricted figure', () => {
  it('when it is corrected without a word on who may see it, then it stays restricted', () => {
    expect(kept(givenInput({ value: '3' }))).toBe('RESTRICTED');
    expect(kept(givenInput({ value: '3', confidentiality: null }))).toBe('RESTRICTED');
  });

  it.each(['PUBLIC', 'INTERNAL'] as const)(
    'when it is corrected as %s, then it is that',
    (confidentiality) => {
      expect(kept(givenInput({ confidentiality }))).toBe(confidentiality);
    },
  );

  it.each([
    ['another time', givenInput({ time: '2022' })],
    ['a figure from before the word was told', givenInput({ time: '2023' })],
    ['what is none', givenInput({ indicator: 'nothing' })],
  ])('when %s is put in, then nothing is said for it', (_what, input) => {
    expect(kept(input)).toBeUndefined();
  });
});
