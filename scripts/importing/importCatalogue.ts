import { randomUUID } from 'node:crypto';

import { pascalCase } from '../../schema/values/index.ts';
import { answerOf } from '../answerOf.ts';
import type { Ask } from '../askGateway.ts';
import { formatSent, type SentFault } from './cutFile.ts';
import { findForeignFaults } from './foreignRules.ts';

/** Lists of a catalogue as the command calls them, and as the graph does. */
export const CATALOGUE_LISTS = [
  'units',
  'indicators',
  'dimensions',
  'rules',
  'organisations',
  'documents',
  'obligations',
  'reconciliation-rules',
] as const;

/** One of {@link CATALOGUE_LISTS}. */
export type CatalogueListName = (typeof CATALOGUE_LISTS)[number];

/** Lists that the office keeps for all. */
export const OFFICE_LISTS: readonly CatalogueListName[] = [
  'organisations',
  'documents',
  'obligations',
  'reconciliation-rules',
];

/** A list as the graph calls it. */
export function kindOf(list: CatalogueListName): string {
  return list.toUpperCase().replaceAll('-', '_');
}

/** A file that is to come into a catalogue. */
export interface CatalogueFile {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly agency: string;
  readonly list: CatalogueListName;
  readonly dryRun: boolean;
}

/** What has come of it. */
interface Update {
  readonly added: readonly string[];
  readonly changed: readonly string[];
  readonly unchanged: readonly string[];
  readonly faults: readonly SentFault[];
}

/** What is to be printed: what is wrong with the file, or what it has brought. */
export interface CatalogueReport {
  readonly faults: readonly string[];
  readonly lines: readonly string[];
  /** Whether the catalogue is another one now. */
  readonly hasChanged: boolean;
}

/** Puts a file into an agency's catalogue; the same file again changes nothing. Rejects with GatewayProblem. */
export async function importCatalogue(
  ask: Ask,
  { name, bytes, agency, list, dryRun }: CatalogueFile,
): Promise<CatalogueReport> {
  const query = `mutation ($kind: CatalogueKind!, $file: FileInput!, $dryRun: Boolean!, $key: ID!) {
    made: update${pascalCase(agency)}Catalogue(kind: $kind, file: $file, dryRun: $dryRun, key: $key) {
      added changed unchanged faults { file sheet row column code message } } }`;
  const content = Buffer.from(bytes).toString('base64');
  const sent = { kind: kindOf(list), file: { name, content } };
  const foreign = list === 'reconciliation-rules' ? await findForeignFaults(ask, { name, bytes }) : [];
  const isTrial = dryRun || foreign.length > 0;
  const { made } = await answerOf<{ made: Update }>(ask, query, {
    ...sent,
    dryRun: isTrial,
    // A key of its own each time: what is there already is not put in again.
    key: randomUUID(),
  });
  const faults = [...made.faults.map((one) => formatSent(one)), ...foreign];
  const hasChanged = !isTrial && faults.length === 0 && made.added.length + made.changed.length > 0;
  return { faults, lines: linesOf(made), hasChanged };
}

function linesOf({ added, changed, unchanged }: Update): readonly string[] {
  const line = (what: string, codes: readonly string[]): readonly string[] =>
    codes.length === 0 ? [] : [`${what} (${codes.length}): ${codes.join(', ')}`];
  return [...line('new', added), ...line('changed', changed), ...line('unchanged', unchanged)];
}
