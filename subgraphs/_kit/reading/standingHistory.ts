import { releaseKey, type Release, type ReleaseHeader } from '../../../schema/values/index.ts';

/**
 * The releases that are held, and those that they have replaced one after the other. What was withdrawn is left out, also
 * where the line has been published anew since: a figure that was taken back is no base any more. `headers` lead on where
 * one was replaced before it ever stood; `history` does not have it.
 */
export function standingHistory(
  held: readonly Release[],
  history: readonly Release[],
  headers: readonly ReleaseHeader[],
): readonly Release[] {
  const releases = new Map(history.map((release) => [releaseKey(release), release]));
  const known = new Map(headers.map((header) => [releaseKey(header), header]));
  return held.flatMap((newest) => {
    const line: Release[] = [];
    let at: ReleaseHeader | undefined = newest;
    for (; at; at = before(at, known)) {
      const release = releases.get(releaseKey(at));
      if (release) line.push(release);
    }
    return line;
  });
}

function before(
  { supersedes, number, ...line }: ReleaseHeader,
  known: ReadonlyMap<string, ReleaseHeader>,
): ReleaseHeader | undefined {
  // Numbers of a line grow, so that the way back ends.
  return supersedes !== null && supersedes < number
    ? known.get(releaseKey({ ...line, number: supersedes }))
    : undefined;
}
