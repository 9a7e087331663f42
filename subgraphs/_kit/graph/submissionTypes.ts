import { Directive, Field, ID, ObjectType } from 'type-graphql';

import { PeriodScalar, ReleaseType, SubmissionStateEnum } from '../../../schema/graphql/index.ts';
import type { Period, ReleaseHeader, SubmissionState } from '../../../schema/values/index.ts';

@Directive('@shareable')
@ObjectType('Submission', {
  simpleResolvers: true,
  description: 'Where the figures of one agency about one organisation and period stand.',
})
export class SubmissionType {
  @Field(() => ID, { description: 'Code of the organisation that the figures are about.' })
  organisation!: string;

  @Field(() => PeriodScalar, { description: 'The reporting period.' })
  period!: Period;

  @Field(() => SubmissionStateEnum, {
    description:
      'Where they stood at the knowledge time: that of the draft where one is on its way and the asker works with these figures, else of what is published.',
  })
  state!: SubmissionState;

  @Field(() => ReleaseType, {
    nullable: true,
    description: 'The release that stands; null before the first is seen, and once it is withdrawn.',
  })
  release!: ReleaseHeader | null;
}
