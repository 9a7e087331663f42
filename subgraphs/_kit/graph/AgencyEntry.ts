import { Arg, Ctx, Directive, Field, ID, Int, ObjectType } from 'type-graphql';

import { catalogued, shortened } from '../../../schema/errors/index.ts';
import {
  BreakdownPartType,
  DateTimeScalar,
  IndicatorType,
  PeriodScalar,
  ReleaseType,
} from '../../../schema/graphql/index.ts';
import type { Instant, Period } from '../../../schema/values/index.ts';
import type { AuditEntry } from '../auditing/auditEntry.ts';
import { listObservations, settleAsOf } from '../reading/listObservations.ts';
import { readSeries, type Series } from '../reading/series/readSeries.ts';
import { searchIndicators } from '../reading/searchIndicators.ts';
import { diffReleases } from '../reading/revisions/diffReleases.ts';
import type { FigureRevision } from '../reading/revisions/findRevisions.ts';
import { AuditEntryType, MAXIMUM_AUDIT_PAGE, readAuditLog } from './auditLog.ts';
import type { AgencyContext } from './context.ts';
import { assertPageSize, formatCursor, listFingerprint, readCursor } from './cursor.ts';
import { ObservationFilterInput, ObservationPageType } from './ObservationPage.ts';
import { withCorrections, type ExplainedHeader } from './releaseCorrections.ts';
import { FigureRevisionType } from './revisionTypes.ts';
import { BreakdownInput, SeriesType } from './seriesTypes.ts';

const MAXIMUM_PAGE_SIZE = 1000;

const AS_OF =
  'Answer as known at this moment; the last full second where left out. A future one is refused (AS_OF_IN_FUTURE).';

/** What every agency answers about itself, beside its sections of reports. */
@ObjectType('AgencyEntry', { description: "An agency's own entry: its catalogue, figures and releases." })
export abstract class AgencyEntry {
  @Directive('@listSize(assumedSize: 100)')
  @Field(() => [IndicatorType], {
    description:
      'Indicators that the agency answers for, in the order of its catalogue; of a search the best first.',
  })
  async indicators(
    @Arg('search', () => String, {
      nullable: true,
      description:
        'Words that code, label or definition must hold, with or without diacritics; all where left out.',
    })
    search: string | null,
    @Arg('asOf', () => DateTimeScalar, {
      nullable: true,
      description:
        'The catalogue as it was at this moment; as it is where left out. A future one is refused (AS_OF_IN_FUTURE).',
    })
    asOf: Instant | null,
    @Ctx() { presenters, clock, now }: AgencyContext,
  ): Promise<readonly IndicatorType[]> {
    const time = asOf && settleAsOf(asOf, now());
    if (time) await clock.announce(time);
    const presenter = await (time ? presenters.at(time) : presenters.latest());
    return search ? searchIndicators(presenter.indicators, search) : presenter.indicators;
  }

  @Directive('@listSize(assumedSize: 300)')
  @Field(() => [BreakdownPartType], {
    description: "All codes of the agency's dimensions, in the order of its catalogue.",
  })
  async parts(@Ctx() { presenters }: AgencyContext): Promise<readonly BreakdownPartType[]> {
    return (await presenters.latest()).parts;
  }

  @Directive('@cost(weight: 20)')
  @Field(() => SeriesType, {
    nullable: true,
    description:
      'One figure through time, plans left out. Before its own first figure those of the codes that it has superseded go before: the indicator and breakdown of each point tell whose it is. Null with an error (CODE_UNKNOWN, UNIT_NOT_OF_INDICATOR, DIMENSION_NOT_OF_INDICATOR) when the agency has no such indicator, unit or part.',
  })
  async series(
    @Arg('indicator', () => ID, { description: 'Code of the indicator.' })
    indicator: string,
    @Arg('organisation', () => ID, { description: 'Code of the organisation that the figures are about.' })
    organisation: string,
    @Arg('breakdown', () => [BreakdownInput], {
      defaultValue: [],
      description: 'The part of the total; the total where left out.',
    })
    breakdown: BreakdownInput[],
    @Arg('unit', () => ID, {
      nullable: true,
      description: "Code of the unit; the indicator's first where left out.",
    })
    unit: string | null,
    @Arg('from', () => PeriodScalar, { nullable: true, description: 'Leave out times that begin before it.' })
    from: Period | null,
    @Arg('to', () => PeriodScalar, { nullable: true, description: 'Leave out times that end after it.' })
    to: Period | null,
    @Arg('asOf', () => DateTimeScalar, { nullable: true, description: AS_OF })
    asOf: Instant | null,
    @Ctx() context: AgencyContext,
  ): Promise<Series> {
    const part: Record<string, string> = {};
    for (const { dimension, code } of breakdown) {
      if (Object.hasOwn(part, dimension)) {
        const reason = `Argument "breakdown" names dimension "${shortened(dimension)}" twice.`;
        throw catalogued('ARGUMENT_INVALID', { reason });
      }
      part[dimension] = code;
    }
    // type-graphql gives undefined for what is left out, whatever the type says.
    const key = { indicator, organisation, breakdown: part, unit: unit ?? null, from, to };
    return readSeries(context, key, settleAsOf(asOf, context.now()));
  }

  @Directive(
    '@listSize(slicingArguments: ["first"], sizedFields: ["nodes"], requireOneSlicingArgument: false)',
  )
  @Field(() => ObservationPageType, {
    description:
      'Figures of all organisations and periods, page by page. A fact that several releases hold is shown once, from the newest published.',
  })
  async observations(
    @Arg('filter', () => ObservationFilterInput, {
      nullable: true,
      description: 'Which figures are meant; all where left out.',
    })
    filter: ObservationFilterInput | null,
    @Arg('first', () => Int, {
      defaultValue: 100,
      description: `Size of the page, 1 to ${MAXIMUM_PAGE_SIZE} (else PAGE_SIZE_INVALID).`,
    })
    first: number,
    @Arg('after', () => String, {
      nullable: true,
      description:
        'The "endCursor" of the page before; the first page where left out. It carries the knowledge time, and serves whoever has the same rights.',
    })
    after: string | null,
    @Arg('asOf', () => DateTimeScalar, { nullable: true, description: AS_OF })
    asOf: Instant | null,
    @Ctx() context: AgencyContext,
  ): Promise<ObservationPageType> {
    assertPageSize(first, MAXIMUM_PAGE_SIZE);
    const list = listFingerprint([context.agency, filter ?? {}, ...(context.principal?.grants ?? [])]);
    const cursor = after ? readCursor(after, list, asOf ?? null) : null;
    const time = settleAsOf(cursor?.asOf ?? asOf, context.now());
    const start = cursor?.position ?? 0;
    const found = await listObservations(context, filter ?? {}, time);
    const nodes = found.slice(start, start + first);
    const end = start + nodes.length;
    const endCursor = nodes.length > 0 ? formatCursor({ asOf: time, list, position: end }) : null;
    return { nodes, totalCount: found.length, pageInfo: { endCursor, hasNextPage: end < found.length } };
  }

  @Directive('@listSize(assumedSize: 50)')
  @Field(() => [ReleaseType], {
    description:
      'What the agency has published, newest first; also releases of which the asker may read no figure.',
  })
  async releases(
    @Arg('organisation', () => ID, {
      nullable: true,
      description: 'Code of the organisation; all where left out.',
    })
    organisation: string | null,
    @Arg('period', () => PeriodScalar, {
      nullable: true,
      description: 'Reporting period; all where left out.',
    })
    period: Period | null,
    @Arg('asOf', () => DateTimeScalar, { nullable: true, description: AS_OF })
    asOf: Instant | null,
    @Ctx() { agency, store, clock, log, now }: AgencyContext,
  ): Promise<readonly ExplainedHeader[]> {
    const time = settleAsOf(asOf, now());
    await clock.announce(time);
    const filter = {
      agency,
      ...(organisation && { organisations: [organisation] }),
      ...(period && { periods: [period] }),
    };
    return withCorrections(await store.headers(filter, time), log, time);
  }

  @Directive('@cost(weight: 50)')
  @Directive('@listSize(assumedSize: 300)')
  @Field(() => [FigureRevisionType], {
    nullable: true,
    description:
      'Figure by figure what differs between two releases about an organisation and period, in the order of the report; empty where they say the same. Null with an error RELEASE_UNKNOWN, or ARGUMENT_INVALID where "from" is not lower than "to".',
  })
  diff(
    @Arg('organisation', () => ID, { description: 'Code of the organisation that the releases are about.' })
    organisation: string,
    @Arg('period', () => PeriodScalar, { description: 'The reporting period that they are about.' })
    period: Period,
    @Arg('from', () => Int, { description: '"number" of the earlier release.' })
    from: number,
    @Arg('to', () => Int, { description: '"number" of the later release.' })
    to: number,
    @Ctx() context: AgencyContext,
  ): Promise<readonly FigureRevision[]> {
    return diffReleases({ agency: context.agency, organisation, period }, { from, to }, context);
  }

  @Directive('@listSize(slicingArguments: ["first"], requireOneSlicingArgument: false)')
  @Field(() => [AuditEntryType], {
    nullable: true,
    description:
      'The log of all that happened to figures, oldest first, for administrators of the agency. Null with the error RIGHT_MISSING for everyone else.',
  })
  auditLog(
    @Arg('after', () => Int, {
      defaultValue: 0,
      description:
        'The "sequence" of the last entry that is known; the log is told from its beginning where left out.',
    })
    after: number,
    @Arg('first', () => Int, {
      defaultValue: 100,
      description: `How many entries, 1 to ${MAXIMUM_AUDIT_PAGE} (else PAGE_SIZE_INVALID).`,
    })
    first: number,
    @Ctx() context: AgencyContext,
  ): Promise<readonly AuditEntry[]> {
    return readAuditLog(context, after, first);
  }
}
