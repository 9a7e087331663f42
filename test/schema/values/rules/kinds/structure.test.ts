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
      ['NOT_TESTABLE PARTS_OPEN 100% = 50% + 42% + …'],
    ],
    [
      'make more than a hundred of an open list',
      [total({ openDimensions: ['source'] }), share('domestic', '70'), share('customs', '42')],
      ['CONFLICT 100% ≠ 70% + 42% = 112%'],
    ],
    [
      'are of one part, and no total is told',
      [share('domestic', '50')],
      ['NOT_TESTABLE PARTS_OPEN 100% = 50% + …'],
    ],
    [
      'are of every part that there is, and no total is told',
      [share('domestic', '50'), share('customs', '42')],
      ['CONFLICT 100% ≠ 50% + 42% = 92%'],
    ],
    [
      'are not stated with each part',
      [total(), share('domestic', '50'), bare('customs')],
      ['NOT_TESTABLE PARTS_OPEN 100% = 50% + …'],
    ],
    [
      'are of two wholes',
      [total(), share('domestic', '50', { peer: 'cả nước' }), share('customs', '42')],
      ['NOT_TESTABLE PARTS_OPEN 100% = 50% + …'],
    ],
    [
      'follow two calendars',
      [total(), share('domestic', '58'), share('customs', '42', {}, { calendar: 'ADMINISTRATIVE' })],
      ['NOT_TESTABLE CALENDARS_DIFFER 100% = 58% + 42%'],
    ],
    ['are not stated', [total(), bare('domestic')], []],
  ])('when they %s, then the rule says so', (_what, figures, expected) => {
    expect(judgedOn(structure, ...figures)).toEqual(expected);
  });
});
