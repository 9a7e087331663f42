import { Arg, Directive, Field, ID, ObjectType } from 'type-graphql';

import type { Basis, Label, Locale, Retirement } from '../values/index.ts';
import { BasisEnum, LocaleEnum } from './enums.ts';

/** The argument that picks a language, the same everywhere. */
export const LocaleArgument = Arg('locale', () => LocaleEnum, {
  defaultValue: 'VI',
  description: 'Language of the text; Vietnamese where left out.',
});

/** Code and label that every entry of a catalogue has. Abstract: not a type of the graph by itself. */
@ObjectType('Labelled', { simpleResolvers: true, description: 'A code with its label.' })
export abstract class Labelled {
  @Field(() => ID, { description: 'Stable code; the same over the years and in every language.' })
  readonly code: string;

  readonly #label: Label;

  constructor(code: string, label: Label) {
    this.code = code;
    this.#label = label;
  }

  @Field(() => String, { description: 'Name for people.' })
  label(@LocaleArgument locale: Locale): string {
    return this.#label[locale];
  }
}

@Directive('@shareable')
@ObjectType('Unit', {
  simpleResolvers: true,
  description:
    'What a figure is counted or measured in, without any power of ten: "tỷ đồng" is the unit VND with "unitMultiplier" 9.',
})
export class UnitType extends Labelled {}

@Directive('@shareable')
@ObjectType('Dimension', {
  simpleResolvers: true,
  description: 'A way in which a total is broken down: form of discipline, deciding level.',
})
export class DimensionType extends Labelled {}

@Directive('@shareable')
@ObjectType('BreakdownPart', {
  simpleResolvers: true,
  description:
    'The part of a total that a figure is about, in one dimension: code "reprimand" of dimension "form".',
})
export class BreakdownPartType extends Labelled {
  @Field(() => DimensionType, { description: 'The dimension that the total is broken down by.' })
  readonly dimension: DimensionType;

  @Field(() => ID, {
    nullable: true,
    description:
      'Code of the part that this one belongs to; null at the top. Only parts with the same parent add up.',
  })
  readonly parent: string | null;

  constructor(code: string, label: Label, dimension: DimensionType, parent: string | null) {
    super(code, label);
    this.dimension = dimension;
    this.parent = parent;
  }
}

@Directive('@shareable')
@ObjectType('IndicatorGroup', {
  simpleResolvers: true,
  description: 'A heading of the report under which indicators stand.',
})
export class IndicatorGroupType extends Labelled {}

/** What an {@link IndicatorType} has beside its code and label. */
export interface IndicatorParts {
  readonly definition: Label;
  readonly group: IndicatorGroupType;
  readonly units: readonly [UnitType, ...UnitType[]];
  readonly basis: Basis;
  readonly dimensions: readonly DimensionType[];
  /** Absent while it is in force. */
  readonly retired?: Retirement;
}

@Directive('@shareable')
@ObjectType('Indicator', {
  simpleResolvers: true,
  description: 'What is counted. Its code stays the same over the years, however a report words it.',
})
export class IndicatorType extends Labelled {
  @Field(() => IndicatorGroupType, { description: 'The heading that it stands under.' })
  readonly group: IndicatorGroupType;

  @Field(() => UnitType, { description: 'Unit that it is published in; the first where there are several.' })
  readonly unit: UnitType;

  @Field(() => [UnitType], {
    description: 'All units that it may be published in; the first is "unit".',
  })
  readonly units: readonly UnitType[];

  @Field(() => BasisEnum, {
    description: 'Whether it holds at a moment, happens during a period, or adds up.',
  })
  readonly basis: Basis;

  @Field(() => [DimensionType], {
    description: 'Dimensions that it may be broken down by, in the order of the catalogue; empty when none.',
  })
  readonly dimensions: readonly DimensionType[];

  @Field(() => Boolean, { description: 'Whether new figures do not use it any more; those that do stay.' })
  readonly retired: boolean;

  @Field(() => ID, {
    nullable: true,
    description:
      'Code of the indicator that has taken its place and goes on with its series; null where none has.',
  })
  readonly supersededBy: string | null;

  readonly #definition: Label;

  constructor(code: string, label: Label, parts: IndicatorParts) {
    super(code, label);
    this.group = parts.group;
    this.unit = parts.units[0];
    this.units = parts.units;
    this.basis = parts.basis;
    this.dimensions = parts.dimensions;
    this.retired = parts.retired !== undefined;
    this.supersededBy = parts.retired?.supersededBy ?? null;
    this.#definition = parts.definition;
  }

  @Field(() => String, { description: 'What exactly is counted, of whom, and when.' })
  definition(@LocaleArgument locale: Locale): string {
    return this.#definition[locale];
  }
}
