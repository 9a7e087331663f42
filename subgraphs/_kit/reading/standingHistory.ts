import type { Release } from '../../../schema/values/index.ts';

/**
 * The releases that are held, and those that they have replaced one after the other. What was withdrawn is left out, also
 * where the line has been published anew since: a figure that was taken back is no base any more.
 */
export function standingHistory(held: readonly Release[], history: readonly Release[]): readonly Release[] {
  const byName = new Map(history.map((release) => [nameOf(release, release.number), release]));
  return held.flatMap((newest) => {
    const line: Release[] = [];
    for (let one: Release | undefined = newest; one; one = before(one, byName)) line.push(one);
    return line;
  });
}

function before(release: Release, byName: ReadonlyMap<string, Release>): Release | undefined {
  const { supersedes, number } = release;
  // Numbers of a line grow, so that the way back ends.
  return supersedes !== null && supersedes < number ? byName.get(nameOf(release, supersedes)) : undefined;
}

function nameOf({ organisation, period }: Release, number: number): string {
  return `${organisation}|${period}|${number}`;
}
