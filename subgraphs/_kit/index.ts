// What an agency is built with. Agencies import this file and `schema`, nothing else of the kit.
export { defineAgency, type Agency, type AgencySettings } from './defineAgency.ts';
export { Indicator } from './form/Indicator.ts';
export { Group } from './form/Group.ts';
export { Section } from './graph/Section.ts';
export { settleAsOf } from './reading/listObservations.ts';
export type { AgencyContext } from './graph/context.ts';
export type { ReportKey } from './reading/sectionSource.ts';
export { runAgency } from './serving/runAgency.ts';
export { FileReading } from './csv/FileReading.ts';
