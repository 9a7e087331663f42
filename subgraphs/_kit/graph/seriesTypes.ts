import { Directive, Field, ID, InputType, ObjectType } from 'type-graphql';

import { IndicatorType, ObservationType, PeriodScalar } from '../../../schema/graphql/index.ts';
import type { Period } from '../../../schema/values/index.ts';
import type { Series, SeriesPoint } from '../reading/readSeries.ts';

@InputType('BreakdownInput', { description: 'One dimension and code of the part of a total that is meant.' })
export class BreakdownInput {
  @Field(() => ID, { description: 'Code of the dimension.' })
  dimension!: string;

  @Field(() => ID, { description: 'Code of the part within the dimension.' })
  code!: string;
}

@Directive('@shareable')
@ObjectType('SeriesPoint', { simpleResolvers: true, description: 'One time of a series.' })
export class SeriesPointType implements SeriesPoint {
  @Field(() => PeriodScalar, { description: 'The period that the figure describes.' })
  time!: Period;

  @Field(() => ObservationType, {
    description: 'The figure from the newest published release that holds it.',
  })
  observation!: ObservationType;

  @Field(() => [ObservationType], {
    description:
      'The same figure as releases of other reporting periods hold it, newest published first; empty when none.',
  })
  alternates!: readonly ObservationType[];
}

@Directive('@shareable')
@ObjectType('Series', { simpleResolvers: true, description: 'One figure through time.' })
export class SeriesType implements Series {
  @Field(() => IndicatorType, { description: 'What is counted.' })
  indicator!: IndicatorType;

  @Field(() => ID, { description: 'Code of the organisation that the figures are about.' })
  organisation!: string;

  @Field(() => [SeriesPointType], {
    description:
      'The times for which a figure is held, by their first day, the shorter first; empty when none.',
  })
  points!: readonly SeriesPointType[];
}
