import { Directive, Field, ID, ObjectType, registerEnumType } from 'type-graphql';

import {
  BreakdownPartType,
  ComparisonType,
  IndicatorType,
  ObservationType,
  UnitType,
} from '../../../schema/graphql/index.ts';
import type { Change, ChangeState } from '../reading/changes/findChanges.ts';

/** What became of a figure between two reports, in the graph. */
export const ChangeStateEnum = {
  CHANGED: 'CHANGED',
  UNCHANGED: 'UNCHANGED',
  APPEARED: 'APPEARED',
  DISAPPEARED: 'DISAPPEARED',
} as const satisfies Readonly<{ [State in ChangeState]: State }>;

registerEnumType(ChangeStateEnum, {
  name: 'ChangeState',
  description: 'What became of a figure between the other report and this one.',
  valuesConfig: {
    CHANGED: { description: 'Both have it, with another number, qualifier or reason why there is none.' },
    UNCHANGED: { description: 'Both have it, with the same number and qualifier, however it is printed.' },
    APPEARED: { description: 'Only this report has it.' },
    DISAPPEARED: { description: 'Only the other report has it.' },
  },
});

@Directive('@shareable')
@ObjectType('Change', {
  simpleResolvers: true,
  description: 'One figure of a section in this report and in the report of another period.',
})
export class ChangeType implements Change {
  @Field(() => ChangeStateEnum, { description: 'What became of it.' })
  state!: ChangeState;

  @Field(() => IndicatorType, { description: 'What is counted.' })
  indicator!: IndicatorType;

  @Field(() => ID, { description: 'Code of the organisation or area that the figure is about.' })
  organisation!: string;

  @Field(() => [BreakdownPartType], {
    description:
      'Which part of the total it is, one entry per dimension in alphabetical order; empty for the total.',
  })
  breakdown!: readonly BreakdownPartType[];

  @Field(() => UnitType, { description: 'What it is counted or measured in.' })
  unit!: UnitType;

  @Field(() => ObservationType, { nullable: true, description: 'In this report; null for DISAPPEARED.' })
  current!: ObservationType | null;

  @Field(() => ObservationType, { nullable: true, description: 'In the other report; null for APPEARED.' })
  base!: ObservationType | null;

  @Field(() => ComparisonType, {
    nullable: true,
    description:
      'This figure against that base, of kind PERIOD; null where one of them has no value, or where a flow of a longer time stands against one of a shorter, such as a year against a quarter.',
  })
  comparison!: () => ComparisonType | null;
}
