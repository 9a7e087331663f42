import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { AGENCY_CODES } from '../../../schema/values/index.ts';
import { createAsk, type Answer, type Ask } from '../../support/ask.ts';
import { givenInput } from '../../support/inputs.ts';
import { mutationText, mutationVariables, type Result } from '../../support/mutations.ts';
import {
  createFolder,
  findFreePorts,
  startProgram,
  waitUntil,
  type Program,
} from '../../support/processes.ts';

const REPORT = `query ($asOf: DateTime) { report(organisation: "ha-tinh-khoi", period: "2024-Q2", asOf: $asOf) { inspection {
  discipline { members { value } }
  observations { value note }
  submissions { state release { number correction { reason words } } }
  checks(verdict: CONFLICT) { key acknowledgement expression(locale: EN) }
} } }`;

/** 39 members disciplined, of whom the forms tell 38. */
const FIGURES = [
  givenInput({ value: '39', time: '2024-Q2' }),
  ...['reprimand', 'warning'].map((code, index) =>
    givenInput({ value: ['30', '8'][index]!, time: '2024-Q2', breakdown: [{ dimension: 'form', code }] }),
  ),
];
const CONFLICT = 'total-of-parts:members-disciplined:form|ha-tinh-khoi|2024-Q2|members-disciplined||person';

let folder: string;
let remove: () => Promise<void>;
let port: number;
let house: Program;
let asNobody: Ask;
let asOfficer: Ask;
let asApprover: Ask;
let asStranger: Ask;

/** Asks in the name of whom `npm run token` makes a token for. */
async function askAs(role: string, agency: string): Promise<Ask> {
  const run = startProgram('scripts/token.ts', {
    args: ['--role', role, '--agency', agency],
    settings: { DATA_DIR: folder },
  });
  await run.exited;
  return createAsk(`http://127.0.0.1:${port}/graphql`, run.stdout().trim());
}

beforeAll(async () => {
  ({ folder, remove } = await createFolder());
  port = await findFreePorts(AGENCY_CODES.length + 1);
  house = startProgram('scripts/start.ts', {
    settings: { GATEWAY_PORT: String(port), DATA_DIR: folder },
    isGroup: true,
  });
  await waitUntil('it says that it is ready', () => house.stdout().includes('Ready.'), {
    limitMs: 60_000,
    seen: house.log,
  });
  asNobody = createAsk(`http://127.0.0.1:${port}/graphql`);
  [asOfficer, asApprover, asStranger] = await Promise.all([
    askAs('officer', 'inspection'),
    askAs('approver', 'inspection'),
    askAs('officer', 'party-building'),
  ]);
});
afterAll(async () => {
  await house.stop();
  await remove();
});

let count = 0;

/** A move about the second quarter of 2024, under a key of its own. */
function answerOf(ask: Ask, move: Parameters<typeof mutationText>[0], change: object = {}): Promise<Answer> {
  count += 1;
  const variables = mutationVariables(move, `e2e-${count}`, { period: '2024-Q2', ...change });
  return ask(mutationText(move, 'Inspection'), variables);
}

async function make(...args: Parameters<typeof answerOf>): Promise<Result> {
  const answer = await answerOf(...args);
  expect(answer.errors).toEqual([]);
  return answer.data!.made as Result;
}

const codesOf = ({ errors }: Answer): unknown[] =>
  errors.map(({ path, extensions }) => [path?.join('.'), extensions?.code]);

/** The section at the gateway, as of a moment or, without one, once it has this many figures. */
async function sectionAt(asOf: string | null, ask = asNobody): Promise<Record<string, unknown>> {
  const answer = await ask(REPORT, { asOf });
  expect(answer.errors).toEqual([]);
  return (answer.data!.report as { inspection: Record<string, unknown> }).inspection;
}

/** The moments of all releases so far, the first first. */
const moments: string[] = [];

async function publish(): Promise<void> {
  const { release } = await make(asApprover, 'publish');
  moments.push(release!.publishedAt);
  await waitUntil('the default moment sees it', async () => {
    const { submissions } = await sectionAt(null);
    return JSON.stringify(submissions).includes(`"number":${release!.number}`);
  });
}

const values = (section: Record<string, unknown>) =>
  (section.observations as readonly { value: string }[]).map(({ value }) => value);

// The tests of this file are one story: each goes on where the one before has ended.
describe('given a house, an officer and an approver of inspection', () => {
  it('when somebody else moves its figures, then the gateway gives the reason at the mutation', async () => {
    const answers = [
      await answerOf(asNobody, 'save'),
      await answerOf(asStranger, 'save'),
      await answerOf(asApprover, 'save'),
    ];

    expect(answers.map(codesOf)).toEqual([
      [['made', 'TOKEN_REQUIRED']],
      [['made', 'RIGHT_MISSING']],
      [['made', 'RIGHT_MISSING']],
    ]);
  });

  it('when the officer sends faulty figures, then all faults come back with their places, and nothing is kept', async () => {
    const faulty = [{ ...FIGURES[0], value: '3,9' }, { ...FIGURES[1], unit: 'persn' }, FIGURES[2]];

    const { faults, submission } = await make(asOfficer, 'save', { observations: faulty });

    expect(submission).toBeNull();
    expect(faults.map(({ path, code }) => `${path.join('.')} ${code}`)).toEqual([
      'observations.0.value DECIMAL_INVALID',
      'observations.1.unit CODE_UNKNOWN',
    ]);
    expect((await sectionAt(null, asOfficer)).submissions).toEqual([]);
  });

  it('when they are mended, then they are a draft that colleagues see and nobody else', async () => {
    const { submission, checks } = await make(asOfficer, 'save', { observations: FIGURES });

    expect(submission?.state).toBe('DRAFT');
    expect(checks?.filter(({ verdict }) => verdict === 'CONFLICT').map(({ key }) => key)).toEqual([CONFLICT]);
    const draft =
      '{ inspection { draft(organisation: "ha-tinh-khoi", period: "2024-Q2") { state observations { value } } } }';
    expect((await asApprover(draft)).data).toEqual({
      inspection: { draft: { state: 'DRAFT', observations: ['39', '30', '8'].map((value) => ({ value })) } },
    });
    expect(codesOf(await asNobody(draft))).toEqual([['inspection.draft', 'TOKEN_REQUIRED']]);
    expect(await sectionAt(null)).toMatchObject({ observations: [], submissions: [] });
  });

  it('when it is submitted, then the contradiction must be explained first, and the author cannot approve', async () => {
    const unexplained = await answerOf(asOfficer, 'submit');
    const { submission } = await make(asOfficer, 'submit', {
      acknowledgements: [{ check: CONFLICT, note: 'một trường hợp chưa có hình thức' }],
    });

    expect(codesOf(unexplained)).toEqual([['made', 'CHECKS_NOT_EXPLAINED']]);
    expect(submission?.state).toBe('SUBMITTED');
    expect(codesOf(await answerOf(asOfficer, 'approve'))).toEqual([['made', 'RIGHT_MISSING']]);
  });

  it('when another approves and publishes it, then everyone sees it at the gateway, and what was explained', async () => {
    await make(asApprover, 'approve');

    await publish();

    const section = await sectionAt(null);
    expect(section).toMatchObject({
      discipline: { members: { value: '39' } },
      submissions: [{ state: 'PUBLISHED', release: { number: 1, correction: null } }],
      checks: [
        {
          key: CONFLICT,
          acknowledgement: 'một trường hợp chưa có hình thức',
          expression: '39 ≠ 30 + 8 = 38',
        },
      ],
    });
    expect(values(section)).toEqual(['39', '30', '8']);
  });

  it('when it is corrected, then the correction goes the same way, and says why', async () => {
    await make(asOfficer, 'correct', { put: [{ ...FIGURES[0], value: '38', note: 'đính chính' }] });
    await make(asOfficer, 'submit');
    await make(asApprover, 'approve');

    await publish();

    const section = await sectionAt(null);
    expect(values(section)).toEqual(['38', '30', '8']);
    expect(section).toMatchObject({
      submissions: [
        { state: 'PUBLISHED', release: { number: 2, correction: { reason: 'CORRECTION', words: 'sai số' } } },
      ],
      checks: [],
    });
  });

  it('when it is withdrawn, then nothing stands', async () => {
    await make(asApprover, 'withdraw');

    await waitUntil('nothing stands', async () => values(await sectionAt(null)).length === 0);

    expect((await sectionAt(null)).submissions).toEqual([{ state: 'WITHDRAWN', release: null }]);
  });

  it('when it is asked as of each moment, then it is told what was true then', async () => {
    const [first, second] = moments;
    const before = new Date(Date.parse(first!) - 1).toISOString();

    expect(values(await sectionAt(before))).toEqual([]);
    expect(values(await sectionAt(first!))).toEqual(['39', '30', '8']);
    expect(values(await sectionAt(second!))).toEqual(['38', '30', '8']);
  });

  it('when the house starts again, then all is as it was', async () => {
    await house.stop();
    house = startProgram('scripts/start.ts', {
      settings: { GATEWAY_PORT: String(port), DATA_DIR: folder },
      isGroup: true,
    });
    await waitUntil('it says that it is ready', () => house.stdout().includes('Ready.'), {
      limitMs: 60_000,
      seen: house.log,
    });

    expect((await sectionAt(null)).submissions).toEqual([{ state: 'WITHDRAWN', release: null }]);
    expect(values(await sectionAt(moments[1]!))).toEqual(['38', '30', '8']);
  });
});
