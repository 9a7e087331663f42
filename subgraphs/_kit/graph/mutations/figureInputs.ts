import { Field, ID, InputType, Int } from 'type-graphql';

import {
  ComparisonBaseEnum,
  ComparisonMeasureEnum,
  ConfidentialityEnum,
  MissingReasonEnum,
  QualifierEnum,
  ReportingCalendarEnum,
  StageEnum,
} from '../../../../schema/graphql/index.ts';
import type {
  ComparisonBase,
  ComparisonMeasure,
  Confidentiality,
  MissingReason,
  Qualifier,
  ReportingCalendar,
  Stage,
} from '../../../../schema/values/index.ts';
import type {
  ComparisonInput,
  FigureInput,
  FigureKeyInput,
  SourceInput,
} from '../../submitting/figureInput.ts';
import { BreakdownInput } from '../seriesTypes.ts';

const NUMBER =
  'exactly as printed, as text: "1853.40", with a point and no grouping; a decrease is negative (else DECIMAL_INVALID).';
const TIME = 'as text, in the form of the scalar Period: "2024-Q1" (else PERIOD_INVALID).';
const MULTIPLIER = 'Power of ten that the number is printed in, 0 to 15: 9 for "tỷ". 0 where left out.';
const QUALIFIER = 'What the source says before the number; nothing where left out.';
const SET_BY = 'Who set it, as the source names them';

@InputType('SourceInput', { description: 'A place where a number is printed.' })
export class SourceInputType implements SourceInput {
  @Field(() => ID, { description: 'Code of the document.' })
  document!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Marks of the headings as printed, joined by points: "A.I.2"; none where left out.',
  })
  section?: string | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Number of the footnote; left out in the body of the text.',
  })
  footnote?: number | null;
}

@InputType('ComparisonInput', { description: 'A comparison of a figure that the source states.' })
export class ComparisonInputType implements ComparisonInput {
  @Field(() => ComparisonBaseEnum, { description: 'What the figure is compared with.' })
  against!: ComparisonBase;

  @Field(() => String, {
    nullable: true,
    description: `Time of what it is compared with, ${TIME} Left out where it follows from the figure's own, or where there is none.`,
  })
  baseTime?: string | null;

  @Field(() => String, { nullable: true, description: `${SET_BY}: for PLAN and RESOLUTION_TARGET only.` })
  setBy?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Among whom a rank is held, or which whole a share is of: for PEERS and WHOLE only.',
  })
  peer?: string | null;

  @Field(() => ComparisonMeasureEnum, { description: 'How the comparison is expressed.' })
  measure!: ComparisonMeasure;

  @Field(() => String, { description: `The number of the comparison, ${NUMBER}` })
  value!: string;

  @Field(() => ID, { description: 'Code of the unit of that number: percent, percentage point…' })
  unit!: string;

  @Field(() => Int, { nullable: true, description: MULTIPLIER })
  unitMultiplier?: number | null;

  @Field(() => QualifierEnum, { nullable: true, description: QUALIFIER })
  qualifier?: Qualifier | null;

  @Field(() => [SourceInputType], {
    description: 'Where the comparison is printed, in the order of the text; at least one.',
  })
  sources!: SourceInputType[];
}

@InputType('ObservationKeyInput', { description: 'Which figure of an organisation and period is meant.' })
export class ObservationKeyInputType implements FigureKeyInput {
  @Field(() => ID, { description: "Code of the indicator in the agency's catalogue." })
  indicator!: string;

  @Field(() => String, { description: `The period that the figure describes, ${TIME}` })
  time!: string;

  @Field(() => ReportingCalendarEnum, {
    nullable: true,
    description: 'Which days that period covers; those of the calendar where left out.',
  })
  calendar?: ReportingCalendar | null;

  @Field(() => [BreakdownInput], {
    nullable: true,
    description: 'Which part of the total it is; the total where left out.',
  })
  breakdown?: BreakdownInput[] | null;

  @Field(() => ID, { description: 'Code of its unit, one of those of the indicator.' })
  unit!: string;

  @Field(() => String, { nullable: true, description: `${SET_BY}: for stage PLANNED only.` })
  setBy?: string | null;
}

@InputType('ObservationInput', {
  description:
    'A figure as an agency gives it. It has a value, or "missing" says why not, or the source prints only comparisons of it.',
})
export class ObservationInputType extends ObservationKeyInputType implements FigureInput {
  @Field(() => String, {
    nullable: true,
    description:
      'The day that a stock holds on, where the source names one: "2024-03-31" (else DATE_INVALID).',
  })
  asAt?: string | null;

  @Field(() => String, { nullable: true, description: `The number, ${NUMBER}` })
  value?: string | null;

  @Field(() => Int, { nullable: true, description: MULTIPLIER })
  unitMultiplier?: number | null;

  @Field(() => QualifierEnum, { nullable: true, description: QUALIFIER })
  qualifier?: Qualifier | null;

  @Field(() => StageEnum, { description: 'How settled the figure is.' })
  stage!: Stage;

  @Field(() => MissingReasonEnum, {
    nullable: true,
    description: 'Why there is no value; left out where there is one.',
  })
  missing?: MissingReason | null;

  @Field(() => [ID], {
    nullable: true,
    description: 'Codes of dimensions of which the source lists only some parts; none where left out.',
  })
  openDimensions?: string[] | null;

  @Field(() => String, { nullable: true, description: 'Remark of the agency.' })
  note?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Why this and later figures of the series cannot be compared with earlier ones, in words.',
  })
  seriesBreak?: string | null;

  @Field(() => ConfidentialityEnum, {
    nullable: true,
    description:
      'Who may see the figure. Where left out: whoever may see the one in whose place a correction puts it, else everyone.',
  })
  confidentiality?: Confidentiality | null;

  @Field(() => [ComparisonInputType], {
    nullable: true,
    description: 'Comparisons that the source states, in the order of the text; none where left out.',
  })
  comparisons?: ComparisonInputType[] | null;

  @Field(() => [SourceInputType], {
    nullable: true,
    description:
      'Where the value is printed, in the order of the text: at least one; left out where only comparisons are printed.',
  })
  sources?: SourceInputType[] | null;
}
