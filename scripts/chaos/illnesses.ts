import { setTimeout as delay } from 'node:timers/promises';

import { AGENCY_CODES } from '../../schema/values/index.ts';
import type { Random } from '../../test/differential/random.ts';
import type { Ailment, Fault } from '../../test/support/faults.ts';
import type { HealthRecord } from './health.ts';
import type { ChaosHouse } from './house.ts';
import type { Broken } from './judging/judgeExchange.ts';

/** All that befalls agencies. */
export const ILLNESSES = [
  'killed',
  'hanging',
  'late',
  'held back',
  'status 500',
  'HTML',
  'a list',
  'a number for objects',
  'data: null',
  'a huge answer',
  'an answer cut short',
  'a chunked answer cut short',
] as const;

export type IllnessKind = (typeof ILLNESSES)[number];

/** So many are ill at once at most. */
const MOST_ILL = 3;
/** The office is in every report: if it were ill as often as others, half of all answers would hold nothing else to judge. */
const OFFICE_PERCENT = 8;

/** One illness to come. */
export interface PlannedIllness {
  readonly kind: IllnessKind;
  readonly agency: string;
  readonly ms: number;
}

/** Illnesses without end: all kinds first, each once, then at random. */
export function* planIllnesses(
  random: Random,
  isFree: (agency: string) => boolean,
): Generator<PlannedIllness | null, never> {
  const pack = random.shuffled(ILLNESSES);
  for (;;) {
    const free = AGENCY_CODES.filter(isFree);
    const others = free.filter((code) => code !== 'office');
    const from = free.includes('office') && random.chance(OFFICE_PERCENT) ? ['office'] : others;
    if (from.length === 0) {
      yield null;
      continue;
    }
    const kind = pack.shift() ?? random.pick(ILLNESSES);
    yield { kind, agency: random.pick(from), ms: 300 + random.below(2700) };
  }
}

/** Lets agencies fall ill and recover. */
export interface Epidemic {
  /** How often each illness has begun. */
  readonly counts: Readonly<Record<IllnessKind, number>>;
  /** Agencies that were killed and could not be started again. */
  readonly broken: readonly Broken[];
  /** Lets nobody fall ill any more. Fulfilled when all have recovered that can. */
  stop(): Promise<void>;
}

/** Makes agencies of a house fail by chance, some at once and now and then none. */
export function startEpidemic(
  house: ChaosHouse,
  health: HealthRecord,
  random: Random,
  report: (line: string) => void,
): Epidemic {
  const ending = new AbortController();
  const counts = Object.fromEntries(ILLNESSES.map((kind) => [kind, 0])) as Record<IllnessKind, number>;
  const plan = planIllnesses(random, (agency) => !health.ill().includes(agency));
  const broken: Broken[] = [];
  const running = new Set<Promise<void>>();
  const pause = (ms: number): Promise<unknown> =>
    delay(ms, undefined, { signal: ending.signal }).catch(() => undefined);

  const befall = async ({ kind, agency, ms }: PlannedIllness): Promise<void> => {
    health.fellIll(agency, Date.now());
    counts[kind] += 1;
    report(`${agency}: ${kind} for ${ms} ms`);
    if (kind === 'killed') await house.kill(agency);
    else await house.proxy.setFault(agency, faultOf(kind, random));
    await pause(ms);
    try {
      if (kind === 'killed') await house.restart(agency);
      else await house.proxy.setFault(agency, null);
      health.recovered(agency, Date.now());
    } catch (error) {
      broken.push({
        promise: 'who was killed starts again',
        asked: agency,
        came: String(error).slice(0, 300),
      });
    }
  };

  const rage = async (): Promise<void> => {
    while (!ending.signal.aborted) {
      const next = health.ill().length < MOST_ILL ? plan.next().value : null;
      if (next) {
        const one = befall(next);
        running.add(one);
        void one.finally(() => running.delete(one));
      }
      await pause(100 + random.below(700));
      const haveAllCome = ILLNESSES.every((kind) => counts[kind] > 0);
      if (!haveAllCome || !random.chance(12)) continue;
      await Promise.all(running);
      await pause(random.below(8000));
    }
    await Promise.all(running);
  };
  const raging = rage();
  return {
    counts,
    broken,
    async stop() {
      ending.abort();
      await raging;
    },
  };
}

function faultOf(kind: Exclude<IllnessKind, 'killed'>, random: Random): Fault | Ailment {
  return kind === 'late' || kind === 'held back' ? `${kind} by ${50 + random.below(1450)} ms` : kind;
}
