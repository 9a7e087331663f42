import { rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { createAsk, type Ask } from '../../support/ask.ts';
import {
  createFolder,
  findFreePorts,
  signalTo,
  startProgram,
  waitUntil,
  waitUntilListening,
  type Program,
} from '../../support/processes.ts';
import { hashOf, QUERY, startAgencies, supergraphWith, type StubAgencies } from './twoSupergraphs.ts';

const CONNECTIONS = 20;
const REPLACEMENTS = 100;
const WHOLE = '{"data":{"report":{"id":"1","first":1,"second":2}}}';

interface Ready {
  readonly status: string;
  readonly agencies: Readonly<Record<string, string>>;
  readonly supergraph: { readonly hash: string; readonly refused: { readonly reason: string } | null };
}

let agencies: StubAgencies;
let program: Program;
let address: string;
let ask: Ask;
let file: string;
let remove: () => Promise<void>;

beforeAll(async () => {
  const created = await createFolder();
  ({ remove } = created);
  file = join(created.folder, 'supergraph.graphql');
  await writeFile(file, supergraphWith('inspection'));
  agencies = await startAgencies({ office: 20, inspection: 5, audit: 5 });
  const port = await findFreePorts(1);
  program = startProgram('gateway/main.ts', {
    settings: {
      GATEWAY_PORT: String(port),
      SUPERGRAPH_FILE: file,
      OFFICE_URL: agencies.url('office'),
      INSPECTION_URL: agencies.url('inspection'),
      AUDIT_URL: agencies.url('audit'),
    },
  });
  address = `http://127.0.0.1:${port}`;
  ask = createAsk(`${address}/graphql`);
  await waitUntilListening(program);
});
afterAll(async () => {
  await program.stop();
  await agencies.stop();
  await remove();
});

async function readReady(): Promise<Ready> {
  return (await (await fetch(`${address}/health/ready`)).json()) as Ready;
}

async function figure(name: string): Promise<number> {
  const lines = (await (await fetch(`${address}/metrics`)).text()).split('\n');
  return Number(lines.find((line) => line.startsWith(`${name} `))?.split(' ')[1]);
}

/** As deployments do it: never half of it to be seen. */
async function replace(sdl: string): Promise<void> {
  await writeFile(`${file}.next`, sdl);
  await rename(`${file}.next`, file);
}

function untilReady(what: string, condition: (ready: Ready) => boolean): Promise<void> {
  return waitUntil(what, async () => condition(await readReady()), { seen: program.log });
}

/** Asks without end on so many connections; gives all answers that were not whole, and how many were asked for. */
function keepAsking(): { stop(): Promise<{ failed: string[]; answered: number }> } {
  let isOver = false;
  let answered = 0;
  const failed: string[] = [];
  const askOn = async (): Promise<void> => {
    while (!isOver) {
      const said = await ask(QUERY).then(
        ({ text }) => text,
        (error: unknown) => `no answer: ${String((error as Error).cause ?? error)}`,
      );
      answered += 1;
      if (said !== WHOLE) failed.push(said);
    }
  };
  const all = Promise.all(Array.from({ length: CONNECTIONS }, askOn));
  return {
    async stop() {
      isOver = true;
      await all;
      return { failed, answered };
    },
  };
}

const BROKEN: [string, string, string][] = [
  ['is empty', '', 'Syntax Error: Unexpected <EOF>.'],
  [
    'ends in the middle of a word',
    supergraphWith('audit', 'half').slice(0, -40),
    'Syntax Error: Expected ":", found <EOF>.',
  ],
  [
    'ends between two types, which the planner dies of',
    supergraphWith('audit', 'less').replace(/^type Query[^]*?^}$/m, ''),
    'The supergraph cannot be used: the planner cannot read it. Compose it again, and write it whole.',
  ],
  [
    'names an agency without address',
    supergraphWith('nobody'),
    'Setting NOBODY_URL="" is not valid: expected the address of agency "nobody", which the supergraph names.',
  ],
];

describe('given a gateway that is asked on many connections', () => {
  it('when its supergraph is replaced a hundred times, broken ones in between, then no request fails', async () => {
    const asking = keepAsking();
    const taken = await figure('party_report_supergraph_replacements_total{outcome="taken"}');

    for (let count = 1; count <= REPLACEMENTS; count += 1) {
      const sdl = supergraphWith(count % 2 === 0 ? 'inspection' : 'audit', `number ${count}`);
      await replace(sdl);
      signalTo(program.pid, 'SIGHUP');
      await untilReady(`number ${count} serves`, ({ supergraph }) => supergraph.hash === hashOf(sdl));
      if (count % 25 > 0) continue;
      await replace(BROKEN[count / 25 - 1]![1]);
      signalTo(program.pid, 'SIGHUP');
      await untilReady('a broken one is refused', ({ supergraph }) => supergraph.refused !== null);
    }
    const { failed, answered } = await asking.stop();

    expect(failed).toEqual([]);
    expect(answered).toBeGreaterThan(REPLACEMENTS);
    expect(await figure('party_report_supergraph_replacements_total{outcome="taken"}')).toBe(taken + 100);
    expect(
      await figure('party_report_supergraph_replacements_total{outcome="refused"}'),
    ).toBeGreaterThanOrEqual(4);
  }, 240_000);
});

describe('given a gateway whose supergraph file is written', () => {
  it('when nobody tells it, then it finds that by itself', async () => {
    const sdl = supergraphWith('inspection', 'found');
    await replace(sdl);

    await untilReady('the new one serves', ({ supergraph }) => supergraph.hash === hashOf(sdl));

    expect(await readReady()).toMatchObject({
      status: 'ready',
      agencies: { office: 'up', inspection: 'up' },
      supergraph: { refused: null },
    });
  });

  it.each(BROKEN)(
    'when what it holds %s, then health says why it is refused, and the one before serves on',
    async (what, sdl, reason) => {
      const good = supergraphWith('inspection', `good before one that ${what}`);
      await replace(good);
      await untilReady('the good one serves', ({ supergraph }) => supergraph.hash === hashOf(good));

      await replace(sdl);
      await untilReady('it is refused', ({ supergraph }) => supergraph.refused !== null);

      expect((await readReady()).supergraph).toMatchObject({ hash: hashOf(good), refused: { reason } });
      expect((await ask(QUERY)).text).toBe(WHOLE);
    },
  );

  it('when the file is gone and comes again, then it is refused in between only', async () => {
    await rename(file, `${file}.away`);
    await untilReady('it is missed', ({ supergraph }) =>
      (supergraph.refused?.reason ?? '').includes('ENOENT'),
    );
    expect((await ask(QUERY)).text).toBe(WHOLE);

    const sdl = supergraphWith('audit', 'again');
    await replace(sdl);
    await untilReady('the new one serves', ({ supergraph }) => supergraph.hash === hashOf(sdl));

    expect((await readReady()).supergraph.refused).toBeNull();
    await waitUntil(
      'nobody is connected to the agency that is gone',
      () => agencies.connections('inspection') === 0,
    );
    expect((await ask(QUERY)).text).toBe(WHOLE);
  });
});
