import type { FaultDefinition } from './fault.ts';

/** One fault of the catalogue. */
export function define<Details extends object>(
  message: (details: Details) => string,
): FaultDefinition<Details> {
  return { message };
}
