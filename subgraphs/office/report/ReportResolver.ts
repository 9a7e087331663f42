import { Arg, Ctx, ID, Query, Resolver } from 'type-graphql';

import { catalogued } from '../../../schema/errors/index.ts';
import { DateTimeScalar, PeriodScalar } from '../../../schema/graphql/index.ts';
import type { Instant, Period } from '../../../schema/values/index.ts';
import { settleAsOf, type AgencyContext } from '../../_kit/index.ts';
import { directory } from '../directory/directory.ts';
import { Report } from './Report.ts';

/** The query that leads to a report. */
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
