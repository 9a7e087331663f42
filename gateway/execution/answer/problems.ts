import type { PathKey } from '../responsePath.ts';
import type { FieldShape } from './shape.ts';

/** Something that keeps a value from being completed as its type demands. */
export interface Problem {
  readonly message: string;
  /** An agency gave a value of another shape than its own schema says. */
  readonly broken: boolean;
  /** From the value upwards: keys are added while completion climbs back to the root. */
  readonly path: (FieldShape | number)[];
}

export function addProblem(problems: Problem[], message: string, broken = false): null {
  problems.push({ message, broken, path: [] });
  return null;
}

/** Adds a key to the paths of the problems that were found below it. */
export function climb(problems: readonly Problem[], from: number, key: FieldShape | number): void {
  for (let i = from; i < problems.length; i++) problems[i]?.path.push(key);
}

/** The path in the answer, and in the data of the agencies. */
export function problemPath(problem: Problem, side: 'key' | 'source'): PathKey[] {
  return problem.path.map((step) => (typeof step === 'number' ? step : step[side])).reverse();
}
