import { describe, expect, it } from 'vitest';

import { figure, rule, type Rule } from '../../../../../schema/values/index.ts';
import { dataOf } from '../../../../support/answers.ts';
import { givenObservation, givenRelease } from '../../../../support/given.ts';
import { givenComparisonInput, givenInput } from '../../../../support/inputs.ts';
import { createMoving, mutationText, mutationVariables } from '../../../../support/mutations.ts';
import { OFFICER } from '../../../../support/people.ts';
import { report, SECTIONS, type Entities } from '../../../../support/reports.ts';
import { givenAgency } from '../../../../support/testAgency.ts';

const RULES: readonly Rule[] = [
  rule.totalOfParts('members-disciplined', 'form'),
  rule.partOfWhole(figure('members-disciplined'), figure('gifts', { about: 'area' })),
  ...rule.statedComparisons(),
];

const part = (code: string, value: string) => givenInput({ breakdown: [{ dimension: 'form', code }], value });

/** 3 in parts under a printed total of 2, grown by 50 % from 1, and fewer gifts than members. */
const CONTRADICTING = [
  givenInput({ comparisons: [givenComparisonInput({ value: '50' })] }),
  part('warning', '1'),
  part('reprimand', '2'),
  givenInput({ indicator: 'gifts', unit: 'gift', value: '0' }),
];
const TOTAL = 'total-of-parts:members-disciplined:form|ha-tinh-khoi|2024-Q1|members-disciplined||person';
const GROWTH =
  'growth|ha-tinh-khoi|2024-Q1|members-disciplined||person|||SAME_PERIOD_LAST_YEAR|2023-Q1|||PERCENT_CHANGE|percent';
const NOTES = [
  { check: TOTAL, note: ' một người hai hình thức ' },
  { check: GROWTH, note: 'năm trước đếm khác' },
];

async function givenDraft(observations = CONTRADICTING) {
  const lastYear = givenRelease({
    period: '2023-Q1',
    observations: [givenObservation({ value: '1', time: '2023-Q1' })],
  });
  const running = await givenAgency([lastYear], undefined, RULES);
  const moving = createMoving(running);
  const saved = await moving.make('save', { observations });
  return { running, saved, ...moving };
}

describe('given a draft whose figures contradict each other and what is published', () => {
  it('when it is saved, then the answer tells what its own rules say, each check by its key', async () => {
    const { saved } = await givenDraft();

    expect(saved.checks).toEqual([
      {
        key: TOTAL,
        code: 'total-of-parts:members-disciplined:form',
        verdict: 'CONFLICT',
        acknowledgement: null,
      },
      { key: GROWTH, code: 'growth', verdict: 'CONFLICT', acknowledgement: null },
    ]);
  });

  it('when checks of one verdict are asked for, then the answer tells no others', async () => {
    const { running } = await givenDraft();
    const text = mutationText(
      'save',
      'Invented',
      '{ conflicts: checks(verdict: [CONFLICT]) { code } others: checks(verdict: [HOLDS, NOT_TESTABLE]) { code } }',
    );
    const variables = mutationVariables('save', 'another', { observations: CONTRADICTING });

    expect(dataOf(await running.ask(text, variables, OFFICER))).toEqual({
      made: {
        conflicts: [{ code: 'total-of-parts:members-disciplined:form' }, { code: 'growth' }],
        others: [],
      },
    });
  });

  it('when it is submitted without a word, then all conflicts are named with their arithmetic', async () => {
    const { answer } = await givenDraft();

    const { errors } = await answer('submit');

    expect(errors?.map(({ message }) => message)).toEqual([
      `Conflicts of these figures are not explained: "${TOTAL}" (2 ≠ 2 + 1 = 3); "${GROWTH}" (2 ≠ 1 × (100% + 50%) = 1.5). Mend the figures, or acknowledge each check by its key, with a note.`,
    ]);
  });

  it('when one of them is left out, then that one is named', async () => {
    const { answer } = await givenDraft();

    const { errors } = await answer('submit', { acknowledgements: NOTES.slice(0, 1) });

    expect(errors?.[0]?.originalError).toMatchObject({
      fault: { code: 'CHECKS_NOT_EXPLAINED', details: { checks: [{ key: GROWTH }] } },
    });
  });

  it('when a key is misspelt, then it is refused with what may be meant', async () => {
    const { answer } = await givenDraft();
    const [, second] = NOTES;

    const { errors } = await answer('submit', {
      acknowledgements: [{ check: TOTAL.replace('person', 'persn'), note: 'a' }, second],
    });

    expect(errors?.[0]?.message).toContain(`is not a conflict of these figures. Did you mean "${TOTAL}"?`);
  });

  it('when a check is named twice, then that is refused', async () => {
    const { outcome } = await givenDraft();

    expect(await outcome('submit', { acknowledgements: [...NOTES, ...NOTES] })).toBe('ARGUMENT_INVALID');
  });

  it('when all are explained, then it is submitted, and the notes are published beside the checks', async () => {
    const { running, make } = await givenDraft();
    const { checks } = await make('submit', { acknowledgements: NOTES });
    await make('approve');
    await make('publish');
    running.now += 60_000;

    const answer = await running.ask(SECTIONS('checks(verdict: CONFLICT) { key acknowledgement }'), {
      reports: [report({ asOf: '2024-04-20T12:01:00Z', area: 'ha-tinh-khoi' })],
    });

    const told = [
      { key: TOTAL, acknowledgement: 'một người hai hình thức' },
      { key: GROWTH, acknowledgement: 'năm trước đếm khác' },
    ];
    expect(checks).toMatchObject(told);
    const [entity] = (dataOf(answer) as Entities<{ checks: readonly { key: string }[] }>)._entities;
    // The rule about the area is judged in the report alone, where nobody has explained it.
    const [total, area, growth] = entity!.invented.checks;
    expect([total, growth]).toEqual(told);
    expect(area).toMatchObject({ acknowledgement: null });
  });

  it('when it is saved again, then what was explained before is forgotten', async () => {
    const { make, outcome } = await givenDraft();
    await make('submit', { acknowledgements: NOTES });
    await make('return');
    await make('save', { observations: CONTRADICTING });

    expect(await outcome('submit')).toBe('CHECKS_NOT_EXPLAINED');
  });
});

describe('given a base that was published a moment ago', () => {
  it('when a draft is submitted that contradicts it, then the conflict is known', async () => {
    const running = await givenAgency([], undefined, RULES);
    const { make, outcome } = createMoving(running);
    const period = '2023-Q1';
    await make('save', { period, observations: [givenInput({ value: '1', time: period })] });
    for (const move of ['submit', 'approve', 'publish'] as const) await make(move, { period });

    await make('save', { observations: CONTRADICTING.slice(0, 1) });

    expect(await outcome('submit')).toBe('CHECKS_NOT_EXPLAINED');
  });
});

describe('given a draft that agrees with itself', () => {
  it('when a check that holds is acknowledged, then that is refused', async () => {
    const { outcome } = await givenDraft([part('warning', '1'), givenInput({ value: '1' })]);

    expect(await outcome('submit', { acknowledgements: NOTES.slice(0, 1) })).toBe('CHECK_UNKNOWN');
  });
});

describe('given an agency that cannot look up what it compares figures with', () => {
  it('when a draft is saved, then it is, and its checks alone are null', async () => {
    const running = await givenAgency(
      [],
      (store) => ({ ...store, newestOfAll: () => Promise.reject(new Error('disk full')) }),
      RULES,
    );

    const { data, errors } = await createMoving(running).answer('save');

    expect(JSON.parse(JSON.stringify(data))).toMatchObject({
      made: { submission: { state: 'DRAFT' }, checks: null },
    });
    expect(errors?.map(({ path }) => path)).toEqual([['made', 'checks']]);
  });
});
