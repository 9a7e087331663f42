import { join } from 'node:path';

import { fault } from '../../../schema/errors/index.ts';
import { parsePeriod, type Label, type Period, type Retirable } from '../../../schema/values/index.ts';
import {
  circleOf,
  FileReading,
  merged,
  PLAIN_CODE,
  refuseBadSuccessors,
  type ReadEntry,
  type TableRow,
} from '../../_kit/index.ts';
import { readObligations, type Obligation } from './readObligations.ts';

/** PROVINCE: the Party organisation of a province and the province itself. BLOC: that of agencies and enterprises. */
export const ORGANISATION_KINDS = ['PROVINCE', 'BLOC'] as const;
export type OrganisationKind = (typeof ORGANISATION_KINDS)[number];

export interface Organisation extends Retirable {
  readonly code: string;
  readonly label: Label;
  readonly kind: OrganisationKind;
  readonly parent: string | null;
  /** The organisation whose territory it works in; itself for a territory. */
  readonly area: string;
}

export interface AgencyEntry {
  readonly code: string;
  readonly label: Label;
}

export interface SourceDocument extends Retirable {
  readonly code: string;
  readonly title: Label;
  readonly publisher: string;
  readonly organisation: string;
  readonly period: Period;
}

/** The lists that office keeps for everyone; each in the order of its file. */
export interface Directory {
  readonly organisations: ReadonlyMap<string, Organisation>;
  readonly agencies: ReadonlyMap<string, AgencyEntry>;
  readonly documents: ReadonlyMap<string, SourceDocument>;
  readonly obligations: readonly Obligation[];
}

/** Reads the four lists of a folder. @throws RefusedFile with all faults of the first faulty list. */
export function readDirectory(folder: string): Directory {
  const organisations = readOrganisations(join(folder, 'organisations.csv'));
  const agencies = readAgencies(join(folder, 'agencies.csv'));
  return {
    organisations,
    agencies,
    documents: readDocuments(join(folder, 'documents.csv'), organisations),
    obligations: readObligations(join(folder, 'obligations.csv'), agencies, organisations),
  };
}

function readOrganisations(path: string): ReadonlyMap<string, Organisation> {
  const reading = new FileReading(path);
  const entries = readOrganisationRows(reading, reading.rows(path, ORGANISATION_COLUMNS), new Map());
  reading.finish();
  return merged<Organisation>(new Map(), entries);
}

function readAgencies(path: string): ReadonlyMap<string, AgencyEntry> {
  const reading = new FileReading(path);
  const agencies = new Map<string, AgencyEntry>();
  for (const row of reading.rows(path, { required: ['code', 'label_vi', 'label_en'], optional: [] })) {
    const code = reading.code(row, agencies);
    agencies.set(code, { code, label: reading.text(row, 'label') });
  }
  reading.finish();
  return agencies;
}

function readDocuments(
  path: string,
  organisations: ReadonlyMap<string, Organisation>,
): ReadonlyMap<string, SourceDocument> {
  const reading = new FileReading(path);
  const entries = readDocumentRows(reading, reading.rows(path, DOCUMENT_COLUMNS), organisations, new Map());
  reading.finish();
  return merged<SourceDocument>(new Map(), entries);
}

const RETIREMENT = ['retired', 'superseded_by'];

/** Columns of a list of organisations. */
export const ORGANISATION_COLUMNS = {
  required: ['code', 'label_vi', 'label_en', 'kind', 'parent', 'area'],
  optional: RETIREMENT,
};

/** Columns of a list of documents. */
export const DOCUMENT_COLUMNS = {
  required: ['code', 'title_vi', 'title_en', 'publisher', 'organisation', 'period'],
  optional: RETIREMENT,
};

/** Reads organisations that come to those that are there. */
export function readOrganisationRows(
  reading: FileReading,
  rows: readonly TableRow[],
  before: ReadonlyMap<string, Organisation>,
): readonly ReadEntry[] {
  const known = new Map<string, unknown>([
    ...before,
    ...rows.map((row) => [row.cells.code ?? '', row] as const),
  ]);
  const read = new Map<string, Organisation>();
  const entries = rows.map((row): ReadEntry => {
    const code = reading.code(row, read, PLAIN_CODE);
    const [parent = null] = reading.references(row, 'parent', 'Organisation', known);
    const [area = code] = reading.references(row, 'area', 'Organisation', known);
    const kind = reading.oneOf<OrganisationKind>(row, 'kind', ORGANISATION_KINDS);
    const entry = { code, label: reading.text(row, 'label'), kind, parent, area, ...reading.retirement(row) };
    read.set(code, entry);
    return { kind: 'organisation', key: code, entry, row: row.row };
  });
  const all = new Map([...before, ...read]);
  for (const { row, key } of entries) {
    const circle = circleOf(key, all, ({ parent }) => parent);
    if (circle === null) continue;
    const expected = `an organisation that is not itself below this one (${circle}), or an empty cell`;
    reading.refuse(row, 'parent', fault('CELL_INVALID', { value: all.get(key)?.parent ?? '', expected }));
  }
  // Provinces merge.
  refuseBadSuccessors(reading, entries, all, { what: 'Organisation', mayMerge: true });
  return entries;
}

/** Reads documents that come to those that are there; `before` are these. */
export function readDocumentRows(
  reading: FileReading,
  rows: readonly TableRow[],
  organisations: ReadonlyMap<string, Organisation>,
  before: ReadonlyMap<string, SourceDocument>,
): readonly ReadEntry[] {
  const read = new Map<string, unknown>();
  const entries = rows.flatMap((row): readonly ReadEntry[] => {
    const code = reading.code(row, read);
    read.set(code, row);
    const [organisation = ''] = reading.references(row, 'organisation', 'Organisation', organisations);
    if (organisation === '')
      reading.refuse(
        row.row,
        'organisation',
        fault('CELL_REQUIRED', { expected: 'the code of an organisation' }),
      );
    const value = row.cells.period ?? '';
    const period = parsePeriod(value);
    if (!period.ok) {
      reading.refuse(row.row, 'period', fault('PERIOD_INVALID', { value, expected: period.expected }));
      return [];
    }
    const entry: SourceDocument = {
      ...{ code, title: reading.text(row, 'title'), publisher: row.cells.publisher ?? '' },
      ...{ organisation, period: period.value },
      ...reading.retirement(row),
    };
    return [{ kind: 'document', key: code, entry, row: row.row }];
  });
  const all = merged<SourceDocument>(before, entries);
  refuseBadSuccessors(reading, entries, all, { what: 'Document', mayMerge: true });
  return entries;
}
