import { GraphQLScalarType, parse, type ScalarTypeDefinitionNode } from 'graphql';
import { Directive, Field, ID, ObjectType, registerEnumType } from 'type-graphql';

import { ObservationType, PeriodScalar, ReleaseType } from '../../../schema/graphql/index.ts';
import type { Period, ReleaseHeader } from '../../../schema/values/index.ts';
import { fillForm } from '../form/fillForm.ts';
import type { FormClass } from '../form/formFields.ts';
import { factsOf } from '../reading/facts.ts';
import type { SectionSource } from '../reading/sectionSource.ts';

/** Where the agency's word about an organisation and period stands. */
export const SubmissionState = { PUBLISHED: 'PUBLISHED' } as const;

registerEnumType(SubmissionState, {
  name: 'SubmissionState',
  description: "Where an agency's figures about an organisation and period stand.",
  valuesConfig: { PUBLISHED: { description: 'Released: everyone sees them.' } },
});

@Directive('@shareable')
@ObjectType('Submission', {
  simpleResolvers: true,
  description: 'Where the figures of one agency about one organisation and period stand.',
})
export class SubmissionType {
  @Field(() => ID, { description: 'Code of the organisation that the figures are about.' })
  organisation!: string;

  @Field(() => PeriodScalar, { description: 'The reporting period.' })
  period!: Period;

  @Field(() => SubmissionState, { description: 'State at the knowledge time of the report.' })
  state!: keyof typeof SubmissionState;

  @Field(() => ReleaseType, { nullable: true, description: 'The newest release; null before the first.' })
  release!: ReleaseHeader | null;
}

const FACTS =
  'Versioned JSON with the stored observations of the releases: a contract between agencies and office that clients never see.';

export const FactsScalar = new GraphQLScalarType({
  name: 'Facts',
  description: FACTS,
  serialize: (value) => value,
  astNode: parse(`"${FACTS}" scalar Facts @inaccessible`).definitions[0] as ScalarTypeDefinitionNode,
});

/** What the section of every agency has beside its own form. */
@ObjectType('Section', { simpleResolvers: true, description: "An agency's part of a report." })
export abstract class Section {
  @Field(() => [ObservationType], {
    description:
      'All figures of this section, also those without a place in the form: in the order of the catalogue, totals before parts; empty when nothing is published.',
  })
  observations!: readonly ObservationType[];

  @Field(() => [SubmissionType], {
    description:
      'State of the releases that this section shows: about the organisation, then about its area; without those that do not exist.',
  })
  submissions!: readonly SubmissionType[];

  @Directive('@inaccessible')
  @Field(() => FactsScalar, { description: 'All that checks need, for office.' })
  facts!: () => object;
}

/** The section of a report: the agency's form filled, and what every section has. */
export function sectionOf(form: FormClass, source: SectionSource): object {
  return {
    ...fillForm(form, source),
    observations: source.observations,
    submissions: source.releases.map((release) => ({
      organisation: release.organisation,
      period: release.period,
      state: SubmissionState.PUBLISHED,
      release,
    })),
    facts: () => factsOf(source.releases),
  };
}
