import { setTimeout as delay } from 'node:timers/promises';

import { waitUntil, type Settings } from '../../test/support/processes.ts';
import { quantile } from '../bench/measuring/statistics.ts';
import { readMetrics } from './gatewayFigures.ts';
import { startChaosHouse, type ChaosHouse } from './house.ts';
import { judgeExchange, type Broken, type Exchange } from './judging/judgeExchange.ts';
import { judgeErrors } from './judging/judgeGaps.ts';
import { createClient, startLoad, type Client } from './load.ts';
import { WHOLE_REPORT } from './questions.ts';

/** How long each part is measured, and how fast the report is asked for. */
export interface HangingSettings {
  readonly seconds: number;
  readonly connections: number;
  readonly rate: number;
}

/** Latencies of the full report, in milliseconds. */
export interface Latency {
  readonly requests: number;
  readonly perSecond: number;
  readonly p50: number;
  readonly p99: number;
  readonly most: number;
}

/** What a report costs in time while three agencies hang. */
export interface HangingResult {
  readonly agencyTimeoutMs: number;
  readonly hanging: readonly string[];
  /** Nobody is ever given up: all wait for those that hang. */
  readonly breakersClosed: { readonly normal: Latency; readonly threeHang: Latency };
  /** Measured from when all three have been given up. */
  readonly breakersOpen: { readonly normal: Latency; readonly threeHang: Latency };
  readonly targets: readonly string[];
  readonly broken: readonly Broken[];
}

const AGENCY_TIMEOUT_MS = 600;
const HANGING = ['party-building', 'inspection', 'socio-economic'];
const WARM_UP_SECONDS = 5;
const TOLERANCE_MS = 50;
const PATIENCE_MS = 60_000;

/** Measures the full report before and while three agencies hang: once with breakers that never open, once as they are. */
export async function runHanging(
  settings: HangingSettings,
  report: (line: string) => void = () => undefined,
): Promise<HangingResult> {
  const closed = await measureBoth({ AGENCY_BREAKER_FAILURES: '1000000' }, settings, false, report);
  const open = await measureBoth({}, settings, true, report);
  const most = AGENCY_TIMEOUT_MS + TOLERANCE_MS;
  const openMost = open.normal.p99 + TOLERANCE_MS;
  const targets: [string, number, number][] = [
    [`p99 with closed breakers below ${most} ms`, closed.threeHang.p99, most],
    [`p99 with open breakers below ${openMost} ms (normal + ${TOLERANCE_MS})`, open.threeHang.p99, openMost],
  ];
  const missed = targets.filter(([, p99, limit]) => p99 >= limit);
  return {
    agencyTimeoutMs: AGENCY_TIMEOUT_MS,
    hanging: HANGING,
    breakersClosed: { normal: closed.normal, threeHang: closed.threeHang },
    breakersOpen: { normal: open.normal, threeHang: open.threeHang },
    targets: targets.map(([promise]) => promise),
    broken: [
      ...missed.map(([promise, p99]) => ({ promise, asked: 'the full report', came: `${p99} ms` })),
      ...closed.broken,
      ...open.broken,
    ],
  };
}

async function measureBoth(
  breakers: Settings,
  settings: HangingSettings,
  waitsForBreakers: boolean,
  report: (line: string) => void,
): Promise<{ readonly normal: Latency; readonly threeHang: Latency; readonly broken: readonly Broken[] }> {
  const house = await startChaosHouse({ AGENCY_TIMEOUT_MS: String(AGENCY_TIMEOUT_MS), ...breakers });
  const client = createClient(
    house.origin,
    settings.connections,
    { nobody: null, reader: null },
    PATIENCE_MS,
  );
  const broken: Broken[] = [];
  const measure = async (seconds: number): Promise<Latency> => {
    const { latency, wrong } = await measureReport(client, { ...settings, seconds });
    broken.push(...wrong);
    return latency;
  };
  try {
    report('warming up');
    await measure(WARM_UP_SECONDS);
    const normal = await measure(settings.seconds);
    report(`normal: ${JSON.stringify(normal)}`);
    await Promise.all(HANGING.map((agency) => house.proxy.setFault(agency, 'hanging')));
    if (waitsForBreakers) await untilGivenUp(house, client);
    else await measure(WARM_UP_SECONDS);
    const threeHang = await measure(settings.seconds);
    report(`three hang: ${JSON.stringify(threeHang)}`);
    return { normal, threeHang, broken };
  } finally {
    await client.close();
    await house.stop();
  }
}

async function measureReport(
  client: Client,
  { connections, rate, seconds }: HangingSettings,
): Promise<{ readonly latency: Latency; readonly wrong: readonly Broken[] }> {
  const exchanges: Exchange[] = [];
  const load = startLoad(connections, rate, async () => void exchanges.push(await client.ask(WHOLE_REPORT)));
  await delay(seconds * 1000);
  await load.stop();
  const taken = exchanges.map(({ began, ended }) => ended - began);
  return {
    latency: {
      requests: taken.length,
      perSecond: Math.round(taken.length / seconds),
      p50: quantile(taken, 0.5),
      p99: quantile(taken, 0.99),
      most: Math.max(...taken),
    },
    wrong: exchanges.flatMap((exchange) => {
      const { answer, broken } = judgeExchange(exchange, PATIENCE_MS);
      return answer ? [...broken, ...judgeErrors(exchange, answer)] : broken;
    }),
  };
}

/** Asks until all that hang have been given up. */
async function untilGivenUp({ origin }: ChaosHouse, client: Client): Promise<void> {
  await waitUntil('the agencies are given up', async () => {
    await client.ask(WHOLE_REPORT);
    const metrics = await readMetrics(origin);
    const isClosed = (agency: string): boolean =>
      metrics.get(`party_report_breaker_state{agency="${agency}",state="closed"}`) !== 0;
    return !HANGING.some(isClosed);
  });
}
