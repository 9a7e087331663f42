import { Arg, Directive, Field, ID, Int, ObjectType } from 'type-graphql';

import type {
  CalendarDate,
  ComparisonBase,
  ComparisonMeasure,
  Confidentiality,
  Decimal,
  Locale,
  MissingReason,
  NotTestableReason,
  Period,
  Qualifier,
  ReleaseHeader,
  ReportingCalendar,
  Source,
  Stage,
  Verdict,
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
  ConfidentialityEnum,
  MissingReasonEnum,
  NotTestableReasonEnum,
  QualifierEnum,
  ReportingCalendarEnum,
  StageEnum,
  VerdictEnum,
} from './enums.ts';
import { ComparisonHead } from './comparisonTypes.ts';
import { IntervalType, MULTIPLIER, QUALIFIER, SourceType } from './printedTypes.ts';
import { ReleaseType } from './releaseTypes.ts';
import { DateScalar, DecimalScalar, PeriodScalar } from './scalars.ts';

/** Which comparison is asked for; `null` is what was left out. */
export interface AskedComparison {
  readonly kind: ComparisonBase;
  readonly time: Period | null;
  readonly measure: ComparisonMeasure | null;
}

/** What a figure can say beyond what is stored of it. */
export interface ObservationSpeech {
  /** The figure in words. */
  say(locale: Locale): string;
  /** @throws ARGUMENT_INVALID where such a comparison cannot be computed. */
  against(asked: AskedComparison): ComparisonType;
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

  @Field(() => ReportingCalendarEnum, {
    description:
      'Which days that period covers: those of the calendar, or those that administrative reports count.',
  })
  calendar!: ReportingCalendar;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'The day that a stock holds on, where the source names one.',
  })
  asAt!: CalendarDate | null;

  @Directive('@listSize(assumedSize: 2)')
  @Field(() => [BreakdownPartType], {
    description:
      'Which part of the total this is, one entry per dimension in alphabetical order; empty for the total.',
  })
  breakdown!: readonly BreakdownPartType[];

  @Directive('@listSize(assumedSize: 1)')
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

  @Directive('@listSize(assumedSize: 2)')
  @Field(() => [ComparisonType], {
    description: 'Comparisons that the source states, in the order of the text; empty when none.',
  })
  comparisons!: readonly ComparisonType[];

  @Directive('@listSize(assumedSize: 2)')
  @Field(() => [SourceType], {
    description: 'Where the figure is printed, in the order of the text; several when it is repeated.',
  })
  sources!: readonly Source[];

  @Field(() => String, { nullable: true, description: 'Remark of the agency; null when none.' })
  note!: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      "Why this and later figures of the series cannot be compared with earlier ones, in the agency's words; null where they can.",
  })
  seriesBreak!: string | null;

  @Field(() => ConfidentialityEnum, { description: 'Who may see the figure.' })
  confidentiality!: Confidentiality;

  @Field(() => ReleaseType, { description: 'The release that it is read from.' })
  release!: ReleaseHeader;

  readonly #speech: ObservationSpeech;

  constructor(shown: Omit<ObservationType, 'text' | 'against'>, speech: ObservationSpeech) {
    Object.assign(this, shown);
    this.#speech = speech;
  }

  @Field(() => String, {
    description:
      'The figure as a report writes it, with its qualifier, unit, stage and comparisons: "gần 1.636 tỷ đồng, tăng 116,95% so với cùng kỳ năm trước". A total tells its parts in one dimension as well, where the same release has them for the same time: "39 đảng viên (khiển trách 29, cảnh cáo 3, khai trừ 7)"; "…" stands for parts that the source does not list. Names that a source gives (of a peer group, or of who set a plan) stay in its language.',
  })
  text(@LocaleArgument locale: Locale): string {
    return this.#speech.say(locale);
  }

  @Field(() => ComparisonType, {
    nullable: true,
    description:
      'The figure compared with a base: the comparison that the source states with this base and measure, also where it calls the same time by another kind, else one that is only computed. Null only with an error ARGUMENT_INVALID: PEERS, and the measures RANK and CONTRIBUTION, cannot be computed; SHARE goes with WHOLE alone, ATTAINMENT with plans and targets.',
  })
  against(
    @Arg('kind', () => ComparisonBaseEnum, { description: 'What the figure is compared with.' })
    kind: ComparisonBase,
    @Arg('time', () => PeriodScalar, {
      nullable: true,
      description:
        'Time of the base, for PERIOD and DATE; with other kinds it follows from the figure and may be left out.',
    })
    time: Period | null,
    @Arg('measure', () => ComparisonMeasureEnum, {
      nullable: true,
      description:
        'How the comparison is expressed. Where left out: ATTAINMENT of a plan or target, SHARE of a whole, PERCENTAGE_POINTS between percentages, else PERCENT_CHANGE.',
    })
    measure: ComparisonMeasure | null,
  ): ComparisonType {
    return this.#speech.against({ kind, time: time ?? null, measure: measure ?? null });
  }
}

@Directive('@shareable')
@ObjectType('ComputedComparison', {
  simpleResolvers: true,
  description: 'The number of a comparison as it follows from the figures that the agency holds.',
})
export class ComputedComparisonType {
  @Field(() => DecimalScalar, {
    description:
      'The number, from the printed values of figure and base, in the unit of the comparison. A quotient is rounded half to even at the decimals of the reported number, two where none is reported; a difference is exact.',
  })
  value!: Decimal;

  @Field(() => Int, { description: 'Power of ten that the value is given in.' })
  unitMultiplier!: number;

  @Field(() => ObservationType, { description: 'What the figure is compared with.' })
  base!: ObservationType;
}

/** What the figures that are held say of a comparison. */
export interface ComparisonFindings {
  readonly computed: ComputedComparisonType | null;
  readonly agreement: Verdict | null;
  readonly reason: NotTestableReason | null;
}

/** Computes a comparison once it is asked for. */
export interface ComparisonComputing {
  /** By what is held at the knowledge time; the agreement also by what was held when the figure was first said. */
  now(): Promise<ComparisonFindings>;
  /** By what was held when the figure was first said; `null` where the base was the same, or none. */
  atRelease(): Promise<ComputedComparisonType | null>;
}

@Directive('@shareable')
@ObjectType('Comparison', {
  simpleResolvers: true,
  description:
    'A comparison of a figure with a base: as the source states it, and as it follows from the figures that are held.',
})
export class ComparisonType extends ComparisonHead {
  readonly #computing: ComparisonComputing;

  constructor(head: ComparisonHead, computing: ComparisonComputing) {
    super();
    Object.assign(this, head);
    this.#computing = computing;
  }

  @Field(() => ComputedComparisonType, {
    nullable: true,
    description:
      'What the figures say that the agency holds at the knowledge time; null where "reason" says why.',
  })
  async computed(): Promise<ComputedComparisonType | null> {
    return (await this.#computing.now()).computed;
  }

  @Field(() => ComputedComparisonType, {
    nullable: true,
    description:
      'The same with the base as it stood when a release first said the figure with this number and this comparison; null where that was the same, or was not held then. What has been withdrawn is not told.',
  })
  computedAtRelease(): Promise<ComputedComparisonType | null> {
    return this.#computing.atRelease();
  }

  @Field(() => VerdictEnum, {
    nullable: true,
    description:
      'Whether the reported number agrees with the figures: with "computed", or with "computedAtRelease" where that fits better, since a base that is revised later makes no contradiction; null where none is reported.',
  })
  async agreement(): Promise<Verdict | null> {
    return (await this.#computing.now()).agreement;
  }

  @Field(() => NotTestableReasonEnum, {
    nullable: true,
    description:
      'Why nothing could be computed, or why the agreement is NOT_TESTABLE; null where neither is so.',
  })
  async reason(): Promise<NotTestableReason | null> {
    return (await this.#computing.now()).reason;
  }
}
