import { Directive, Field, ObjectType, registerEnumType } from 'type-graphql';

import { ObservationType, ReleaseType } from '../../../schema/graphql/index.ts';
import type { ReleaseHeader } from '../../../schema/values/index.ts';
import type { FigureRevision, RevisionState } from '../reading/revisions/findRevisions.ts';

/** What became of a figure between two states of knowledge, in the graph. */
const RevisionStateEnum = {
  CHANGED: 'CHANGED',
  APPEARED: 'APPEARED',
  DISAPPEARED: 'DISAPPEARED',
} as const satisfies Readonly<{ [State in RevisionState]: State }>;

registerEnumType(RevisionStateEnum, {
  name: 'RevisionState',
  description: 'What became of a figure between two moments or releases.',
  valuesConfig: {
    CHANGED: { description: 'It was known before, and says something else since.' },
    APPEARED: { description: 'It was not known before.' },
    DISAPPEARED: { description: 'It was known before, and is not any more.' },
  },
});

@Directive('@shareable')
@ObjectType('FigureRevision', {
  simpleResolvers: true,
  description: 'One figure that is not what it was: the same fact, known at two times.',
})
export class FigureRevisionType implements Omit<FigureRevision, 'releases'> {
  @Field(() => RevisionStateEnum, { description: 'What became of it.' })
  state!: RevisionState;

  @Field(() => ObservationType, {
    nullable: true,
    description: 'As it was known at the earlier time; null for APPEARED.',
  })
  before!: ObservationType | null;

  @Field(() => ObservationType, {
    nullable: true,
    description: 'As it was known at the later time; null for DISAPPEARED.',
  })
  after!: ObservationType | null;

  @Field(() => [ReleaseType], {
    description:
      'The releases in between that have changed it, in the order of their numbers: "correction" says why. Empty where it is only withdrawn.',
  })
  releases!: readonly ReleaseHeader[];

  @Field(() => Boolean, {
    description:
      'Whether it has disappeared because the agency has taken back all that it had published about organisation and period.',
  })
  withdrawn!: boolean;
}
