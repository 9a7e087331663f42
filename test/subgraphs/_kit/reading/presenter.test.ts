import { describe, expect, it } from 'vitest';

import { firstVersion } from '../../../../subgraphs/_kit/catalogue/replay.ts';
import { createPresenter } from '../../../../subgraphs/_kit/reading/presenter.ts';
import { givenCatalogue, givenComparison, givenObservation, givenRelease } from '../../../support/given.ts';
import { givenKnowledge } from '../../../support/knowledge.ts';

const presenter = createPresenter(firstVersion(givenCatalogue(), []));
const knowledge = givenKnowledge();

describe('given a release whose figures stand in any order', () => {
  it('when it is presented, then they stand as in the report: totals before parts, then earlier times', () => {
    const release = givenRelease({
      observations: [
        givenObservation({ value: '8', indicator: 'gifts', unit: 'gift' }),
        givenObservation({ value: '7', breakdown: { form: 'warning', level: 'branch' } }),
        givenObservation({ value: '6', breakdown: { level: 'grassroots', form: 'warning' } }),
        givenObservation({ value: '5', breakdown: { level: 'grassroots' } }),
        givenObservation({ value: '4', breakdown: { form: 'warning' } }),
        givenObservation({ value: '3', breakdown: { form: 'reprimand' } }),
        givenObservation({ value: '2', time: '2024-Q1' }),
        givenObservation({ value: '1', time: '2023-Q1' }),
      ],
    });

    const presented = presenter.present(release, knowledge);

    expect(presented.map(({ value }) => value)).toEqual(['1', '2', '3', '4', '5', '6', '7', '8']);
  });

  it('when an indicator is broken down in several ways, then they stand in the order of its dimensions', () => {
    const release = givenRelease({
      observations: [
        givenObservation({ value: '3', breakdown: { level: 'branch' } }),
        givenObservation({ value: '2', breakdown: { level: 'grassroots' } }),
        givenObservation({ value: '1', breakdown: { form: 'warning' } }),
      ],
    });

    const presented = presenter.present(release, knowledge);

    expect(presented.map(({ value }) => value)).toEqual(['1', '2', '3']);
  });

  it('when it is presented twice, then it is made once', () => {
    const release = givenRelease();

    const presented = [presenter.present(release, knowledge), presenter.present(release, knowledge)];

    expect(presented[0]).toBe(presented[1]);
  });

  it('when it is presented for another knowledge, then it is made anew, since it compares itself with that', () => {
    const release = givenRelease();

    const presented = [presenter.present(release, knowledge), presenter.present(release, givenKnowledge())];

    expect(presented[0]).not.toBe(presented[1]);
  });
});

describe('given a figure for a period of each calendar', () => {
  it('when they are presented, then the calendar is named and its own period stands first', () => {
    const release = givenRelease({
      observations: [
        givenObservation({ value: '2', calendar: 'ADMINISTRATIVE', seriesBreak: 'cách tính mới' }),
        givenObservation({ value: '1' }),
      ],
    });

    const presented = presenter.present(release, knowledge);

    expect(presented.map(({ value, calendar, seriesBreak }) => ({ value, calendar, seriesBreak }))).toEqual([
      { value: '1', calendar: 'CALENDAR', seriesBreak: null },
      { value: '2', calendar: 'ADMINISTRATIVE', seriesBreak: 'cách tính mới' },
    ]);
  });

  it('when a total has parts in one calendar only, then they are told of that total', () => {
    const release = givenRelease({
      observations: [
        givenObservation({ value: '2', calendar: 'ADMINISTRATIVE' }),
        givenObservation({ value: '3' }),
        givenObservation({ value: '1', breakdown: { form: 'warning' } }),
      ],
    });

    const texts = presenter.present(release, knowledge).map((one) => one.text('EN'));

    expect(texts).toEqual(['3 Party members (warning 1)', '2 Party members', '1 Party member']);
  });
});

describe('given a figure', () => {
  it.each([
    ['a count', givenObservation({ value: '39' }), { low: '39', high: '39' }],
    [
      'an amount in billions',
      givenObservation({ indicator: 'budget-revenue', unit: 'VND', value: '7.1', unitMultiplier: 9 }),
      { low: '7.05', high: '7.15' },
    ],
    [
      'a count "gần"',
      givenObservation({ value: '230', qualifier: 'NEARLY' }),
      { low: '218.50', high: '230' },
    ],
  ])('when it is %s, then its interval is what the print can mean', (_what, observation, expected) => {
    const [presented] = presenter.present(givenRelease({ observations: [observation] }), knowledge);

    expect(presented?.interval).toMatchObject(expected);
  });

  it('when it has no value, then it has no interval', () => {
    const observation = givenObservation({ value: null, missing: 'WITHHELD' });

    const [presented] = presenter.present(givenRelease({ observations: [observation] }), knowledge);

    expect(presented).toMatchObject({ value: null, missing: 'WITHHELD', interval: null });
  });

  it('when it has codes, then they are entries of the catalogue with their labels', () => {
    const observation = givenObservation({
      breakdown: { level: 'branch', form: 'warning' },
      openDimensions: ['form'],
      comparisons: [givenComparison()],
    });

    const [presented] = presenter.present(givenRelease({ observations: [observation] }), knowledge);

    expect([
      presented?.indicator.label('EN'),
      presented?.unit.label('VI'),
      presented?.breakdown.map((part) => `${part.dimension.label('EN')}: ${part.label('EN')}`),
      presented?.breakdown.map(({ parent }) => parent),
      presented?.openDimensions.map((dimension) => dimension.label('VI')),
      presented?.comparisons[0]?.unit.label('EN'),
    ]).toEqual([
      'Members disciplined',
      'Người',
      ['Form: Warning', 'Level: Branch'],
      [null, 'grassroots'],
      ['Hình thức'],
      'Percent',
    ]);
  });
});
