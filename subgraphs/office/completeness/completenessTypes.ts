import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';

import {
  DateTimeScalar,
  LocaleArgument,
  MissingReasonEnum,
  ReportingCalendarEnum,
} from '../../../schema/graphql/index.ts';
import type {
  Instant,
  Label,
  Locale,
  MissingReason,
  ReportingCalendar,
} from '../../../schema/values/index.ts';
import type { Completeness, MissingIndicator, SectionCompleteness, SectionStatus } from './completeness.ts';

const SectionStatusEnum = {
  PUBLISHED: 'PUBLISHED',
  SUBMITTED: 'SUBMITTED',
  RETURNED: 'RETURNED',
  NOT_SUBMITTED: 'NOT_SUBMITTED',
  NOT_DUE: 'NOT_DUE',
  LATE: 'LATE',
  WITHHELD: 'WITHHELD',
  UNREACHABLE: 'UNREACHABLE',
} as const satisfies { readonly [Status in SectionStatus]: Status };

registerEnumType(SectionStatusEnum, {
  name: 'SectionStatus',
  description: "Where an agency's part of a report stood at the knowledge time of the report.",
  valuesConfig: {
    PUBLISHED: { description: 'Its figures are published, in time or late; a correction may be under way.' },
    SUBMITTED: { description: 'Its figures wait for approval; nothing is published yet.' },
    RETURNED: { description: 'Its figures were sent back for correction; nothing is published yet.' },
    NOT_SUBMITTED: {
      description:
        'The period is over and nothing is there yet; a deadline, where there is one, has not passed.',
    },
    NOT_DUE: { description: 'The period is not over; nothing is there yet.' },
    LATE: { description: 'The deadline has passed and nothing is there.' },
    WITHHELD: { description: 'The agency has taken its figures back, or keeps them from publication.' },
    UNREACHABLE: { description: 'The agency did not answer; what it has published is not known.' },
  },
});

@ObjectType('MissingIndicator', {
  description: 'An indicator that an agency has to report, and has not.',
})
export class MissingIndicatorType implements MissingIndicator {
  @Field(() => ID, { simple: true, description: "Code of the indicator in the agency's catalogue." })
  readonly indicator!: string;

  /** What the agency calls it; no field of the graph. */
  readonly name?: Label | undefined;

  @Field(() => String, {
    description: "What the agency calls it; its code where the agency's catalogue does not have it.",
  })
  label(@LocaleArgument locale: Locale): string {
    return this.name?.[locale] ?? this.indicator;
  }

  @Field(() => MissingReasonEnum, {
    simple: true,
    nullable: true,
    description: 'Why it has no value, where the agency says so; null where it says nothing.',
  })
  readonly reason!: MissingReason | null;
}

@ObjectType('SectionCompleteness', {
  simpleResolvers: true,
  description: "Where one agency's figures about one organisation stand for the report's period.",
})
export class SectionCompletenessType implements SectionCompleteness {
  @Field(() => ID, { description: 'Code of the agency.' })
  readonly agency!: string;

  @Field(() => ID, {
    description: "Code of the organisation that the figures are about: the report's own, or its area.",
  })
  readonly organisation!: string;

  @Field(() => SectionStatusEnum, { description: 'Where they stood at the knowledge time of the report.' })
  readonly status!: SectionStatus;

  @Field(() => ReportingCalendarEnum, {
    nullable: true,
    description: 'Which days the period covers where the figures are owed; null where nothing is owed.',
  })
  readonly calendar!: ReportingCalendar | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description:
      'The last moment at which the figures are in time: the end of a day in Vietnam (UTC+7); null without a deadline.',
  })
  readonly dueAt!: Instant | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description:
      'When they were first published, corrections left aside; null where they never were, or the agency did not answer.',
  })
  readonly publishedAt!: Instant | null;

  @Field(() => Boolean, {
    description:
      'Whether they were first published after the deadline, or are not published although it has passed; false without a deadline, or where the agency did not answer.',
  })
  readonly late!: boolean;

  @Field(() => Int, {
    nullable: true,
    description:
      'Number of observations that the section shows of the organisation; 0 where nothing is published, null where the agency did not answer.',
  })
  readonly figures!: number | null;

  @Field(() => [MissingIndicatorType], {
    description:
      'The indicators that are owed at least and have no figure, or only a plan, in the order of the obligation: all of them where nothing is published; empty where nothing is owed, or the agency did not answer.',
  })
  readonly missing!: readonly MissingIndicator[];
}

@ObjectType('Completeness', {
  simpleResolvers: true,
  description: 'What of a report is there and what is missing, at the knowledge time of the report.',
})
export class CompletenessType implements Completeness {
  @Field(() => Int, { description: 'How many of the sections are owed by their agencies.' })
  readonly expected!: number;

  @Field(() => Int, { description: 'How many of those are published.' })
  readonly received!: number;

  @Field(() => [SectionCompletenessType], {
    description:
      "One entry for each agency and organisation of which figures are owed or published: in the order of the directory's agencies, the report's organisation before its area. An agency that did not answer and owes nothing has one entry.",
  })
  readonly sections!: readonly SectionCompletenessType[];
}
