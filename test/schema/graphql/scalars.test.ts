import { GraphQLError, parseConstValue, type GraphQLScalarType } from 'graphql';
import { describe, expect, it } from 'vitest';

import { faultOf } from '../../../schema/errors/index.ts';
import { DateScalar, DateTimeScalar, DecimalScalar, PeriodScalar } from '../../../schema/graphql/index.ts';

/** Both ways in which a client can give an argument; `json` is written the same in either. */
function readBothWays(scalar: GraphQLScalarType, json: string): unknown[] {
  const ways = [() => scalar.parseValue(JSON.parse(json)), () => scalar.parseLiteral(parseConstValue(json))];
  return ways.map((read) => {
    try {
      return read();
    } catch (error) {
      return error;
    }
  });
}

describe('given a text that a scalar accepts', () => {
  it.each([
    [PeriodScalar, '"2024-Q1"', '2024-Q1'],
    [DecimalScalar, '"1853.40"', '1853.40'],
    [DateScalar, '"2024-03-31"', '2024-03-31'],
    [DateTimeScalar, '"2024-04-01T07:00:00+07:00"', '2024-04-01T00:00:00.000Z'],
  ])('when %s reads %s as variable and as literal, then it is %s', (scalar, json, expected) => {
    const read = readBothWays(scalar, json);

    expect(read).toEqual([expected, expected]);
  });
});

describe('given what a scalar does not accept', () => {
  const QUARTERS = 'Q1 to Q4: a year has four quarters';
  const TEXT = 'a text in quotes';

  it.each([
    [PeriodScalar, '"2023-Q5"', 'PERIOD_INVALID', '2023-Q5', QUARTERS],
    [PeriodScalar, '2024', 'PERIOD_INVALID', '2024', TEXT],
    [PeriodScalar, 'null', 'PERIOD_INVALID', 'null', TEXT],
    [PeriodScalar, 'true', 'PERIOD_INVALID', 'true', TEXT],
    [PeriodScalar, '["2024"]', 'PERIOD_INVALID', '["2024"]', TEXT],
    [DecimalScalar, '1853.4', 'DECIMAL_INVALID', '1853.4', TEXT],
    [DateScalar, '"2024-02-30"', 'DATE_INVALID', '2024-02-30', 'a day of the calendar such as 2024-03-31'],
    [DateTimeScalar, '"2024"', 'DATE_TIME_INVALID', '2024', 'a moment such as 2024-04-01T00:00:00Z'],
  ])('when %s reads %s either way, then it is refused as %s', (scalar, json, code, value, expected) => {
    const errors = readBothWays(scalar, json);

    expect(errors.map(faultOf)).toMatchObject([
      { code, details: { value, expected } },
      { code, details: { value, expected } },
    ]);
    expect(errors.every((error) => error instanceof GraphQLError)).toBe(true);
  });

  it('when an enum value is given for a text, then the refusal shows it', () => {
    const read = () => PeriodScalar.parseLiteral(parseConstValue('NOW'));

    expect(read).toThrow('Period "NOW" is not valid: expected a text in quotes.');
  });
});
