import { Directive, Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';

import {
  ComparisonType,
  DecimalScalar,
  IndicatorType,
  ObservationType,
  PeriodScalar,
} from '../../../schema/graphql/index.ts';
import type { Decimal, Period } from '../../../schema/values/index.ts';
import type { Revision } from '../reading/series/readRevisions.ts';
import type { Series, SeriesPoint } from '../reading/series/readSeries.ts';
import type { SeriesBreak, SeriesBreakKind } from '../reading/series/seriesBreaks.ts';

@InputType('BreakdownInput', { description: 'One dimension and code of the part of a total that is meant.' })
export class BreakdownInput {
  @Field(() => ID, { description: 'Code of the dimension.' })
  dimension!: string;

  @Field(() => ID, { description: 'Code of the part within the dimension.' })
  code!: string;
}

@Directive('@shareable')
@ObjectType('Revision', {
  simpleResolvers: true,
  description:
    'What was said of one figure over time, by all releases about its organisation up to the knowledge time, whatever their reporting period. A release that no longer holds the figure takes back what its predecessor said.',
})
export class RevisionType implements Revision {
  @Field(() => ObservationType, { description: 'The first word about it that was published.' })
  first!: ObservationType;

  @Field(() => ObservationType, {
    description: 'The word that stands; the first one where it was never revised.',
  })
  latest!: ObservationType;

  @Field(() => Int, {
    description:
      'How often value, multiplier, qualifier, stage or missing changed from one word to the next; 0 where it was never revised.',
  })
  count!: number;

  @Field(() => DecimalScalar, {
    nullable: true,
    description:
      'Latest less first, by the printed numbers and exactly, in the unit and multiplier of the latest; null where either has no value.',
  })
  change!: Decimal | null;

  @Field(() => DecimalScalar, {
    nullable: true,
    description:
      'The same in percent of the first, rounded half to even at two decimals; null where either has no value or the first is zero.',
  })
  percentChange!: Decimal | null;
}

/** Kinds of breaks in the graph. */
export const SeriesBreakKindEnum = {
  DECLARED: 'DECLARED',
  CALENDAR: 'CALENDAR',
} as const satisfies Readonly<{ [Kind in SeriesBreakKind]: Kind }>;

registerEnumType(SeriesBreakKindEnum, {
  name: 'SeriesBreakKind',
  description: 'Why figures of a series cannot be compared with earlier ones.',
  valuesConfig: {
    DECLARED: { description: 'The agency says so: another definition, another scope.' },
    CALENDAR: { description: 'The reporting calendar changes: periods cover other days.' },
  },
});

@Directive('@shareable')
@ObjectType('SeriesBreak', {
  simpleResolvers: true,
  description: 'A place in a series across which figures cannot be compared.',
})
export class SeriesBreakType implements SeriesBreak {
  @Field(() => PeriodScalar, { description: 'The first time after the break.' })
  time!: Period;

  @Field(() => SeriesBreakKindEnum, { description: 'Why the series breaks.' })
  kind!: SeriesBreakKind;

  @Field(() => String, {
    nullable: true,
    description: "The reason in the agency's words; null for CALENDAR.",
  })
  reason!: string | null;
}

@Directive('@shareable')
@ObjectType('SeriesPoint', {
  simpleResolvers: true,
  description: 'One time of a series, in one reporting calendar.',
})
export class SeriesPointType implements SeriesPoint {
  @Field(() => PeriodScalar, { description: 'The period that the figure describes.' })
  time!: Period;

  @Field(() => ObservationType, {
    description:
      'The figure from the newest published release that holds it; of a superseded indicator or code where that was the one at the time.',
  })
  observation!: ObservationType;

  @Field(() => [ObservationType], {
    description:
      'The same figure as releases of other reporting periods hold it, newest published first; empty when none.',
  })
  alternates!: readonly ObservationType[];

  @Field(() => ComparisonType, {
    nullable: true,
    description:
      'The figure against the time before of the same frequency (a span: of the same months), also where that lies outside of "from"; of kind PERIOD. Null for the first. Across a break, "computed" is null with reason BREAK_IN_SERIES or CALENDARS_DIFFER.',
  })
  growth!: ComparisonType | null;

  @Field(() => RevisionType, { description: 'How the word about this figure has changed over time.' })
  revision!: () => Promise<Revision>;
}

@Directive('@shareable')
@ObjectType('Series', { simpleResolvers: true, description: 'One figure through time.' })
export class SeriesType implements Series {
  @Field(() => IndicatorType, { description: 'What is counted.' })
  indicator!: IndicatorType;

  @Field(() => ID, { description: 'Code of the organisation that the figures are about.' })
  organisation!: string;

  @Directive('@listSize(assumedSize: 20)')
  @Field(() => [SeriesPointType], {
    description:
      "The times for which a figure is held, by their first day, the shorter first, the calendar's own periods before administrative ones; empty when none.",
  })
  points!: readonly SeriesPointType[];

  @Field(() => [SeriesBreakType], {
    description: 'Where the series breaks between "from" and "to", in order of time; empty when nowhere.',
  })
  breaks!: readonly SeriesBreakType[];
}
