import { setTimeout as delay } from 'node:timers/promises';

import { AGENCY_CODES } from '../../schema/values/index.ts';
import { createRandom, type Random } from '../../test/differential/random.ts';
import { quantile } from '../bench/measuring/statistics.ts';
import { lookAround, type Aftermath } from './aftermath.ts';
import { sampleMemory } from './gatewayFigures.ts';
import { createHealthRecord, type HealthRecord } from './health.ts';
import { startChaosHouse, type ChaosHouse } from './house.ts';
import { startEpidemic } from './illnesses.ts';
import { createJudge, type Judge, type Judgement } from './judging/createJudge.ts';
import type { Broken } from './judging/judgeExchange.ts';
import { learn } from './learn.ts';
import { createClient, type Client } from './load.ts';
import { judgeMemory, type MemorySample, type MemoryVerdict } from './memory.ts';
import { createPublications } from './publications.ts';
import { createPublisher } from './publisher.ts';
import { startRepeating } from './repeating.ts';
import { startAsking, startPublishing, startReplacing } from './weather.ts';

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
  /** Where the gateway's answers came from: its cache, made and kept, made and not kept. */
  readonly answers: Aftermath['answers'];
  /** How many publications were acknowledged. */
  readonly publishes: number;
  /** How often each illness has befallen an agency. */
  readonly illnesses: Readonly<Record<string, number>>;
  /** How often the gateway has given up each agency. */
  readonly givenUp: Readonly<Record<string, number>>;
  /** How often each agency has let the gateway wait for a second or longer while nothing was done to it: a busy machine. */
  readonly slowByThemselves: Readonly<Record<string, number>>;
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
/** Caches that are soon full: what is kept up to a bound that takes minutes to be reached looks like memory that is lost. */
const SMALL_CACHES = { CACHE_ANSWERS_MB: '8', CACHE_SECTIONS_MB: '8' };
const BROKEN_TOLD = 50;
/** The proxy knows that an agency was slow when it is given up, about when the client is told. */
const TOLD_AFTER_MS = 1000;

/** Starts a house, lets everything happen at once for so many seconds, and holds every answer against what was promised. */
export async function runStorm(
  settings: StormSettings,
  report: (line: string) => void = () => undefined,
): Promise<StormResult> {
  const house = await startChaosHouse({
    AGENCY_TIMEOUT_MS: String(AGENCY_TIMEOUT_MS),
    AGENCY_BREAKER_SECONDS: String(BREAKER_SECONDS),
    REQUEST_TIMEOUT_MS: String(REQUEST_TIMEOUT_MS),
    ...SMALL_CACHES,
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
  settings: StormSettings,
  report: (line: string) => void,
): Promise<StormResult> {
  const { seconds, seed, freshnessMs } = settings;
  const chance = (index: number): Random => createRandom(seed, index);
  const [health, publications] = [createHealthRecord(), createPublications()];
  const limitMs = REQUEST_TIMEOUT_MS + MARGIN_MS;
  const judge = createJudge({ health, publications, limitMs, recoveryMs: RECOVERY_MS, freshnessMs });
  const publisher = await createPublisher(house, publications);
  report('learning what does not change');
  for (const exchange of await learn(client, publisher)) judge.learn(exchange);

  const asking = startAsking(client, judge, chance(1), settings);
  const watching = startWatching(house, health, judge, report);
  const publishing = startPublishing(publisher, health, chance(2), settings.publishes);
  const replacing = startReplacing(house, chance(3));
  const epidemic = startEpidemic(house, health, chance(4), report);
  await delay(seconds * 1000);
  report('the storm is over');
  await Promise.all([epidemic.stop(), publishing.stop(), replacing.stop()]);
  await asking.stop();
  const memory = await watching.stop();
  await delay(2 * TOLD_AFTER_MS);
  await settle(house, health, judge);
  const { broken: afterwards, givenUp, answers, ...reloads } = await lookAround(house, client, RECOVERY_MS);
  const { latencies, broken, ...judgement } = judge.judgement();
  const all = [...broken, ...epidemic.broken, ...publishing.broken, ...afterwards, ...growth(memory)];
  return {
    ...judgement,
    requestsPerSecond: Math.round(judgement.requests / seconds),
    latency: { p50: quantile(latencies, 0.5), p99: quantile(latencies, 0.99), most: Math.max(...latencies) },
    answers,
    publishes: publications.count(),
    illnesses: epidemic.counts,
    givenUp,
    slowByThemselves: health.slowCounts(),
    supergraphs: { ...replacing.counts(), ...reloads },
    memory,
    brokenCount: all.length,
    broken: all.slice(0, BROKEN_TOLD),
  };
}

/** Has all judged of which it is known who was well. */
async function settle({ proxy }: ChaosHouse, health: HealthRecord, judge: Judge): Promise<void> {
  const until = Date.now() - TOLD_AFTER_MS;
  for (const agency of AGENCY_CODES) health.wasSlow(agency, await proxy.slowTimesOf(agency));
  judge.settle(until);
}

/** Looks at the gateway's memory each second, and tells now and then how it goes. */
function startWatching(
  house: ChaosHouse,
  health: HealthRecord,
  judge: Judge,
  report: (line: string) => void,
): { stop(): Promise<MemoryVerdict> } {
  const samples: MemorySample[] = [];
  let told = 0;
  const sampling = startRepeating(
    () => 1000,
    async () => {
      // Where the gateway does not answer, the judge says so.
      const sample = await sampleMemory(house).catch(() => null);
      if (sample) samples.push(sample);
    },
  );
  const telling = startRepeating(
    () => 5000,
    async () => {
      await settle(house, health, judge);
      const { requests, whole, broken } = judge.judgement();
      report(`${requests} answers, ${whole} whole; ${broken.length} broken`);
      for (const one of broken.slice(told, BROKEN_TOLD)) report(`  BROKEN ${JSON.stringify(one)}`);
      told = broken.length;
    },
  );
  return {
    async stop() {
      await Promise.all([sampling.stop(), telling.stop()]);
      return judgeMemory(samples);
    },
  };
}

function growth(memory: MemoryVerdict): readonly Broken[] {
  if (memory.isFlat !== false) return [];
  return [{ promise: 'memory stays what it is', asked: memory.judgedBy, came: JSON.stringify(memory) }];
}
