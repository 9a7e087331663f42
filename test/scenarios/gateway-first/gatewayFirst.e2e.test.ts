import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { AGENCY_CODES } from '../../../schema/values/index.ts';
import { createAsk, FULL_REPORT, SECTION_FIELDS, sectionsOf, type Ask } from '../../support/ask.ts';
import {
  createFolder,
  NOTHING_KEPT,
  findFreePorts,
  startProgram,
  waitUntil,
  waitUntilListening,
  type Program,
} from '../../support/processes.ts';

/** Office comes third, so that agencies answer before there is a report. */
const ORDER = ['inspection', 'socio-economic', 'office', 'party-building', 'mass-organisations'] as const;
type AgencyCode = (typeof ORDER)[number];

const programs = new Map<string, Program>();
let settings: Record<string, string>;
let address: string;
let ask: Ask;
let removeFolder: () => Promise<void>;

beforeAll(async () => {
  const port = await findFreePorts(AGENCY_CODES.length + 1);
  const { folder, remove } = await createFolder();
  removeFolder = remove;
  settings = { GATEWAY_PORT: String(port), DATA_DIR: folder, ...NOTHING_KEPT };
  address = `http://127.0.0.1:${port}`;
  ask = createAsk(`${address}/graphql`);
  await start('gateway', 'gateway/main.ts');
});
afterAll(async () => {
  await Promise.all([...programs.values()].map((program) => program.stop()));
  await removeFolder();
});

async function start(name: string, file: string): Promise<void> {
  const program = startProgram(file, { settings });
  programs.set(name, program);
  await waitUntilListening(program);
}

async function readJson(path: string): Promise<unknown> {
  const response = await fetch(address + path);
  expect(response.status).toBe(200);
  return response.json();
}

/** What the ready page says when these agencies run. */
function readiness(up: readonly string[]): object {
  return {
    status: 'ready',
    agencies: Object.fromEntries(AGENCY_CODES.map((code) => [code, up.includes(code) ? 'up' : 'down'])),
  };
}

describe('given a gateway that has started before every agency', () => {
  it('when its health is asked, then it lives, and names every agency as down', async () => {
    expect(await readJson('/health/live')).toEqual({ status: 'live' });
    expect(await readJson('/health/ready')).toMatchObject(readiness([]));
  });

  it('when a report is asked for, then it is null with one error of office', async () => {
    const answer = await ask(FULL_REPORT);

    expect(answer).toMatchObject({
      status: 200,
      data: { report: null },
      errors: [{ path: ['report'], extensions: { code: 'AGENCY_UNREACHABLE', agency: 'office' } }],
    });
    expect(answer.errors).toHaveLength(1);
  });

  it.each(ORDER.map((agency, index) => [agency, ORDER.slice(0, index + 1)] as const))(
    'when %s comes up, then it is served, without a restart of the gateway',
    async (agency, up) => {
      await start(agency, `subgraphs/${agency}/main.ts`);

      const entry = agency === 'office' ? 'office' : SECTION_FIELDS[agency];
      expect(await ask(`{ ${entry} { __typename } }`)).toMatchObject({
        data: { [entry]: { __typename: expect.stringMatching(/Agency$/) as string } },
        errors: [],
      });
      expect(await readJson('/health/ready')).toMatchObject(readiness(up));
      if (up.includes('office')) await expectSectionsOf(up);
    },
  );

  it('when an agency goes and comes again, then it is missing only in between', async () => {
    await programs.get('inspection')?.stop();
    await expectSectionsOf(ORDER.filter((agency) => agency !== 'inspection'));

    await start('inspection', 'subgraphs/inspection/main.ts');

    await expectSectionsOf(ORDER);
  });
});

/** The sections of these agencies are there, and the others' are missing with an error each. */
async function expectSectionsOf(up: readonly AgencyCode[]): Promise<void> {
  const answer = await ask(FULL_REPORT);
  const down = ORDER.filter((agency) => !up.includes(agency));
  const present = Object.entries(sectionsOf(answer)).filter(([, section]) => section !== null);
  expect(present.map(([field]) => field).sort()).toEqual(up.map((agency) => SECTION_FIELDS[agency]).sort());
  expect(answer.errors.map(({ extensions }) => extensions?.agency).sort()).toEqual([...down].sort());
  expect(new Set(answer.errors.map(({ extensions }) => extensions?.code))).toEqual(
    new Set(down.length > 0 ? ['AGENCY_UNREACHABLE'] : []),
  );
}

describe('given that all agencies have come up', () => {
  it('when a second has passed, then a report shows the figures of all', async () => {
    await waitUntil('every section has figures', async () => {
      const sections = Object.values(sectionsOf(await ask(FULL_REPORT)));
      return sections.every((section) => section !== null && section.observations.length > 0);
    });
  });
});
