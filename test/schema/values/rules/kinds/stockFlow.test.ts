import { describe, expect, it } from 'vitest';

import { figure, rule, type Observation } from '../../../../../schema/values/index.ts';
import { earlier, givenScope, givenShownBook, judged, part, told } from '../../../../support/rules.ts';

type Case = readonly [
  what: string,
  shown: readonly Observation[],
  before: readonly Observation[],
  expected: readonly string[],
];

const flows = { in: [figure('members-admitted')], out: [figure('members-left')] };
const members = rule.stockFlow(figure('members'), flows);
const atMost = rule.stockFlow(figure('members'), { ...flows, outflowsOpen: true });

const stock = (value: string, change = {}) => told('members', value, change);
const previous = (value: string, change = {}) => stock(value, { time: '2023-Q4', ...change });
const admitted = told('members-admitted', '19');
const left = told('members-left', '4');
const notApplicable = (indicator: string) => told(indicator, null, { missing: 'NOT_APPLICABLE' });

describe('given a stock, the previous one and what came in and went out', () => {
  it.each<Case>([
    ['agree', [stock('115'), admitted, left], [previous('100')], ['HOLDS 115 = 100 + 19 − 4']],
    [
      'agree with the stock at the end of the year before',
      [stock('115'), admitted, left],
      [stock('100', { time: '2023' })],
      ['HOLDS 115 = 100 + 19 − 4'],
    ],
    [
      'contradict each other',
      [stock('116'), admitted, left],
      [previous('100')],
      ['CONFLICT 116 ≠ 100 + 19 − 4 = 115'],
    ],
    [
      'agree within rounding',
      [stock('1.1', { unitMultiplier: 2 }), admitted, left],
      [previous('100')],
      ['WITHIN_ROUNDING 110 ≈ 100 + 19 − 4 = 115'],
    ],
    [
      'have no previous stock',
      [stock('115'), admitted, left],
      [],
      ['NOT_TESTABLE BASE_MISSING 115 ≟ ? + 19 − 4'],
    ],
    [
      'miss what went out',
      [stock('115'), admitted],
      [previous('100')],
      ['NOT_TESTABLE FIGURE_MISSING 115 ≟ 100 + 19 − ?'],
    ],
    [
      'have nothing that could go out',
      [stock('119'), admitted, notApplicable('members-left')],
      [previous('100')],
      ['HOLDS 119 = 100 + 19'],
    ],
    [
      'have nothing that could go out, and fewer are left',
      [stock('115'), admitted, notApplicable('members-left')],
      [previous('100')],
      ['CONFLICT 115 ≠ 100 + 19 = 119'],
    ],
    [
      'have nothing that could come in or go out',
      [stock('100'), notApplicable('members-admitted'), notApplicable('members-left')],
      [previous('100')],
      ['HOLDS 100 = 100'],
    ],
    [
      'have no number yet of what went out',
      [stock('119'), admitted, told('members-left', null, { missing: 'NOT_YET_AVAILABLE' })],
      [previous('100')],
      ['NOT_TESTABLE FIGURE_MISSING 119 ≟ 100 + 19 − ?'],
    ],
    [
      'have a break between them',
      [stock('115', { seriesBreak: 'Sáp nhập' }), admitted, left],
      [previous('100')],
      ['NOT_TESTABLE BREAK_IN_SERIES 115 ≟ 100 + 19 − 4'],
    ],
    [
      'have a break before both',
      [stock('115'), admitted, left],
      [previous('100', { seriesBreak: 'Sáp nhập' })],
      ['HOLDS 115 = 100 + 19 − 4'],
    ],
    [
      'have a previous stock of another calendar',
      [stock('115'), admitted, left],
      [previous('100', { calendar: 'ADMINISTRATIVE' })],
      ['NOT_TESTABLE CALENDARS_DIFFER 115 ≟ 100 + 19 − 4'],
    ],
    [
      'have flows of another calendar',
      [stock('115'), told('members-admitted', '19', { calendar: 'ADMINISTRATIVE' }), left],
      [previous('100')],
      ['NOT_TESTABLE CALENDARS_DIFFER 115 ≟ 100 + 19 − 4'],
    ],
    [
      'have flows in another unit',
      [stock('115'), told('members-admitted', '19', { unit: 'person-time' }), left],
      [previous('100')],
      ['NOT_TESTABLE UNITS_DIFFER 115 ≟ 100 + ? − 4'],
    ],
    ['are told without the stock', [admitted, left], [previous('100')], []],
  ])('when they %s, then the rule says so', (_what, shown, before, expected) => {
    const scope = givenScope(givenShownBook(shown, [earlier('2023-Q4', ...before)]));

    expect(judged(members, scope)).toEqual(expected);
  });

  it.each([
    ['110', 'HOLDS 110 ≤ 100 + 19 − 4'],
    ['116', 'CONFLICT 116 > 100 + 19 − 4 = 115'],
  ])(
    'when not all that goes out is counted and %s are left, then only more would be a conflict',
    (value, expected) => {
      const scope = givenScope(
        givenShownBook([stock(value), admitted, left], [earlier('2023-Q4', previous('100'))]),
      );

      expect(judged(atMost, scope)).toEqual([expected]);
    },
  );
});

describe('given what went out, of which not all is counted and not all is told', () => {
  const removed = figure('members-removed');
  const open = {
    in: [figure('members-admitted')],
    out: [figure('members-left'), removed],
    outflowsOpen: true,
  };
  const judgedAt = (value: string, ...others: readonly Observation[]) =>
    judged(
      rule.stockFlow(figure('members'), open),
      givenScope(
        givenShownBook([stock(value), admitted, left, ...others], [earlier('2023-Q4', previous('100'))]),
      ),
    );

  it.each([
    ['116', 'CONFLICT 116 > 100 + 19 − 4 = 115'],
    ['115', 'NOT_TESTABLE FIGURE_MISSING 115 ≤? 100 + 19 − 4 − ?'],
  ])('when %s are left, then only more than what is told allows is a conflict', (value, expected) => {
    expect(judgedAt(value)).toEqual([expected]);
  });

  it('when what is not told is not applicable, then nothing is missing', () => {
    expect(judgedAt('115', notApplicable('members-removed'))).toEqual(['HOLDS 115 ≤ 100 + 19 − 4']);
  });
});

describe('given what went out as the sum of its parts', () => {
  const summed = rule.stockFlow(figure('members'), {
    in: [],
    out: [figure('members-left', { sumOver: 'level' })],
  });
  const leaving = (level: string, value: string) =>
    part(`level=${level}`, value, { indicator: 'members-left' });
  const scopeOf = (...parts: readonly Observation[]) =>
    givenScope(givenShownBook([stock('94'), ...parts], [earlier('2023-Q4', previous('100'))]));

  it('when all are told, then all are taken away', () => {
    expect(judged(summed, scopeOf(leaving('grassroots', '4'), leaving('province', '3')))).toEqual([
      'CONFLICT 94 ≠ 100 − (4 + 3) = 93',
    ]);
  });

  it('when further ones may have gone out, then only what is told already can be a conflict', () => {
    expect(judged(summed, scopeOf(leaving('province', '3')))).toEqual([
      'NOT_TESTABLE PARTS_OPEN 94 ≟ 100 − (3 + …)',
    ]);
    expect(judged(summed, scopeOf(leaving('province', '7')))).toEqual(['CONFLICT 94 ≠ 100 − 7 = 93']);
  });
});
