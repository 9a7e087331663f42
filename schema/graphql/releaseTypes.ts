import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';

import type { Instant, Period, ReleaseHeader } from '../values/index.ts';
import { DateTimeScalar, PeriodScalar } from './scalars.ts';

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
