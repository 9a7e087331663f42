import type { Fault } from '../../../schema/errors/index.ts';

/** What is wrong with an argument: `path` leads there from its name, `['observations', '3', 'value']`. */
export interface InputFault extends Pick<Fault, 'code' | 'message'> {
  readonly path: readonly string[];
}

/** A fault of the catalogue at its place. */
export function inputFault(path: readonly string[], { code, message }: Fault): InputFault {
  return { path, code, message };
}

/** How many faults one answer tells. */
export const FAULTS_TOLD = 100;

/** Figures that were refused whole, with what is wrong with them in the order in which they were sent. */
export class RefusedInput extends Error {
  override readonly name = 'RefusedInput';
  /** The first {@link FAULTS_TOLD}: where thousands of figures are wrong, they are mostly so for one reason. */
  readonly faults: readonly InputFault[];
  /** How many there are beside. */
  readonly furtherFaults: number;

  constructor(faults: readonly InputFault[]) {
    const told = faults.slice(0, FAULTS_TOLD);
    super(told.map(({ path, code, message }) => `${path.join('.')}: ${message} [${code}]`).join('\n'));
    this.faults = told;
    this.furtherFaults = faults.length - told.length;
  }
}
