// What an agency is built with. Agencies import this file and `schema`, nothing else of the kit.
export { defineAgency, sectionDescription, type Agency, type AgencySettings } from './defineAgency.ts';
export { Indicator } from './form/Indicator.ts';
export { Group } from './form/Group.ts';
export { createReportRevision } from './graph/ReportRevision.ts';
export { assertPageSize, formatCursor, listFingerprint, readCursor } from './graph/cursor.ts';
export { PageInfoType } from './graph/ObservationPage.ts';
export { FactsScalar, Section } from './graph/Section.ts';
export { settleAsOf } from './reading/listObservations.ts';
export { CLOCK_TOLERANCE_MS, loadReleases, loadSection } from './reading/sectionSource.ts';
export { misfitOf } from './rules/assertRulesFit.ts';
export { withVerdict } from './rules/checkSection.ts';
export type { AgencyContext } from './graph/context.ts';
export type { ReportKey } from './reading/sectionSource.ts';
export { runAgency } from './serving/runAgency.ts';
export { FileReading, PLAIN_CODE } from './csv/FileReading.ts';
export type { Columns, TableRow } from './csv/readTable.ts';
export type { PutEntry } from './catalogue/catalogueMove.ts';
export type { ReadEntry } from './catalogue/readEntry.ts';
export { addRules, type DataRule } from './catalogue/dataRules.ts';
export { merged, type CatalogueVersion } from './catalogue/replay.ts';
export { retirementCells, textCells } from './catalogue/writeCells.ts';
export { ruleRows } from './catalogue/rules/ruleRow.ts';
export { readRuleRows, RULE_COLUMNS } from './catalogue/rules/readRuleRows.ts';
export { circleOf, refuseBadSuccessors } from './catalogue/successors.ts';
export type { CatalogueList, MeaningChange } from './catalogue/updating/catalogueList.ts';
export {
  readFacts,
  type Facts,
  type FactsRead,
  type PendingLine,
  type SubmittedRelease,
} from './reading/facts.ts';
export { sectionFacts } from './reading/sectionStates.ts';
export { hashOfJson } from './publishing/canonicalJson.ts';
export { createKnowledgeClock } from './publishing/knowledgeClock.ts';
export type { StoredMove } from './storage/moveStore.ts';
export { appendMove, type MoveLog } from './submitting/moveLog.ts';
export { fingerprintOf } from './submitting/storedMove.ts';
export { readWords } from './graph/mutations/moveArguments.ts';
