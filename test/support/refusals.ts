import { RefusedFile, type FileFault } from '../../schema/errors/index.ts';

/** The faults that a file is refused for; fails the test where it is accepted. */
export function faultsOf(read: () => unknown): readonly FileFault[] {
  try {
    read();
  } catch (error) {
    if (error instanceof RefusedFile) return error.faults;
    throw error;
  }
  throw new Error('the file was accepted');
}

/** Place and code of a fault as one line: `figures.csv 3 unit CODE_UNKNOWN`; `-` where there is no row or column. */
export function faultLine({ file, row, column, fault }: FileFault): string {
  return [file, row ?? '-', column ?? '-', fault.code].join(' ');
}
