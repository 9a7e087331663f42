import { once } from 'node:events';
import { createServer } from 'node:net';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { AGENCY_CODES } from '../../schema/values/index.ts';
import { createAsk, FULL_REPORT, sectionsOf, type Ask } from '../support/ask.ts';
import { descendantsOf, isRunning, type Descendant } from '../support/descendants.ts';
import {
  createFolder,
  findFreePorts,
  signalTo,
  startProgram,
  waitUntil,
  type Program,
} from '../support/processes.ts';

/** What one `npm start` has started. */
interface Copy {
  readonly program: Program;
  readonly port: number;
  readonly folder: string;
  readonly ask: Ask;
}

const cleanups: (() => Promise<unknown>)[] = [];
afterAll(async () => {
  await Promise.all(cleanups.map((cleanup) => cleanup()));
});

async function startCopy(port?: number, folder?: string): Promise<Copy> {
  const chosenPort = port ?? (await findFreePorts(AGENCY_CODES.length + 1));
  let chosenFolder = folder;
  if (chosenFolder === undefined) {
    const created = await createFolder();
    chosenFolder = created.folder;
    cleanups.push(created.remove);
  }
  const program = startProgram('scripts/start.ts', {
    settings: { GATEWAY_PORT: String(chosenPort), DATA_DIR: chosenFolder },
    isGroup: true,
  });
  cleanups.unshift(() => program.stop());
  const ask = createAsk(`http://127.0.0.1:${chosenPort}/graphql`);
  return { program, port: chosenPort, folder: chosenFolder, ask };
}

async function waitUntilReady({ program }: Copy): Promise<void> {
  await waitUntil('it says that it is ready', () => program.stdout().includes('Ready.'), {
    limitMs: 60_000,
    seen: program.log,
  });
}

async function expectWholeReport({ ask }: Copy): Promise<void> {
  const answer = await ask(FULL_REPORT);
  expect(answer.errors).toEqual([]);
  for (const section of Object.values(sectionsOf(answer))) {
    expect(section?.observations.length).toBeGreaterThan(0);
  }
}

/** Interrupts a copy and holds that it ends in peace with all that it has started. */
async function expectToStop({ program }: Copy, interrupt: () => void): Promise<void> {
  const below = descendantsOf(program.pid);
  expect(namesOf(below)).toEqual([...AGENCY_CODES, 'gateway'].sort());

  interrupt();

  expect(await program.exited).toEqual({ code: 0, signal: null });
  expect(below.filter(isRunning)).toEqual([]);
  expect(program.stderr()).not.toContain('died');
}

/** The programs among the processes, by the folder in their command line. */
function namesOf(processes: readonly Descendant[]): string[] {
  return processes
    .flatMap(({ command }) => /(?:subgraphs\/)?([\w-]+)\/main\.ts/.exec(command)?.[1] ?? [])
    .sort();
}

const RELEASES = /* GraphQL */ `
  {
    inspection {
      releases {
        ...Release
      }
    }
    office {
      releases {
        ...Release
      }
    }
  }
  fragment Release on Release {
    organisation
    period
    number
    publishedAt
  }
`;

let first: Copy;
let second: Copy;
/** What the first copy has published, told before it was stopped. */
let releasesBefore: string;
beforeAll(async () => {
  [first, second] = await Promise.all([startCopy(), startCopy()]);
  await Promise.all([first, second].map(waitUntilReady));
});

describe('given two copies that were started side by side', () => {
  it('when they are ready, then each has printed where it is reached', () => {
    for (const { program, port } of [first, second]) {
      expect(program.stdout()).toContain(`GraphQL     http://127.0.0.1:${port}/graphql`);
      expect(program.stdout()).toContain(`Playground  http://127.0.0.1:${port}/playground`);
      expect(program.stdout()).toMatch(/Report {6}npm run --silent report -- --organisation ha-tinh-khoi/);
    }
  });

  it('when they say that they are ready, then each answers the full report without an error', async () => {
    await expectWholeReport(first);
    await expectWholeReport(second);
  });

  it('when a subgraph of one is killed, then it is named, and comes back', async () => {
    const { program, ask } = first;
    const victim = descendantsOf(program.pid).find(({ command }) =>
      command.includes('subgraphs/inspection/'),
    );

    signalTo(victim!.pid, 'SIGKILL');

    await waitUntil(
      'its death is told',
      () => program.stderr().includes('inspection died (SIGKILL); starting it again in 250 ms'),
      { seen: program.log },
    );
    await waitUntil(
      'it answers again',
      async () => (await ask('{ inspection { indicators { code } } }')).errors.length === 0,
      { seen: program.log },
    );
    await expectWholeReport(first);
    expect(second.program.stderr()).toBe('');
  });

  it('when a third is started at the ports of one, then it names them all, and nothing of it is left', async () => {
    const third = await startCopy(first.port);

    expect(await third.program.exited).toEqual({ code: 78, signal: null });
    expect(third.program.stderr().trimEnd().split('\n')).toEqual(
      ['GATEWAY', 'OFFICE', 'PARTY_BUILDING', 'INSPECTION', 'MASS_ORGANISATIONS', 'SOCIO_ECONOMIC'].map(
        (prefix, index) =>
          `Port ${first.port + index} is taken by another program. Stop that program, or choose another port with ${prefix}_PORT.`,
      ),
    );
    expect(third.program.stdout()).not.toContain('Ready');
    await expectWholeReport(first);
  });

  it('when one is interrupted, then all that it has started ends, and the other goes on', async () => {
    // The killed subgraph has spoken of its death; from here on nothing may.
    const { pid } = first.program;
    const below = descendantsOf(pid);
    releasesBefore = (await first.ask(RELEASES)).text;

    signalTo(pid, 'SIGINT');

    expect(await first.program.exited).toEqual({ code: 0, signal: null });
    expect(below.length).toBeGreaterThan(AGENCY_CODES.length);
    expect(below.filter(isRunning)).toEqual([]);
    await expectWholeReport(second);
  });

  it('when the other is interrupted as from a terminal, then all of it ends, and nothing is started again', async () => {
    await expectToStop(second, () => signalTo(-second.program.pid, 'SIGINT'));
  });
});

describe('given the data of a copy that has run before', () => {
  it('when it is started again, then it publishes nothing new', async () => {
    const again = await startCopy(undefined, first.folder);
    await waitUntilReady(again);

    expect(first.program.stdout()).toContain('"msg":"published"');
    expect(again.program.stdout()).not.toContain('"msg":"published"');
    expect((await again.ask(RELEASES)).text).toBe(releasesBefore);
    await expectWholeReport(again);
    await expectToStop(again, () => signalTo(again.program.pid, 'SIGTERM'));
  });
});

describe('given a program at the port of the gateway', () => {
  it('when a copy is started, then it names the port and the variable, and nothing of it is left', async () => {
    const port = await findFreePorts(AGENCY_CODES.length + 1);
    const other = createServer().listen(port, '127.0.0.1');
    cleanups.push(() => once(other.close(), 'close'));
    await once(other, 'listening');

    const { program } = await startCopy(port);

    expect(await program.exited).toEqual({ code: 78, signal: null });
    expect(program.log()).toBe(
      `Port ${port} is taken by another program. Stop that program, or choose another port with GATEWAY_PORT.\n`,
    );
  });
});

describe('given the command line of start', () => {
  it('when help is asked for, then the settings are named, and it ends with 0', async () => {
    const program = startProgram('scripts/start.ts', { args: ['--help'] });

    expect(await program.exited).toEqual({ code: 0, signal: null });
    expect(program.stdout()).toContain('GATEWAY_PORT');
    expect(program.stdout()).toContain('DATA_DIR');
  });

  it('when settings are wrong, then all are told at once, and it ends with 78', async () => {
    const program = startProgram('scripts/start.ts', {
      settings: { GATEWAY_PORT: '99999', LOG_LEVEL: 'loud', OFFICE_URL: 'office:4001' },
    });

    expect(await program.exited).toEqual({ code: 78, signal: null });
    expect(program.log().trimEnd().split('\n')).toEqual([
      'Setting GATEWAY_PORT="99999" is not valid: expected a whole number from 0 to 65535.',
      'Setting OFFICE_URL="office:4001" is not valid: expected an address that begins with http:// or https://.',
      'Setting LOG_LEVEL="loud" is not valid: expected debug, info, warn, error, silent.',
    ]);
  });
});
