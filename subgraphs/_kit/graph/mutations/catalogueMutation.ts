import { basename } from 'node:path';

import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';

import { catalogued, RefusedFile, type FileFault } from '../../../../schema/errors/index.ts';
import type { Rule } from '../../../../schema/values/index.ts';
import type { CatalogueList } from '../../catalogue/updating/catalogueList.ts';
import { updateCatalogue } from '../../catalogue/updating/updateCatalogue.ts';
import { readTable, type TableRow } from '../../csv/readTable.ts';
import type { AgencyContext } from '../context.ts';
import {
  CATALOGUE_KINDS,
  CatalogueFileInputType,
  CatalogueKindEnum,
  CatalogueUpdateType,
  type CatalogueFaultType,
  type CatalogueKind,
} from './catalogueTypes.ts';
import { KeyArgument, readKey } from './moveArguments.ts';

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
      @Arg('file', () => CatalogueFileInputType, { description: 'The file.' })
      file: CatalogueFileInputType,
      @Arg('dryRun', () => Boolean, {
        defaultValue: false,
        description: 'Only tell what would come of it; nothing is stored.',
      })
      dryRun: boolean,
      @KeyArgument key: string,
      @Ctx() context: AgencyContext,
    ): Promise<CatalogueUpdateType> {
      const list = listOf(kind, updating);
      const { coded, shown } = updating;
      const { log, presenters, now, principal, requestId } = context;
      const asked = { kind, content: file.content };
      const who = { key: readKey(key), asked, dryRun, principal, requestId };
      try {
        const rows = readRows(file, list);
        const outcome = await updateCatalogue(
          { ...who, file: nameOf(file), rows, list },
          { log, presenters, now, coded, shown },
        );
        return { ...outcome, faults: [] };
      } catch (error) {
        if (!(error instanceof RefusedFile)) throw error;
        return { added: [], changed: [], unchanged: [], at: null, faults: error.faults.map(faultOf) };
      }
    }
  }
  return CatalogueMutation;
}

/** @throws ARGUMENT_INVALID for a kind that the agency does not keep. */
function listOf(kind: CatalogueKind, { lists }: CatalogueUpdating): CatalogueList {
  const list = lists[kind];
  if (list) return list;
  const known = CATALOGUE_KINDS.filter((one) => lists[one]);
  throw catalogued('ARGUMENT_INVALID', {
    reason: `Argument "kind" is ${kind}, a list that this agency does not keep.`,
    remedy: `Ask the office, or give one of ${known.join(', ')}.`,
  });
}

function nameOf({ name }: CatalogueFileInputType): string {
  return basename(name);
}

/** @throws RefusedFile, or ARGUMENT_INVALID for what is not base64. */
function readRows(file: CatalogueFileInputType, { columns }: CatalogueList): readonly TableRow[] {
  const { content } = file;
  if (!/^[A-Za-z0-9+/]*={0,2}$/.test(content) || content.length % 4 !== 0) {
    throw catalogued('ARGUMENT_INVALID', { reason: 'Argument "file.content" is not base64.' });
  }
  const { rows, faults } = readTable(nameOf(file), Buffer.from(content, 'base64'), columns);
  if (faults.length > 0) throw new RefusedFile(faults);
  if (rows.length > MOST_ROWS) {
    throw catalogued('ARGUMENT_INVALID', {
      reason: `The file has ${rows.length} rows: at most ${MOST_ROWS} come into a catalogue at once.`,
      remedy: 'Cut it into several.',
    });
  }
  return rows;
}

function faultOf({ file, row, column, fault: { code, message } }: FileFault): CatalogueFaultType {
  return { file, row: row ?? null, column: column ?? null, code, message };
}
