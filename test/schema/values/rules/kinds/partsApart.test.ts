import { describe, expect, it } from 'vitest';

import { rule } from '../../../../../schema/values/index.ts';
import {
  earlier,
  givenScope,
  givenShownBook,
  judged,
  judgedOn,
  part,
  told,
} from '../../../../support/rules.ts';

const byForm = rule.totalOfParts('members-disciplined', 'form');

const total = (value: string, change = {}) => told('members-disciplined', value, change);

describe('given plans beside results', () => {
  const plan = { setBy: 'tỉnh', stage: 'PLANNED' } as const;

  it('when both have parts, then each is summed among its own', () => {
    const figures = [
      total('5'),
      part('form=warning', '5'),
      total('8', plan),
      part('form=warning', '6', plan),
      part('form=reprimand', '1', plan),
      part('form=reprimand', '2', { ...plan, setBy: 'Trung ương' }),
    ];

    expect(judgedOn(byForm, ...figures)).toEqual(['HOLDS 5 = 5', 'CONFLICT 8 ≠ 1 + 6 = 7']);
  });
});

describe('given an indicator with two units', () => {
  const byLevelOfGifts = rule.totalOfParts('gifts', 'level');
  const gifts = (value: string, level?: string, change = {}) =>
    told('gifts', value, { ...(level ? { breakdown: { level } } : {}), ...change });
  const money = { unit: 'VND', unitMultiplier: 6 };

  it('when each part is told in both units, then each total is the sum in its own', () => {
    const figures = [
      gifts('5'),
      gifts('2', 'province'),
      gifts('2', 'grassroots'),
      gifts('50', undefined, money),
      gifts('20', 'province', money),
      gifts('30', 'grassroots', money),
    ];

    expect(judgedOn(byLevelOfGifts, ...figures)).toEqual([
      'CONFLICT 5 ≠ 2 + 2 = 4',
      'HOLDS 50 triệu = 30 triệu + 20 triệu',
    ]);
  });

  it('when a part is told in the other unit only, then its units differ', () => {
    const figures = [gifts('5'), gifts('2', 'province'), gifts('30', 'grassroots', money)];

    expect(judgedOn(byLevelOfGifts, ...figures)).toEqual(['NOT_TESTABLE UNITS_DIFFER 5 ≟ 2 + …']);
  });

  it('when the parts named exceed the total already, then it is a conflict all the same', () => {
    const figures = [gifts('1'), gifts('2', 'province'), gifts('30', 'grassroots', money)];

    expect(judgedOn(byLevelOfGifts, ...figures)).toEqual(['CONFLICT 1 ≠ 2']);
  });

  it('when a part is told in the other unit below one that is told in this, then it is covered', () => {
    const figures = [gifts('5'), gifts('5', 'grassroots'), gifts('30', 'branch', money)];

    expect(judgedOn(byLevelOfGifts, ...figures)).toEqual(['HOLDS 5 = 5']);
  });
});

describe('given figures of two calendars', () => {
  const administrative = { calendar: 'ADMINISTRATIVE' } as const;

  it('when all follow the administrative one, then they are checked', () => {
    const figures = [total('3', administrative), part('form=warning', '2', administrative)];

    expect(judgedOn(byForm, ...figures)).toEqual(['CONFLICT 3 ≠ 2']);
  });

  it('when each calendar has its own figures, then each is checked by itself', () => {
    const figures = [
      total('3'),
      part('form=warning', '3'),
      total('4', administrative),
      part('form=warning', '4', administrative),
    ];

    expect(judgedOn(byForm, ...figures)).toEqual(['HOLDS 3 = 3', 'HOLDS 4 = 4']);
  });

  it('when they are mixed, then their calendars differ', () => {
    const figures = [total('3'), part('form=warning', '3', administrative)];

    expect(judgedOn(byForm, ...figures)).toEqual(['NOT_TESTABLE CALENDARS_DIFFER 3 ≟ 3']);
  });
});

describe('given another release that tells the same time', () => {
  it('when it tells a part that the shown one does not, then that belongs to another word about the total', () => {
    const shown = [total('3'), part('form=warning', '3')];
    const annual = earlier('2024', part('form=reprimand', '1'), total('4'));
    const scope = givenScope(givenShownBook(shown, [annual]));

    expect(judged(byForm, scope)).toEqual(['HOLDS 3 = 3']);
  });

  it('when only it tells figures, then no rule speaks of them', () => {
    const scope = givenScope(givenShownBook([], [earlier('2024', total('4'), part('form=warning', '3'))]));

    expect(judged(byForm, scope)).toEqual([]);
  });
});
