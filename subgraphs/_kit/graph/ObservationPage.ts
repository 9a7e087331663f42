import { Directive, Field, ID, InputType, Int, ObjectType } from 'type-graphql';

import { ObservationType, PeriodScalar, QualifierEnum, StageEnum } from '../../../schema/graphql/index.ts';
import type { Period, Qualifier, Stage } from '../../../schema/values/index.ts';

@InputType('ObservationFilter', {
  description:
    'Which figures are meant. Conditions of different fields must all hold; of several entries in one field, one.',
})
export class ObservationFilterInput {
  @Field(() => [ID], { nullable: true, description: 'Codes of indicators.' })
  indicators?: string[] | null;

  @Field(() => [ID], { nullable: true, description: 'Codes of organisations that the figures are about.' })
  organisations?: string[] | null;

  @Field(() => [PeriodScalar], {
    nullable: true,
    description: 'Reporting periods in which they were published.',
  })
  periods?: Period[] | null;

  @Field(() => [PeriodScalar], { nullable: true, description: 'Times that the figures describe.' })
  times?: Period[] | null;

  @Field(() => [ID], { nullable: true, description: 'Codes of documents that print them.' })
  documents?: string[] | null;

  @Field(() => [ID], { nullable: true, description: 'Codes of units.' })
  units?: string[] | null;

  @Field(() => [ID], {
    nullable: true,
    description: 'Codes of dimensions: only parts broken down by one of them.',
  })
  dimensions?: string[] | null;

  @Field(() => [QualifierEnum], {
    nullable: true,
    description: 'Qualifiers of the value: only figures with one of them.',
  })
  qualifiers?: Qualifier[] | null;

  @Field(() => [StageEnum], { nullable: true, description: 'Stages.' })
  stages?: Stage[] | null;
}

@Directive('@shareable')
@ObjectType('PageInfo', { simpleResolvers: true, description: 'Where a page stands in its list.' })
export class PageInfoType {
  @Field(() => String, {
    nullable: true,
    description: 'Pass it as "after" to get the next page; null when the page is empty.',
  })
  endCursor!: string | null;

  @Field(() => Boolean, { description: 'Whether more entries follow.' })
  hasNextPage!: boolean;
}

@Directive('@shareable')
@ObjectType('ObservationPage', {
  simpleResolvers: true,
  description: 'A page of figures, all read at one knowledge time.',
})
export class ObservationPageType {
  @Field(() => [ObservationType], {
    description: 'The figures, by organisation and reporting period, then in the order of the report.',
  })
  nodes!: readonly ObservationType[];

  @Field(() => Int, { description: 'Number of figures on all pages together.' })
  totalCount!: number;

  @Field(() => PageInfoType, { description: 'How to go on.' })
  pageInfo!: PageInfoType;
}
