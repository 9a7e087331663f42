import { Directive, Field, ID, ObjectType, registerEnumType } from 'type-graphql';

import { DateTimeScalar } from '../../../../schema/graphql/index.ts';
import type { Instant } from '../../../../schema/values/index.ts';
import type { UpdateOutcome } from '../../catalogue/updating/updateCatalogue.ts';
import { FileFaultType } from './sentFile.ts';

/** Kinds of files that come into catalogues; what the office alone keeps is refused by all others. */
export const CATALOGUE_KINDS = [
  'UNITS',
  'INDICATORS',
  'DIMENSIONS',
  'RULES',
  'ORGANISATIONS',
  'DOCUMENTS',
  'OBLIGATIONS',
  'RECONCILIATION_RULES',
] as const;

/** One of {@link CATALOGUE_KINDS}. */
export type CatalogueKind = (typeof CATALOGUE_KINDS)[number];

/** Kinds of files in the graph. */
export const CatalogueKindEnum = {
  UNITS: 'UNITS',
  INDICATORS: 'INDICATORS',
  DIMENSIONS: 'DIMENSIONS',
  RULES: 'RULES',
  ORGANISATIONS: 'ORGANISATIONS',
  DOCUMENTS: 'DOCUMENTS',
  OBLIGATIONS: 'OBLIGATIONS',
  RECONCILIATION_RULES: 'RECONCILIATION_RULES',
} as const satisfies { readonly [Kind in CatalogueKind]: Kind };

registerEnumType(CatalogueKindEnum, {
  name: 'CatalogueKind',
  description:
    'What a file that is put into a catalogue lists; each has the columns of the file that it is named after.',
  valuesConfig: {
    UNITS: { description: 'What figures are counted or measured in: as units.csv.' },
    INDICATORS: {
      description:
        'What is counted, and the groups it stands in: as catalogue.csv; a row without "kind" is an indicator.',
    },
    DIMENSIONS: {
      description:
        'Ways to break totals down, and their codes: as catalogue.csv; a row without "kind" is a code where "in" names its dimension, else a dimension.',
    },
    RULES: { description: 'What has to hold between figures: one rule a row.' },
    ORGANISATIONS: {
      description: 'Who reports, and about which areas: as organisations.csv. Of the office alone.',
    },
    DOCUMENTS: { description: 'What prints figures: as documents.csv. Of the office alone.' },
    OBLIGATIONS: {
      description: 'Which agency owes what, and until when: as obligations.csv. Of the office alone.',
    },
    RECONCILIATION_RULES: {
      description:
        'What has to hold between figures of several agencies: as RULES, with "agency:" before an indicator. Of the office alone.',
    },
  },
});

@Directive('@shareable')
@ObjectType('CatalogueUpdate', {
  simpleResolvers: true,
  description:
    'What has come of a file for a catalogue. Where "faults" is not empty nothing was stored. Entries are named by their codes: codes of a dimension as "form=warning".',
})
export class CatalogueUpdateType implements UpdateOutcome {
  @Field(() => [ID], { description: 'What was not there before, in the order of the file.' })
  added!: readonly string[];

  @Field(() => [ID], { description: 'What was there and says something else now, in the order of the file.' })
  changed!: readonly string[];

  @Field(() => [ID], { description: 'What was there as the file says it, in the order of the file.' })
  unchanged!: readonly string[];

  @Field(() => DateTimeScalar, {
    nullable: true,
    description:
      'From when the catalogue says so; null where nothing was stored: for a dry run, for faults, and where nothing is new.',
  })
  at!: Instant | null;

  @Field(() => [FileFaultType], {
    description: 'All that is wrong with the file, in the order of its rows.',
  })
  faults!: readonly FileFaultType[];
}
