/** One release that an agency has published while it was watched. */
export interface Publication {
  readonly agency: string;
  /** What its counting figure says. */
  readonly value: string;
  readonly number: number;
  /** Epoch ms. */
  readonly publishedAt: number;
  /** When the publisher was told, epoch ms. */
  readonly acknowledgedAt: number;
}

/** What has been published, as its publisher was told. */
export interface Publications {
  /** A release is about to be published. @returns what takes note of its acknowledgement. */
  begin(at: number): (publication: Publication) => void;
  /** The release that an agency's readers are shown as of a moment; null before the first. */
  standingAt(agency: string, asOf: number): Publication | null;
  /** The release that says so and was published by then; null where there is none. */
  withValue(agency: string, value: string | null, until: number): Publication | null;
  /** The newest release whose publisher had been told by then; null before the first. */
  acknowledgedBy(agency: string, moment: number): Publication | null;
  /** Up to when, at least, all that was published is known: nothing that is on its way can be earlier. */
  settledUntil(now: number): number;
  /** How many were acknowledged. */
  count(): number;
}

export function createPublications(): Publications {
  const known = new Map<string, Publication[]>();
  const begun = new Set<{ readonly at: number }>();
  const newest = (agency: string, fits: (one: Publication) => boolean): Publication | null =>
    known.get(agency)?.findLast(fits) ?? null;
  return {
    begin(at) {
      const one = { at };
      begun.add(one);
      return (publication) => {
        begun.delete(one);
        const list = known.get(publication.agency) ?? [];
        known.set(publication.agency, list);
        list.push(publication);
      };
    },
    standingAt: (agency, asOf) => newest(agency, ({ publishedAt }) => publishedAt <= asOf),
    withValue: (agency, value, until) =>
      newest(agency, (one) => one.value === value && one.publishedAt <= until),
    acknowledgedBy: (agency, moment) => newest(agency, ({ acknowledgedAt }) => acknowledgedAt <= moment),
    settledUntil: (now) => Math.min(now, ...[...begun].map(({ at }) => at)) - 1,
    count: () => [...known.values()].reduce((sum, list) => sum + list.length, 0),
  };
}
