import { describe, expect, it } from 'vitest';

import { createFactBook, type Fact, type Observation, type Period } from '../../../../schema/values/index.ts';
import { givenRelease } from '../../../support/given.ts';
import { earlier, givenRuleWords, givenShownBook, part, told } from '../../../support/rules.ts';
import { april } from '../../../support/stores.ts';

const WORDS = givenRuleWords();
const identity = {
  indicator: 'members',
  organisation: 'ha-tinh-khoi',
  breakdown: {},
  unit: 'person',
  setBy: null,
  calendar: null,
} as const;
const q1 = '2024-Q1' as Period;
const values = (facts: readonly Fact[]) => facts.map(({ observation }) => observation.value);
const members = (value: string, change = {}) => told('members', value, change);

describe('given releases that the report shows and others', () => {
  const book = createFactBook(
    WORDS,
    [givenRelease({ observations: [members('1'), told('pupils', '5')] })],
    [
      givenRelease({ period: '2023', publishedAt: april(1), observations: [members('2')] }),
      givenRelease({ period: '2024', publishedAt: april(3), observations: [members('3')] }),
      // The shown release again, as all that is held has it too.
      givenRelease({ observations: [members('1')] }),
    ],
  );

  it('when a series is read, then what is shown comes first, then the newest published, each once', () => {
    expect(values(book.series(identity))).toEqual(['1', '3', '2']);
  });

  it('when a figure is looked for, then the shown one is found', () => {
    expect(book.find(identity, q1)?.observation.value).toBe('1');
  });

  it('when it is asked what is shown, then only the report counts', () => {
    expect(values(book.shown)).toEqual(['1', '5']);
    expect(values(book.shownOf('members'))).toEqual(['1']);
    expect(values(book.shownOf('gifts'))).toEqual([]);
    expect(book.series(identity).map((fact) => book.isShown(fact))).toEqual([true, false, false]);
  });
});

describe('given marks of breaks in a series', () => {
  it('when they are asked for, then those that stand are told, once each', () => {
    const mark = (value: string, time: string, seriesBreak: string | null) =>
      members(value, { time, seriesBreak });
    const book = createFactBook(
      WORDS,
      [],
      [
        givenRelease({
          publishedAt: april(2),
          observations: [mark('1', '2023', 'x'), mark('2', '2022', null)],
        }),
        givenRelease({
          period: '2023',
          publishedAt: april(1),
          observations: [mark('1', '2023', 'x'), mark('2', '2022', 'y')],
        }),
      ],
    );

    expect(book.breaks(identity)).toEqual(['2023-01-01']);
    expect(book.breaks({ ...identity, unit: 'VND' })).toEqual([]);
  });
});

describe('given plans and results of a time', () => {
  it('when the plans are asked for, then those of the part and unit are told, of whatever setter', () => {
    const plan = (value: string, change = {}) => members(value, { stage: 'PLANNED', ...change });
    const book = givenShownBook([
      members('1'),
      plan('2', { setBy: 'Tỉnh' }),
      plan('3'),
      plan('4', { time: '2024' }),
      plan('5', { breakdown: { form: 'warning' } }),
    ]);

    expect(values(book.plans(identity, q1))).toEqual(['2', '3']);
  });
});

describe('given figures of two calendars', () => {
  const administrative = members('2', { calendar: 'ADMINISTRATIVE' });

  it.each<[string, readonly Observation[], 'ADMINISTRATIVE' | null, string]>([
    ['its own comes first', [administrative, members('1')], null, '1'],
    ['its own comes first', [members('1'), administrative], 'ADMINISTRATIVE', '2'],
    ['another one is better than none', [administrative], null, '2'],
  ])('when one is looked for, then %s', (_what, observations, calendar, expected) => {
    const found = givenShownBook(observations).find({ ...identity, calendar }, q1);

    expect(found?.observation.value).toBe(expected);
  });
});

describe('given a stock', () => {
  const book = givenShownBook(
    [],
    [earlier('2023', members('1', { time: '2023' }), members('2', { time: '2023-S1', asAt: '2023-06-15' }))],
  );

  it.each([
    ['2023', '1'],
    ['2023-Q4', '1'],
    ['2023-12', '1'],
    ['2023-12-31', '1'],
    ['2023-Q2', '2'],
    ['2023-06-15', '2'],
    ['2023-Q1', undefined],
  ])('when it is looked for in %s, then another name of its last day finds it', (time, expected) => {
    expect(book.find(identity, time as Period)?.observation.value).toBe(expected);
  });

  it('when it is a flow, then only its own time finds it', () => {
    const flows = givenShownBook([], [earlier('2023', told('pupils', '1', { time: '2023' }))]);

    expect(flows.find({ ...identity, indicator: 'pupils' }, '2023-Q4' as Period)).toBeUndefined();
  });
});

describe('given the parts of totals', () => {
  const book = givenShownBook([
    part('form=warning', '1'),
    part('form=reprimand', '2'),
    part('form=warning;level=branch', '3'),
    part('form=warning;level=grassroots', '4'),
    part('level=province', '5'),
    told('members-disciplined', '6'),
  ]);
  const disciplined = { indicator: 'members-disciplined', organisation: 'ha-tinh-khoi' };

  it.each<[string, Record<string, string>, readonly string[], readonly string[]]>([
    ['the total by form', {}, ['form'], ['2', '1']],
    ['the total by level', {}, ['level'], ['5']],
    ['the total by both', {}, ['form', 'level'], ['4', '3']],
    ['a form by level', { form: 'warning' }, ['level'], ['4', '3']],
    ['a form by form', { form: 'warning' }, ['form'], ['2', '1']],
    ['a form that has none', { form: 'expulsion' }, ['level'], []],
  ])(
    'when %s is broken down, then its parts are found in the order of the codes',
    (_what, breakdown, by, expected) => {
      expect(values(book.brokenDown({ ...disciplined, breakdown }, q1, by))).toEqual(expected);
      // What was found once is found again.
      expect(values(book.brokenDown({ ...disciplined, breakdown }, q1, by))).toEqual(expected);
    },
  );
});
