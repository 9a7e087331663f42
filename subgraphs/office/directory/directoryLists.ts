import { fault } from '../../../schema/errors/index.ts';
import type { Instant } from '../../../schema/values/index.ts';
import { retirementCells, textCells, type CatalogueList, type MeaningChange } from '../../_kit/index.ts';
import { endOfCoveredDays } from '../completeness/duty.ts';
import { directoryOf } from './directory.ts';
import {
  DOCUMENT_COLUMNS,
  ORGANISATION_COLUMNS,
  readDocumentRows,
  readOrganisationRows,
  type Organisation,
  type SourceDocument,
} from './readDirectory.ts';
import { OBLIGATION_COLUMNS, obligationKey, readObligationRows, type Obligation } from './readObligations.ts';

type Cells = Readonly<Record<string, string>>;

/** The lists of the directory that files can change. Whether other agencies have figures about a code is not known here. */
export const DIRECTORY_LISTS: Readonly<Record<'ORGANISATIONS' | 'DOCUMENTS' | 'OBLIGATIONS', CatalogueList>> =
  {
    ORGANISATIONS: {
      columns: ORGANISATION_COLUMNS,
      rows: (version) =>
        [...directoryOf(version).organisations.values()].map((one) => ({
          code: one.code,
          ...textCells('label', one.label),
          ...{ kind: one.kind, parent: one.parent ?? '', area: one.area === one.code ? '' : one.area },
          ...retirementCells(one),
        })),
      read: (reading, rows, version) =>
        readOrganisationRows(reading, rows, directoryOf(version).organisations),
      standing: (version, { key }) => directoryOf(version).organisations.get(key),
      meaningChanges: (was, { entry }) => {
        const cellsOf = ({ kind, parent, area }: Organisation) => ({ kind, parent: parent ?? '', area });
        const [is, before] = [entry as Organisation, was as Organisation];
        return changesOf('Organisation', is.code, cellsOf(before), cellsOf(is));
      },
    },
    DOCUMENTS: {
      columns: DOCUMENT_COLUMNS,
      rows: (version) =>
        [...directoryOf(version).documents.values()].map((one) => ({
          code: one.code,
          ...textCells('title', one.title),
          ...{ publisher: one.publisher, organisation: one.organisation, period: one.period },
          ...retirementCells(one),
        })),
      read: (reading, rows, version) => {
        const { organisations, documents } = directoryOf(version);
        return readDocumentRows(reading, rows, organisations, documents);
      },
      standing: (version, { key }) => directoryOf(version).documents.get(key),
      meaningChanges: (was, { entry }) => {
        const cellsOf = ({ organisation, period }: SourceDocument) => ({ organisation, period });
        const [is, before] = [entry as SourceDocument, was as SourceDocument];
        return changesOf('Document', is.code, cellsOf(before), cellsOf(is));
      },
    },
    OBLIGATIONS: {
      columns: OBLIGATION_COLUMNS,
      rows: (version) =>
        directoryOf(version).obligations.map((one) => ({
          ...{ agency: one.agency, organisation: one.organisation, frequency: one.frequency },
          ...{ calendar: one.calendar, deadline_days: one.deadlineDays?.toString() ?? '' },
          ...{ from: one.from ?? '', to: one.to ?? '', indicators: one.indicators.join(';') },
        })),
      read: (reading, rows, version) => readObligationRows(reading, rows, directoryOf(version)),
      standing: (version, { key }) =>
        directoryOf(version).obligations.find((one) => obligationKey(one) === key),
      meaningChanges: (was, { key, entry }, { at }) =>
        changesOfPast(key, was as Obligation, entry as Obligation, at),
    },
  };

function changesOf(what: string, value: string, was: Cells, is: Cells): readonly MeaningChange[] {
  return Object.keys(is)
    .filter((column) => was[column] !== is[column])
    .map((column) => {
      const details = { what, value, member: column, from: was[column] ?? '', to: is[column] ?? '' };
      return { column, fault: fault('CATALOGUE_IN_USE', details) };
    });
}

/** What an obligation asked for in periods that are over stays: it is ended, and another one goes on. */
function changesOfPast(key: string, was: Obligation, is: Obligation, at: Instant): readonly MeaningChange[] {
  const hasBegun = was.from === null || endOfCoveredDays(was, was.from) < at;
  const isOver = (one: Obligation): boolean => one.to !== null && endOfCoveredDays(one, one.to) < at;
  const terms = ({ calendar, deadlineDays, indicators }: Obligation) => ({
    calendar,
    deadline_days: deadlineDays === null ? '' : String(deadlineDays),
    indicators: indicators.join(';'),
  });
  const ends = isOver(was) || isOver(is) ? [{ to: was.to ?? '' }, { to: is.to ?? '' }] : [{}, {}];
  return [
    ...(hasBegun ? changesOf('Obligation', key, terms(was), terms(is)) : []),
    ...changesOf('Obligation', key, ends[0] as Cells, ends[1] as Cells),
  ];
}
