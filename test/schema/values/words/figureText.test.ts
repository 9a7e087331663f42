import { describe, expect, it } from 'vitest';

import { figureText, LOCALES } from '../../../../schema/values/index.ts';
import { FURTHER_FIGURES } from './furtherFigures.cases.ts';
import { PRINTED_FIGURES } from './printedFigures.cases.ts';

describe('given a figure that a report prints', () => {
  it.each(PRINTED_FIGURES.map(([figure, vietnamese, english]) => ({ figure, vietnamese, english })))(
    'when it is said, then it is "$vietnamese", in English "$english"',
    ({ figure, vietnamese, english }) => {
      const texts = LOCALES.map((locale) => figureText(figure, locale));

      expect(texts).toEqual([vietnamese, english]);
    },
  );
});

describe('given a figure that a report could print', () => {
  it.each(FURTHER_FIGURES)('when it says %s, then it is said so', (_what, figure, vietnamese, english) => {
    const texts = LOCALES.map((locale) => figureText(figure, locale));

    expect(texts).toEqual([vietnamese, english]);
  });
});
