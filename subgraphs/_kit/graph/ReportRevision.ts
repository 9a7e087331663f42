import { Ctx, Directive, Field, FieldResolver, ID, ObjectType, Resolver, Root } from 'type-graphql';

import { DateTimeScalar, PeriodScalar } from '../../../schema/graphql/index.ts';
import type { Instant, Period } from '../../../schema/values/index.ts';
import { organisationsOf } from '../reading/sectionSource.ts';
import { findRevisions, type FigureRevision } from '../reading/revisions/findRevisions.ts';
import type { AgencyContext } from './context.ts';
import { readInstant, readPeriod } from './representation.ts';
import { FigureRevisionType } from './revisionTypes.ts';

/** Which report is looked at, and at which two moments. */
export interface RevisionKey {
  readonly organisation: string;
  /** The organisation around it, whose figures belong into the report as well; its own code for an area. */
  readonly area: string;
  readonly period: Period;
  readonly from: Instant;
  /** Not before `from`. */
  readonly to: Instant;
}

/** A class whose instances stand for a report between two moments. */
export type RevisionClass = new (key: RevisionKey) => RevisionKey;

/** A report between two moments, to which every agency adds its own changes. A class per agency (metadata is global). */
export function createReportRevision(): RevisionClass {
  @Directive('@key(fields: "organisation area period from to")')
  @ObjectType('ReportRevision', {
    description: 'What has changed in a report between two moments, agency by agency.',
  })
  class ReportRevision implements RevisionKey {
    @Field(() => ID, { simple: true, description: 'Code of the organisation that reports.' })
    readonly organisation: string;

    @Field(() => ID, {
      simple: true,
      description: 'Code of the area whose figures belong into the report as well.',
    })
    readonly area: string;

    @Field(() => PeriodScalar, { simple: true, description: 'The reporting period.' })
    readonly period: Period;

    @Field(() => DateTimeScalar, { simple: true, description: 'The earlier moment.' })
    readonly from: Instant;

    @Field(() => DateTimeScalar, { simple: true, description: 'The later moment.' })
    readonly to: Instant;

    constructor({ organisation, area, period, from, to }: RevisionKey) {
      this.organisation = organisation;
      this.area = area;
      this.period = period;
      this.from = from;
      this.to = to;
    }
  }
  return ReportRevision;
}

/** The resolver class that gives a report between two moments the changes of one agency. */
export function createRevisionResolver(
  revision: RevisionClass,
  { name, description }: { readonly name: string; readonly description: string },
): new () => object {
  @Resolver(() => revision)
  class RevisionResolver {
    @Directive('@cost(weight: 50)')
    @Directive('@listSize(assumedSize: 300)')
    @FieldResolver(() => [FigureRevisionType], {
      name,
      nullable: true,
      description: `${description} Figures about the organisation, then about its area, each in the order of the report; empty where nothing has changed. Null with an error when the agency could not be reached.`,
    })
    async revisions(
      @Root() key: RevisionKey,
      @Ctx() context: AgencyContext,
    ): Promise<readonly FigureRevision[]> {
      const { period, from, to } = key;
      const { agency, releases } = context;
      const revised = organisationsOf(key).map(async (organisation) => {
        const line = { agency, organisation, period };
        const [before, after] = await Promise.all(
          [from, to].map(async (asOf) => ({ release: await releases.load({ ...line, asOf }), asOf })),
        );
        return before && after ? findRevisions(line, before, after, context) : [];
      });
      return (await Promise.all(revised)).flat();
    }
  }
  return RevisionResolver;
}

/** A representation as the gateway sends it, checked. @throws PERIOD_INVALID or DATE_TIME_INVALID. */
export function readRevisionKey(representation: Record<string, unknown>): RevisionKey {
  const { organisation, area, period, from, to } = representation;
  return {
    organisation: String(organisation),
    area: String(area),
    period: readPeriod(period),
    from: readInstant(from),
    to: readInstant(to),
  };
}
