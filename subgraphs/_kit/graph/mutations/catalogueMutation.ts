import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';

import { catalogued, RefusedFile } from '../../../../schema/errors/index.ts';
import type { Rule } from '../../../../schema/values/index.ts';
import type { CatalogueList } from '../../catalogue/updating/catalogueList.ts';
import { updateCatalogue } from '../../catalogue/updating/updateCatalogue.ts';
import type { FiguresFile } from '../../figures/figureTable.ts';
import { decodeTable, type DecodedTable } from '../../importing/decodeTable.ts';
import type { AgencyContext } from '../context.ts';
import {
  CATALOGUE_KINDS,
  CatalogueKindEnum,
  CatalogueUpdateType,
  type CatalogueKind,
} from './catalogueTypes.ts';
import { KeyArgument, readKey } from './moveArguments.ts';
import { fileFaultOf, FileInputType, readSentFile } from './sentFile.ts';

/** How many rows come into a catalogue at once: codes are looked up among each other. */
const MOST_ROWS = 5000;

/** How an agency takes files into its catalogue. */
export interface CatalogueUpdating {
  /** The kinds of files that it takes. */
  readonly lists: Readonly<Partial<Record<CatalogueKind, CatalogueList>>>;
  /** The rules of its code. */
  readonly coded: readonly Rule[];
  /** The dimensions that its form shows. */
  readonly shown: ReadonlySet<string>;
}

/** The mutation with which an agency's administrators change its catalogue. `prefix` is the agency's name in the graph. */
export function createCatalogueMutation(prefix: string, updating: CatalogueUpdating): new () => object {
  @Resolver()
  class CatalogueMutation {
    @Mutation(() => CatalogueUpdateType, {
      name: `update${prefix}Catalogue`,
      nullable: true,
      description:
        'Puts the rows of a file into the catalogue: all of them or, where anything is wrong, none. What the file does not name stays; nothing is removed, and what figures use does not change its meaning (CATALOGUE_IN_USE). For administrators. Null with an error, such as RIGHT_MISSING.',
    })
    async update(
      @Arg('kind', () => CatalogueKindEnum, { description: 'What the file lists.' })
      kind: CatalogueKind,
      @Arg('file', () => FileInputType, { description: 'The file.' })
      sent: FileInputType,
      @Arg('dryRun', () => Boolean, {
        defaultValue: false,
        description: 'Only tell what would come of it; nothing is stored.',
      })
      dryRun: boolean,
      @KeyArgument key: string,
      @Ctx() context: AgencyContext,
    ): Promise<CatalogueUpdateType> {
      const list = listOf(kind, updating.lists);
      const { coded, shown } = updating;
      const { log, presenters, now, principal, requestId } = context;
      const asked = { kind, content: sent.content };
      const file = readSentFile(sent);
      const who = { key: readKey(key), asked, dryRun, principal, requestId };
      let place: Pick<DecodedTable, 'sheet'> = {};
      try {
        const { rows, ...found } = await readRows(file, list);
        place = found;
        const outcome = await updateCatalogue(
          { ...who, file: file.name, rows, list },
          { log, presenters, now, coded, shown },
        );
        return { ...outcome, faults: [] };
      } catch (error) {
        if (!(error instanceof RefusedFile)) throw error;
        const faults = error.faults.map((one) => fileFaultOf({ ...place, ...one }));
        return { added: [], changed: [], unchanged: [], at: null, faults };
      }
    }
  }
  return CatalogueMutation;
}

/** How an agency keeps a list. @throws ARGUMENT_INVALID for a kind that the agency does not keep. */
export function listOf(kind: CatalogueKind, lists: CatalogueUpdating['lists']): CatalogueList {
  const list = lists[kind];
  if (list) return list;
  const known = CATALOGUE_KINDS.filter((one) => lists[one]);
  throw catalogued('ARGUMENT_INVALID', {
    reason: `Argument "kind" is ${kind}, a list that this agency does not keep.`,
    remedy: `Ask the office, or give one of ${known.join(', ')}.`,
  });
}

/** @throws RefusedFile, or ARGUMENT_INVALID for too many rows. */
async function readRows(
  file: FiguresFile,
  { columns }: CatalogueList,
): Promise<Pick<DecodedTable, 'rows' | 'sheet'>> {
  const { faults, ...table } = await decodeTable(file, columns);
  if (faults.length > 0) throw new RefusedFile(faults);
  if (table.rows.length > MOST_ROWS) {
    throw catalogued('ARGUMENT_INVALID', {
      reason: `The file has ${table.rows.length} rows: at most ${MOST_ROWS} come into a catalogue at once.`,
      remedy: 'Cut it into several.',
    });
  }
  return table;
}
