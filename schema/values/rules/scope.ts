import type { Finding } from '../checks/verdict.ts';
import type { FactBook } from '../facts/factBook.ts';
import type { Observation, ObservationIdentity } from '../observation.ts';
import type { Period } from '../period.ts';
import { figuresOf, type CheckedFigure, type Expression } from './expression.ts';
import type { Rule } from './rule.ts';

/** What rules are judged on: the figures of one report, by agency. */
export interface RuleScope {
  /** The organisation that reports. */
  readonly organisation: string;
  /** The area around it; itself for an area. */
  readonly area: string;
  readonly period: Period;
  /** The agency that declares the rules. */
  readonly own: string;
  /** Agency → what it holds; `null` where it was not reached. */
  readonly books: ReadonlyMap<string, FactBook | null>;
}

/** Where a rule is applied: to the figures about an organisation and time. */
export interface Place {
  readonly organisation: string;
  readonly time: Period;
  /** Figures of this calendar are taken before those of another. */
  readonly calendar: ObservationIdentity['calendar'];
}

/** What a check of one rule in one place has found, with its arithmetic. */
export interface CheckOutcome {
  readonly rule: Rule;
  /** The agency that declares the rule. */
  readonly agency: string;
  /** What the first figure is about. */
  readonly organisation: string;
  readonly time: Period;
  /** The report that is judged: what the words need not name. */
  readonly report: Pick<RuleScope, 'organisation' | 'period'>;
  readonly finding: Finding;
  /** The figures in the order of the expression, in whose first one's unit the sides are; also those not held. */
  readonly figures: readonly CheckedFigure[];
  readonly left: Expression;
  readonly right: Expression;
  readonly relation: 'EQUAL' | 'AT_MOST';
  /** Agencies that the rule speaks of and that were not reached. */
  readonly unreached: readonly string[];
}

/** The place of a figure. */
export function placeOf({ organisation, time, calendar }: Observation): Place {
  return { organisation, time, calendar };
}

/** What the declaring agency holds; `null` where it was not reached. */
export function ownBook({ books, own }: RuleScope): FactBook | null {
  return books.get(own) ?? null;
}

/** What an outcome is made of, beside the rule and its place. */
type Found = Pick<CheckOutcome, 'left' | 'right' | 'finding'> &
  Partial<Pick<CheckOutcome, 'figures' | 'relation'>>;

/** Puts an outcome together: EQUAL, and with the figures of both sides, where nothing else is said. */
export function outcomeOf(rule: Rule, place: Place, found: Found, scope: RuleScope): CheckOutcome {
  const { left, right, finding, figures = figuresOf(left, right), relation = 'EQUAL' } = found;
  const agencies = new Set(figures.map(({ agency }) => agency));
  const unreached = [...agencies].filter((agency) => (scope.books.get(agency) ?? null) === null);
  const organisation = figures[0]?.organisation ?? place.organisation;
  const { time } = place;
  const report = { organisation: scope.organisation, period: scope.period };
  const said = { finding, figures, left, right, relation };
  return { rule, agency: scope.own, organisation, time, report, ...said, unreached };
}
