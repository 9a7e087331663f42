import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

import { AGENCY_CODES, defaultAgencyPort } from '../../schema/values/index.ts';
import { createAsk, type Ask } from './ask.ts';

export const ROOT = join(import.meta.dirname, '../..');

const START_LIMIT_MS = 30_000;
const STOP_LIMIT_MS = 10_000;

export type Settings = Readonly<Record<string, string>>;

export interface Exit {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
}

/** One of our programs, running as a process of its own. */
export interface Program {
  readonly pid: number;
  /** What it has written so far. */
  readonly stdout: () => string;
  readonly stderr: () => string;
  /** Both in the order they came in: for messages of failed waits. */
  readonly log: () => string;
  readonly exited: Promise<Exit>;
  /** Ends it by its process id: with the signal, and with SIGKILL when it takes too long. */
  stop(signal?: NodeJS.Signals): Promise<Exit>;
}

const running = new Set<number>();
process.once('exit', () => {
  // A test run that is cut off leaves nothing behind.
  for (const pid of running) signalTo(pid, 'SIGKILL');
});

interface HowToStart {
  readonly args?: readonly string[];
  readonly settings?: Settings;
  /** The folder of a copy of the repository; the repository itself where left out. */
  readonly folder?: string;
  /** Whether signals can be sent to it and all that it starts, as a terminal does. */
  readonly isGroup?: boolean;
}

/** Starts a TypeScript program of the repository. It sees the settings given and nothing of our environment. */
export function startProgram(
  file: string,
  { args = [], settings = {}, folder = ROOT, isGroup = false }: HowToStart = {},
): Program {
  const { PATH = '', HOME = '' } = process.env;
  const child = spawn(process.execPath, ['--import', 'tsx', file, ...args], {
    cwd: folder,
    env: { PATH, HOME, ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: isGroup,
  });
  const pid = child.pid!;
  running.add(pid);
  const written = { stdout: '', stderr: '', log: '' };
  for (const stream of ['stdout', 'stderr'] as const) {
    child[stream].setEncoding('utf8').on('data', (text: string) => {
      written[stream] += text;
      written.log += text;
    });
  }
  const closed = once(child, 'close');
  const exited = once(child, 'exit').then(async (): Promise<Exit> => {
    running.delete(pid);
    // What it has written arrives after its end; a process that it has left behind would hold this open.
    await Promise.race([closed, delay(2000, undefined, { ref: false })]);
    return { code: child.exitCode, signal: child.signalCode };
  });
  return {
    pid,
    stdout: () => written.stdout,
    stderr: () => written.stderr,
    log: () => written.log,
    exited,
    async stop(signal = 'SIGTERM') {
      if (running.has(pid)) signalTo(pid, signal);
      const timer = setTimeout(() => signalTo(pid, 'SIGKILL'), STOP_LIMIT_MS);
      const exit = await exited;
      clearTimeout(timer);
      return exit;
    },
  };
}

/** Sends a signal to a process that we have started; a process that is gone is well. */
export function signalTo(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

/** Asks again and again until the answer is true. @throws Error that says what was waited for, and `seen`. */
export async function waitUntil(
  what: string,
  condition: () => boolean | Promise<boolean>,
  { limitMs = START_LIMIT_MS, seen = () => '' }: { limitMs?: number; seen?: () => string } = {},
): Promise<void> {
  const deadline = Date.now() + limitMs;
  while (!(await condition())) {
    if (Date.now() > deadline) throw new Error(`Waited ${limitMs} ms in vain until ${what}.\n${seen()}`);
    await delay(30);
  }
}

/** Waits until a program says that it listens. @throws Error with its log when it ends instead. */
export async function waitUntilListening(program: Program): Promise<void> {
  let hasEnded = false;
  void program.exited.then(() => (hasEnded = true));
  await waitUntil(
    'the program listens',
    () => {
      if (hasEnded) throw new Error(`The program has ended:\n${program.log()}`);
      return program.stdout().includes('"msg":"listening"');
    },
    { seen: program.log },
  );
}

/**
 * The first of a row of ports that nobody listens at, tried by listening. They lie below those that the system hands
 * out (from 32768 on): one of these could become the near end of some connection before our program listens.
 */
export async function findFreePorts(count: number): Promise<number> {
  for (;;) {
    const first = 12_000 + Math.floor(Math.random() * 18_000);
    const row = Array.from({ length: count }, (_, index) => first + index);
    const free = await Promise.all(row.map(isFree));
    if (!free.every(Boolean) || row.some((port) => promised.has(port))) continue;
    for (const port of row) promised.add(port);
    return first;
  }
}

/** Ports that were found free before, whose programs may not listen yet. */
const promised = new Set<number>();

async function isFree(port: number): Promise<boolean> {
  const server = createServer();
  try {
    server.listen(port, '127.0.0.1');
    await once(server, 'listening');
    server.close();
    await once(server, 'close');
    return true;
  } catch {
    return false;
  }
}

/** A new empty folder, and how to remove it. */
export async function createFolder(): Promise<{ folder: string; remove: () => Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'party-report-'));
  return { folder, remove: () => rm(folder, { recursive: true, force: true }) };
}

/** Settings of a gateway that asks agencies anew each time. */
export const NOTHING_KEPT = { CACHE_ANSWERS_MB: '0', CACHE_SECTIONS_MB: '0' } as const;

/** All subgraphs and a gateway, each its own process. */
export interface House {
  readonly gatewayPort: number;
  readonly gateway: Program;
  readonly agencies: ReadonlyMap<string, Program>;
  /** What its programs were started with. */
  readonly settings: Settings;
  readonly ask: Ask;
  portOf(agency: string): number;
  stop(): Promise<void>;
}

/** Starts a house on free ports and a fresh DATA_DIR and waits until every process listens and the default "asOf" sees its figures. */
export async function startHouse(
  gatewaySettings: (gatewayPort: number) => Promise<Settings> = () => Promise.resolve({}),
): Promise<House> {
  const gatewayPort = await findFreePorts(AGENCY_CODES.length + 1);
  const { folder, remove } = await createFolder();
  const settings = { GATEWAY_PORT: String(gatewayPort), DATA_DIR: folder };
  const agencies = new Map(
    AGENCY_CODES.map((code) => [code as string, startProgram(`subgraphs/${code}/main.ts`, { settings })]),
  );
  const gateway = startProgram('gateway/main.ts', {
    settings: { ...settings, ...(await gatewaySettings(gatewayPort)) },
  });
  const programs = [...agencies.values(), gateway];
  const stop = async (): Promise<void> => {
    await Promise.all(programs.map((program) => program.stop()));
    await remove();
  };
  try {
    await Promise.all(programs.map(waitUntilListening));
    // As `npm start` does: what was published on this start is seen without "asOf" from the next full second on.
    const startedAt = Date.now();
    await waitUntil(
      'a full second has passed',
      () => Math.floor(Date.now() / 1000) > Math.floor(startedAt / 1000),
    );
  } catch (error) {
    await stop();
    throw error;
  }
  return {
    gatewayPort,
    gateway,
    agencies,
    settings,
    ask: createAsk(`http://127.0.0.1:${gatewayPort}/graphql`),
    portOf: (agency) => defaultAgencyPort(agency, gatewayPort),
    stop,
  };
}
