import { Ctx, Directive, Field, FieldResolver, ID, ObjectType, Resolver, Root } from 'type-graphql';

import { DateTimeScalar, PeriodScalar } from '../../../schema/graphql/index.ts';
import type { Instant, Period } from '../../../schema/values/index.ts';
import type { FormClass } from '../form/formFields.ts';
import { loadSection, type ReportKey } from '../reading/sectionSource.ts';
import type { AgencyContext } from './context.ts';
import { readInstant, readPeriod } from './representation.ts';
import { sectionOf } from './Section.ts';

/** A class whose instances stand for a report; office has its own with more fields. */
export type ReportClass = new (key: ReportKey) => ReportKey;

/** The report as an agency sees it: its key alone. A class per agency (metadata is global). */
export function createReportStub(): ReportClass {
  @Directive('@key(fields: "organisation area period asOf")')
  @ObjectType('Report', {
    description: 'The report of one organisation for one period, as known at one moment.',
  })
  class ReportStub implements ReportKey {
    @Field(() => ID, { description: 'Code of the organisation that reports.' })
    organisation!: string;

    @Field(() => PeriodScalar, { description: 'The reporting period.' })
    period!: Period;

    @Field(() => DateTimeScalar, { description: 'The moment that all agencies answer for.' })
    asOf!: Instant;

    @Field(() => ID, {
      description:
        'Code of the area around the organisation, whose figures belong into the report as well; its own code for an area.',
    })
    area!: string;
  }
  return ReportStub;
}

interface SectionField {
  readonly name: string;
  readonly form: FormClass;
  readonly description: string;
}

/** The resolver class that gives a report the section of one agency. */
export function createSectionResolver(report: ReportClass, field: SectionField): new () => object {
  @Resolver(() => report)
  class SectionResolver {
    @FieldResolver(() => field.form, { name: field.name, nullable: true, description: field.description })
    async section(@Root() key: ReportKey, @Ctx() context: AgencyContext): Promise<object> {
      return sectionOf(field.form, await loadSection(key, context.releases, context));
    }
  }
  return SectionResolver;
}

/** A representation of a report as the gateway sends it, checked; a copy, since graphql writes `__typename` on it. */
export function readReportKey(representation: Record<string, unknown>): ReportKey {
  const { organisation, period, asOf, area } = representation;
  return {
    organisation: String(organisation),
    period: readPeriod(period),
    asOf: readInstant(asOf),
    area: typeof area === 'string' ? area : null,
  };
}
