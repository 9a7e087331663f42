import { GraphQLError, GraphQLScalarType, Kind, print } from 'graphql';

import { catalogued, type FaultCode } from '../errors/index.ts';
import { parseDate, parseDecimal, parseInstant, parsePeriod, type Parsed } from '../values/index.ts';

type TextFaultCode = Extract<
  FaultCode,
  'PERIOD_INVALID' | 'DECIMAL_INVALID' | 'DATE_INVALID' | 'DATE_TIME_INVALID'
>;

interface TextScalar {
  readonly name: string;
  readonly description: string;
  readonly parse: (text: string) => Parsed<string>;
  readonly code: TextFaultCode;
}

const QUOTED = 'a text in quotes';

/** A scalar that is text in JSON and is checked by a parser of the vocabulary on its way in. */
function textScalar({ name, description, parse, code }: TextScalar): GraphQLScalarType<string, string> {
  const refuse = (value: string, expected: string): never => {
    const error = catalogued(code, { value, expected });
    throw new GraphQLError(error.message, { originalError: error });
  };
  const read = (text: string): string => {
    const parsed = parse(text);
    return parsed.ok ? parsed.value : refuse(text, parsed.expected);
  };
  return new GraphQLScalarType<string, string>({
    name,
    description,
    serialize: (value) => value as string,
    parseValue: (value) => (typeof value === 'string' ? read(value) : refuse(JSON.stringify(value), QUOTED)),
    parseLiteral: (node) => (node.kind === Kind.STRING ? read(node.value) : refuse(print(node), QUOTED)),
  });
}

export const PeriodScalar = textScalar({
  name: 'Period',
  description:
    'A stretch of calendar time in its SDMX text: a year "2020", a half-year "2023-S1", a quarter "2024-Q1", a month "2024-03", a day "2022-12-31", or a span of months "2023-09/P9M" (start month / number of months).',
  parse: parsePeriod,
  code: 'PERIOD_INVALID',
});

export const DecimalScalar = textScalar({
  name: 'Decimal',
  description:
    'An exact number as text, with the decimals that the source prints: "1853.40". Read it with a decimal library; a floating-point number would change it.',
  parse: parseDecimal,
  code: 'DECIMAL_INVALID',
});

export const DateScalar = textScalar({
  name: 'Date',
  description: 'A day of the calendar, "2024-03-31".',
  parse: parseDate,
  code: 'DATE_INVALID',
});

export const DateTimeScalar = textScalar({
  name: 'DateTime',
  description: 'A moment to the millisecond, given back in UTC: "2024-04-01T00:00:00.000Z".',
  parse: parseInstant,
  code: 'DATE_TIME_INVALID',
});
