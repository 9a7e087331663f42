/** A response key, or the place in a list. */
export type PathKey = string | number;

/** A path as it grows on the way down: linked, so that an entry of a list costs one small object. */
export interface Path {
  readonly parent: Path | undefined;
  readonly key: PathKey;
}

export function pathKeys(path: Path | undefined): PathKey[] {
  const keys: PathKey[] = [];
  for (let at = path; at !== undefined; at = at.parent) keys.push(at.key);
  return keys.reverse();
}

export function withoutIndexes(path: readonly PathKey[]): string[] {
  return path.filter((key) => typeof key === 'string');
}
