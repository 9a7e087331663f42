import type { Fault } from '../../../schema/errors/index.ts';

/** What is wrong with an argument: `path` leads there from its name, `['observations', '3', 'value']`. */
export interface InputFault extends Pick<Fault, 'code' | 'message'> {
  readonly path: readonly string[];
}

/** A fault of the catalogue at its place. */
export function inputFault(path: readonly string[], { code, message }: Fault): InputFault {
  return { path, code, message };
}

/** Figures that were refused whole, with all that is wrong with them in the order in which they were sent. */
export class RefusedInput extends Error {
  override readonly name = 'RefusedInput';
  readonly faults: readonly InputFault[];

  constructor(faults: readonly InputFault[]) {
    super(faults.map(({ path, code, message }) => `${path.join('.')}: ${message} [${code}]`).join('\n'));
    this.faults = faults;
  }
}
