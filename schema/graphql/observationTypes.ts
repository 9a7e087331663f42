import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';

import type {
  CalendarDate,
  Comparison,
  ComparisonBase,
  ComparisonMeasure,
  Decimal,
  Instant,
  Interval,
  Locale,
  MissingReason,
  Period,
  Qualifier,
  ReleaseHeader,
  Source,
  Stage,
} from '../values/index.ts';
import {
  BreakdownPartType,
  DimensionType,
  IndicatorType,
  LocaleArgument,
  UnitType,
} from './catalogueTypes.ts';
import {
  ComparisonBaseEnum,
  ComparisonMeasureEnum,
  MissingReasonEnum,
  QualifierEnum,
  StageEnum,
} from './enums.ts';
import { DateScalar, DateTimeScalar, DecimalScalar, PeriodScalar } from './scalars.ts';

const MULTIPLIER = 'Power of ten that the value is printed in: 9 for "tỷ", 6 for "triệu", 0 for none.';
const QUALIFIER = 'What the source says before the number; null when nothing.';

@Directive('@shareable')
@ObjectType('Source', { simpleResolvers: true, description: 'A place where a figure is printed.' })
export class SourceType implements Source {
  @Field(() => ID, { description: 'Code of the document; its title is in the field "documents" of Query.' })
  document!: string;

  @Field(() => String, { description: 'Marks of the headings as printed, joined by points: "A.I.2".' })
  section!: string;

  @Field(() => Int, { nullable: true, description: 'Number of the footnote; null in the body of the text.' })
  footnote!: number | null;
}

@Directive('@shareable')
@ObjectType('Interval', {
  simpleResolvers: true,
  description:
    'All that a printed figure can mean, in its own unit and multiplier. A count printed in full is exactly that number; any other is known to its last printed digit; a qualifier widens it. With NEARLY the upper bound, with OVER the lower bound is not reached.',
})
export class IntervalType implements Pick<Interval, 'low' | 'high'> {
  @Field(() => DecimalScalar, { nullable: true, description: 'Lower bound; null when there is none.' })
  low!: Decimal | null;

  @Field(() => DecimalScalar, { nullable: true, description: 'Upper bound; null when there is none.' })
  high!: Decimal | null;
}

@Directive('@shareable')
@ObjectType('Comparison', {
  simpleResolvers: true,
  description: 'A comparison of the figure as the source states it.',
})
export class ComparisonType implements Omit<Comparison, 'unit'> {
  @Field(() => ComparisonBaseEnum, { description: 'What the figure is compared with.' })
  against!: ComparisonBase;

  @Field(() => PeriodScalar, {
    nullable: true,
    description: 'Time of what it is compared with, a day included; null where that has no time of its own.',
  })
  baseTime!: Period | null;

  @Field(() => String, { nullable: true, description: 'Who set the plan or target; null where not stated.' })
  setBy!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Among whom a rank is held, or which whole a share is of; null where not stated.',
  })
  peer!: string | null;

  @Field(() => ComparisonMeasureEnum, { description: 'How the comparison is expressed.' })
  measure!: ComparisonMeasure;

  @Field(() => DecimalScalar, {
    description: 'The number of the comparison, exactly as printed; a decrease is negative.',
  })
  value!: Decimal;

  @Field(() => UnitType, { description: 'Unit of that number: percent, percentage point, times…' })
  unit!: UnitType;

  @Field(() => Int, { description: MULTIPLIER })
  unitMultiplier!: number;

  @Field(() => QualifierEnum, { nullable: true, description: QUALIFIER })
  qualifier!: Qualifier | null;

  @Field(() => [SourceType], { description: 'Where the comparison is printed, in the order of the text.' })
  sources!: readonly Source[];
}

@Directive('@shareable')
@ObjectType('Release', {
  simpleResolvers: true,
  description:
    'What one agency has published at one time about one organisation and period. It never changes; a correction is a new release.',
})
export class ReleaseType implements Omit<ReleaseHeader, 'agency'> {
  @Field(() => ID, { description: 'Code of the organisation that it is about.' })
  organisation!: string;

  @Field(() => PeriodScalar, { description: 'The reporting period that it is about.' })
  period!: Period;

  @Field(() => Int, { description: '1 for the first release about this organisation and period, then 2, 3…' })
  number!: number;

  @Field(() => DateTimeScalar, { description: 'When it was published.' })
  publishedAt!: Instant;

  @Field(() => Int, {
    nullable: true,
    description: 'Number of the release that it replaces; null for the first.',
  })
  supersedes!: number | null;

  @Field(() => String, {
    description: 'SHA-256 of its figures: equal for equal figures, whenever published.',
  })
  hash!: string;
}

@Directive('@shareable')
@ObjectType('Observation', {
  simpleResolvers: true,
  description: 'One figure as its agency has published it, with all that the source says about it.',
})
export class ObservationType {
  @Field(() => IndicatorType, { description: 'What is counted.' })
  indicator!: IndicatorType;

  @Field(() => ID, { description: 'Code of the organisation or area that the figure is about.' })
  organisation!: string;

  @Field(() => PeriodScalar, {
    description: 'The period that the figure describes; may differ from the reporting period.',
  })
  time!: Period;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'The day that a stock holds on, where the source names one.',
  })
  asAt!: CalendarDate | null;

  @Field(() => [BreakdownPartType], {
    description:
      'Which part of the total this is, one entry per dimension in alphabetical order; empty for the total.',
  })
  breakdown!: readonly BreakdownPartType[];

  @Field(() => [DimensionType], {
    description:
      'Dimensions of which the source lists only some parts ("…", "tiêu biểu"): these parts need not add up to this figure.',
  })
  openDimensions!: readonly DimensionType[];

  @Field(() => DecimalScalar, {
    nullable: true,
    description:
      'The number exactly as printed, without its multiplier; a decrease is negative. Null where "missing" says why, or where the source prints only comparisons.',
  })
  value!: Decimal | null;

  @Field(() => UnitType, { description: 'What the value is counted or measured in.' })
  unit!: UnitType;

  @Field(() => Int, { description: MULTIPLIER })
  unitMultiplier!: number;

  @Field(() => QualifierEnum, { nullable: true, description: QUALIFIER })
  qualifier!: Qualifier | null;

  @Field(() => IntervalType, {
    nullable: true,
    description:
      'What the printed number can mean, in the same unit and multiplier; null where there is no value.',
  })
  interval!: IntervalType | null;

  @Field(() => StageEnum, { description: 'How settled the figure is.' })
  stage!: Stage;

  @Field(() => String, { nullable: true, description: 'Who set a planned figure; null for results.' })
  setBy!: string | null;

  @Field(() => MissingReasonEnum, {
    nullable: true,
    description: 'Why there is no value; null where there is one.',
  })
  missing!: MissingReason | null;

  @Field(() => [ComparisonType], {
    description: 'Comparisons that the source states, in the order of the text; empty when none.',
  })
  comparisons!: readonly ComparisonType[];

  @Field(() => [SourceType], {
    description: 'Where the figure is printed, in the order of the text; several when it is repeated.',
  })
  sources!: readonly Source[];

  @Field(() => String, { nullable: true, description: 'Remark of the agency; null when none.' })
  note!: string | null;

  @Field(() => ReleaseType, { description: 'The release that it is read from.' })
  release!: ReleaseHeader;

  readonly #say: (locale: Locale) => string;

  /** `say` gives the figure in words. */
  constructor(shown: Omit<ObservationType, 'text'>, say: (locale: Locale) => string) {
    Object.assign(this, shown);
    this.#say = say;
  }

  @Field(() => String, {
    description:
      'The figure as a report writes it, with its qualifier, unit, stage and comparisons: "gần 1.636 tỷ đồng, tăng 116,95% so với cùng kỳ năm trước". A total tells its parts in one dimension as well, where the same release has them for the same time: "39 đảng viên (khiển trách 29, cảnh cáo 3, khai trừ 7)"; "…" stands for parts that the source does not list. Names that a source gives (of a peer group, or of who set a plan) stay in its language.',
  })
  text(@LocaleArgument locale: Locale): string {
    return this.#say(locale);
  }
}
