import { Arg, Directive, Field, ID, Int, ObjectType } from 'type-graphql';

import {
  checkExpression,
  checkKey,
  checkSides,
  figureLabel,
  figureNumber,
  ruleText,
  type CheckedFigure,
  type CheckOutcome,
  type CheckSide,
  type ComparisonMeasure,
  type Decimal,
  type Label,
  type Locale,
  type NotTestableReason,
  type Period,
  type Qualifier,
  type RuleKind,
  type Severity,
  type Source,
  type Verdict,
  type Vocabularies,
} from '../values/index.ts';
import { LocaleArgument } from './catalogueTypes.ts';
import {
  ComparisonMeasureEnum,
  NotTestableReasonEnum,
  QualifierEnum,
  RuleKindEnum,
  SeverityEnum,
  VerdictEnum,
} from './enums.ts';
import { IntervalType, SourceType } from './printedTypes.ts';
import { DecimalScalar, PeriodScalar } from './scalars.ts';

@Directive('@shareable')
@ObjectType('BreakdownCode', {
  simpleResolvers: true,
  description: 'One dimension and code of the part that a figure is about.',
})
export class BreakdownCodeType {
  @Field(() => ID, { description: "Code of the dimension in the catalogue of the figure's agency." })
  dimension!: string;

  @Field(() => ID, { description: 'Code of the part within the dimension.' })
  code!: string;
}

@Directive('@shareable')
@ObjectType('CheckFigure', { description: 'A figure that a check has used, or has not found.' })
export class CheckFigureType {
  @Field(() => ID, { simple: true, description: 'Code of the agency that answers for the figure.' })
  readonly agency: string;

  @Field(() => ID, { simple: true, description: 'Code of the indicator in the catalogue of that agency.' })
  readonly indicator: string;

  @Field(() => ID, { simple: true, description: 'Code of the organisation that the figure is about.' })
  readonly organisation: string;

  @Field(() => PeriodScalar, { simple: true, description: 'The period that the figure describes.' })
  readonly time: Period;

  @Field(() => [BreakdownCodeType], {
    simple: true,
    description: 'Which part of the total it is, by dimension in alphabetical order; empty for the total.',
  })
  readonly breakdown: readonly BreakdownCodeType[];

  @Field(() => ComparisonMeasureEnum, {
    simple: true,
    nullable: true,
    description:
      'Measure of the stated comparison whose number is meant; null for the number of the figure itself.',
  })
  readonly measure: ComparisonMeasure | null;

  @Field(() => DecimalScalar, {
    simple: true,
    nullable: true,
    description: 'The number exactly as printed, without its multiplier; null where it is not held.',
  })
  readonly value: Decimal | null;

  @Field(() => ID, {
    simple: true,
    nullable: true,
    description: 'Code of the unit of that number; null where its agency was not reached.',
  })
  readonly unit: string | null;

  @Field(() => Int, {
    simple: true,
    description: 'Power of ten that the number is printed in; 0 where it is not held.',
  })
  readonly unitMultiplier: number;

  @Field(() => QualifierEnum, {
    simple: true,
    nullable: true,
    description: 'What the source says before the number; null when nothing.',
  })
  readonly qualifier: Qualifier | null;

  @Field(() => [SourceType], {
    simple: true,
    description: 'Where the number is printed, in the order of the text; empty where it is not held.',
  })
  readonly sources: readonly Source[];

  readonly #figure: CheckedFigure;
  readonly #vocabularies: Vocabularies;

  constructor(figure: CheckedFigure, vocabularies: Vocabularies) {
    const { agency, indicator, organisation, time, breakdown, unit, fact, comparison } = figure;
    const number = comparison ?? fact?.observation;
    this.agency = agency;
    this.indicator = indicator;
    this.organisation = organisation;
    this.time = time;
    this.breakdown = Object.keys(breakdown)
      .sort()
      .map((dimension) => ({ dimension, code: breakdown[dimension] ?? '' }));
    this.measure = comparison?.measure ?? null;
    this.value = number?.value ?? null;
    this.unit = number?.unit ?? (unit || null);
    this.unitMultiplier = number?.unitMultiplier ?? 0;
    this.qualifier = number?.qualifier ?? null;
    this.sources = number?.sources ?? [];
    this.#figure = figure;
    this.#vocabularies = vocabularies;
  }

  @Field(() => String, {
    description: 'Indicator and parts in words; their codes where the agency was not reached.',
  })
  label(@LocaleArgument locale: Locale): string {
    return figureLabel(this.#figure, this.#vocabularies, locale);
  }

  @Field(() => String, { description: 'The number in words, "gần 1.636 tỷ"; "?" where it is not held.' })
  text(@LocaleArgument locale: Locale): string {
    return figureNumber(this.#figure, this.#vocabularies, locale);
  }
}

@Directive('@shareable')
@ObjectType('CheckSide', { description: 'One side of a check as compared.' })
export class CheckSideType {
  @Field(() => IntervalType, {
    simple: true,
    description: "All that the side can mean, in the unit and multiplier of the check's first figure.",
  })
  readonly interval: IntervalType;

  readonly #side: CheckSide;

  constructor(side: CheckSide) {
    this.interval = side.interval;
    this.#side = side;
  }

  @Field(() => String, {
    description: 'Its number as printed or as computed from printed numbers, with its unit.',
  })
  text(@LocaleArgument locale: Locale): string {
    return this.#side.text(locale);
  }
}

/** Which results are meant, in every field that gives checks. */
export const VerdictArgument = Arg('verdict', () => [VerdictEnum], {
  nullable: true,
  description: 'Only results with one of these verdicts; all where left out.',
});

@Directive('@shareable')
@ObjectType('CheckResult', {
  description: 'What a rule says of some figures: whether they agree, and how that was computed.',
})
export class CheckResultType {
  @Field(() => ID, {
    simple: true,
    description:
      'What this check is called in acknowledgements: its rule and the figure that it is about. The same for a draft and for what is published of it, whatever the numbers.',
  })
  readonly key: string;

  @Field(() => ID, { simple: true, description: 'Stable code of the rule: its kind and what it is about.' })
  readonly code: string;

  @Field(() => RuleKindEnum, { simple: true, description: 'What kind of rule it is.' })
  readonly kind: RuleKind;

  @Field(() => SeverityEnum, { simple: true, description: 'What a conflict would mean.' })
  readonly severity: Severity;

  @Field(() => ID, {
    simple: true,
    description: 'Code of the organisation that the checked figure is about.',
  })
  readonly organisation: string;

  @Field(() => PeriodScalar, { simple: true, description: 'The period that the checked figure describes.' })
  readonly time: Period;

  @Field(() => VerdictEnum, { simple: true, description: 'What the check has found.' })
  readonly verdict: Verdict;

  @Field(() => NotTestableReasonEnum, {
    simple: true,
    nullable: true,
    description: 'Why it cannot be told; null unless the verdict is NOT_TESTABLE.',
  })
  readonly reason: NotTestableReason | null;

  @Field(() => [ID], {
    simple: true,
    description:
      'Codes of the agencies whose figures were needed and that were not reached; empty when none.',
  })
  readonly unreached: readonly string[];

  @Field(() => [CheckSideType], {
    simple: true,
    description:
      'Both sides, in the order of the expression; empty where a figure that they need is not held.',
  })
  readonly sides: readonly CheckSideType[];

  @Field(() => [CheckFigureType], {
    simple: true,
    description: 'All figures of the check in the order of the expression, also those that are not held.',
  })
  readonly figures: readonly CheckFigureType[];

  @Field(() => String, {
    simple: true,
    nullable: true,
    description:
      'Why the figures stand all the same, in the words of who has submitted them; null where nothing is said.',
  })
  readonly acknowledgement: string | null;

  readonly #outcome: CheckOutcome;
  readonly #vocabularies: Vocabularies;

  constructor(outcome: CheckOutcome, vocabularies: Vocabularies, acknowledgement: string | null = null) {
    const { rule, organisation, time, finding, unreached } = outcome;
    this.key = checkKey(outcome);
    this.acknowledgement = acknowledgement;
    this.code = rule.code;
    this.kind = rule.kind;
    this.severity = rule.severity;
    this.organisation = organisation;
    this.time = time;
    this.verdict = finding.verdict;
    this.reason = finding.reason;
    this.unreached = unreached;
    this.sides = checkSides(outcome, vocabularies).map((side) => new CheckSideType(side));
    this.figures = outcome.figures.map((figure) => new CheckFigureType(figure, vocabularies));
    this.#outcome = outcome;
    this.#vocabularies = vocabularies;
  }

  @Field(() => String, { description: 'The rule in words, with the figures that it is about.' })
  rule(@LocaleArgument locale: Locale): string {
    return ruleText(this.#outcome, this.#vocabularies, locale);
  }

  @Field(() => String, { description: 'Where the rule comes from.' })
  source(@LocaleArgument locale: Locale): string {
    const source: Label = this.#outcome.rule.source;
    return source[locale];
  }

  @Field(() => String, {
    description:
      'The arithmetic: "39 ≠ 7 + 23 + 1 + 6 = 37". "≈" holds within the rounding of printed digits and qualifiers; "≟" and "≤?" cannot be told; "?" is not held.',
  })
  expression(@LocaleArgument locale: Locale): string {
    return checkExpression(this.#outcome, this.#vocabularies, locale);
  }
}
