import { defineAgency } from '../_kit/index.ts';
import { DIRECTORY_LISTS } from './directory/directoryLists.ts';
import { DirectoryResolver } from './directory/DirectoryResolver.ts';
import { OfficeSection } from './form.ts';
import { readIssuedReportList } from './issuing/IssuedReportList.ts';
import { IssuingResolver } from './issuing/IssuingResolver.ts';
import { RECONCILIATION_LIST } from './report/reconciliationRules.ts';
import { rules } from './rules.ts';
import { Report } from './report/Report.ts';
import { ReportRevision } from './report/ReportRevision.ts';
import { ReportResolver } from './report/ReportResolver.ts';

/** The office: the report itself, the directories, and its own figures. */
export const agency = defineAgency({
  code: 'office',
  label: { VI: 'Văn phòng', EN: 'Office' },
  folder: import.meta.dirname,
  form: OfficeSection,
  rules,
  sectionField: 'officeWork',
  owner: {
    report: Report,
    revision: ReportRevision,
    resolvers: [ReportResolver, DirectoryResolver, IssuingResolver],
    lists: { ...DIRECTORY_LISTS, RECONCILIATION_RULES: RECONCILIATION_LIST },
    complete: (key, sent) => new Report(key, sent),
    references: { IssuedReportList: readIssuedReportList },
  },
});
