import { describe, expect, it } from 'vitest';

import {
  compareFigures,
  evaluateRules,
  isBoundedBy,
  rule,
  withBounds,
  type Comparison,
  type Observation,
  type Rule,
} from '../../../../schema/values/index.ts';
import { givenComparison, type Plain } from '../../../support/given.ts';
import { givenScope, givenShownBook, part, told } from '../../../support/rules.ts';

const never = rule.statedComparisons();
const either = rule.statedComparisons({ mayBeNegative: ['capital', 'pupils', 'members-disciplined'] });

const grown = (change: Plain<Comparison>) => ({ comparisons: [givenComparison(change)] });
const capital = (value: string | null, change: Plain<Comparison>) =>
  told('capital', value, { unitMultiplier: 9, ...grown(change) });
const pupils = (value: string | null, change: Plain<Comparison>) => told('pupils', value, grown(change));
const lastYear = (value: string) => told('capital', value, { time: '2023-Q1', unitMultiplier: 9 });
const added = (value: string) =>
  ({ measure: 'ABSOLUTE_CHANGE', value, unit: 'VND', unitMultiplier: 9 }) as const;
const share = (value: string) => ({ against: 'WHOLE', baseTime: null, measure: 'SHARE', value }) as const;

/** What the graph says of the first figure's comparison: verdict, and why nothing is computed or told. */
function compared(rules: readonly Rule[], figures: readonly [Observation, ...Observation[]]): string {
  const [figure] = figures;
  const reported = figure.comparisons[0]!;
  const book = givenShownBook(figures);
  const found = compareFigures(book, figure, reported, reported);
  const isBounded = isBoundedBy(rules, figure, reported.measure);
  const { agreement, reason } = isBounded ? withBounds(found, figure, reported, book) : found;
  return [agreement?.verdict, reason].filter(Boolean).join(' ');
}

/** What a check says of it. */
function checked(rules: readonly Rule[], figures: readonly Observation[]): string | undefined {
  const [outcome] = evaluateRules(rules, givenScope(givenShownBook(figures)));
  return outcome?.finding.verdict;
}

describe('given a comparison that a source states', () => {
  it.each<
    readonly [
      what: string,
      figures: readonly [Observation, ...Observation[]],
      ifNever: string,
      ifEither: string,
    ]
  >([
    [
      'a decrease by more than all',
      [capital('20', { value: '-120' })],
      'CONFLICT BASE_MISSING',
      'NOT_TESTABLE BASE_MISSING',
    ],
    [
      'a decrease by more than all, of what has no figure',
      [capital(null, { value: '-120' })],
      'CONFLICT FIGURE_MISSING',
      'NOT_TESTABLE FIGURE_MISSING',
    ],
    [
      'a decrease by more than all that fits its base',
      [capital('-4', { value: '-120' }), lastYear('20')],
      'CONFLICT',
      'HOLDS',
    ],
    [
      'less than no times its base',
      [capital('20', { measure: 'TIMES', value: '-2', unit: 'times' })],
      'CONFLICT BASE_MISSING',
      'NOT_TESTABLE BASE_MISSING',
    ],
    [
      'more added to a measure than there is',
      [capital('3', added('5'))],
      'CONFLICT BASE_MISSING',
      'NOT_TESTABLE BASE_MISSING',
    ],
    [
      'as much added as there is',
      [capital('5', added('5'))],
      'NOT_TESTABLE BASE_MISSING',
      'NOT_TESTABLE BASE_MISSING',
    ],
    [
      'more added than there is to a base of another calendar',
      [
        capital('3', added('5')),
        told('capital', '1', { time: '2023-Q1', unitMultiplier: 9, calendar: 'ADMINISTRATIVE' }),
      ],
      'CONFLICT CALENDARS_DIFFER',
      'NOT_TESTABLE CALENDARS_DIFFER',
    ],
    [
      'a share above 100 percent without its whole',
      [part('form=warning', null, grown(share('105')))],
      'CONFLICT FIGURE_MISSING',
      'NOT_TESTABLE FIGURE_MISSING',
    ],
    [
      'an attainment above 100 percent',
      [capital('9', { against: 'PLAN', baseTime: null, measure: 'ATTAINMENT', value: '150' })],
      'NOT_TESTABLE BASE_MISSING',
      'NOT_TESTABLE BASE_MISSING',
    ],
    [
      'nothing that has grown by nothing',
      [pupils('0', { value: '0' })],
      'NOT_TESTABLE BASE_MISSING',
      'NOT_TESTABLE BASE_MISSING',
    ],
    [
      'a growth that no whole base explains',
      [pupils('38', { value: '15.5' })],
      'CONFLICT BASE_MISSING',
      'CONFLICT BASE_MISSING',
    ],
    ['a growth that agrees', [capital('20', { value: '25' }), lastYear('16')], 'HOLDS', 'HOLDS'],
    ['a growth that does not', [capital('20', { value: '-26' }), lastYear('16')], 'CONFLICT', 'CONFLICT'],
  ])('when it is %s, then the graph says what the check says', (_what, figures, ifNever, ifEither) => {
    expect([never, either].map((rules) => compared(rules, figures))).toEqual([ifNever, ifEither]);
    expect([never, either].map((rules) => checked(rules, figures))).toEqual(
      [ifNever, ifEither].map((said) => said.split(' ')[0]),
    );
  });

  it('when no rule is about it, then nothing is claimed of its base', () => {
    expect(compared([rule.notBelowZero()], [capital('3', added('5'))])).toBe('NOT_TESTABLE BASE_MISSING');
  });

  it('when nothing is reported, then there is nothing to bound', () => {
    const figure = capital('3', added('5'));
    const book = givenShownBook([figure]);
    const found = compareFigures(book, figure, figure.comparisons[0]!, null);

    expect(withBounds(found, figure, null, book)).toBe(found);
  });
});
