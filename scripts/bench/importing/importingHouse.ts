import { setTimeout as delay } from 'node:timers/promises';

import { AGENCY_CODES } from '../../../schema/values/index.ts';
import { createAsk } from '../../../test/support/ask.ts';
import { descendantsOf } from '../../../test/support/descendants.ts';
import {
  createFolder,
  findFreePorts,
  signalTo,
  startProgram,
  waitUntil,
  type Program,
} from '../../../test/support/processes.ts';
import { memoryOf } from '../measuring/processUse.ts';

/** One run of the import command. */
export interface Run {
  readonly code: number | null;
  readonly said: string;
  readonly complaints: string;
  readonly seconds: number;
  /** The most memory that the command, the agency and the gateway ever had, in megabytes. */
  readonly peaks: readonly [command: number, agency: number, gateway: number];
}

/** A whole house on an embedded store of its own, which files are imported into. */
export interface ImportingHouse {
  /** Where files for it may lie. */
  readonly folder: string;
  /** Runs the command; `onDone` is told how many releases it has carried so far, and may send signals. */
  run(args: readonly string[], onDone?: (done: number, command: Program) => void): Promise<Run>;
  /** The hash of each release, and how many a line has, by `organisation period`; lines without release are left out. */
  releases(lines: readonly string[]): Promise<ReadonlyMap<string, string>>;
  killAgency(): void;
  /** Waits until the agency that was killed serves again. */
  agencyIsBack(): Promise<void>;
  stop(): Promise<void>;
}

/** Lines that are asked for at once. */
const AT_ONCE = 20;

/** Starts a house whose figures of one agency are imported. */
export async function startImportingHouse(agency: string, field: string): Promise<ImportingHouse> {
  const { folder, remove } = await createFolder();
  const port = await findFreePorts(AGENCY_CODES.length + 1);
  const settings = { GATEWAY_PORT: String(port), DATA_DIR: folder, LOG_LEVEL: 'warn' };
  const house = startProgram('scripts/start.ts', { settings, isGroup: true });
  const stop = async (): Promise<void> => {
    await house.stop();
    await remove();
  };
  const limits = { limitMs: 300_000, seen: house.log };
  try {
    await waitUntil('the house is ready', () => house.stdout().includes('Ready.'), limits);
  } catch (error) {
    await stop();
    throw error;
  }
  const ask = createAsk(`http://127.0.0.1:${port}/graphql`);
  const pidOf = (main: string): number =>
    descendantsOf(house.pid).find(({ command }) => command.includes(main))?.pid ?? 0;
  const agencyMain = `subgraphs/${agency}/main.ts`;

  const releasesOf = async (lines: readonly string[]): Promise<readonly (readonly [string, string])[]> => {
    const fields = lines.map((line, index) => {
      const [organisation, period] = line.split(' ');
      return `r${index}: releases(organisation: "${organisation}", period: "${period}") { number hash }`;
    });
    const { data, errors } = await ask(`{ ${field} { ${fields.join(' ')} } }`);
    if (errors.length > 0) throw new Error(JSON.stringify(errors));
    const found = (data as Record<string, Record<string, readonly { number: number; hash: string }[]>>)[
      field
    ];
    return lines.flatMap((line, index) => {
      const all = found?.[`r${index}`] ?? [];
      return all.length === 0
        ? []
        : [[line, all.map(({ number, hash }) => `${number}:${hash}`).join(' ')] as const];
    });
  };

  return {
    folder,
    async run(args, onDone) {
      const started = performance.now();
      const command = startProgram('scripts/import.ts', { args, settings });
      const peaks: [number, number, number] = [0, 0, 0];
      let hasEnded = false as boolean;
      void command.exited.then(() => (hasEnded = true));
      while (!hasEnded) {
        peaks[0] = Math.max(peaks[0], peakOf(command.pid));
        onDone?.(Number(/imported (\d+) of \d+: .*\n$/.exec(command.stderr())?.[1] ?? 0), command);
        await Promise.race([delay(20), command.exited]);
      }
      const { code } = await command.exited;
      const seconds = (performance.now() - started) / 1000;
      [peaks[1], peaks[2]] = [peakOf(pidOf(agencyMain)), peakOf(pidOf('gateway/main.ts'))];
      return { code, said: command.stdout(), complaints: command.stderr(), seconds, peaks };
    },
    async releases(lines) {
      // What has been published is seen without "asOf" from the next full second on.
      await delay(1000);
      const found: (readonly [string, string])[] = [];
      for (let from = 0; from < lines.length; from += AT_ONCE)
        found.push(...(await releasesOf(lines.slice(from, from + AT_ONCE))));
      return new Map(found);
    },
    killAgency: () => signalTo(pidOf(agencyMain), 'SIGKILL'),
    agencyIsBack: () =>
      waitUntil(
        'the agency answers again',
        async () =>
          (await ask(`{ ${field} { releases(organisation: "ha-tinh", period: "2023") { number } } }`)).errors
            .length === 0,
        limits,
      ),
    stop,
  };
}

/** 0 for a process that has ended. */
function peakOf(pid: number): number {
  try {
    return memoryOf(pid, 'peak') || 0;
  } catch {
    return 0;
  }
}
