import { describe, expect, it } from 'vitest';

import { comparisonKey, inTodaysWords, observationKey } from '../../../schema/values/index.ts';
import { asStoredBefore, givenComparison, givenObservation } from '../../support/given.ts';

describe('given an observation', () => {
  const observation = givenObservation({ breakdown: { level: 'grassroots', form: 'warning' } });

  it('when its key is made, then it names what makes it this fact, dimensions in alphabetical order', () => {
    const key = observationKey(observation);

    expect(key).toBe('members-disciplined|ha-tinh-khoi|2024-Q1|form=warning;level=grassroots|person|');
  });

  it.each([
    ['indicator', { indicator: 'gifts' }],
    ['organisation', { organisation: 'ha-tinh' }],
    ['time', { time: '2023-Q1' }],
    ['calendar', { calendar: 'ADMINISTRATIVE' as const }],
    ['breakdown', { breakdown: { form: 'warning' } }],
    ['unit', { unit: 'person-time' }],
    ['setter of a plan', { setBy: 'Trung ương' }],
  ])('when its %s is another, then it is another fact', (_what, change) => {
    const key = observationKey(givenObservation({ breakdown: observation.breakdown, ...change }));

    expect(key).not.toBe(observationKey(observation));
  });

  it.each([
    ['value', { value: '3' }],
    ['stage', { stage: 'ESTIMATED' as const }],
    ['day', { asAt: '2024-03-31' }],
    ['note', { note: 'đính chính' }],
    ['break in series', { seriesBreak: 'cách tính mới' }],
  ])('when its %s is another, then it is the same fact', (_what, change) => {
    const key = observationKey(givenObservation({ breakdown: observation.breakdown, ...change }));

    expect(key).toBe(observationKey(observation));
  });
});

describe('given an observation that follows the administrative calendar', () => {
  it('when its key is made, then the calendar stands with its time', () => {
    const key = observationKey(givenObservation({ calendar: 'ADMINISTRATIVE' }));

    expect(key).toBe('members-disciplined|ha-tinh-khoi|2024-Q1 ADMINISTRATIVE||person|');
  });

  it('when another plan is set by somebody who is called like the calendar, then it is another fact', () => {
    const keys = [
      observationKey(givenObservation({ calendar: 'ADMINISTRATIVE', setBy: 'tỉnh' })),
      observationKey(givenObservation({ setBy: 'tỉnh|ADMINISTRATIVE' })),
    ];

    expect(keys[0]).not.toBe(keys[1]);
  });
});

describe('given an observation that was stored before calendars were told', () => {
  it('when its key is made, then it is that of the calendar', () => {
    const key = observationKey(asStoredBefore(givenObservation()));

    expect(key).toBe('members-disciplined|ha-tinh-khoi|2024-Q1||person|');
  });

  it('when it is read, then it follows the calendar, breaks no series and is for everyone', () => {
    const read = inTodaysWords(asStoredBefore(givenObservation({ value: '2' })));

    expect(read).toMatchObject({ value: '2', calendar: null, seriesBreak: null, confidentiality: null });
  });

  it('when another one tells these words, then it is read as it is', () => {
    const told = givenObservation({
      calendar: 'ADMINISTRATIVE',
      seriesBreak: 'new way of counting',
      confidentiality: 'INTERNAL',
    });

    expect(inTodaysWords(told)).toEqual(told);
  });
});

describe('given a comparison', () => {
  const comparison = givenComparison();

  it('when its key is made, then it says what is compared how, but not the number', () => {
    const key = comparisonKey(comparison);

    expect(key).toBe('SAME_PERIOD_LAST_YEAR|2023-Q1|||PERCENT_CHANGE|percent');
  });

  it.each([
    ['base', { against: 'PREVIOUS_PERIOD' as const }],
    ['base time', { baseTime: '2022-Q1' }],
    ['setter of the plan', { setBy: 'tỉnh' }],
    ['peer group', { peer: 'cả nước' }],
    ['measure', { measure: 'TIMES' as const }],
    ['unit', { unit: 'times' }],
  ])('when its %s is another, then it is another comparison', (_what, change) => {
    const key = comparisonKey(givenComparison(change));

    expect(key).not.toBe(comparisonKey(comparison));
  });
});
