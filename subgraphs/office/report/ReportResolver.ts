import { Arg, Ctx, ID, Query, Resolver } from 'type-graphql';

import { catalogued } from '../../../schema/errors/index.ts';
import { DateTimeScalar, PeriodScalar } from '../../../schema/graphql/index.ts';
import type { Instant, Period } from '../../../schema/values/index.ts';
import { settleAsOf, type AgencyContext } from '../../_kit/index.ts';
import { directoryAt } from '../directory/directoryAt.ts';
import type { Directory } from '../directory/readDirectory.ts';
import { Report } from './Report.ts';

/** The query that leads to a report. */
@Resolver()
export class ReportResolver {
  @Query(() => Report, {
    nullable: true,
    description:
      'A report, assembled from what all agencies have released. Null with an error ORGANISATION_UNKNOWN or AS_OF_IN_FUTURE.',
  })
  async report(
    @Arg('organisation', () => ID, { description: 'Code of the organisation that reports.' })
    organisation: string,
    @Arg('period', () => PeriodScalar, { description: 'The reporting period, such as "2024-Q1".' })
    period: Period,
    @Arg('asOf', () => DateTimeScalar, {
      nullable: true,
      description: 'Show what was known at this moment; the last full second where left out.',
    })
    asOf: Instant | null,
    @Ctx() context: AgencyContext,
  ): Promise<Report> {
    const time = await settle(organisation, asOf, context);
    const { organisations } = await directoryAt(time, context);
    const found = organisations.get(organisation);
    if (!found) {
      const known = [...organisations.keys()];
      throw catalogued('ORGANISATION_UNKNOWN', { value: organisation, known });
    }
    return new Report({ organisation, period, asOf: time, area: found.area });
  }
}

/**
 * The knowledge time of a report. Of an organisation that has come into the directory within this second it is the moment
 * of the last move: whoever has just put it in finds it.
 */
async function settle(
  organisation: string,
  asked: Instant | null | undefined,
  context: AgencyContext,
): Promise<Instant> {
  const time = settleAsOf(asked, context.now());
  if (asked) return time;
  const isThere = ({ organisations }: Directory) => organisations.has(organisation);
  if (isThere(await directoryAt(time, context)) || !isThere(await directoryAt(null, context))) return time;
  const { store, agency } = context.log;
  return (await store.head(agency))?.at ?? time;
}
