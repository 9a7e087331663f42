import { describe, expect, it } from 'vitest';

import { dataOf, faultCodesOf } from '../../../../support/answers.ts';
import { givenComparisonInput, givenInput, givenKeyInput } from '../../../../support/inputs.ts';
import { createMoving, mutationText, mutationVariables, type Result } from '../../../../support/mutations.ts';
import { APPROVER, OFFICER, person, READER } from '../../../../support/people.ts';
import { givenAgency, type RunningAgency } from '../../../../support/testAgency.ts';

async function givenMoving() {
  const running = await givenAgency();
  return { running, ...createMoving(running) };
}

/** Number and values of the release that stands now. */
async function standing({ ask }: RunningAgency): Promise<unknown> {
  const answer = await ask(
    '{ invented { observations(asOf: "2024-04-20T12:00:00.250Z") { nodes { value } } releases { number correction { reason words } } } }',
  );
  return dataOf(answer);
}

describe('given an officer and an approver', () => {
  it('when figures go their way, then each answer tells the state, and the last the release', async () => {
    const { make } = await givenMoving();
    const answers: Result[] = [];

    for (const move of ['save', 'submit', 'return', 'save', 'submit', 'approve', 'publish'] as const) {
      answers.push(await make(move));
    }

    expect(answers.map(({ submission }) => submission?.state)).toEqual([
      'DRAFT',
      'SUBMITTED',
      'RETURNED',
      'DRAFT',
      'SUBMITTED',
      'APPROVED',
      'PUBLISHED',
    ]);
    expect(answers.map(({ release }) => release?.number ?? null)).toEqual([
      null,
      null,
      null,
      null,
      null,
      null,
      1,
    ]);
    expect(answers.at(-1)).toEqual({
      submission: {
        organisation: 'ha-tinh-khoi',
        period: '2024-Q1',
        state: 'PUBLISHED',
        release: { number: 1, publishedAt: answers.at(-1)?.release?.publishedAt },
      },
      release: { number: 1, supersedes: null, publishedAt: expect.any(String) as string, correction: null },
      draftHash: null,
      faults: [],
      checks: [],
    });
  });

  it('when what is published is corrected, then the changed figures replace their like, and the reason is published', async () => {
    const { running, make, publish } = await givenMoving();
    const gifts = givenInput({ indicator: 'gifts', unit: 'gift', value: '7' });
    const warned = givenInput({ breakdown: [{ dimension: 'form', code: 'warning' }], value: '1' });
    await publish([givenInput(), gifts, warned]);
    const reprimanded = givenInput({ breakdown: [{ dimension: 'form', code: 'reprimand' }], value: '1' });

    await make('correct', {
      reason: 'LATE_DATA',
      words: ' số liệu về muộn ',
      put: [givenInput({ value: '3' }), reprimanded],
      remove: [givenKeyInput({ indicator: 'gifts', unit: 'gift' })],
    });
    await make('submit');
    await make('approve');
    const { release } = await make('publish');

    const correction = { reason: 'LATE_DATA', words: 'số liệu về muộn' };
    expect(release).toMatchObject({ number: 2, supersedes: 1, correction });
    running.now += 60_000;
    const answer = await running.ask(
      '{ invented { observations { nodes { value release { correction { words } } } } releases { number correction { reason words } } } }',
    );
    const release2 = { correction: { words: 'số liệu về muộn' } };
    expect(dataOf(answer)).toEqual({
      invented: {
        observations: { nodes: ['3', '1', '1'].map((value) => ({ value, release: release2 })) },
        releases: [
          { number: 2, correction },
          { number: 1, correction: null },
        ],
      },
    });
  });

  it('when it is withdrawn, then nothing stands, and correcting begins with nothing', async () => {
    const { make, publish } = await givenMoving();
    await publish();
    const withdrawn = await make('withdraw');
    const key = givenKeyInput();

    const corrected = await make('correct', { put: [], remove: [key] });
    const again = await make('correct');

    expect(withdrawn).toMatchObject({ submission: { state: 'WITHDRAWN', release: null }, release: null });
    expect(corrected.faults.map(({ path, code }) => `${path.join('.')} ${code}`)).toEqual([
      'remove.0 FIGURE_UNKNOWN',
      'remove FIGURES_REQUIRED',
    ]);
    expect(again.submission?.state).toBe('DRAFT');
  });

  it('when it is published under an embargo, then the answer tells the release, and nobody sees it', async () => {
    const { running, make } = await givenMoving();
    for (const move of ['save', 'submit', 'approve'] as const) await make(move);

    const { release, submission } = await make('publish', { publishAt: '2024-05-01T00:00:00Z' });

    expect(release).toMatchObject({ number: 1, publishedAt: '2024-05-01T00:00:00.000Z' });
    expect(submission).toMatchObject({ state: 'PUBLISHED', release: null });
    running.now += 60_000;
    expect(await standing(running)).toEqual({ invented: { observations: { nodes: [] }, releases: [] } });
  });
});

describe('given faulty figures', () => {
  const faulty = [
    givenInput({ value: '1,5' }),
    givenInput({ unit: 'persn', comparisons: [givenComparisonInput({ value: '' })] }),
  ];

  it('when they are saved, then all faults are told as data, and nothing is stored', async () => {
    const { running, make } = await givenMoving();

    const result = await make('save', { observations: faulty });

    expect(result).toMatchObject({ submission: null, release: null, checks: [] });
    expect(result.faults.map(({ path, code }) => `${path.join('.')} ${code}`)).toEqual([
      'observations.0.value DECIMAL_INVALID',
      'observations.1.unit CODE_UNKNOWN',
      'observations.1.comparisons.0.value CELL_REQUIRED',
    ]);
    expect(result.faults[1]?.message).toContain('Did you mean "person"?');
    expect(await running.store.head('invented')).toBeNull();
  });

  it('when a draft is there already, then it stays as it was, and its state is told', async () => {
    const { running, make } = await givenMoving();
    await make('save');
    const before = await running.store.head('invented');

    const result = await make('save', { observations: faulty });

    expect(result.submission?.state).toBe('DRAFT');
    expect(await running.store.head('invented')).toEqual(before);
  });

  it('when none are sent, then that is a fault', async () => {
    const { make } = await givenMoving();

    const { faults } = await make('save', { observations: [] });

    expect(faults.map(({ path, code }) => [path, code])).toEqual([[['observations'], 'FIGURES_REQUIRED']]);
  });

  it('when a correction is faulty, then each of its arguments is named, with what may be meant', async () => {
    const { make, publish } = await givenMoving();
    await publish();

    const bad = await make('correct', {
      put: [givenInput({ value: 'hai' })],
      remove: [givenKeyInput({ unit: 'VND' })],
    });
    const unknown = await make('correct', { put: [], remove: [givenKeyInput({ time: '2024-Q2' })] });
    const both = await make('correct', { put: [givenInput()], remove: [givenKeyInput()] });

    expect(bad.faults.map(({ path, code }) => `${path.join('.')} ${code}`)).toEqual([
      'put.0.value DECIMAL_INVALID',
      'remove.0.unit UNIT_NOT_OF_INDICATOR',
    ]);
    expect(unknown.faults[0]?.message).toContain(
      'Did you mean "members-disciplined|ha-tinh-khoi|2024-Q1||person|"?',
    );
    expect(both.faults.map(({ code }) => code)).toContain('FIGURE_REPEATED');
  });
});

describe('given a move that may not be made', () => {
  it.each([
    ['nobody in particular', null, 'TOKEN_REQUIRED'],
    ['a reader', READER, 'RIGHT_MISSING'],
    ['an officer of another agency', person('hoa', 'OFFICER', 'inspection'), 'RIGHT_MISSING'],
    ['an officer for another organisation', person('hoa', 'OFFICER', 'invented', 'ha-tinh'), 'RIGHT_MISSING'],
    ['an approver', APPROVER, 'RIGHT_MISSING'],
  ])('when %s saves faulty figures, then the right is asked for first', async (_who, by, expected) => {
    const { answer } = await givenMoving();

    const result = await answer('save', { observations: [givenInput({ value: 'x' })] }, by);

    expect(faultCodesOf(result)).toEqual([expected]);
    expect(result.errors?.map(({ path }) => path)).toEqual([['made']]);
    expect(result.data).toEqual({ made: null });
  });

  it.each([
    ['publish', {}, 'MOVE_NOT_ALLOWED'],
    ['correct', {}, 'MOVE_NOT_ALLOWED'],
    ['correct', { words: ' ' }, 'ARGUMENT_INVALID'],
    ['return', { reasons: [] }, 'ARGUMENT_INVALID'],
    ['return', { reasons: ['thiếu', ''] }, 'ARGUMENT_INVALID'],
    ['withdraw', { reason: '\t' }, 'ARGUMENT_INVALID'],
    ['submit', { acknowledgements: [{ check: 'a', note: ' ' }] }, 'ARGUMENT_INVALID'],
    ['save', { key: '' }, 'ARGUMENT_INVALID'],
    ['save', { key: ' \t' }, 'ARGUMENT_INVALID'],
    ['save', { key: 'k'.repeat(201) }, 'ARGUMENT_INVALID'],
  ] as const)('when %s comes with %j before anything was saved, then %s', async (move, change, expected) => {
    const { outcome } = await givenMoving();

    expect(await outcome(move, change)).toBe(expected);
  });

  it('when a person has written it and comes as approver, then it is refused', async () => {
    const { make, outcome } = await givenMoving();
    await make('save');
    await make('submit');

    expect(await outcome('approve', {}, person('lan', ['APPROVER']))).toBe('OWN_WORK');
  });

  it('when what was published is saved over, then a reason is asked for', async () => {
    const { answer, publish } = await givenMoving();
    await publish();

    const { errors } = await answer('save');
    expect(errors?.map(({ message }) => message)).toEqual([
      'What has been published is changed only with a reason. Correct it with "correctInventedFigures", which takes its code and words.',
    ]);
  });
});

describe('given a key', () => {
  it.each(['save', 'correct'] as const)(
    'when %s comes twice under it, also after all was published, then the answer is the same',
    async (move) => {
      const { running, make, publish } = await givenMoving();
      if (move === 'correct') await publish();
      const text = mutationText(move, 'Invented');
      const variables = mutationVariables(move, 'my-key');
      const first = await running.ask(text, variables, OFFICER);
      for (const further of ['submit', 'approve', 'publish'] as const) await make(further);

      const second = await running.ask(text, variables, OFFICER);

      expect(dataOf(second)).toEqual(dataOf(first));
    },
  );

  it('when something that was left out is null the second time, then it is the same request', async () => {
    const { make } = await givenMoving();
    await make('save', { key: 'my-key' });

    const { submission } = await make('save', { key: 'my-key', observations: [givenInput({ note: null })] });

    expect(submission?.state).toBe('DRAFT');
  });

  it('when it comes with other figures, then it is refused', async () => {
    const { make, outcome } = await givenMoving();
    await make('save', { key: 'my-key' });

    expect(await outcome('save', { key: 'my-key', observations: [givenInput({ value: '3' })] })).toBe(
      'KEY_REUSED',
    );
  });

  it('when its figures were refused, then it can be used for the mended ones', async () => {
    const { make } = await givenMoving();
    await make('save', { key: 'my-key', observations: [givenInput({ value: 'x' })] });

    expect((await make('save', { key: 'my-key' })).submission?.state).toBe('DRAFT');
  });
});
