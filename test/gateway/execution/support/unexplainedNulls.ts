/**
 * The fields that a whole answer has, another lacks, and no error of the other accounts for: none stands above, at or
 * below the path. Places in lists do not count, since an error about several entries leaves them out.
 */
export function unexplainedNulls(whole: unknown, other: unknown, errors: readonly string[]): string[] {
  const told = errors.map((line) => line.slice(0, line.indexOf(':')).split('.').filter(isKey));
  const lost: string[][] = [];

  const compare = (expected: unknown, given: unknown, path: string[]): void => {
    if (expected === null || typeof expected !== 'object') {
      if (expected !== null && given === null) lost.push(path);
      return;
    }
    if (given === null || typeof given !== 'object') {
      lost.push(path);
      return;
    }
    for (const [key, value] of Object.entries(expected)) {
      const next = (given as Record<string, unknown>)[key];
      compare(value, next, Array.isArray(expected) ? path : [...path, key]);
    }
  };

  compare(whole, other, []);
  const explained = (path: string[]): boolean =>
    told.some((keys) => keys.every((key, i) => i >= path.length || key === path[i]));
  return lost.filter((path) => !explained(path)).map((path) => path.join('.'));
}

function isKey(key: string): boolean {
  return !/^\d+$/.test(key);
}
