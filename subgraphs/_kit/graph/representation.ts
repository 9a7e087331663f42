import { catalogued } from '../../../schema/errors/index.ts';
import { parseInstant, parsePeriod, type Instant, type Period } from '../../../schema/values/index.ts';

// What a gateway sends to `_entities` passes no scalar: a representation is read here.

/** @throws PERIOD_INVALID */
export function readPeriod(sent: unknown): Period {
  const value = String(sent);
  const parsed = parsePeriod(value);
  if (!parsed.ok) throw catalogued('PERIOD_INVALID', { value, expected: parsed.expected });
  return parsed.value;
}

/** @throws DATE_TIME_INVALID */
export function readInstant(sent: unknown): Instant {
  const value = String(sent);
  const parsed = parseInstant(value);
  if (!parsed.ok) throw catalogued('DATE_TIME_INVALID', { value, expected: parsed.expected });
  return parsed.value;
}
