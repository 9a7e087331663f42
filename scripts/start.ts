import { setTimeout as delay } from 'node:timers/promises';

import { EXIT_CONFIGURATION, RefusedSettings } from '../schema/errors/index.ts';
import { readGatewayConfig } from '../gateway/config.ts';
import { AGENCY_CODES, upperSnakeCase } from '../schema/values/index.ts';
import { createCommand } from './createCommand.ts';
import { developmentKeys } from './developmentKeys.ts';
import { findTakenPorts } from './findTakenPorts.ts';
import { superviseProcess, type Supervised } from './superviseProcess.ts';

const READY_LIMIT_MS = 60_000;
const STOP_LIMIT_MS = 10_000;

createCommand('start')
  .description(
    'Start every subgraph and the gateway, each in its own process, on the embedded store or, with MONGODB_URI, on MongoDB.\n' +
      'Ctrl-C stops all.\n' +
      'Settings: GATEWAY_PORT, <AGENCY>_PORT, <AGENCY>_URL (an agency that runs elsewhere is not started),\n' +
      'DATA_DIR, MONGODB_URI, HOST, AGENCY_TIMEOUT_MS, LOG_LEVEL, JWT_SECRET, GATEWAY_KEYS; see CONTRIBUTING.md.\n' +
      'Keys that are not set are made once in DATA_DIR, but not with NODE_ENV=production.',
  )
  .parse();

const processes: Supervised[] = [];
let isStopping = false;

async function stopAll(exitCode: number): Promise<void> {
  if (isStopping) return;
  isStopping = true;
  await Promise.all(processes.map((one) => one.stop(STOP_LIMIT_MS)));
  process.exit(exitCode);
}

async function main(): Promise<void> {
  const { host, port, agencyUrls } = readGatewayConfig(process.env, AGENCY_CODES);
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void stopAll(0));

  let isReady = false;
  const onRefusal = (name: string): void => {
    console.error(`${name} cannot run with what it was given; its message stands above.`);
    if (!isReady) void stopAll(EXIT_CONFIGURATION);
  };
  const agencies = AGENCY_CODES.filter((code) => !process.env[`${upperSnakeCase(code)}_URL`]);
  // Asked for before anything starts: whoever has the gateway's port might answer in its place when we wait for it.
  const taken = await findTakenPorts(host, [
    { port, variable: 'GATEWAY_PORT' },
    ...agencies.map((code) => ({
      port: Number(new URL(agencyUrls.get(code) ?? '').port),
      variable: `${upperSnakeCase(code)}_PORT`,
    })),
  ]);
  if (taken.length > 0) throw new RefusedSettings(taken);
  const keys = await developmentKeys(process.env);
  console.log(`Starting ${[...agencies, 'gateway'].join(', ')} …`);
  for (const code of agencies) {
    processes.push(superviseProcess(code, `subgraphs/${code}/main.ts`, onRefusal, keys));
  }
  processes.push(superviseProcess('gateway', 'gateway/main.ts', onRefusal, keys));

  const address = `http://${host === '0.0.0.0' ? 'localhost' : host}:${port}`;
  const missing = await waitForAgencies(`${address}/health/ready`);
  isReady = true;
  console.log(
    [
      '',
      missing.length === 0 ? 'Ready.' : `Ready, but without an answer from: ${missing.join(', ')}.`,
      `  GraphQL     ${address}/graphql`,
      `  Playground  ${address}/playground`,
      `  Report      npm run --silent report -- --organisation ha-tinh-khoi --period 2024-Q1`,
      '  Stop with Ctrl-C.',
      '',
    ].join('\n'),
  );
}

/** Waits until all agencies answer and the newest closed second is after that; names those that do not in time. */
async function waitForAgencies(url: string): Promise<string[]> {
  const deadline = Date.now() + READY_LIMIT_MS;
  const announced = new Set<string>();
  for (;;) {
    const states = await readStates(url);
    const up = states.filter(([, state]) => state === 'up').map(([agency]) => agency);
    for (const agency of up.filter((one) => !announced.has(one))) console.log(`${agency} answers`);
    up.forEach((agency) => announced.add(agency));
    const missing =
      states.length === 0 ? ['gateway'] : states.map(([agency]) => agency).filter((one) => !up.includes(one));
    if (missing.length === 0 || Date.now() > deadline) {
      // What was published on this start is seen by a report without "asOf" from the next full second on.
      await delay(1000 - (Date.now() % 1000));
      return missing;
    }
    await delay(100);
  }
}

async function readStates(url: string): Promise<[string, string][]> {
  try {
    const response = await fetch(url);
    const { agencies } = (await response.json()) as { agencies: Record<string, string> };
    return Object.entries(agencies);
  } catch {
    return [];
  }
}

try {
  await main();
} catch (error) {
  if (!(error instanceof RefusedSettings)) throw error;
  console.error(error.message);
  process.exitCode = EXIT_CONFIGURATION;
}
