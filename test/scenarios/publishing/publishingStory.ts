import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import type { Answer, Ask } from '../../support/ask.ts';
import { mutationText, mutationVariables, type Result } from '../../support/mutations.ts';
import { startProgram, waitUntil } from '../../support/processes.ts';
import { startPublishingHouse, type PublishingHouse } from './publishingHouse.ts';
import { AFFECTED, CONFLICT, DIFF, FIGURES, ISSUE, ISSUED, REPORT } from './publishingQueries.ts';

/**
 * Tells the life of figures from a faulty draft to an issued, corrected and withdrawn report, at the gateway of real
 * processes. `store` says where they keep them.
 */
export function tellPublishing(where: string, store: Readonly<Record<string, string>>): void {
  let house: PublishingHouse;
  let asNobody: Ask;
  let asOfficer: Ask;
  let asApprover: Ask;
  let asStranger: Ask;
  let asOfficeApprover: Ask;

  beforeAll(async () => {
    house = await startPublishingHouse(store);
    ({ asNobody, asOfficer, asApprover, asStranger, asOfficeApprover } = house);
  });
  afterAll(async () => {
    await house.stop();
    await house.remove();
  });

  let count = 0;

  /** A move about the second quarter of 2024, under a key of its own. */
  function answerOf(
    ask: Ask,
    move: Parameters<typeof mutationText>[0],
    change: object = {},
  ): Promise<Answer> {
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

  let issued: unknown;

  async function sealOf(period = '2024-Q2'): Promise<string> {
    const answer = await asNobody(`{ report(organisation: "ha-tinh-khoi", period: "${period}") { seal } }`);
    expect(answer.errors).toEqual([]);
    return (answer.data!.report as { seal: string }).seal;
  }

  /** The issued reports whose figures have changed since. */
  async function affected(): Promise<readonly unknown[]> {
    const answer = await asNobody(AFFECTED);
    expect(answer.errors).toEqual([]);
    const list = answer.data!.issuedReports as { reports: readonly unknown[] };
    expect(list).toMatchObject({ unreached: [], pageInfo: { hasNextPage: false } });
    return list.reports;
  }

  async function issuedValues(): Promise<readonly string[]> {
    const answer = await asNobody(ISSUED);
    expect(answer.errors).toEqual([]);
    const { report } = answer.data!.issued as { report: { inspection: Record<string, unknown> } };
    return values(report.inspection);
  }

  /** All of an issued report that must never change. */
  const frozen = (report: unknown) => {
    const { revision, ...rest } = report as Record<string, unknown>;
    expect(revision).toBeDefined();
    return rest;
  };

  const values = (section: Record<string, unknown>): readonly string[] =>
    (section.observations as readonly { value: string }[]).map(({ value }) => value);

  // The tests of this file are one story: each goes on where the one before has ended.
  describe(`given a house with ${where}, an officer and an approver of inspection`, () => {
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
      expect(checks?.filter(({ verdict }) => verdict === 'CONFLICT').map(({ key }) => key)).toEqual([
        CONFLICT,
      ]);
      const draft =
        '{ inspection { draft(organisation: "ha-tinh-khoi", period: "2024-Q2") { state observations { value } } } }';
      expect((await asApprover(draft)).data).toEqual({
        inspection: {
          draft: { state: 'DRAFT', observations: ['39', '30', '8'].map((value) => ({ value })) },
        },
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

    it('when the report is issued, then it is found under its number, and nothing has changed in it', async () => {
      const seal = await sealOf();

      expect(codesOf(await asApprover(ISSUE, { seal, number: '12-BC/ĐUK' }))).toEqual([
        ['issued', 'RIGHT_MISSING'],
      ]);
      const { data, errors } = await asOfficeApprover(ISSUE, { seal, number: '12-BC/ĐUK' });

      expect(errors).toEqual([]);
      expect(data!.issued).toMatchObject({
        ...{ number: '12-BC/ĐUK', organisation: 'ha-tinh-khoi', period: '2024-Q2', signedBy: 'Phó Bí thư' },
        releases: [{ agency: 'inspection', organisation: 'ha-tinh-khoi', number: 1 }],
        revision: { inspection: [] },
      });
      issued = data!.issued;
      expect((await asOfficeApprover(ISSUE, { seal, number: '12-BC/ĐUK' })).data!.issued).toMatchObject({
        issuedAt: (issued as { issuedAt: string }).issuedAt,
      });
      expect(await affected()).toEqual([]);
    });

    it('when another report comes under its number, or a seal is made up, then it is refused', async () => {
      const seal = await sealOf();
      const answers = [
        await asOfficeApprover(ISSUE, { seal: await sealOf('2024-Q1'), number: '12-BC/ĐUK' }),
        await asOfficeApprover(ISSUE, { seal: `e30${seal}`, number: '13-BC/ĐUK' }),
      ];

      expect(answers.map(codesOf)).toEqual([
        [['issued', 'REPORT_NUMBER_TAKEN']],
        [['issued', 'SEAL_INVALID']],
      ]);
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
          {
            state: 'PUBLISHED',
            release: { number: 2, correction: { reason: 'CORRECTION', words: 'sai số' } },
          },
        ],
        checks: [],
      });
    });

    it('when it was corrected, then the issued report is affected: both truths are told, and the reason', async () => {
      const revised = {
        ...{ state: 'CHANGED', before: { value: '39' }, after: { value: '38' }, withdrawn: false },
        releases: [{ number: 2, correction: { reason: 'CORRECTION', words: 'sai số' } }],
      };
      const diff = await asNobody(DIFF);

      expect(diff.data).toEqual({ inspection: { diff: [revised] } });
      await waitUntil('the list sees it', async () => (await affected()).length > 0);
      expect(await affected()).toEqual([{ number: '12-BC/ĐUK', revision: { inspection: [revised] } }]);
      expect(await issuedValues()).toEqual(['39', '30', '8']);
    });

    it('when it is withdrawn, then nothing stands', async () => {
      await make(asApprover, 'withdraw');

      await waitUntil('nothing stands', async () => values(await sectionAt(null)).length === 0);

      expect((await sectionAt(null)).submissions).toEqual([{ state: 'WITHDRAWN', release: null }]);
    });

    it('when it was withdrawn, then the issued report says what it said, and that all of it is gone', async () => {
      const [{ revision }] = (await affected()) as [{ revision: { inspection: unknown[] } }];

      expect(revision.inspection).toMatchObject([
        { state: 'DISAPPEARED', before: { value: '39' }, after: null, withdrawn: true },
        { state: 'DISAPPEARED', before: { value: '30' }, withdrawn: true },
        { state: 'DISAPPEARED', before: { value: '8' }, withdrawn: true },
      ]);
      expect(await issuedValues()).toEqual(['39', '30', '8']);
    });

    it('when it is asked as of each moment, then it is told what was true then', async () => {
      const [first, second] = moments;
      const before = new Date(Date.parse(first!) - 1).toISOString();

      expect(values(await sectionAt(before))).toEqual([]);
      expect(values(await sectionAt(first!))).toEqual(['39', '30', '8']);
      expect(values(await sectionAt(second!))).toEqual(['38', '30', '8']);
    });

    it('when the house starts again, then all is as it was', async () => {
      await house.restart();

      expect((await sectionAt(null)).submissions).toEqual([{ state: 'WITHDRAWN', release: null }]);
      expect(values(await sectionAt(moments[1]!))).toEqual(['38', '30', '8']);
      expect((await asNobody(ISSUED)).data!.issued).toMatchObject(frozen(issued));
      expect(await issuedValues()).toEqual(['39', '30', '8']);
    });

    it('when the logs are verified, then they are sound, that of issued reports among them', async () => {
      await house.stop();
      const run = startProgram('scripts/auditLog.ts', { args: ['--verify'], settings: house.settings });

      expect((await run.exited).code).toBe(0);
      expect(run.stdout()).toMatch(/^inspection: .*sound/m);
      expect(run.stdout()).toMatch(/^issued-reports: .*sound/m);
    });
  });
}
