import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { AGENCY_CODES } from '../../../schema/values/index.ts';
import { createAsk, FULL_REPORT } from '../../support/ask.ts';
import {
  createFolder,
  findFreePorts,
  ROOT,
  startProgram,
  waitUntil,
  type Program,
} from '../../support/processes.ts';
import { fillForm } from './fillForm.ts';
import { patternOf, readHandOver, type HandOverCommand } from './handOverSteps.ts';
import { LAM_SON_BETWEEN, LAM_SON_CONFLICTS, LAM_SON_FIGURES, LAM_SON_HOLDS } from './lamSonFigures.ts';

// An officer of a province that nobody has foreseen does what subgraphs/README.md says, to the letter.

const [START, ...STEPS] = readHandOver();
/** What a terminal wipes away once it is done. */
const PROGRESS = /^(?:checked|imported) \d+ of \d+: .*\n/gm;
/** The one file that the steps write, into the folder that one is in. */
const WRITTEN = 'lam-son.xlsx';

interface Section {
  readonly observations: readonly {
    readonly indicator: { readonly code: string };
    readonly breakdown: readonly { readonly code: string }[];
    readonly text: string;
    readonly comparisons: readonly { readonly against: string; readonly agreement: string }[];
  }[];
  readonly checks: readonly {
    readonly code: string;
    readonly verdict: string;
    readonly expression: string;
    readonly acknowledgement: string | null;
  }[];
}

interface Report extends Readonly<Record<keyof typeof LAM_SON_FIGURES, Section>> {
  readonly reconciliation: Section['checks'];
  readonly completeness: {
    readonly expected: number;
    readonly received: number;
    readonly sections: readonly {
      readonly agency: string;
      readonly status: string;
      readonly figures: number;
      readonly missing: readonly { readonly indicator: string }[];
    }[];
  };
}

let folder: string;
let remove: () => Promise<void>;
let settings: Readonly<Record<string, string>>;
let house: Program;

beforeAll(async () => {
  ({ folder, remove } = await createFolder());
  const port = await findFreePorts(AGENCY_CODES.length + 1);
  settings = { GATEWAY_PORT: String(port), DATA_DIR: join(folder, 'data') };
  house = startProgram(`scripts/${START!.commands[0]!.script}.ts`, { settings, isGroup: true });
  await waitUntil('it says that it is ready', () => house.stdout().includes('Ctrl-C.\n\n'), {
    limitMs: 90_000,
    seen: house.log,
  });
});

afterAll(async () => {
  await house.stop();
  await remove();
});

/** What an officer sees of a command, and its exit code. */
async function give({ script, args }: HandOverCommand) {
  const written = join(folder, WRITTEN);
  const placed = args.map((word) => (word === WRITTEN ? written : word));
  const program = startProgram(`scripts/${script}.ts`, { args: placed, settings });
  const { code } = await program.exited;
  const seen = `${program.stderr()}${program.stdout()}`.replaceAll(PROGRESS, '').replaceAll(written, WRITTEN);
  return { code, seen };
}

describe('given an empty store, and the hand-over document in the hand of an officer', () => {
  it('when the house is started, then it says what is printed there', () => {
    expect(START!.commands.map(({ line }) => line)).toEqual(['npm start']);
    expect(house.stdout()).toMatch(patternOf(START!.prints));
  });

  it.each(STEPS.map((step) => [step.commands[0]!.line, step] as const))(
    'when it comes to "%s", then all commands there print what it says',
    async (_line, { commands, prints }) => {
      let seen = '';
      for (const command of commands) {
        const given = await give(command);
        seen += given.seen;
        expect(given, command.line).toMatchObject({ code: 0 });
      }

      expect(seen).toMatch(patternOf(prints));
    },
  );

  it('when the report is asked for, then all its figures are there, its contradiction explained, its plans judged', async () => {
    const ask = createAsk(`http://127.0.0.1:${settings.GATEWAY_PORT}/graphql`);
    const verdicts = ['CONFLICT', 'HOLDS'];

    const { data, errors } = await ask(FULL_REPORT, { organisation: 'lam-son', period: '2024', verdicts });

    expect(errors).toEqual([]);
    const report = data!.report as Report;
    const names = Object.keys(LAM_SON_FIGURES) as (keyof typeof LAM_SON_FIGURES)[];
    const figures = names.map((name) => [
      name,
      report[name].observations.map(
        ({ indicator, breakdown, text }) =>
          `${indicator.code}${breakdown.map(({ code }) => `[${code}]`).join('')}: ${text}`,
      ),
    ]);
    expect(Object.fromEntries(figures)).toEqual(LAM_SON_FIGURES);
    const sections = names.map((name) => report[name]);
    const checks = sections.flatMap((section) => section.checks);
    expect(
      checks
        .filter(({ verdict }) => verdict === 'CONFLICT')
        .map(({ code, expression, acknowledgement }) => `${code}: ${expression} (${acknowledgement})`),
    ).toEqual(LAM_SON_CONFLICTS);
    const holds = checks.filter(({ verdict }) => verdict === 'HOLDS');
    expect(holds.map(({ code, expression }) => `${code}: ${expression}`)).toEqual(
      expect.arrayContaining(LAM_SON_HOLDS),
    );
    expect(report.reconciliation.map(({ code, expression }) => `${code}: ${expression}`)).toContain(
      LAM_SON_BETWEEN,
    );
    const comparisons = sections.flatMap(({ observations }) =>
      observations.flatMap((one) =>
        one.comparisons.map(({ against, agreement }) => `${against} ${agreement}`),
      ),
    );
    expect(comparisons).toEqual(['PLAN HOLDS', 'PLAN HOLDS', 'PLAN HOLDS']);
    const { expected, received, sections: told } = report.completeness;
    expect([expected, received]).toEqual([3, 3]);
    expect(
      told.map(({ agency, status, figures: count, missing }) => [
        agency,
        status,
        count,
        missing.map(({ indicator }) => indicator),
      ]),
    ).toEqual([
      ['party-building', 'PUBLISHED', 15, []],
      ['inspection', 'PUBLISHED', 14, ['hotline-meetings']],
      ['socio-economic', 'PUBLISHED', 17, []],
    ]);
  });

  it.each([
    ['inspection', 14],
    ['party-building', 15],
  ])(
    'when somebody of %s fills in the form instead, then its %i figures are those that are published',
    async (agency, count) => {
      const form = join(folder, `${agency}.xlsx`);
      const line = ['--organisation', 'lam-son', '--period', '2024', '--document', 'lam-son-2024'];
      await give({ line: '', script: 'template', args: ['--agency', agency, ...line, '-o', form] });
      await fillForm(form, join(ROOT, `test/scenarios/onboarding/lam-son/${agency}/figures.csv`));

      const { code, seen } = await give({ line: '', script: 'import', args: [form, '--dry-run'] });

      expect(seen).toMatch(new RegExp(`^lam-son 2024: ${count} figures, PUBLISHED before$`, 'm'));
      expect(code).toBe(0);
    },
  );

  it('when all imports are given a second time, then nothing is changed, and that is no fault', async () => {
    const imports = STEPS.flatMap(({ commands }) => commands).filter(({ script }) => script === 'import');

    for (const command of imports) {
      const { code, seen } = await give(command);
      const last = seen.trimEnd().split('\n').at(-1);

      expect(code, command.line).toBe(0);
      expect(last, command.line).toMatch(/^unchanged \(\d+\): |figures, PUBLISHED before$/);
    }
  }, 120_000);
});
