import { describe, expect, it } from 'vitest';

import {
  compareFigures,
  type ComparedFigures,
  type Comparison,
  type Observation,
  type WantedComparison,
} from '../../../../schema/values/index.ts';
import { givenBook } from '../../../support/book.ts';
import { givenComparison, givenObservation, type Plain } from '../../../support/given.ts';

const BASE_YEAR = '2020';

/** A figure of 2023 and its base of 2020, told by what is not usual about them. */
function compare(
  figure: Plain<Observation>,
  base: Plain<Observation> | null,
  wanted: Plain<WantedComparison>,
  reported: Plain<Comparison> | null = null,
): ComparedFigures {
  const observation = givenObservation({ time: '2023', ...figure });
  const head = { against: 'PERIOD', baseTime: BASE_YEAR, setBy: null, measure: 'PERCENT_CHANGE', ...wanted };
  const held = base ? [givenObservation({ ...figure, time: BASE_YEAR, ...base })] : [];
  return compareFigures(
    givenBook(observation, ...held),
    observation,
    head as WantedComparison,
    reported && givenComparison({ ...head, ...reported } as Plain<Comparison>),
  );
}

/** Such as `39.85`, `5114e9`, or the reason why there is no number. */
function numberOf({ value, unitMultiplier, reason }: ComparedFigures): string | null {
  return value === null ? reason : `${value}${unitMultiplier === 0 ? '' : `e${unitMultiplier}`}`;
}

const revenue = (value: string, unitMultiplier = 9) => ({
  indicator: 'budget-revenue',
  unit: 'VND',
  value,
  unitMultiplier,
});
const rate = (value: string) => ({ indicator: 'poverty-rate', unit: 'percent', value });

describe('given two figures of a series', () => {
  it.each<[Plain<Observation>, Plain<Observation>, WantedComparison['measure'], string]>([
    [revenue('17946'), revenue('12832'), 'PERCENT_CHANGE', '39.85'],
    [revenue('17946'), revenue('12832'), 'TIMES', '1.40'],
    [revenue('17946'), revenue('12832'), 'ATTAINMENT', '139.85'],
    [revenue('17946'), revenue('12832'), 'ABSOLUTE_CHANGE', '5114e9'],
    [revenue('17946'), revenue('12832000000000', 0), 'ABSOLUTE_CHANGE', '5114e9'],
    [revenue('1853.40'), revenue('1000.2'), 'ABSOLUTE_CHANGE', '853.20e9'],
    [revenue('17946'), revenue('12832.125'), 'ABSOLUTE_CHANGE', '5113.875e9'],
    [{ value: '7630' }, { value: '8246' }, 'PERCENT_CHANGE', '-7.47'],
    [{ value: '94' }, { value: '108' }, 'PERCENT_CHANGE', '-12.96'],
    [{ value: '94' }, { value: '108' }, 'ABSOLUTE_CHANGE', '-14'],
    [rate('3.01'), rate('3.79'), 'PERCENTAGE_POINTS', '-0.78'],
    [rate('3.01'), rate('3.79'), 'PERCENT_CHANGE', '-20.58'],
    [{ value: '5' }, { value: '0' }, 'PERCENT_CHANGE', 'BASE_ZERO'],
    [{ value: '5' }, { value: '0' }, 'TIMES', 'BASE_ZERO'],
    [{ value: '5' }, { value: '0' }, 'ABSOLUTE_CHANGE', '5'],
    [{ value: '5' }, { value: '4' }, 'PERCENTAGE_POINTS', 'UNITS_DIFFER'],
    [{ value: '5' }, { value: '4' }, 'RANK', 'BASE_MISSING'],
    [{ value: '5' }, { value: '4' }, 'CONTRIBUTION', 'BASE_MISSING'],
    [{ value: null, missing: 'WITHHELD' }, { value: '4' }, 'PERCENT_CHANGE', 'FIGURE_MISSING'],
    [{ value: '5' }, { value: null, missing: 'WITHHELD' }, 'PERCENT_CHANGE', 'BASE_MISSING'],
  ])('when %j is compared with %j as %s, then it is %s', (figure, base, measure, expected) => {
    const compared = compare(figure, base, { measure });

    expect([numberOf(compared), compared.agreement]).toEqual([expected, null]);
  });
});

describe('given a number that a source reports of a comparison', () => {
  const verdictOf = ({ agreement }: ComparedFigures) =>
    agreement?.verdict === 'NOT_TESTABLE' ? agreement.reason : agreement?.verdict;

  it.each<[string, Plain<Comparison>, string, string]>([
    ['as the figures say', { value: '20' }, 'HOLDS', '20'],
    ['with two decimals', { value: '20.00' }, 'HOLDS', '20.00'],
    ['another', { value: '20.1' }, 'CONFLICT', '20.0'],
    ['nearly so', { value: '20.1', qualifier: 'NEARLY' }, 'WITHIN_ROUNDING', '20.0'],
    ['in tens', { value: '2', unitMultiplier: 1 }, 'HOLDS', '20'],
    ['as a multiple', { value: '1.2', measure: 'TIMES', unit: 'times' }, 'HOLDS', '1.2'],
    ['as a difference', { value: '4', measure: 'ABSOLUTE_CHANGE', unit: 'person' }, 'HOLDS', '4'],
    [
      'as a difference in another unit',
      { value: '4', measure: 'ABSOLUTE_CHANGE', unit: 'organisation' },
      'UNITS_DIFFER',
      'UNITS_DIFFER',
    ],
    ['as a rank', { value: '4', measure: 'RANK', unit: 'rank' }, 'BASE_MISSING', 'BASE_MISSING'],
  ])('when 24 after 20 is reported %s, then it is judged', (_how, reported, verdict, computed) => {
    const { measure = 'PERCENT_CHANGE' } = reported;
    const compared = compare({ value: '24' }, { value: '20' }, { measure }, reported);

    expect([verdictOf(compared), numberOf(compared)]).toEqual([verdict, computed]);
  });

  it('when it agrees by rounding only, then that is said', () => {
    const compared = compare(revenue('17946'), revenue('12832'), {}, { value: '39.9' });

    expect([verdictOf(compared), numberOf(compared), compared.reason]).toEqual([
      'WITHIN_ROUNDING',
      '39.9',
      null,
    ]);
  });

  it('when points are printed as percent, then they are points', () => {
    const reported = { measure: 'PERCENTAGE_POINTS', value: '-0.78', unit: 'percent' } as const;
    const compared = compare(rate('3.01'), rate('3.79'), { measure: 'PERCENTAGE_POINTS' }, reported);

    expect([verdictOf(compared), numberOf(compared)]).toEqual(['HOLDS', '-0.78']);
  });

  it.each<[string, string, string]>([
    ['which some whole base explains', '11.1', 'BASE_MISSING'],
    ['which no whole base explains', '8.4', 'CONFLICT'],
  ])(
    'when a growth of a count is reported without a base, %s, then it is judged',
    (_which, value, verdict) => {
      const compared = compare({ value: '10' }, null, {}, { value });

      expect([verdictOf(compared), numberOf(compared), compared.base]).toEqual([
        verdict,
        'BASE_MISSING',
        null,
      ]);
    },
  );

  it('when the base is held in another calendar, then that is the reason', () => {
    const compared = compare(
      { value: '24' },
      { value: '20', calendar: 'ADMINISTRATIVE' },
      {},
      { value: '20' },
    );

    expect([verdictOf(compared), compared.reason]).toEqual(['CALENDARS_DIFFER', 'CALENDARS_DIFFER']);
  });

  it('when an attainment is reported, then the plan is the base', () => {
    const wanted = { against: 'PLAN', baseTime: null, measure: 'ATTAINMENT' } as const;
    const plan = { value: '17500', time: '2023', stage: 'PLANNED', setBy: 'Trung ương' } as const;
    const compared = compare(revenue('17946'), plan, wanted, { value: '102.6' });

    expect([verdictOf(compared), numberOf(compared), compared.base?.observation.setBy]).toEqual([
      'WITHIN_ROUNDING',
      '102.5',
      'Trung ương',
    ]);
  });

  it('when a plan is said to be exceeded by a growth, then it is judged as a growth', () => {
    const wanted = { against: 'PLAN', baseTime: null } as const;
    const plan = { value: '20', time: '2023', stage: 'PLANNED', setBy: 'Tỉnh' } as const;

    expect(verdictOf(compare({ value: '24' }, plan, wanted, { value: '20' }))).toBe('HOLDS');
  });
});

describe('given several plans and an attainment that names none of them', () => {
  const figure = givenObservation({ value: '24' });
  const plan = (setBy: string, value: string | null, change: Plain<Observation> = {}) =>
    givenObservation({ stage: 'PLANNED', setBy, value, ...change });
  const wanted: WantedComparison = { against: 'PLAN', baseTime: null, setBy: null, measure: 'ATTAINMENT' };

  it.each<[string, string, readonly Observation[], string, string | undefined]>([
    ['one fits', '120', [plan('Tỉnh', '25'), plan('Bộ', '20')], 'HOLDS', '20'],
    ['one fits by rounding', '96.2', [plan('Tỉnh', '24.95'), plan('Bộ', '20')], 'WITHIN_ROUNDING', '24.95'],
    ['one fits better', '120', [plan('Tỉnh', '20.004'), plan('Bộ', '20')], 'HOLDS', '20'],
    ['none fits', '110', [plan('Tỉnh', '25'), plan('Bộ', '20')], 'CONFLICT', '25'],
    ['one has no value', '120', [plan('Tỉnh', '25'), plan('Bộ', null)], 'BASE_MISSING', undefined],
    [
      'an older word of the same setter fits',
      '110',
      [plan('Tỉnh', '25'), plan('Bộ', '20'), plan('Bộ', '24', { calendar: 'ADMINISTRATIVE' })],
      'CONFLICT',
      '25',
    ],
  ])('when %s, then it is judged by all', (_which, value, plans, verdict, base) => {
    const reported = givenComparison({ ...wanted, value });
    const found = compareFigures(givenBook(figure, ...plans), figure, wanted, reported);

    expect([found.agreement?.reason ?? found.agreement?.verdict, found.base?.observation.value]).toEqual([
      verdict,
      base,
    ]);
  });

  it('when nothing is reported, then none of them is taken for the base', () => {
    const book = givenBook(figure, plan('Tỉnh', '25'), plan('Bộ', '20'));

    expect(compareFigures(book, figure, wanted, null)).toMatchObject({ base: null, reason: 'BASE_MISSING' });
  });
});

describe('given a base that is held but refused', () => {
  it.each<[string, Plain<Observation>, string | undefined]>([
    ['CALENDARS_DIFFER', { calendar: 'ADMINISTRATIVE' }, '20'],
    ['BASE_MISSING', { value: null, missing: 'WITHHELD' }, undefined],
    ['BASE_MISSING', { time: '2019' }, undefined],
  ])('when the reason is %s, then it is told (%j)', (reason, base, expected) => {
    const compared = compare({ value: '24' }, { value: '20', ...base }, {}, { value: '20' });

    expect([compared.reason, compared.base, compared.refused?.observation.value]).toEqual([
      reason,
      null,
      expected,
    ]);
  });

  it('when a year would be set against a quarter, then the quarter is told', () => {
    const quarter = { time: '2020-Q1', value: '20' };

    expect(compare({ value: '24' }, quarter, { baseTime: '2020-Q1' })).toMatchObject({
      reason: 'PERIODS_DIFFER',
      base: null,
      refused: { observation: { value: '20' } },
    });
  });

  it('when it is held in another unit only, then that is told', () => {
    const gifts = { indicator: 'gifts', unit: 'gift', value: '24' };

    expect(compare(gifts, { unit: 'VND', value: '20' }, {})).toMatchObject({
      reason: 'UNITS_DIFFER',
      refused: { observation: { unit: 'VND' } },
    });
  });

  it('when a quarter is set against the plan of its year, then it attains a part of it, but does not grow', () => {
    const wanted = { against: 'PLAN', baseTime: '2023' } as const;
    const plan = { stage: 'PLANNED', setBy: 'Tỉnh', time: '2023', value: '96' } as const;
    const quarter = { time: '2023-Q1', value: '24' };

    expect(numberOf(compare(quarter, plan, { ...wanted, measure: 'ATTAINMENT' }))).toBe('25.00');
    expect(numberOf(compare(quarter, plan, wanted))).toBe('PERIODS_DIFFER');
  });
});

describe('given a share that a source reports', () => {
  const branch = givenObservation({ value: '28', breakdown: { level: 'branch' } });
  const grassroots = givenObservation({ value: '56', breakdown: { level: 'grassroots' } });
  const total = givenObservation({ value: '140' });
  const wanted: WantedComparison = { against: 'WHOLE', baseTime: null, setBy: null, measure: 'SHARE' };

  it.each<[string, string, readonly Observation[], string, string | null]>([
    ['50', 'its parent', [grassroots, total], 'HOLDS', '56'],
    ['20', 'the total, not its parent', [grassroots, total], 'HOLDS', '140'],
    ['30', 'neither', [grassroots, total], 'CONFLICT', '56'],
    ['50', 'what may be its parent, which is not held', [total], 'BASE_MISSING', '140'],
    ['20', 'the total', [total], 'HOLDS', '140'],
  ])('when it is %s % of %s, then no whole is taken for another', (value, _of, wholes, verdict, base) => {
    const reported = givenComparison({ ...wanted, value });
    const { agreement, base: found } = compareFigures(givenBook(branch, ...wholes), branch, wanted, reported);

    expect([agreement?.reason ?? agreement?.verdict, found?.observation.value]).toEqual([verdict, base]);
  });

  it('when the source names the whole in words, then no held whole is taken for it', () => {
    const reported = givenComparison({ ...wanted, value: '30', peer: 'Chi bộ trực thuộc' });

    expect(compareFigures(givenBook(branch, grassroots, total), branch, wanted, reported)).toMatchObject({
      base: null,
      reason: 'BASE_MISSING',
    });
  });
});
