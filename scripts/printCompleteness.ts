import { formatDate, lowerInitial, type CalendarDate, type Instant } from '../schema/values/index.ts';
import { vietnamese } from '../schema/values/words/vietnamese.ts';
import type { SectionStatus } from '../subgraphs/office/completeness/completeness.ts';
import {
  agencyTitle,
  type OrganisationLabel,
  type ReportAnswer,
  type StandingAnswer,
} from './reportAnswer.ts';

const STATUS_WORDS: Readonly<Record<SectionStatus, string>> = {
  PUBLISHED: 'đã công bố',
  SUBMITTED: 'chờ duyệt',
  RETURNED: 'đã trả lại',
  NOT_SUBMITTED: 'chưa báo cáo',
  NOT_DUE: 'chưa hết kỳ báo cáo',
  LATE: 'quá hạn',
  WITHHELD: 'không công bố',
  UNREACHABLE: 'cơ quan không trả lời',
};

const VIETNAM_OFFSET_MS = 7 * 3_600_000;

/** The day of an instant in Vietnam (UTC+7), where deadlines run: "22/11/2026". */
export function printDay(instant: Instant): string {
  const local = new Date(Date.parse(instant) + VIETNAM_OFFSET_MS).toISOString();
  return formatDate(local.slice(0, 10) as CalendarDate, 'VI');
}

/** Where each agency's figures stand, a line each: status, days, number of figures, what is owed and not there. */
export function printCompleteness(
  { completeness }: ReportAnswer,
  labelOf: OrganisationLabel,
): readonly string[] {
  if (!completeness) return ['', 'ĐẦY ĐỦ SỐ LIỆU', '  (không xác định được)'];
  const { expected, received, sections } = completeness;
  const rows = sections.map((section) => [
    `${agencyTitle(section.agency)}, ${labelOf(section.organisation)}`,
    printStatus(section),
    section.figures === null ? '' : `${section.figures} số liệu`,
    printMissing(section),
  ]);
  const widths = [0, 1, 2].map((column) => Math.max(0, ...rows.map((row) => row[column]?.length ?? 0)));
  return [
    '',
    `ĐẦY ĐỦ SỐ LIỆU (đã nhận ${received} trong ${expected} phần phải báo cáo)`,
    ...rows.map((row) =>
      `  ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ')}`.trimEnd(),
    ),
  ];
}

function printStatus({ status, publishedAt, dueAt, late }: StandingAnswer): string {
  const when = publishedAt && status === 'PUBLISHED' ? ` ${printDay(publishedAt)}` : '';
  const lateness = late && status === 'PUBLISHED' ? ', muộn' : '';
  return `${STATUS_WORDS[status]}${when}${lateness}${dueAt ? ` (hạn ${printDay(dueAt)})` : ''}`;
}

function printMissing({ status, missing }: StandingAnswer): string {
  if (missing.length === 0) return '';
  const names = missing.map(
    ({ label, reason }) => `${lowerInitial(label)}${reason ? ` (${vietnamese.missing[reason]})` : ''}`,
  );
  return `${status === 'NOT_DUE' ? 'phải có' : 'thiếu'}: ${names.join('; ')}`;
}
