import type { House, Trial } from './house.ts';
import { shrink } from './shrink.ts';

/** What came of one operation. */
export interface Outcome {
  readonly index: number;
  readonly isValid: boolean;
  /** How many answers were compared: with all agencies, and with some failing. */
  readonly compared: number;
  /** For people: the smallest operation found that differs, and how; empty when nothing does. */
  readonly difference: string;
}

/** Makes the operation of this number and compares its answers, up to the first that differ. */
export async function compareOperation(house: House, seed: number, index: number): Promise<Outcome> {
  let compared = 0;
  for (const trial of house.trials(seed, index)) {
    if (!house.isValid(trial.operation)) {
      return {
        index,
        isValid: false,
        compared,
        difference: describe(trial, seed, index, ['It is not valid.']),
      };
    }
    compared++;
    const differences = await house.compare(trial);
    if (differences.length > 0) {
      const smallest = await shrinkDifference(house, trial, differences[0] ?? '');
      const difference = describe(smallest, seed, index, await house.compare(smallest));
      return { index, isValid: true, compared, difference };
    }
  }
  return { index, isValid: true, compared, difference: '' };
}

/** Another operation may differ in another way, which is another fault. */
function shrinkDifference(house: House, trial: Trial, difference: string): Promise<Trial> {
  const kind = difference.slice(0, 12);
  return shrink(
    trial,
    async (smaller) =>
      house.isValid(smaller.operation) &&
      (await house.compare(smaller)).some((other) => other.startsWith(kind)),
  );
}

export function describe(
  { operation, failing }: Trial,
  seed: number,
  index: number,
  differences: readonly string[],
): string {
  const { query, operationName, variables } = operation;
  return [
    `Operation ${index} of seed ${seed}${operationName ? `, "${operationName}"` : ''}, made smaller:`,
    query,
    `variables ${JSON.stringify(variables)}`,
    `failing   ${JSON.stringify(Object.fromEntries(failing))}`,
    ...differences,
  ].join('\n');
}
