/** A time in which an agency was made to fail; without end while it is. */
interface Illness {
  readonly from: number;
  to: number;
}

/** When which agency was made to fail, or was slow by itself: all in epoch ms. */
export interface HealthRecord {
  fellIll(agency: string, at: number): void;
  recovered(agency: string, at: number): void;
  /** An agency was slow by itself: of each agency all these times, which take the place of those told before. */
  wasSlow(agency: string, times: readonly (readonly [number, number])[]): void;
  /** How often each agency was slow by itself. */
  slowCounts(): Readonly<Record<string, number>>;
  /** Whether an agency was well all the time from `from` to `to`, and for `before` ms before that. */
  wasWell(agency: string, from: number, to: number, before: number): boolean;
  /** Who is ill now. */
  ill(): readonly string[];
}

export function createHealthRecord(): HealthRecord {
  const slow = new Map<string, readonly (readonly [number, number])[]>();
  const illnesses = new Map<string, Illness[]>();
  const of = (agency: string): Illness[] => {
    const list = illnesses.get(agency) ?? [];
    illnesses.set(agency, list);
    return list;
  };
  return {
    fellIll: (agency, at) => void of(agency).push({ from: at, to: Infinity }),
    recovered(agency, at) {
      const last = of(agency).at(-1);
      if (last) last.to = at;
    },
    wasSlow: (agency, times) => void slow.set(agency, times),
    slowCounts: () => Object.fromEntries([...slow].map(([agency, times]) => [agency, times.length])),
    wasWell(agency, from, to, before) {
      const wasAway = (begin: number, end: number): boolean => begin <= to && end >= from - before;
      const slowTimes = slow.get(agency) ?? [];
      return (
        !of(agency).some((one) => wasAway(one.from, one.to)) && !slowTimes.some((one) => wasAway(...one))
      );
    },
    ill: () => [...illnesses].filter(([, list]) => list.at(-1)?.to === Infinity).map(([agency]) => agency),
  };
}
