import { GraphQLScalarType, parse, type ScalarTypeDefinitionNode } from 'graphql';
import { Arg, Ctx, Directive, Field, ObjectType } from 'type-graphql';

import {
  CheckResultType,
  ObservationType,
  PeriodScalar,
  ReleaseType,
  VerdictArgument,
} from '../../../schema/graphql/index.ts';
import type { Period, ReleaseHeader, Verdict } from '../../../schema/values/index.ts';
import { fillForm } from '../form/fillForm.ts';
import type { FormClass } from '../form/formFields.ts';
import type { Facts } from '../reading/facts.ts';
import { findChanges, loadBase, type Change, type ChangeState } from '../reading/changes/findChanges.ts';
import { loadSection, type SectionSource } from '../reading/sectionSource.ts';
import { sectionFacts, sectionStates } from '../reading/sectionStates.ts';
import { ownChecks, withVerdict } from '../rules/checkSection.ts';
import { ChangeStateEnum, ChangeType } from './changeTypes.ts';
import type { AgencyContext } from './context.ts';
import { SubmissionType } from './submissionTypes.ts';

const FACTS =
  'Versioned JSON with the stored observations of the releases: a contract between agencies and office that clients never see.';

export const FactsScalar = new GraphQLScalarType({
  name: 'Facts',
  description: FACTS,
  serialize: (value) => value,
  astNode: parse(`"${FACTS}" scalar Facts @inaccessible`).definitions[0] as ScalarTypeDefinitionNode,
});

/** What the section of every agency has beside its own form. */
@ObjectType('Section', { description: "An agency's part of a report." })
export abstract class Section {
  @Directive('@listSize(assumedSize: 300)')
  @Field(() => [ObservationType], {
    simple: true,
    description:
      'All figures of this section, also those without a place in the form: in the order of the catalogue, totals before parts; empty when nothing is published.',
  })
  observations!: readonly ObservationType[];

  // States that cannot be read must not take the figures away.
  @Directive('@listSize(assumedSize: 2)')
  @Field(() => [SubmissionType], {
    nullable: true,
    description:
      "Where the agency's word about the organisation, then about its area, stood at the knowledge time; without those that it has not spoken about. Whoever works with its figures sees drafts on their way, everyone else what is published or withdrawn. Null with an error where that could not be told.",
  })
  submissions(@Ctx() context: AgencyContext): Promise<readonly SubmissionType[]> {
    return sectionStates(this.source, context);
  }

  // Nullable as all that office requires: a plan may leave it out where it requires something else of the section.
  @Directive('@listSize(assumedSize: 2)')
  @Field(() => [ReleaseType], {
    simple: true,
    nullable: true,
    description:
      'The releases that it is made of: about the organisation, then about its area; without those that are not published. Never null.',
  })
  releases!: readonly ReleaseHeader[];

  /** What the section shows; no field of the graph. */
  source!: SectionSource;

  // A rule that fails must not take the figures away that it judges.
  @Directive('@cost(weight: 50)')
  @Directive('@listSize(assumedSize: 50)')
  @Field(() => [CheckResultType], {
    nullable: true,
    description:
      "What the agency's own rules say of these figures, in the order of the rules: bases and earlier stocks are looked up in all that the agency holds. Empty when no rule speaks of them; null with an error where they could not be judged.",
  })
  async checks(
    @VerdictArgument verdict: readonly Verdict[] | null,
    @Ctx() context: AgencyContext,
  ): Promise<readonly CheckResultType[]> {
    return withVerdict(await ownChecks(this.source, context), verdict);
  }

  // A refused argument must not take the figures away either.
  @Directive('@cost(weight: 50)')
  @Directive('@listSize(assumedSize: 300)')
  @Field(() => [ChangeType], {
    nullable: true,
    description:
      "Figure by figure what this section shows against what it shows in the report of another period, both as known at the report's asOf. Figures correspond by indicator, organisation, breakdown, unit, calendar, who set a plan, and by time: own period to own period, the year before to the year before, a school year to the school year as far away. In the order of the report, what has disappeared where the catalogue puts it; null with an error ARGUMENT_INVALID for the report's own period. Where nothing is published for that period every figure is APPEARED: 'changesBase' tells.",
  })
  async changes(
    @Arg('against', () => PeriodScalar, {
      description: 'Reporting period of the other report, of any length: "2020".',
    })
    against: Period,
    @Arg('state', () => [ChangeStateEnum], {
      nullable: true,
      description: 'Only figures of which one of these is true; all where left out.',
    })
    states: readonly ChangeState[] | null,
    @Ctx() context: AgencyContext,
  ): Promise<readonly Change[]> {
    const load = (key: SectionSource['key']) => loadSection(key, context.releases, context);
    const presenter = await context.presenters.at(this.source.key.asOf);
    const changes = await findChanges(this.source, against, load, presenter);
    return states ? changes.filter(({ state }) => states.includes(state)) : changes;
  }

  @Directive('@cost(weight: 20)')
  @Directive('@listSize(assumedSize: 2)')
  @Field(() => [ReleaseType], {
    nullable: true,
    description:
      'The releases that "changes" compares with: about the organisation, then about its area. Empty where nothing is published for that period, so that there is nothing to compare with; null with an error ARGUMENT_INVALID for the report\'s own period.',
  })
  async changesBase(
    @Arg('against', () => PeriodScalar, {
      description: 'Reporting period of the other report, as for "changes".',
    })
    against: Period,
    @Ctx() context: AgencyContext,
  ): Promise<readonly ReleaseHeader[]> {
    const load = (key: SectionSource['key']) => loadSection(key, context.releases, context);
    return (await loadBase(this.source, against, load)).releases;
  }

  @Directive('@inaccessible')
  @Field(() => FactsScalar, {
    nullable: true,
    description: 'All that checks need, for office; null where they could not be told.',
  })
  facts(@Ctx() context: AgencyContext): Promise<Facts> {
    return sectionFacts(this.source, context);
  }
}

/** The section of a report: the agency's form filled, and what every section has. */
export function sectionOf(form: FormClass, source: SectionSource): object {
  return {
    ...fillForm(form, source),
    observations: source.observations,
    releases: source.releases,
    source,
  };
}
