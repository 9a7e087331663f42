import { describe, expect, it } from 'vitest';

import {
  createFactBook,
  findBase,
  type Observation,
  type WantedComparison,
} from '../../../../schema/values/index.ts';
import { givenBook, givenVocabulary } from '../../../support/book.ts';
import { givenObservation, givenRelease, type Plain } from '../../../support/given.ts';
import { april } from '../../../support/stores.ts';

type Change = Plain<Observation>;

/** The value of the base that is found among some figures, or the reason why there is none. */
function baseOf(figure: Change, held: readonly Change[], wanted: Plain<WantedComparison>): string | null {
  const observation = givenObservation({ value: '10', ...figure });
  const book = givenBook(observation, ...held.map(givenObservation));
  const { base, reason } = findBase(book, observation, wantedOf(wanted));
  return base ? base.observation.value : reason;
}

function wantedOf(change: Plain<WantedComparison>): WantedComparison {
  return {
    against: 'PERIOD',
    baseTime: null,
    setBy: null,
    measure: 'PERCENT_CHANGE',
    ...change,
  } as WantedComparison;
}

describe('given a figure of the first quarter of 2024 and figures of other times', () => {
  const held: readonly Change[] = [
    { time: '2023-Q1', value: '1' },
    { time: '2023-Q4', value: '2' },
    { time: '2020', value: '3' },
    { time: '2023-12-31', value: '4' },
  ];

  it.each<[Plain<WantedComparison>, string]>([
    [{ against: 'SAME_PERIOD_LAST_YEAR' }, '1'],
    [{ against: 'SAME_PERIOD_LAST_YEAR', baseTime: '2023-Q1' }, '1'],
    [{ against: 'PREVIOUS_PERIOD' }, '2'],
    [{ against: 'PREVIOUS_PERIOD', baseTime: '2023-Q4' }, '2'],
    [{ against: 'PERIOD', baseTime: '2020' }, 'PERIODS_DIFFER'],
    [{ against: 'PERIOD', baseTime: '2020', measure: 'ATTAINMENT' }, '3'],
    [{ against: 'PERIOD', baseTime: '2024-Q1' }, '10'],
    [{ against: 'PERIOD', baseTime: '2019' }, 'BASE_MISSING'],
    [{ against: 'PERIOD' }, 'BASE_MISSING'],
    [{ against: 'DATE', baseTime: '2023-12-31' }, 'PERIODS_DIFFER'],
    [{ against: 'DATE', baseTime: '2020-12-31' }, 'BASE_MISSING'],
    [{ against: 'DATE' }, 'BASE_MISSING'],
    [{ against: 'PEERS' }, 'BASE_MISSING'],
  ])('when it is compared with %j, then the base is %s', (wanted, expected) => {
    expect(baseOf({}, held, wanted)).toBe(expected);
  });
});

describe('given a stock', () => {
  const stock = { indicator: 'members' };
  const held = [
    { ...stock, time: '2020', asAt: '2020-12-30', value: '1' },
    { ...stock, time: '2023-S2', value: '2' },
  ];

  it.each<[string, string]>([
    ['2020-12-30', '1'],
    ['2020-12-31', '1'],
    ['2023-12-31', '2'],
    ['2023-12-30', 'BASE_MISSING'],
  ])(
    'when it is compared with the day %s, then the base is the stock that holds on it: %s',
    (day, expected) => {
      expect(baseOf(stock, held, { against: 'DATE', baseTime: day })).toBe(expected);
    },
  );

  it('when it is compared with a year, then the base may be a stock of the same last day', () => {
    expect(baseOf(stock, held, { against: 'PERIOD', baseTime: '2023' })).toBe('2');
  });
});

describe('given figures that cannot serve as a base', () => {
  const lastYear = { against: 'SAME_PERIOD_LAST_YEAR' } as const;
  const gifts = { indicator: 'gifts', unit: 'gift' };

  it.each<[string, Change, readonly Change[], string]>([
    ['no other figure', {}, [], 'BASE_MISSING'],
    ['a base without a value', {}, [{ time: '2023-Q1', value: null, missing: 'WITHHELD' }], 'BASE_MISSING'],
    ['the base of another part', {}, [{ time: '2023-Q1', breakdown: { form: 'warning' } }], 'BASE_MISSING'],
    ['the base of another organisation', {}, [{ time: '2023-Q1', organisation: 'ha-tinh' }], 'BASE_MISSING'],
    ['a plan', {}, [{ time: '2023-Q1', stage: 'PLANNED', setBy: 'Tỉnh' }], 'BASE_MISSING'],
    ['a plan set by nobody', {}, [{ time: '2023-Q1', stage: 'PLANNED' }], 'BASE_MISSING'],
    ['the base in another unit', gifts, [{ ...gifts, time: '2023-Q1', unit: 'VND' }], 'UNITS_DIFFER'],
    [
      'no value in another unit',
      gifts,
      [{ ...gifts, time: '2023-Q1', unit: 'VND', value: null }],
      'BASE_MISSING',
    ],
    [
      'the base of another calendar',
      {},
      [{ time: '2023-Q1', calendar: 'ADMINISTRATIVE' }],
      'CALENDARS_DIFFER',
    ],
    ['the base of the calendar', { calendar: 'ADMINISTRATIVE' }, [{ time: '2023-Q1' }], 'CALENDARS_DIFFER'],
    ['a break at the figure', { seriesBreak: 'merged' }, [{ time: '2023-Q1' }], 'BREAK_IN_SERIES'],
    [
      'a break between',
      {},
      [{ time: '2023-Q1' }, { time: '2023-Q3', seriesBreak: 'merged' }],
      'BREAK_IN_SERIES',
    ],
  ])('when %s is held, then that is the reason', (_what, figure, held, expected) => {
    expect(baseOf(figure, held, lastYear)).toBe(expected);
  });

  it.each<[string, Change, readonly Change[], string]>([
    [
      'both calendars',
      {},
      [{ time: '2023-Q1', calendar: 'ADMINISTRATIVE', value: '1' }, { time: '2023-Q1' }],
      '2',
    ],
    ['a break at the base', {}, [{ time: '2023-Q1', seriesBreak: 'merged' }], '2'],
    ['a break before the base', {}, [{ time: '2023-Q1' }, { time: '2022-Q4', seriesBreak: 'merged' }], '2'],
    ['a break after the figure', {}, [{ time: '2023-Q1' }, { time: '2024-Q2', seriesBreak: 'merged' }], '2'],
    [
      'a break of another part',
      {},
      [{ time: '2023-Q1' }, { time: '2023-Q3', breakdown: { form: 'warning' }, seriesBreak: 'merged' }],
      '2',
    ],
    [
      'both units',
      gifts,
      [
        { ...gifts, time: '2023-Q1', unit: 'VND', value: '1' },
        { ...gifts, time: '2023-Q1' },
      ],
      '2',
    ],
  ])('when %s is held, then the base of the same kind is found', (_what, figure, held, expected) => {
    expect(baseOf(figure, held, lastYear)).toBe(expected);
  });

  it('when the base is later than the figure, then a break between counts as well', () => {
    const held = [{ time: '2024-Q2', seriesBreak: 'merged' }, { time: '2024-Q3' }];

    expect(baseOf({}, held, { against: 'PERIOD', baseTime: '2024-Q3' })).toBe('BREAK_IN_SERIES');
  });

  it('when a break was taken back by a newer release, then it counts no more', () => {
    const observation = givenObservation();
    const marked = givenObservation({ time: '2023-Q3', seriesBreak: 'merged' });
    const releases = [
      givenRelease({ period: '2023', publishedAt: april(1), observations: [marked] }),
      givenRelease({
        publishedAt: april(2),
        observations: [
          observation,
          givenObservation({ time: '2023-Q1', value: '1' }),
          { ...marked, seriesBreak: null },
        ],
      }),
    ];

    const { base } = findBase(
      createFactBook(givenVocabulary(), [], releases),
      observation,
      wantedOf(lastYear),
    );

    expect(base?.observation.value).toBe('1');
  });
});

describe('given a figure and plans', () => {
  const ofProvince = { stage: 'PLANNED', setBy: 'Tỉnh', value: '1' } as const;
  const ofCentre = { stage: 'PLANNED', setBy: 'Trung ương', value: '2' } as const;
  const plan = (setBy: string | null) => ({ against: 'PLAN', setBy, measure: 'ATTAINMENT' }) as const;

  it.each<[string, string | null, readonly Change[], string]>([
    ['its setter', 'Trung ương', [ofProvince, ofCentre], '2'],
    ['another setter', 'Bộ Tài chính', [ofProvince, ofCentre], 'BASE_MISSING'],
    ['nobody, where there is one', null, [ofCentre], '2'],
    ['nobody, where there are two', null, [ofProvince, ofCentre], 'BASE_MISSING'],
    ['nobody, where there is none', null, [{ value: '1', time: '2023-Q1' }], 'BASE_MISSING'],
    ['nobody, where only that of another time is', null, [{ ...ofCentre, time: '2024' }], 'BASE_MISSING'],
    [
      'nobody, where only that of a part is',
      null,
      [{ ...ofCentre, breakdown: { form: 'warning' } }],
      'BASE_MISSING',
    ],
    [
      'nobody, where it follows another calendar',
      null,
      [{ ...ofCentre, calendar: 'ADMINISTRATIVE' }],
      'CALENDARS_DIFFER',
    ],
  ])('when the plan of %s (%s) is asked for, then the base is that', (_whose, setBy, held, expected) => {
    expect(baseOf({}, held, plan(setBy))).toBe(expected);
  });

  it('when a target is asked for, then it is found like a plan', () => {
    expect(baseOf({}, [ofCentre], { ...plan(null), against: 'RESOLUTION_TARGET' })).toBe('2');
  });

  it('when the figure is a plan itself, then it is compared with the plan of another', () => {
    expect(baseOf(ofProvince, [ofCentre], plan(null))).toBe('2');
  });

  it('when the plan is held in another unit only, then the units differ', () => {
    const gifts = { indicator: 'gifts', unit: 'gift' };

    expect(baseOf(gifts, [{ ...ofCentre, ...gifts, unit: 'VND' }], plan(null))).toBe('UNITS_DIFFER');
  });
});

describe('given a figure and what it may be a part of', () => {
  const whole = { against: 'WHOLE', measure: 'SHARE' } as const;
  const total = { value: '1' };
  const grassroots = { value: '2', breakdown: { level: 'grassroots' } };
  const warnings = { value: '3', breakdown: { form: 'warning' } };

  it.each<[string, Change, readonly Change[], string]>([
    ['the total of a part', warnings, [total], '1'],
    ['the total of a total', {}, [], 'BASE_MISSING'],
    ['the parent of a part', { breakdown: { level: 'branch' } }, [total, grassroots], '2'],
    ['the total where the parent is not held', { breakdown: { level: 'branch' } }, [total], '1'],
    ['nothing, where no whole is held', warnings, [], 'BASE_MISSING'],
    ['nothing, where it is of another time', warnings, [{ ...total, time: '2023-Q1' }], 'BASE_MISSING'],
    [
      'the one whole held of a part in two dimensions',
      { breakdown: { form: 'warning', level: 'grassroots' } },
      [total, grassroots],
      '2',
    ],
    [
      'nothing, where both wholes of a part in two dimensions are held',
      { breakdown: { form: 'warning', level: 'grassroots' } },
      [grassroots, warnings],
      'BASE_MISSING',
    ],
    [
      'the whole plan of a part of a plan',
      { ...warnings, stage: 'PLANNED', setBy: 'Tỉnh' },
      [total, { value: '4', stage: 'PLANNED', setBy: 'Tỉnh' }],
      '4',
    ],
  ])('when the whole is asked for, then it is %s', (_what, figure, held, expected) => {
    expect(baseOf(figure, held, whole)).toBe(expected);
  });
});
