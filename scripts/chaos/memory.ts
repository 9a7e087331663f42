import { median } from '../bench/measuring/statistics.ts';

/** What a process held at one moment, in megabytes. */
export interface MemorySample {
  readonly rss: number;
  readonly heap: number;
}

/** Memory of the second and of the last quarter of a run, in megabytes, and whether it stayed what it was. */
export interface MemoryVerdict {
  readonly samples: number;
  readonly rss: QuarterMedians;
  readonly heap: QuarterMedians;
  /** How it was judged; null where the run was too short for that. */
  readonly isFlat: boolean | null;
  readonly judgedBy: string;
}

interface QuarterMedians {
  readonly secondQuarter: number;
  readonly lastQuarter: number;
  readonly most: number;
}

/** The last quarter may be so many times the second. */
const GROWTH = 1.25;
/** Before that caches and compiled code are still filling up. */
const LEAST_SAMPLES = 120;

/** Judges samples of one a second: the second quarter is what it takes to work, the last what it has come to. */
export function judgeMemory(samples: readonly MemorySample[]): MemoryVerdict {
  const [rss, heap] = [quarters(samples.map((one) => one.rss)), quarters(samples.map((one) => one.heap))];
  const isFlat = [rss, heap].every(({ secondQuarter, lastQuarter }) => lastQuarter <= GROWTH * secondQuarter);
  return {
    samples: samples.length,
    rss,
    heap,
    isFlat: samples.length < LEAST_SAMPLES ? null : isFlat,
    judgedBy: `median of the last quarter at most ${GROWTH} × median of the second, from ${LEAST_SAMPLES} samples on`,
  };
}

function quarters(values: readonly number[]): QuarterMedians {
  const quarter = Math.floor(values.length / 4);
  return {
    secondQuarter: Math.round(median(values.slice(quarter, 2 * quarter))),
    lastQuarter: Math.round(median(values.slice(3 * quarter))),
    most: Math.round(Math.max(...values)),
  };
}
