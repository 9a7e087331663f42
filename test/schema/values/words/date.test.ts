import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { formatDate, LOCALES, parseWrittenDate } from '../../../../schema/values/index.ts';
import { anyDate } from '../../../support/arbitraries.ts';
import { date } from '../../../support/parsed.ts';

describe('given a day', () => {
  it('when it is written, then it is dd/mm/yyyy, in English as in ISO 8601', () => {
    const texts = LOCALES.map((locale) => formatDate(date('2020-12-30'), locale));

    expect(texts).toEqual(['30/12/2020', '2020-12-30']);
  });
});

describe('given a written day', () => {
  it.each([
    ['30/12/2020', 'VI', '2020-12-30'],
    ['19/5/2024', 'VI', '2024-05-19'],
    ['03/02/2024', 'VI', '2024-02-03'],
    ['2024-02-29', 'EN', '2024-02-29'],
  ] as const)('when %s is read in %s, then it is %s', (text, locale, expected) => {
    const parsed = parseWrittenDate(text, locale);

    expect(parsed).toEqual({ ok: true, value: expected });
  });

  it.each(['', '30/02/2024', '12/30/2020', '2020-12-30', '1/1/24', '001/1/2024', '1.1.2024'])(
    'when %j is read as Vietnamese, then it is refused with an example',
    (text) => {
      const parsed = parseWrittenDate(text, 'VI');

      expect(parsed).toEqual({ ok: false, expected: 'a day of the calendar such as 31/03/2024' });
    },
  );

  it('when a Vietnamese day is read as English, then it is refused with an English example', () => {
    expect(parseWrittenDate('30/12/2020', 'EN')).toEqual({
      ok: false,
      expected: 'a day of the calendar such as 2024-03-31',
    });
  });
});

describe('given any day', () => {
  it.each(LOCALES)('when it is written in %s and read, then it is the same', (locale) => {
    fc.assert(
      fc.property(anyDate, (value) => {
        expect(parseWrittenDate(formatDate(value, locale), locale)).toEqual({ ok: true, value });
      }),
    );
  });
});
