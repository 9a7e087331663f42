import { expect } from 'vitest';

import {
  parseBreakdown,
  parseDate,
  parseDecimal,
  parseInstant,
  parsePeriod,
  type Breakdown,
  type CalendarDate,
  type Decimal,
  type Instant,
  type Parsed,
  type Period,
} from '../../schema/values/index.ts';

/** The value of a text that must be accepted; the refusal fails the test with its words. */
function accepted<T>(parsed: Parsed<T>): T {
  expect(parsed).toMatchObject({ ok: true });
  return (parsed as { value: T }).value;
}

export const decimal = (text: string): Decimal => accepted(parseDecimal(text));
export const period = (text: string): Period => accepted(parsePeriod(text));
export const date = (text: string): CalendarDate => accepted(parseDate(text));
export const instant = (text: string): Instant => accepted(parseInstant(text));
export const breakdown = (text: string): Breakdown => accepted(parseBreakdown(text));
