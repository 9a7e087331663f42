import type { CheckOutcome, Decimal, Observation, RuleKind } from '../schema/values/index.ts';
import { judge, type DeclaredAgency, type ReportedDocument } from './judgeDocuments.ts';

/** Kinds of rules that tie a number to others by an equation; the rest only bound it. */
const EQUATIONS: ReadonlySet<RuleKind> = new Set([
  'TOTAL_OF_PARTS',
  'WEIGHTED_TOTAL',
  'SUM_ACROSS',
  'STRUCTURE',
  'SAME_FACT',
  'SHARE',
  'RATE',
  'AVERAGE',
  'ATTAINMENT',
  'GROWTH',
  'GROWTH_OF_QUOTIENT',
  'STOCK_FLOW',
]);

/** A printed number of a document: a figure's own, or that of a comparison stated with it. */
export interface PrintedNumber {
  readonly agency: string;
  readonly release: number;
  readonly observation: number;
  /** Index among the comparisons of the figure; `null` for its own number. */
  readonly comparison: number | null;
  readonly name: string;
  readonly value: Decimal;
}

/** What became of the digits of one number, each changed by one up and one down. */
export interface CoveredNumber {
  readonly number: PrintedNumber;
  /** Changes that some equation could notice: those that stay within its printed digits are left out. */
  readonly changes: number;
  readonly caught: number;
  /** Whether rules that need something not held, or an open list, are all that ties it. */
  readonly isTestable: boolean;
}

/** Changes every digit of every number of a document that takes part in an equation, and counts what is noticed. */
export function measureCoverage(
  document: ReportedDocument,
  agencies: readonly DeclaredAgency[],
  onProgress: (done: number, all: number) => void,
): readonly CoveredNumber[] {
  const before = judge(document, agencies);
  const known = new Set(before.filter(isConflict).map(nameOf));
  const numbers = numbersOf(document, agencies).flatMap((number) => {
    const tied = outcomesOf(number, agencies, before).filter(({ rule }) => EQUATIONS.has(rule.kind));
    return tied.length === 0
      ? []
      : [{ number, isTestable: tied.some(({ finding }) => finding.verdict !== 'NOT_TESTABLE') }];
  });
  return numbers.map(({ number, isTestable }, index) => {
    onProgress(index + 1, numbers.length);
    const noticed = changedDigits(number.value).map((value) => {
      const changed = withNumber(agencies, number, value);
      const outcomes = judge(document, changed);
      const isCaught = outcomes.some(
        (outcome) =>
          isConflict(outcome) && (!known.has(nameOf(outcome)) || isAbout(outcome, number, changed)),
      );
      return isCaught ? 'CAUGHT' : isWithinRounding(number, changed, outcomes) ? 'WITHIN_ROUNDING' : 'MISSED';
    });
    const changes = noticed.filter((one) => one !== 'WITHIN_ROUNDING').length;
    return { number, isTestable, changes, caught: noticed.filter((one) => one === 'CAUGHT').length };
  });
}

/** The number with one digit changed by one, up and down, for each digit; a leading digit does not become zero. */
export function changedDigits(value: Decimal): readonly Decimal[] {
  return Array.from(value).flatMap((character, place) => {
    if (!/\d/.test(character)) return [];
    const digit = Number(character);
    const isLeading = /^-?$/.test(value.slice(0, place)) && /\d/.test(value.charAt(place + 1));
    const others = [digit + 1, digit - 1].filter((other) => other >= (isLeading ? 1 : 0) && other <= 9);
    return others.map((other) => `${value.slice(0, place)}${other}${value.slice(place + 1)}` as Decimal);
  });
}

function numbersOf(
  document: ReportedDocument,
  agencies: readonly DeclaredAgency[],
): readonly PrintedNumber[] {
  return agencies.flatMap(({ code, releases }) =>
    releases.flatMap((release, releaseIndex) => {
      if (release.period !== document.period) return [];
      if (![document.organisation, document.area].includes(release.organisation)) return [];
      return release.observations.flatMap((observation, index): PrintedNumber[] => {
        const place = { agency: code, release: releaseIndex, observation: index };
        const parts = Object.values(observation.breakdown).join(', ');
        const name = `${code}/${observation.indicator}${parts && ` (${parts})`} ${observation.time}`;
        const own =
          observation.value === null ? [] : [{ ...place, comparison: null, name, value: observation.value }];
        const stated = observation.comparisons.map(({ measure, value }, comparison) => ({
          ...place,
          comparison,
          name: `${name} ${measure}`,
          value,
        }));
        return [...own, ...stated];
      });
    }),
  );
}

function withNumber(
  agencies: readonly DeclaredAgency[],
  { agency, release, observation, comparison }: PrintedNumber,
  value: Decimal,
): readonly DeclaredAgency[] {
  const change = (one: Observation): Observation =>
    comparison === null
      ? { ...one, value }
      : {
          ...one,
          comparisons: one.comparisons.map((stated, index) =>
            index === comparison ? { ...stated, value } : stated,
          ),
        };
  return agencies.map((declared) =>
    declared.code !== agency
      ? declared
      : {
          ...declared,
          releases: declared.releases.map((one, index) =>
            index !== release
              ? one
              : {
                  ...one,
                  observations: one.observations.map((figure, at) =>
                    at === observation ? change(figure) : figure,
                  ),
                },
          ),
        },
  );
}

function outcomesOf(
  number: PrintedNumber,
  agencies: readonly DeclaredAgency[],
  outcomes: readonly CheckOutcome[],
): readonly CheckOutcome[] {
  return outcomes.filter((outcome) => isAbout(outcome, number, agencies));
}

function isAbout(
  { figures }: CheckOutcome,
  number: PrintedNumber,
  agencies: readonly DeclaredAgency[],
): boolean {
  const { agency, release, observation, comparison } = number;
  const meant = agencies.find(({ code }) => code === agency)?.releases[release]?.observations[observation];
  const stated = comparison === null ? null : meant?.comparisons[comparison];
  return figures.some(
    (figure) =>
      figure.agency === agency && figure.fact?.observation === meant && figure.comparison === stated,
  );
}

function isWithinRounding(
  number: PrintedNumber,
  agencies: readonly DeclaredAgency[],
  outcomes: readonly CheckOutcome[],
): boolean {
  return outcomesOf(number, agencies, outcomes).some(
    ({ rule, finding }) => EQUATIONS.has(rule.kind) && finding.verdict === 'WITHIN_ROUNDING',
  );
}

function isConflict({ finding }: CheckOutcome): boolean {
  return finding.verdict === 'CONFLICT';
}

function nameOf({ rule, organisation, time, figures }: CheckOutcome): string {
  const [subject] = figures;
  return [rule.code, organisation, time, JSON.stringify(subject?.breakdown), subject?.indicator].join('|');
}
