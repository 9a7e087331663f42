import { join } from 'node:path';

import type { GraphQLSchema } from 'graphql';
import { buildSchemaSync, Ctx, ObjectType, Query, Resolver, type NonEmptyArray } from 'type-graphql';

import { camelCase, pascalCase, type Label, type Rule } from '../../schema/values/index.ts';
import type { Catalogue } from './catalogue/catalogue.ts';
import { readCatalogue, readUnits } from './catalogue/readCatalogue.ts';
import { OWN_LISTS } from './catalogue/updating/ownLists.ts';
import type { FormClass } from './form/formFields.ts';
import { shownDimensions } from './form/shownDimensions.ts';
import { AgencyEntry } from './graph/AgencyEntry.ts';
import type { AgencyContext } from './graph/context.ts';
import { createCatalogueTableResolver } from './graph/catalogueTable.ts';
import { describeForm } from './graph/describeForm.ts';
import { createDraftResolver } from './graph/draftField.ts';
import { federate, type ReferenceResolver } from './graph/federate.ts';
import type { CatalogueUpdating } from './graph/mutations/catalogueMutation.ts';
import { createMutations } from './graph/mutations/createMutations.ts';
import type { ReportKey } from './reading/sectionSource.ts';
import { assertRulesFit } from './rules/assertRulesFit.ts';
import {
  createReportRevision,
  createRevisionResolver,
  readRevisionKey,
  type RevisionClass,
} from './graph/ReportRevision.ts';
import { createReportStub, createSectionResolver, readReportKey, type ReportClass } from './graph/Report.ts';

/** What an agency says about itself. */
export interface AgencySettings {
  /** The agency's one short name: folder, subgraph, SDL file, variable prefix. */
  readonly code: string;
  readonly label: Label;
  /** The agency's folder, with `catalogue.csv` and `figures/`. */
  readonly folder: string;
  /** The standard form, a class that extends `Section`; its GraphQL name is `<Agency>Section`. */
  readonly form: FormClass;
  /** What has to hold between the agency's figures. */
  readonly rules: readonly Rule[];
  /** Name of its field on `Report`; the code in camel case where left out. */
  readonly sectionField?: string;
  /** Only for the agency that owns `Report`. */
  readonly owner?: ReportOwner;
}

/** What the owner of `Report` brings along. */
export interface ReportOwner {
  /** The class of `Report` with all fields of the owner. */
  readonly report: ReportClass;
  /** The class of `ReportRevision`, which the owner's own fields give. */
  readonly revision: RevisionClass;
  /** Classes with the owner's further queries. */
  readonly resolvers: readonly (new () => object)[];
  /** Lists of the owner alone that files can change. */
  readonly lists: CatalogueUpdating['lists'];
  /** Completes a key that the gateway has sent; `sent` holds what the owner requires of others as well. */
  readonly complete: (key: ReportKey, sent: Readonly<Record<string, unknown>>) => ReportKey;
  /** Types of the owner alone that the gateway may ask for by key. */
  readonly references: Readonly<Record<string, ReferenceResolver>>;
}

/** An agency, ready to be served, published for, or printed as SDL. */
export interface Agency {
  readonly code: string;
  readonly label: Label;
  readonly catalogue: Catalogue;
  /** What has to hold between its figures. */
  readonly rules: readonly Rule[];
  readonly figuresFolder: string;
  /** The federated schema; its resolvers expect an {@link AgencyContext}. */
  readonly schema: GraphQLSchema;
}

const UNITS = readUnits(join(import.meta.dirname, '../../schema/units.csv'));

/**
 * Turns an agency's form, catalogue and settings into its subgraph.
 * @throws RefusedFile when the catalogue is faulty, FORM_INVALID or RULE_INVALID when form or rules do not fit it.
 */
export function defineAgency(settings: AgencySettings): Agency {
  const { code, label, folder, form, rules, owner } = settings;
  const name = camelCase(code);
  const typePrefix = pascalCase(code);
  const catalogue = readCatalogue(join(folder, 'catalogue.csv'), UNITS);
  assertRulesFit(rules, catalogue);
  const report = owner?.report ?? createReportStub();
  const complete = owner?.complete ?? ((key: ReportKey) => key);
  const Revision = owner?.revision ?? createReportRevision();
  const sectionField = settings.sectionField ?? name;
  const section = createSectionResolver(report, {
    name: sectionField,
    form,
    description: sectionDescription(label),
  });
  const entry = createEntry(typePrefix, label);
  const lists = { ...OWN_LISTS, ...owner?.lists };
  const resolvers: NonEmptyArray<new () => object> = [
    createEntryResolver(name, entry, label),
    createDraftResolver(entry),
    createCatalogueTableResolver(entry, { lists }),
    section,
    createRevisionResolver(Revision, {
      name: sectionField,
      description: `${label.EN} (${label.VI}): its changes.`,
    }),
    ...createMutations(typePrefix, {
      lists,
      coded: rules,
      shown: shownDimensions(form),
    }),
    ...(owner?.resolvers ?? []),
  ];
  const schema = buildSchemaSync({
    resolvers,
    orphanedTypes: [report, Revision],
    validate: false,
    // The federated schema is checked when it is built from this one.
    skipCheck: true,
  });
  describeForm(schema, form, `${typePrefix}Section`, catalogue);
  return {
    code,
    label,
    catalogue,
    rules,
    figuresFolder: join(folder, 'figures'),
    schema: federate(schema, {
      Report: (representation) => complete(readReportKey(representation), representation),
      ReportRevision: (representation) => new Revision(readRevisionKey(representation)),
      ...owner?.references,
    }),
  };
}

/** What the field of an agency on `Report` is, in every subgraph that knows it. */
export function sectionDescription(label: Label): string {
  return `${label.EN} (${label.VI}): its part of the report. Null when the agency could not be reached.`;
}

type EntryClass = new () => AgencyEntry;

/** The type of an agency's own field on `Query`. */
function createEntry(typePrefix: string, label: Label): EntryClass {
  @ObjectType(`${typePrefix}Agency`, {
    description: `${label.EN} (${label.VI}): what it counts and what it has published.`,
  })
  class Entry extends AgencyEntry {}
  return Entry;
}

/** The agency's own field on `Query`. Nullable, so that a dead agency takes away only itself. */
function createEntryResolver(name: string, Entry: EntryClass, label: Label): new () => object {
  @Resolver()
  class EntryResolver {
    @Query(() => Entry, {
      name,
      nullable: true,
      description: `${label.EN} (${label.VI}): its catalogue, figures and releases. Null when the agency could not be reached.`,
    })
    entry(@Ctx() _context: AgencyContext): AgencyEntry {
      return new Entry();
    }
  }
  return EntryResolver;
}
