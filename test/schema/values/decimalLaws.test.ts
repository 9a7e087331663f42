import fc from 'fast-check';
import { describe, it } from 'vitest';

import {
  addDecimals,
  compareDecimals,
  decimalFromParts,
  decimalParts,
  multiplyDecimals,
  negateDecimal,
  parseDecimal,
} from '../../../schema/values/index.ts';
import { anyDecimal } from '../../support/arbitraries.ts';

const law = <Values extends [unknown, ...unknown[]]>(
  arbitraries: { [Place in keyof Values]: fc.Arbitrary<Values[Place]> },
  holds: (...values: Values) => boolean,
) => {
  fc.assert(fc.property(...arbitraries, holds));
};

describe('given any decimals', () => {
  it('when one is taken apart and put together, then it is the same text', () => {
    law([anyDecimal], (a) => decimalFromParts(decimalParts(a)) === a);
  });

  it('when one is parsed, then it is accepted as it stands', () => {
    law([anyDecimal], (a) => {
      const parsed = parseDecimal(a);
      return parsed.ok && parsed.value === a;
    });
  });

  it('when two are added or multiplied, then their order does not matter', () => {
    law(
      [anyDecimal, anyDecimal],
      (a, b) => addDecimals(a, b) === addDecimals(b, a) && multiplyDecimals(a, b) === multiplyDecimals(b, a),
    );
  });

  it('when three are added, then their grouping does not matter', () => {
    law(
      [anyDecimal, anyDecimal, anyDecimal],
      (a, b, c) => addDecimals(addDecimals(a, b), c) === addDecimals(a, addDecimals(b, c)),
    );
  });

  it('when one is negated twice, then it is the same text', () => {
    law([anyDecimal], (a) => negateDecimal(negateDecimal(a)) === a);
  });

  it('when one is added to its negative, then the sum is zero', () => {
    law([anyDecimal], (a) => Number(addDecimals(a, negateDecimal(a))) === 0);
  });

  it('when two are compared both ways, then the orders are opposite', () => {
    law([anyDecimal, anyDecimal], (a, b) => compareDecimals(a, b) + compareDecimals(b, a) === 0);
  });
});
