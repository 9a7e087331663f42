import { Arg, Ctx, Directive, Field, FieldResolver, ObjectType, Resolver } from 'type-graphql';

import { listOf, type CatalogueUpdating } from './mutations/catalogueMutation.ts';
import { CatalogueKindEnum, type CatalogueKind } from './mutations/catalogueTypes.ts';
import type { AgencyEntry } from './AgencyEntry.ts';
import type { AgencyContext } from './context.ts';

@Directive('@shareable')
@ObjectType('CatalogueTable', {
  simpleResolvers: true,
  description: 'A list of a catalogue as a file has it, to be edited and handed in again.',
})
export class CatalogueTableType {
  @Field(() => [String], { description: 'The columns of the file.' })
  columns!: readonly string[];

  @Directive('@listSize(assumedSize: 300)')
  @Field(() => [[String]], {
    description: 'The rows below, each with a cell for every column: handed in again they change nothing.',
  })
  rows!: readonly (readonly string[])[];
}

/** The field of an agency's entry that gives the lists of its catalogue as files have them. */
export function createCatalogueTableResolver(
  Entry: new () => AgencyEntry,
  { lists }: Pick<CatalogueUpdating, 'lists'>,
): new () => object {
  @Resolver(() => Entry)
  class CatalogueTableResolver {
    @Directive('@cost(weight: 20)')
    @FieldResolver(() => CatalogueTableType, {
      nullable: true,
      description:
        'A list of the catalogue as it is now, with the columns that its files have. RULES are those that files have brought. Null with an error ARGUMENT_INVALID for a list that the agency does not keep.',
    })
    async catalogueTable(
      @Arg('kind', () => CatalogueKindEnum, { description: 'Which list.' })
      kind: CatalogueKind,
      @Ctx() { presenters }: AgencyContext,
    ): Promise<CatalogueTableType> {
      const list = listOf(kind, lists);
      const rows = list.rows(await presenters.latest());
      const { required, optional } = list.columns;
      const columns = Object.keys(rows[0] ?? {});
      return {
        columns: rows.length > 0 ? columns : [...required, ...optional],
        rows: rows.map((cells) => columns.map((column) => cells[column] ?? '')),
      };
    }
  }
  return CatalogueTableResolver;
}
