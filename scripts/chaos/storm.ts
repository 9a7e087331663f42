import { setTimeout as delay } from 'node:timers/promises';

import { AGENCY_CODES } from '../../schema/values/index.ts';
import { createRandom, type Random } from '../../test/differential/random.ts';
import { waitUntil } from '../../test/support/processes.ts';
import { quantile } from '../bench/measuring/statistics.ts';
import { countBreaks, readMetrics, sampleMemory, servedHash } from './gatewayFigures.ts';
import { createHealthRecord, type HealthRecord } from './health.ts';
import { startChaosHouse, type ChaosHouse } from './house.ts';
import { startEpidemic } from './illnesses.ts';
import { createJudge, type Judge, type Judgement } from './judging/createJudge.ts';
import type { Broken } from './judging/judgeExchange.ts';
import { learn } from './learn.ts';
import { createClient, startLoad, type Client } from './load.ts';
import { judgeMemory, type MemorySample, type MemoryVerdict } from './memory.ts';
import { createPublications } from './publications.ts';
import { createPublisher, type Publisher } from './publisher.ts';
import { drawQuestion, WHOLE_REPORT } from './questions.ts';
import { startRepeating } from './repeating.ts';

/** How long and how hard. */
export interface StormSettings {
  readonly seconds: number;
  readonly connections: number;
  /** Requests a second, all connections together. */
  readonly rate: number;
  readonly seed: number;
  /** Publications a second at most. */
  readonly publishes: number;
  /** So long after its acknowledgement a publication may still not be shown. */
  readonly freshnessMs: number;
}

/** What a storm has come to. */
export interface StormResult extends Omit<Judgement, 'latencies' | 'broken'> {
  readonly requestsPerSecond: number;
  /** Of the requests, in milliseconds. */
  readonly latency: { readonly p50: number; readonly p99: number; readonly most: number };
  readonly publishes: number;
  /** How often each illness has befallen an agency. */
  readonly illnesses: Readonly<Record<string, number>>;
  /** How often the gateway has given up each agency. */
  readonly givenUp: Readonly<Record<string, number>>;
  readonly supergraphs: {
    readonly replaced: number;
    /** What was put there that was none, by kind. */
    readonly broken: Readonly<Record<string, number>>;
    readonly taken: number;
    readonly refused: number;
  };
  readonly memory: MemoryVerdict;
  /** How many promises were broken, of which the first are told. */
  readonly brokenCount: number;
  readonly broken: readonly Broken[];
}

const AGENCY_TIMEOUT_MS = 3000;
const BREAKER_SECONDS = 1;
const REQUEST_TIMEOUT_MS = 10_000;
/** What a trial, a first connection and a busy machine take. */
const MARGIN_MS = 1000;
/** A trial that began while the agency was ill may take its whole time, and then the agency is given up once more. */
const RECOVERY_MS = AGENCY_TIMEOUT_MS + BREAKER_SECONDS * 1000 + MARGIN_MS;
const BROKEN_TOLD = 50;
const PAST_MOMENTS = 30;

/** Starts a house, lets everything happen at once for so many seconds, and holds every answer against what was promised. */
export async function runStorm(
  settings: StormSettings,
  report: (line: string) => void = () => undefined,
): Promise<StormResult> {
  const house = await startChaosHouse({
    AGENCY_TIMEOUT_MS: String(AGENCY_TIMEOUT_MS),
    AGENCY_BREAKER_SECONDS: String(BREAKER_SECONDS),
    REQUEST_TIMEOUT_MS: String(REQUEST_TIMEOUT_MS),
  });
  const tokens = { nobody: null, reader: await house.tokenOf('READER') };
  const client = createClient(house.origin, settings.connections, tokens, 2 * REQUEST_TIMEOUT_MS);
  try {
    return await storm(house, client, settings, report);
  } finally {
    await client.close();
    await house.stop();
  }
}

async function storm(
  house: ChaosHouse,
  client: Client,
  { seconds, connections, rate, seed, publishes, freshnessMs }: StormSettings,
  report: (line: string) => void,
): Promise<StormResult> {
  const chance = (index: number): Random => createRandom(seed, index);
  const [health, publications] = [createHealthRecord(), createPublications()];
  const limitMs = REQUEST_TIMEOUT_MS + MARGIN_MS;
  const judge = createJudge({ health, publications, limitMs, recoveryMs: RECOVERY_MS, freshnessMs });
  const publisher = await createPublisher(house, publications);
  report('learning what does not change');
  for (const exchange of await learn(client, publisher)) judge.learn(exchange);

  const asking = startAsking(client, judge, chance(1), connections, rate);
  const samples: MemorySample[] = [];
  const sampling = startRepeating(
    () => 1000,
    async () => void samples.push(await sampleMemory(house)),
  );
  const telling = startRepeating(
    () => 5000,
    () => {
      judge.settle();
      const { requests, whole, broken } = judge.judgement();
      report(
        `${requests} answers, ${whole} whole; ${publications.count()} publications; ${broken.length} broken`,
      );
    },
  );
  const publishing = startPublishing(publisher, health, chance(2), publishes);
  const replacing = startReplacing(house, chance(3));
  const epidemic = startEpidemic(house, health, chance(4), report);
  await delay(seconds * 1000);
  report('the storm is over');
  await Promise.all([epidemic.stop(), publishing.stop(), replacing.stop()]);
  await Promise.all([asking.stop(), sampling.stop(), telling.stop()]);
  judge.settle();
  const after = await lookAround(house, client);
  const metrics = await readMetrics(house.origin);
  const outcome = (name: string): number =>
    metrics.get(`party_report_supergraph_replacements_total{outcome="${name}"}`) ?? Number.NaN;
  const memory = judgeMemory(samples);
  const { latencies, broken, ...judgement } = judge.judgement();
  const all = [...broken, ...after, ...growth(memory)];
  return {
    ...judgement,
    requestsPerSecond: Math.round(judgement.requests / seconds),
    latency: { p50: quantile(latencies, 0.5), p99: quantile(latencies, 0.99), most: Math.max(...latencies) },
    publishes: publications.count(),
    illnesses: epidemic.counts,
    givenUp: countBreaks(house),
    supergraphs: { ...replacing.counts(), taken: outcome('taken'), refused: outcome('refused') },
    memory,
    brokenCount: all.length,
    broken: all.slice(0, BROKEN_TOLD),
  };
}

function startAsking(
  client: Client,
  judge: Judge,
  random: Random,
  connections: number,
  rate: number,
): { stop(): Promise<void> } {
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

function startPublishing(
  publisher: Publisher,
  health: HealthRecord,
  random: Random,
  rate: number,
): { stop(): Promise<void> } {
  const running = new Set<Promise<void>>();
  const repeating = startRepeating(
    () => (1000 / rate) * (0.5 + random.below(1000) / 1000),
    () => {
      const unable = [...health.ill(), ...publisher.busy()];
      const able = AGENCY_CODES.filter((code) => !unable.includes(code));
      if (able.length === 0) return;
      const one = publisher.publish(random.pick(able));
      running.add(one);
      // A failure stays in the list, for whoever stops it.
      one.then(
        () => running.delete(one),
        () => undefined,
      );
    },
  );
  return {
    async stop() {
      await repeating.stop();
      await Promise.all(running);
    },
  };
}

/** Replaces the supergraph every two to four seconds, each third time by something that is none. */
function startReplacing(house: ChaosHouse, random: Random) {
  const broken: Record<string, number> = {};
  let [replaced, times] = [0, 0];
  const replace = async (): Promise<void> => {
    times += 1;
    if (times % 3 === 0) {
      const kind = await house.supergraph.breakIt();
      broken[kind] = (broken[kind] ?? 0) + 1;
    } else {
      await house.supergraph.replace();
      replaced += 1;
    }
  };
  const repeating = startRepeating(() => 2000 + random.below(2000), replace);
  return { stop: () => repeating.stop(), counts: () => ({ replaced, broken }) };
}

/** When all have recovered: the next supergraph is served, and the report is whole. @returns what is not so. */
async function lookAround(house: ChaosHouse, client: Client): Promise<readonly Broken[]> {
  const asked = 'after the storm';
  const hash = await house.supergraph.replace();
  const served = waitUntil(
    'the last supergraph serves',
    async () => (await servedHash(house.origin)) === hash,
  );
  const late = await served.then(
    () => [],
    (error: unknown) => [
      { promise: 'a good supergraph is taken after broken ones', asked, came: String(error) },
    ],
  );
  await delay(RECOVERY_MS);
  const { status, text } = await client.ask(WHOLE_REPORT);
  const isWhole = status === 200 && !text.includes('"errors"');
  return isWhole
    ? late
    : [...late, { promise: 'the report is whole again', asked, came: text.slice(0, 300) }];
}

function growth(memory: MemoryVerdict): readonly Broken[] {
  if (memory.isFlat !== false) return [];
  return [{ promise: 'memory stays what it is', asked: memory.judgedBy, came: JSON.stringify(memory) }];
}
