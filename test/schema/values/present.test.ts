import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { formatPresent, instantOf, parsePresent, type Instant } from '../../../schema/values/index.ts';

const APRIL = '2024-04-01T00:00:00.000Z' as Instant;
const MAY = '2024-05-01T00:00:00.000Z' as Instant;

const instants = fc.nat(4e12).map((milliseconds) => instantOf(milliseconds));

describe('given a present, or a question about one', () => {
  it.each([
    [{ from: APRIL, until: MAY }, '2024-04-01T00:00:00.000Z/2024-05-01T00:00:00.000Z'],
    [{ from: null, until: MAY }, '../2024-05-01T00:00:00.000Z'],
  ])('when it is written, then it is an interval of ISO 8601', (present, text) => {
    expect(formatPresent(present)).toBe(text);
  });

  it('when it is read again, then it is what it was', () => {
    fc.assert(
      fc.property(fc.option(instants), instants, (from, until) => {
        expect(parsePresent(formatPresent({ from, until }))).toEqual({ from, until });
      }),
    );
  });

  it.each(['', '/', APRIL, `${APRIL}/..`, `${APRIL}/${MAY}/${MAY}`, `yesterday/${MAY}`, `/${MAY}`])(
    'when %j is read, then it is none',
    (text) => {
      expect(parsePresent(text)).toBeNull();
    },
  );
});
