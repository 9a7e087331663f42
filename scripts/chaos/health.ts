/** A time in which an agency was made to fail; without end while it is. */
interface Illness {
  readonly from: number;
  to: number;
}

/** When which agency was made to fail: all in epoch ms. */
export interface HealthRecord {
  fellIll(agency: string, at: number): void;
  recovered(agency: string, at: number): void;
  /** Whether an agency was well all the time from `from` to `to`, and for `before` ms before that. */
  wasWell(agency: string, from: number, to: number, before: number): boolean;
  /** Who is ill now. */
  ill(): readonly string[];
}

export function createHealthRecord(): HealthRecord {
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
    wasWell: (agency, from, to, before) =>
      !of(agency).some((one) => one.from <= to && one.to >= from - before),
    ill: () => [...illnesses].filter(([, list]) => list.at(-1)?.to === Infinity).map(([agency]) => agency),
  };
}
