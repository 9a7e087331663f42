import { Directive, Field, Int, ObjectType } from 'type-graphql';

import type {
  Comparison,
  ComparisonBase,
  ComparisonMeasure,
  Decimal,
  Period,
  Qualifier,
  Source,
} from '../values/index.ts';
import { UnitType } from './catalogueTypes.ts';
import { ComparisonBaseEnum, ComparisonMeasureEnum, QualifierEnum } from './enums.ts';
import { MULTIPLIER, QUALIFIER, SourceType } from './printedTypes.ts';
import { DecimalScalar, PeriodScalar } from './scalars.ts';

@Directive('@shareable')
@ObjectType('ReportedComparison', {
  simpleResolvers: true,
  description: 'The number of a comparison as the source states it.',
})
export class ReportedComparisonType implements Pick<
  Comparison,
  'value' | 'unitMultiplier' | 'qualifier' | 'sources'
> {
  @Field(() => DecimalScalar, { description: 'The number exactly as printed; a decrease is negative.' })
  value!: Decimal;

  @Field(() => Int, { description: MULTIPLIER })
  unitMultiplier!: number;

  @Field(() => QualifierEnum, { nullable: true, description: QUALIFIER })
  qualifier!: Qualifier | null;

  @Directive('@listSize(assumedSize: 2)')
  @Field(() => [SourceType], { description: 'Where the comparison is printed, in the order of the text.' })
  sources!: readonly Source[];
}

/** What a comparison says without computing. Abstract: not a type of the graph by itself. */
@ObjectType('ComparisonHead', { simpleResolvers: true, description: 'What is compared with what, and how.' })
export abstract class ComparisonHead implements Pick<
  Comparison,
  'against' | 'baseTime' | 'setBy' | 'peer' | 'measure'
> {
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

  @Field(() => UnitType, {
    description: 'Unit of both numbers, reported and computed: percent, percentage point, times…',
  })
  unit!: UnitType;

  @Field(() => ReportedComparisonType, {
    nullable: true,
    description: 'What the source says; null where the comparison is only computed.',
  })
  reported!: ReportedComparisonType | null;
}
