import { setTimeout as delay } from 'node:timers/promises';

import { waitUntil } from '../../test/support/processes.ts';
import { countBreaks, readMetrics, servedHash } from './gatewayFigures.ts';
import type { ChaosHouse } from './house.ts';
import type { Broken } from './judging/judgeExchange.ts';
import type { Client } from './load.ts';
import { WHOLE_REPORT } from './questions.ts';

/** What is left of a storm at the gateway. */
export interface Aftermath {
  /** How often the gateway has given up each agency. */
  readonly givenUp: Readonly<Record<string, number>>;
  /** Supergraphs that it has taken and refused. */
  readonly taken: number;
  readonly refused: number;
  /** Where its answers came from. */
  readonly answers: { readonly hit: number; readonly miss: number; readonly none: number };
  readonly broken: readonly Broken[];
}

const ASKED = 'after the storm';

/** When all have recovered: the next supergraph is to be served, and the report to be whole. */
export async function lookAround(house: ChaosHouse, client: Client, recoveryMs: number): Promise<Aftermath> {
  const broken = [
    ...(await holds('a good supergraph is taken after broken ones', () => untilServed(house))),
    ...(await holds('the report is whole again', () => delay(recoveryMs).then(() => assertWhole(client)))),
  ];
  const metrics = await readMetrics(house.origin).catch(() => new Map<string, number>());
  const replacements = (outcome: string): number =>
    metrics.get(`party_report_supergraph_replacements_total{outcome="${outcome}"}`) ?? 0;
  const answers = (cache: string): number => metrics.get(`party_report_answers_total{cache="${cache}"}`) ?? 0;
  return {
    givenUp: countBreaks(house),
    taken: replacements('taken'),
    refused: replacements('refused'),
    answers: { hit: answers('hit'), miss: answers('miss'), none: answers('none') },
    broken,
  };
}

async function holds(promise: string, check: () => Promise<void>): Promise<readonly Broken[]> {
  try {
    await check();
    return [];
  } catch (error) {
    return [{ promise, asked: ASKED, came: String(error).slice(0, 300) }];
  }
}

async function untilServed({ supergraph, origin }: ChaosHouse): Promise<void> {
  const hash = await supergraph.replace();
  await waitUntil('the last supergraph serves', async () => (await servedHash(origin)) === hash);
}

async function assertWhole(client: Client): Promise<void> {
  const { status, text } = await client.ask(WHOLE_REPORT);
  if (status !== 200 || text.includes('"errors"')) throw new Error(text);
}
