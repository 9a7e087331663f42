import { isDeepStrictEqual } from 'node:util';

import { RefusedFile } from '../../../schema/errors/index.ts';
import { instantOf, type Instant } from '../../../schema/values/index.ts';
import { OWN_LISTS } from '../../../subgraphs/_kit/catalogue/updating/ownLists.ts';
import { updateCatalogue } from '../../../subgraphs/_kit/catalogue/updating/updateCatalogue.ts';
import { readTable } from '../../../subgraphs/_kit/csv/readTable.ts';
import type { Presenters } from '../../../subgraphs/_kit/reading/presenters.ts';
import type { MoveLog } from '../../../subgraphs/_kit/submitting/moveLog.ts';
import { INDICATORS_HEADER, indicatorRow } from '../../support/catalogueFiles.ts';
import { PEOPLE } from './people.ts';

// What an administrator does to the catalogue between the moves of figures, and a model of it in the plainest form.

/** The indicator of all figures of the runs. */
const COUNTED = 'members-disciplined';

/** What the model keeps of an indicator. */
interface Entry {
  readonly label: string;
  readonly unit: string;
  readonly retired: boolean;
}

type Entries = Readonly<Record<string, Entry>>;

/** A process of the agency, as far as its catalogue is concerned. */
export interface CatalogueProcess {
  readonly log: MoveLog;
  readonly presenters: Presenters;
}

/** The model of the catalogue, and what readers were told of it. */
export interface CatalogueModel {
  /** What it said from when on, the earliest first. */
  readonly versions: { readonly from: Instant; readonly entries: Entries }[];
  /** Codes that were handed in: of others the folder says what a file of the runs does not. */
  readonly handedIn: Set<string>;
  readonly told: { readonly asOf: Instant; readonly entries: Entries }[];
}

/** The catalogue as its file says it. */
export function emptyCatalogue(): CatalogueModel {
  const counted = { label: 'Đảng viên bị kỷ luật', unit: 'person', retired: false };
  return {
    versions: [{ from: instantOf(0), entries: { [COUNTED]: counted } }],
    handedIn: new Set(),
    told: [],
  };
}

/** How many moves the chain has of it. */
export const catalogueMovesOf = ({ versions }: CatalogueModel): number => versions.length - 1;

/** What an administrator hands in: numbers choose what. `used` says whether there are figures, drafts among them. */
export async function changeCatalogue(
  choice: number,
  count: number,
  model: CatalogueModel,
  used: boolean,
  [changer, other]: readonly CatalogueProcess[],
  now: number,
): Promise<{ readonly what: string; readonly at: Instant | null }> {
  const entries = model.versions.at(-1)!.entries;
  const [code, entry] = changeOf(choice, count, entries);
  const isSame = model.handedIn.has(code) && isDeepStrictEqual(entries[code], entry);
  const isRefused = used && code === COUNTED && entry.unit !== entries[code]?.unit;
  const wanted = isRefused ? 'CATALOGUE_IN_USE' : isSame ? 'CATALOGUE_SAME' : 'CATALOGUE';
  const made = await handIn(changer!, code, entry, `catalogue ${count}`, now);
  if (made.what !== wanted) {
    throw new Error(`${code} as ${JSON.stringify(entry)}\ncame to ${made.what},\nthe model says ${wanted}.`);
  }
  if (made.at !== null) {
    model.versions.push({ from: made.at, entries: { ...entries, [code]: entry } });
    model.handedIn.add(code);
  }
  for (const { presenters } of [changer!, other!]) {
    assertEntries('as it is', await entriesOf(presenters.latest()), model.versions.at(-1)!.entries);
  }
  return made;
}

/** A reader asks for the catalogue of a moment that has been announced; the answer must hold for ever. */
export async function tellCatalogue(
  model: CatalogueModel,
  asOf: Instant,
  { presenters }: CatalogueProcess,
): Promise<void> {
  model.told.push({ asOf, entries: await entriesOf(presenters.at(asOf)) });
}

/** Holds against the model what readers were told, and what they are told of the same moments now. */
export async function compareCatalogue(
  model: CatalogueModel,
  { presenters }: CatalogueProcess,
): Promise<void> {
  for (const { asOf, entries } of model.told) {
    const wanted = model.versions.findLast(({ from }) => from <= asOf)!.entries;
    assertEntries(`as it was told as of ${asOf}`, entries, wanted);
    assertEntries(`as of ${asOf}`, await entriesOf(presenters.at(asOf)), wanted);
  }
}

/** A new house or one under another name; the indicator of the figures under another name; a house retired; another unit; nothing new. */
function changeOf(choice: number, count: number, entries: Entries): readonly [string, Entry] {
  const counted = entries[COUNTED]!;
  const house = `house-${Math.floor(choice / 8) % 3}`;
  const standing = entries[house] ?? { label: 'Nhà', unit: 'gift', retired: false };
  switch (choice % 5) {
    case 0:
      return [house, { label: `Nhà ${count}`, unit: 'gift', retired: false }];
    case 1:
      return [COUNTED, { ...counted, label: `Kỷ luật ${count}` }];
    case 2:
      return [house, { ...standing, retired: true }];
    case 3:
      return [COUNTED, { ...counted, unit: counted.unit === 'person' ? 'organisation' : 'person' }];
    default:
      return [COUNTED, counted];
  }
}

async function handIn(
  { log, presenters }: CatalogueProcess,
  code: string,
  { label, unit, retired }: Entry,
  key: string,
  now: number,
): Promise<{ readonly what: string; readonly at: Instant | null }> {
  const isCounted = code === COUNTED;
  const row = indicatorRow(code, {
    ...{ label_vi: label, units: unit, retired: retired ? 'yes' : '' },
    ...(isCounted && { in: 'discipline', dimensions: 'form;level' }),
  });
  const list = OWN_LISTS.INDICATORS;
  const { rows } = readTable('file.csv', Buffer.from(`${INDICATORS_HEADER}\n${row}\n`), list.columns);
  const { principal } = PEOPLE.find(({ name }) => name === 'hoa, administrator')!;
  const request = {
    file: 'file.csv',
    rows,
    list,
    dryRun: false,
    key,
    asked: row,
    principal,
    requestId: null,
  };
  try {
    const { at } = await updateCatalogue(request, {
      ...{ log, presenters, now: () => now, coded: [], shown: new Set<string>() },
    });
    return { what: at === null ? 'CATALOGUE_SAME' : 'CATALOGUE', at };
  } catch (error) {
    if (!(error instanceof RefusedFile)) throw error;
    return { what: error.faults.map(({ fault }) => fault.code).join(), at: null };
  }
}

async function entriesOf(presenter: ReturnType<Presenters['latest']>): Promise<Entries> {
  const { catalogue } = await presenter;
  const ours = [...catalogue.indicators.values()].filter(
    ({ code }) => code === COUNTED || code.startsWith('house-'),
  );
  return Object.fromEntries(
    ours.map(({ code, label, units, retired }) => [
      code,
      { label: label.VI, unit: units.join(), retired: retired !== undefined },
    ]),
  );
}

function assertEntries(what: string, there: Entries, wanted: Entries): void {
  if (isDeepStrictEqual(there, wanted)) return;
  throw new Error(
    `Of the catalogue ${what} there is ${JSON.stringify(there)},\nthe model says ${JSON.stringify(wanted)}.`,
  );
}
