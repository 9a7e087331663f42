import type { AgencyError, ErrorWords } from '../agencyRequest.ts';
import type { PathKey } from '../responsePath.ts';
import type { Run } from './run.ts';

export interface ReadError {
  readonly words: ErrorWords;
  /** The path in the agency's answer, under the names that its rewrites give; empty when it says none. */
  readonly path: readonly PathKey[];
}

export function readErrors(
  run: Run,
  agency: string,
  errors: readonly AgencyError[],
  renames: ReadonlyMap<string, string>,
): ReadError[] {
  return errors.map((error) => {
    const path: unknown[] = Array.isArray(error.path) ? error.path : [];
    const keys = path.filter((key): key is PathKey => typeof key === 'string' || typeof key === 'number');
    return {
      words: run.mapError(agency, error),
      path: keys.map((key) => (typeof key === 'string' ? (renames.get(key) ?? key) : key)),
    };
  });
}
