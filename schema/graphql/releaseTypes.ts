import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';

import type { Correction, CorrectionReason, Instant, Period, ReleaseHeader } from '../values/index.ts';
import { CorrectionReasonEnum } from './enums.ts';
import { DateTimeScalar, PeriodScalar } from './scalars.ts';

@Directive('@shareable')
@ObjectType('Correction', {
  simpleResolvers: true,
  description: 'Why figures change what was published before.',
})
export class CorrectionType implements Correction {
  @Field(() => CorrectionReasonEnum, { description: 'What kind of reason it is.' })
  reason!: CorrectionReason;

  @Field(() => String, { description: 'The reason in words.' })
  words!: string;
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
    description:
      'SHA-256 of all its figures, also of those that the asker may not read: equal for equal figures, whenever published. With figures that are not public a random number is mixed in, which nobody is shown, so that they cannot be found by trying; such a hash is equal to no other.',
  })
  hash!: string;

  @Field(() => CorrectionType, {
    nullable: true,
    description: 'Why it changes what was published before; null for the first.',
  })
  correction!: Correction | null | (() => Promise<Correction | null>);
}
