import { Arg, Ctx, Directive, Field, ID, ObjectType } from 'type-graphql';

import { catalogued } from '../../../schema/errors/index.ts';
import {
  CheckResultType,
  DateTimeScalar,
  LocaleArgument,
  PeriodScalar,
  VerdictArgument,
} from '../../../schema/graphql/index.ts';
import {
  remembered,
  type Instant,
  type Locale,
  type Period,
  type Verdict,
} from '../../../schema/values/index.ts';
import { loadReleases, withVerdict, type AgencyContext, type ReportKey } from '../../_kit/index.ts';
import type { Completeness } from '../completeness/completeness.ts';
import { CompletenessType } from '../completeness/completenessTypes.ts';
import { directory } from '../directory/directory.ts';
import { directoryAt } from '../directory/directoryAt.ts';
import { marksOf, wholeMarks } from '../issuing/releaseMarks.ts';
import { sealReport } from '../issuing/seal.ts';
import {
  addForeignSections,
  OTHERS,
  REQUIRED_FACTS,
  REQUIRED_RELEASES,
  sentFacts,
} from './foreignSections.ts';
import { createJudgement } from './judgement.ts';
import { ReportRevision } from './ReportRevision.ts';
import { reportTitle } from './reportTitle.ts';

@Directive('@key(fields: "organisation area period asOf")')
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
    description:
      'Code of the area around the organisation, whose figures belong into the report as well; its own code for an area. An issued report keeps the one that it was issued with.',
  })
  readonly area: string;

  /** What the gateway has sent of the other agencies' sections, where a field requires it; no field of the graph. */
  readonly #sections: Readonly<Record<string, unknown>>;

  /** What is found in it, by request; no field of the graph. */
  readonly #judgementIn = remembered((context: AgencyContext) =>
    createJudgement(this, sentFacts(this.#sections), context),
  );

  constructor(
    { organisation, area, period, asOf }: Omit<ReportKey, 'area'> & Partial<Pick<ReportKey, 'area'>>,
    sections: Readonly<Record<string, unknown>> = {},
  ) {
    this.#sections = sections;
    this.organisation = organisation;
    this.period = period;
    this.asOf = asOf;
    this.area = area ?? directory.organisations.get(organisation)?.area ?? organisation;
  }

  @Field(() => String, { description: 'Title of the report: whose, and of which period.' })
  async title(@LocaleArgument locale: Locale, @Ctx() context: AgencyContext): Promise<string> {
    const { organisations } = await directoryAt(this.asOf, context);
    const label = organisations.get(this.organisation)?.label[locale] ?? this.organisation;
    return reportTitle(label, this.period, locale);
  }

  @Directive(`@requires(fields: "${REQUIRED_FACTS}")`)
  @Directive('@cost(weight: 200)')
  @Directive('@listSize(assumedSize: 100)')
  @Field(() => [CheckResultType], {
    nullable: true,
    description:
      "What the rules between agencies say of the report, in the order of the rules. Rules about an agency that was not reached are NOT_TESTABLE and name it. An agency's own rules are in its section. Null with an error where they could not be judged.",
  })
  async reconciliation(
    @VerdictArgument verdict: readonly Verdict[] | null,
    @Arg('agency', () => ID, {
      nullable: true,
      description: 'Only rules that speak of this agency (else CODE_UNKNOWN); all where left out.',
    })
    agency: string | null | undefined,
    @Ctx() context: AgencyContext,
  ): Promise<readonly CheckResultType[]> {
    return withVerdict(await this.#judgementIn(context).reconciliation(agency ?? null), verdict);
  }

  @Directive(`@requires(fields: "${REQUIRED_FACTS}")`)
  @Directive('@cost(weight: 100)')
  @Field(() => CompletenessType, {
    nullable: true,
    description:
      'What each agency owes to the report, what is here, and what is missing or late. Null with an error where that could not be told.',
  })
  completeness(@Ctx() context: AgencyContext): Promise<Completeness> {
    return this.#judgementIn(context).completeness();
  }

  @Directive(`@requires(fields: "${REQUIRED_RELEASES}")`)
  @Field(() => String, {
    nullable: true,
    description:
      'Names all releases that the report is made of, for "issueReport": what was seen is what is issued. Null with an error REPORT_NOT_WHOLE where an agency was not reached.',
  })
  async seal(@Ctx() context: AgencyContext): Promise<string> {
    const { organisation, area, period, asOf } = this;
    const releases = await loadReleases(this, context.releases, context.agency);
    const marks = wholeMarks(marksOf('office', releases), this.#sections);
    const key = { organisation, area, period, asOf };
    return sealReport({ ...key, releases: marks }, context.secrets);
  }

  @Field(() => ReportRevision, {
    nullable: true,
    description:
      'What has changed in the report since another moment, figure by figure, agency by agency. Null with an error ARGUMENT_INVALID for a moment after its asOf.',
  })
  revision(
    @Arg('from', () => DateTimeScalar, { description: 'The earlier moment.' })
    from: Instant,
  ): InstanceType<typeof ReportRevision> {
    const { organisation, area, period, asOf } = this;
    if (from > asOf) {
      throw catalogued('ARGUMENT_INVALID', {
        reason: `Argument "from" is "${from}", after the report's own moment "${asOf}".`,
        remedy: 'Give an earlier one, or ask for the report as of a later one.',
      });
    }
    return new ReportRevision({ organisation, area, period, from, to: asOf });
  }
}

addForeignSections(Report, OTHERS);
