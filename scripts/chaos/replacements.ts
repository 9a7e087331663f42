import { setTimeout as delay } from 'node:timers/promises';

import { createRandom } from '../../test/differential/random.ts';
import { signalTo, waitUntil } from '../../test/support/processes.ts';
import { memoryOf } from '../bench/measuring/processUse.ts';
import { quantile } from '../bench/measuring/statistics.ts';
import { readMetrics, servedHash } from './gatewayFigures.ts';
import { createHealthRecord } from './health.ts';
import { INSPECTED, openHeap, type Heap } from './heap.ts';
import { startChaosHouse, type ChaosHouse } from './house.ts';
import { createJudge, type Judge } from './judging/createJudge.ts';
import type { Broken } from './judging/judgeExchange.ts';
import { learn } from './learn.ts';
import { createClient, startLoad, type Client } from './load.ts';
import { createPublications } from './publications.ts';
import { createPublisher } from './publisher.ts';
import { drawQuestion } from './questions.ts';

/** How often, and under which load. */
export interface ReplacementsSettings {
  readonly replacements: number;
  readonly connections: number;
  /** Requests a second at most, all connections together. */
  readonly rate: number;
  readonly seed: number;
}

/** Memory of the gateway while it is asked nothing and all that nobody needs has been thrown away, in megabytes. */
export interface AtRest {
  readonly heap: number;
  readonly rss: number;
}

/** What replacing the supergraph under load has come to. */
export interface ReplacementsResult {
  readonly replacements: number;
  readonly requests: number;
  /** Requests without a whole answer. */
  readonly failed: number;
  readonly latency: { readonly p50: number; readonly p99: number };
  /** After a warm-up with some replacements. */
  readonly base: AtRest;
  readonly end: AtRest;
  readonly judgedBy: string;
  readonly broken: readonly Broken[];
}

/** Caches that are full after the warm-up: else the heap grows by what is kept up to its bound, whatever is replaced. */
const SMALL_CACHES = { CACHE_ANSWERS_MB: '1', CACHE_SECTIONS_MB: '1' };
/** As much as the heap at the end may be of its base. */
const GROWTH = 1.15;
const WARM_UP_REPLACEMENTS = 10;
const REQUEST_LIMIT_MS = 11_000;
const BROKEN_TOLD = 50;

/** Replaces the supergraph again and again, each time as soon as the last one serves, while the gateway is asked. */
export async function runReplacements(
  settings: ReplacementsSettings,
  report: (line: string) => void = () => undefined,
): Promise<ReplacementsResult> {
  const house = await startChaosHouse({ ...INSPECTED, ...SMALL_CACHES });
  const tokens = { nobody: null, reader: await house.tokenOf('READER') };
  const client = createClient(house.origin, settings.connections, tokens, 2 * REQUEST_LIMIT_MS);
  const heap = await openHeap(house.gateway);
  try {
    return await replaceUnderLoad(house, client, heap, settings, report);
  } finally {
    heap.close();
    await client.close();
    await house.stop();
  }
}

async function replaceUnderLoad(
  house: ChaosHouse,
  client: Client,
  heap: Heap,
  { replacements, connections, rate, seed }: ReplacementsSettings,
  report: (line: string) => void,
): Promise<ReplacementsResult> {
  const publications = createPublications();
  const promised = { limitMs: REQUEST_LIMIT_MS, recoveryMs: 0, freshnessMs: 1000 };
  const newJudge = (): Judge => createJudge({ health: createHealthRecord(), publications, ...promised });
  const [warmUp, judge] = [newJudge(), newJudge()];
  const whole = await learn(client, await createPublisher(house, publications));
  for (const exchange of whole) [warmUp, judge].forEach((one) => one.learn(exchange));
  const random = createRandom(seed, 1);

  const replace = async (times: number, judging: Judge): Promise<AtRest> => {
    const load = startLoad(connections, rate, async () => {
      judging.judge(await client.ask(drawQuestion(random, [])));
    });
    for (let count = 1; count <= times; count += 1) {
      const hash = await house.supergraph.replace();
      signalTo(house.gateway.pid, 'SIGHUP');
      await waitUntil('it serves', async () => (await servedHash(house.origin)) === hash);
      if (count % 10 === 0) report(`${count} replacements, ${judging.judgement().requests} answers`);
    }
    await load.stop();
    judging.settle(Date.now() + 1000);
    return lookAtRest(house, heap);
  };
  const base = await replace(WARM_UP_REPLACEMENTS, warmUp);
  report(`base: ${JSON.stringify(base)}`);
  const end = await replace(replacements, judge);
  const { requests, whole: answeredWhole, latencies, broken } = judge.judgement();
  const taken = (await readMetrics(house.origin)).get(
    'party_report_supergraph_replacements_total{outcome="taken"}',
  );
  const judgedBy = `heap at the end at most ${GROWTH} × base`;
  const grown = {
    promise: 'the heap is back to its base',
    asked: judgedBy,
    came: JSON.stringify({ base, end }),
  };
  return {
    replacements: (taken ?? 0) - WARM_UP_REPLACEMENTS,
    requests,
    failed: requests - answeredWhole,
    latency: { p50: quantile(latencies, 0.5), p99: quantile(latencies, 0.99) },
    ...{ base, end, judgedBy },
    broken: [...broken.slice(0, BROKEN_TOLD), ...(end.heap > GROWTH * base.heap ? [grown] : [])],
  };
}

/** When the last requests have been forgotten. */
async function lookAtRest({ gateway }: ChaosHouse, heap: Heap): Promise<AtRest> {
  await delay(2000);
  const used = await heap.used();
  return { heap: Math.round(used * 10) / 10, rss: Math.round(memoryOf(gateway.pid, 'now')) };
}
