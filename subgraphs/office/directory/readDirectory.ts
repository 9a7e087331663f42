import { join } from 'node:path';

import { fault } from '../../../schema/errors/index.ts';
import { parsePeriod, type Label, type Period } from '../../../schema/values/index.ts';
import { FileReading } from '../../_kit/index.ts';
import { readObligations, type Obligation } from './readObligations.ts';

/** PROVINCE: the Party organisation of a province and the province itself. BLOC: that of agencies and enterprises. */
export const ORGANISATION_KINDS = ['PROVINCE', 'BLOC'] as const;
export type OrganisationKind = (typeof ORGANISATION_KINDS)[number];

export interface Organisation {
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

export interface SourceDocument {
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
  const columns = { required: ['code', 'label_vi', 'label_en', 'kind', 'parent', 'area'], optional: [] };
  const rows = reading.rows(path, columns);
  const known = new Map(rows.map(({ cells }) => [cells.code ?? '', true]));
  const organisations = new Map<string, Organisation>();
  for (const row of rows) {
    const code = reading.code(row, organisations);
    const [parent = null] = reading.references(row, 'parent', 'Organisation', known);
    const [area = code] = reading.references(row, 'area', 'Organisation', known);
    const kind = reading.oneOf<OrganisationKind>(row, 'kind', ORGANISATION_KINDS);
    organisations.set(code, { code, label: reading.text(row, 'label'), kind, parent, area });
  }
  reading.finish();
  return organisations;
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
  const documents = new Map<string, SourceDocument>();
  const required = ['code', 'title_vi', 'title_en', 'publisher', 'organisation', 'period'];
  for (const row of reading.rows(path, { required, optional: [] })) {
    const code = reading.code(row, documents);
    const [organisation = ''] = reading.references(row, 'organisation', 'Organisation', organisations);
    const value = row.cells.period ?? '';
    const period = parsePeriod(value);
    if (!period.ok) {
      reading.refuse(row.row, 'period', fault('PERIOD_INVALID', { value, expected: period.expected }));
      continue;
    }
    const title = reading.text(row, 'title');
    documents.set(code, {
      code,
      title,
      publisher: row.cells.publisher ?? '',
      organisation,
      period: period.value,
    });
  }
  reading.finish();
  return documents;
}
