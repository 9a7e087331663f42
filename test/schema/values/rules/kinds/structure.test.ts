import { describe, expect, it } from 'vitest';

import { rule, type Observation } from '../../../../../schema/values/index.ts';
import { givenComparison } from '../../../../support/given.ts';
import { judgedOn, part, told } from '../../../../support/rules.ts';

const structure = rule.structure('budget-revenue', 'source');

const share = (source: string, value: string, change = {}, figure = {}) =>
  part(`source=${source}`, null, {
    indicator: 'budget-revenue',
    comparisons: [givenComparison({ against: 'WHOLE', baseTime: null, measure: 'SHARE', value, ...change })],
    ...figure,
  });
const bare = (source: string) => part(`source=${source}`, '5', { indicator: 'budget-revenue' });
const total = (change = {}) => told('budget-revenue', null, change);

describe('given the shares of the parts of a whole', () => {
  it.each<[string, readonly Observation[], readonly string[]]>([
    [
      'make a hundred',
      [total(), share('domestic', '58.05'), share('customs', '41.95')],
      ['HOLDS 100% = 58,05% + 41,95%'],
    ],
    [
      'make a hundred within rounding',
      [total(), share('domestic', '58.1'), share('customs', '42.0')],
      ['WITHIN_ROUNDING 100% ≈ 58,1% + 42,0% = 100,1%'],
    ],
    [
      'make more',
      [total(), share('domestic', '58.1'), share('customs', '42.1')],
      ['CONFLICT 100% ≠ 58,1% + 42,1% = 100,2%'],
    ],
    [
      'make less',
      [total(), share('domestic', '50'), share('customs', '42')],
      ['CONFLICT 100% ≠ 50% + 42% = 92%'],
    ],
    [
      'make less and the total opens the list',
      [total({ openDimensions: ['source'] }), share('domestic', '50'), share('customs', '42')],
      ['NOT_TESTABLE PARTS_OPEN 100% ≟ 50% + 42% + …'],
    ],
    [
      'make more than a hundred of an open list',
      [total({ openDimensions: ['source'] }), share('domestic', '70'), share('customs', '42')],
      ['CONFLICT 100% ≠ 70% + 42% = 112%'],
    ],
    [
      'are of one part, and no total is told',
      [share('domestic', '50')],
      ['NOT_TESTABLE PARTS_OPEN 100% ≟ 50% + …'],
    ],
    [
      'are of every part that there is, and no total is told',
      [share('domestic', '50'), share('customs', '42')],
      ['CONFLICT 100% ≠ 50% + 42% = 92%'],
    ],
    [
      'are not stated with each part',
      [total(), share('domestic', '50'), bare('customs')],
      ['NOT_TESTABLE PARTS_OPEN 100% ≟ 50% + …'],
    ],
    [
      'are of two wholes',
      [total(), share('domestic', '50', { peer: 'cả nước' }), share('customs', '42')],
      ['NOT_TESTABLE PARTS_OPEN 100% ≟ 50% + …'],
    ],
    [
      'follow two calendars',
      [total(), share('domestic', '58'), share('customs', '42', {}, { calendar: 'ADMINISTRATIVE' })],
      ['NOT_TESTABLE CALENDARS_DIFFER 100% ≟ 58% + 42%'],
    ],
    ['are not stated', [total(), bare('domestic')], []],
  ])('when they %s, then the rule says so', (_what, figures, expected) => {
    expect(judgedOn(structure, ...figures)).toEqual(expected);
  });
});

describe('given shares of codes below others', () => {
  const byLevel = rule.structure('members-disciplined', 'level');
  const of = (level: string, value: string, figure = {}) =>
    part(`level=${level}`, null, {
      comparisons: [givenComparison({ against: 'WHOLE', baseTime: null, measure: 'SHARE', value })],
      ...figure,
    });
  const outer = [of('grassroots', '40'), of('province', '60')];

  it.each<[string, readonly Observation[], string]>([
    ['make the share of that', [of('branch', '15'), of('group', '25')], 'HOLDS 40% = 15% + 25%'],
    ['make a hundred of that alone', [of('branch', '30'), of('group', '70')], 'HOLDS 100% = 30% + 70%'],
    ['make neither', [of('branch', '15'), of('group', '29')], 'CONFLICT 40% ≠ 15% + 29% = 44%'],
    ['are not all told', [of('branch', '15')], 'NOT_TESTABLE PARTS_OPEN 40% ≟ 15% + …'],
  ])('when they %s, then the rule says so of them by themselves', (_what, inner, expected) => {
    const [, ...below] = judgedOn(byLevel, ...outer, ...inner);

    expect(below).toEqual([expected]);
  });

  it('when they may be below zero and are not all told, then those told may make more', () => {
    const either = rule.structure('members-disciplined', 'level', { partsMayBeNegative: true });

    expect(judgedOn(either, of('grassroots', '104'))).toEqual(['NOT_TESTABLE PARTS_OPEN 100% ≟ 104% + …']);
  });
});
