import { AGENCY_CODES } from '../../schema/values/index.ts';
import type { Random } from '../../test/differential/random.ts';
import type { HealthRecord } from './health.ts';
import type { ChaosHouse } from './house.ts';
import type { Judge } from './judging/createJudge.ts';
import type { Broken } from './judging/judgeExchange.ts';
import { startLoad, type Client, type Load } from './load.ts';
import type { Publisher } from './publisher.ts';
import { drawQuestion } from './questions.ts';
import { startRepeating, type Repeating } from './repeating.ts';

// What goes on during a storm beside illnesses: people ask, agencies publish, the supergraph is replaced.

const PAST_MOMENTS = 30;

/** Asks by chance, and has every answer judged. */
export function startAsking(
  client: Client,
  judge: Judge,
  random: Random,
  { connections, rate }: { readonly connections: number; readonly rate: number },
): Load {
  const past: string[] = [];
  return startLoad(connections, rate, async () => {
    const exchange = await client.ask(drawQuestion(random, past));
    judge.judge(exchange);
    if (!random.chance(2)) return;
    // Moments that have just passed are asked for again and again, and give way to others.
    past.push(new Date(exchange.began - random.below(5000)).toISOString());
    if (past.length > PAST_MOMENTS) past.splice(random.below(PAST_MOMENTS), 1);
  });
}

/** Agencies that publish. */
export interface Publishing extends Repeating {
  /** Refusals: nothing is wrong with what is published. */
  readonly broken: readonly Broken[];
}

/** Lets agencies that are well publish, about so many times a second. */
export function startPublishing(
  publisher: Publisher,
  health: HealthRecord,
  random: Random,
  rate: number,
): Publishing {
  const running = new Set<Promise<void>>();
  const broken: Broken[] = [];
  const publish = async (agency: string): Promise<void> => {
    try {
      await publisher.publish(agency);
    } catch (error) {
      broken.push({ promise: 'agencies can publish', asked: agency, came: String(error).slice(0, 300) });
    }
  };
  const repeating = startRepeating(
    () => (1000 / rate) * (0.5 + random.below(1000) / 1000),
    () => {
      const unable = [...health.ill(), ...publisher.busy()];
      const able = AGENCY_CODES.filter((code) => !unable.includes(code));
      if (able.length === 0) return;
      const one = publish(random.pick(able)).finally(() => running.delete(one));
      running.add(one);
    },
  );
  return {
    broken,
    async stop() {
      await repeating.stop();
      await Promise.all(running);
    },
  };
}

/** What has taken the place of the supergraph. */
export interface Replacing extends Repeating {
  counts(): {
    readonly replaced: number;
    /** What was none, by kind. */
    readonly broken: Readonly<Record<string, number>>;
  };
}

/** Replaces the supergraph every two to four seconds, each third time by something that is none. */
export function startReplacing({ supergraph }: ChaosHouse, random: Random): Replacing {
  const broken: Record<string, number> = {};
  let [replaced, times] = [0, 0];
  const replace = async (): Promise<void> => {
    times += 1;
    if (times % 3 === 0) {
      const kind = await supergraph.breakIt();
      broken[kind] = (broken[kind] ?? 0) + 1;
    } else {
      await supergraph.replace();
      replaced += 1;
    }
  };
  const repeating = startRepeating(() => 2000 + random.below(2000), replace);
  return { stop: () => repeating.stop(), counts: () => ({ replaced, broken }) };
}
