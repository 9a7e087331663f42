import { printChecks, printCounts, printReconciliation } from './printChecks.ts';
import { printCompleteness, printDay } from './printCompleteness.ts';
import { listConflicts, marksOf } from './conflicts.ts';
import { printObservations } from './printObservations.ts';
import {
  sectionsOf,
  type Coded,
  type NamedSection,
  type OrganisationLabel,
  type ReportAnswer,
} from './reportAnswer.ts';

/**
 * A report as a Vietnamese table for reading: headings, labels, figures in words, sources, remarks and conflicts, then
 * what is missing. `withChecks` adds what every rule says; organisations without a label are told by their codes.
 */
export function printReport(
  report: ReportAnswer,
  withChecks = false,
  organisations: readonly Coded[] = [],
): string {
  const labels = new Map(organisations.map(({ code, label }) => [code, label]));
  const labelOf: OrganisationLabel = (code) => labels.get(code) ?? code;
  const conflicts = listConflicts(report);
  const marks = marksOf(conflicts, report);
  const lines = [report.title.toUpperCase(), `Số liệu biết đến ${report.asOf}`];
  for (const one of sectionsOf(report)) {
    const { section, title } = one;
    lines.push('', `${title.toUpperCase()}${printReleases(one, labelOf)}`);
    if (section === null) lines.push('  (cơ quan không trả lời)');
    else if (section.observations.length === 0) lines.push('  (chưa công bố số liệu)');
    else lines.push(...printObservations(section.observations, { report, marks, labelOf }));
  }
  lines.push(...printReconciliation(conflicts));
  if (withChecks) lines.push(...printChecks(report));
  lines.push(...printCompleteness(report, labelOf), '', printCounts(report));
  return lines.join('\n');
}

/** " (công bố: Tỉnh Hà Tĩnh số 2, 19/12/2023)" */
function printReleases({ section }: NamedSection, labelOf: OrganisationLabel): string {
  const releases = section?.submissions.flatMap(({ organisation, release }) =>
    release ? [`${labelOf(organisation)} số ${release.number}, ${printDay(release.publishedAt)}`] : [],
  );
  return releases?.length ? ` (công bố: ${releases.join('; ')})` : '';
}
