import { Arg, Ctx, Directive, Field, ID, ObjectType, Query, Resolver } from 'type-graphql';

import { catalogued } from '../../../schema/errors/index.ts';
import { DateTimeScalar, LocaleArgument, PeriodScalar } from '../../../schema/graphql/index.ts';
import type { Instant, Locale, Period } from '../../../schema/values/index.ts';
import { settleAsOf, type AgencyContext, type ReportKey } from '../../_kit/index.ts';
import { directory } from '../directory/directory.ts';
import { reportTitle } from './reportTitle.ts';

@Directive('@key(fields: "organisation period asOf")')
@ObjectType('Report', {
  description: 'The report of one organisation for one period, as known at one moment.',
})
export class Report implements ReportKey {
  @Field(() => ID, { simple: true, description: 'Code of the organisation that reports.' })
  readonly organisation: string;

  @Field(() => PeriodScalar, { simple: true, description: 'The reporting period.' })
  readonly period: Period;

  @Field(() => DateTimeScalar, { simple: true, description: 'The moment that all agencies answer for.' })
  readonly asOf: Instant;

  @Field(() => ID, {
    simple: true,
    nullable: true,
    description:
      'Code of the area around the organisation, whose figures belong into the report as well; its own code for an area.',
  })
  readonly area: string | null;

  constructor({ organisation, period, asOf }: Omit<ReportKey, 'area'>) {
    this.organisation = organisation;
    this.period = period;
    this.asOf = asOf;
    this.area = directory.organisations.get(organisation)?.area ?? null;
  }

  @Field(() => String, { description: 'Title of the report: whose, and of which period.' })
  title(@LocaleArgument locale: Locale): string {
    const label = directory.organisations.get(this.organisation)?.label[locale] ?? this.organisation;
    return reportTitle(label, this.period, locale);
  }
}

@Resolver()
export class ReportResolver {
  @Query(() => Report, {
    nullable: true,
    description:
      'A report, assembled from what all agencies have released. Null with an error ORGANISATION_UNKNOWN or AS_OF_IN_FUTURE.',
  })
  report(
    @Arg('organisation', () => ID, { description: 'Code of the organisation that reports.' })
    organisation: string,
    @Arg('period', () => PeriodScalar, { description: 'The reporting period, such as "2024-Q1".' })
    period: Period,
    @Arg('asOf', () => DateTimeScalar, {
      nullable: true,
      description: 'Show what was known at this moment; the last full second where left out.',
    })
    asOf: Instant | null,
    @Ctx() { now }: AgencyContext,
  ): Report {
    if (!directory.organisations.has(organisation)) {
      const known = [...directory.organisations.keys()];
      throw catalogued('ORGANISATION_UNKNOWN', { value: organisation, known });
    }
    return new Report({ organisation, period, asOf: settleAsOf(asOf, now()) });
  }
}
