import { InvalidArgumentError } from 'commander';

import { parsePeriod, type Period } from '../schema/values/index.ts';

/** A reporting period, as an argument gives it. @throws InvalidArgumentError */
export function readPeriod(value: string): Period {
  const parsed = parsePeriod(value);
  if (parsed.ok) return parsed.value;
  throw new InvalidArgumentError(`Expected ${parsed.expected}.`);
}
