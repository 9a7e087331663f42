import { Field, ID, ObjectType, registerEnumType } from 'type-graphql';

import { Labelled, LocaleArgument, PeriodScalar } from '../../../schema/graphql/index.ts';
import type { Label, Locale, Period } from '../../../schema/values/index.ts';
import type { Organisation, OrganisationKind, SourceDocument } from './readDirectory.ts';

const OrganisationKindEnum = { PROVINCE: 'PROVINCE', BLOC: 'BLOC' } as const satisfies Record<
  OrganisationKind,
  OrganisationKind
>;

registerEnumType(OrganisationKindEnum, {
  name: 'OrganisationKind',
  description: 'What kind of organisation reports.',
  valuesConfig: {
    PROVINCE: { description: 'The Party organisation of a province, and the province itself.' },
    BLOC: { description: 'The Party organisation of the agencies and enterprises of a province.' },
  },
});

@ObjectType('Organisation', {
  simpleResolvers: true,
  description: 'An organisation that reports, or an area that figures are about.',
})
export class OrganisationType extends Labelled {
  @Field(() => OrganisationKindEnum, { description: 'What kind of organisation it is.' })
  readonly kind: OrganisationKind;

  @Field(() => ID, { nullable: true, description: 'Code of the organisation above it; null at the top.' })
  readonly parent: string | null;

  @Field(() => ID, { description: 'Code of the area that it works in; its own code for an area.' })
  readonly area: string;

  @Field(() => Boolean, { description: 'Whether no new reports are made of it; those that are there stay.' })
  readonly retired: boolean;

  @Field(() => ID, {
    nullable: true,
    description: 'Code of the organisation that has taken its place; null where none has.',
  })
  readonly supersededBy: string | null;

  constructor({ code, label, kind, parent, area, retired }: Organisation) {
    super(code, label);
    this.retired = retired !== undefined;
    this.supersededBy = retired?.supersededBy ?? null;
    this.kind = kind;
    this.parent = parent;
    this.area = area;
  }
}

@ObjectType('Agency', {
  simpleResolvers: true,
  description: 'An agency that publishes figures from its own subgraph.',
})
export class AgencyType extends Labelled {}

@ObjectType('SourceDocument', {
  simpleResolvers: true,
  description: 'A published document that prints figures.',
})
export class SourceDocumentType {
  @Field(() => ID, { description: 'Stable code of the document, as sources name it.' })
  readonly code: string;

  @Field(() => String, { description: 'Who published it.' })
  readonly publisher: string;

  @Field(() => ID, { description: 'Code of the organisation whose report it is.' })
  readonly organisation: string;

  @Field(() => PeriodScalar, { description: 'The reporting period.' })
  readonly period: Period;

  readonly #title: Label;

  constructor({ code, title, publisher, organisation, period }: SourceDocument) {
    this.code = code;
    this.publisher = publisher;
    this.organisation = organisation;
    this.period = period;
    this.#title = title;
  }

  @Field(() => String, { description: 'Title of the document.' })
  title(@LocaleArgument locale: Locale): string {
    return this.#title[locale];
  }
}
