import { VERDICTS, type NotTestableReason, type Verdict } from '../schema/values/index.ts';
import { acknowledgementLines, conflictText, type NumberedConflict } from './conflicts.ts';
import { printSources } from './printObservations.ts';
import { agencyTitle, sectionsOf, type CheckAnswer, type ReportAnswer } from './reportAnswer.ts';

const VERDICT_WORDS: Readonly<Record<Verdict, string>> = {
  HOLDS: 'khớp',
  WITHIN_ROUNDING: 'khớp trong phạm vi làm tròn',
  CONFLICT: 'mâu thuẫn',
  NOT_TESTABLE: 'không kiểm tra được',
};

const REASON_WORDS: Readonly<Record<NotTestableReason, string>> = {
  FIGURE_MISSING: 'thiếu số liệu',
  BASE_MISSING: 'không có số gốc',
  BASE_ZERO: 'số gốc bằng 0',
  AGENCY_NOT_REACHED: 'cơ quan không trả lời',
  CALENDARS_DIFFER: 'khác lịch kỳ báo cáo',
  UNITS_DIFFER: 'khác đơn vị tính',
  PERIODS_DIFFER: 'kỳ dài ngắn khác nhau',
  BREAK_IN_SERIES: 'chuỗi số liệu bị ngắt',
  PARTS_OPEN: 'nguồn chỉ nêu một số phần',
};

/** The conflicts between agencies, each with its figures, who answers for them and where they are printed. */
export function printReconciliation(conflicts: readonly NumberedConflict[]): readonly string[] {
  const across = conflicts.filter(({ isAcross }) => isAcross);
  if (across.length === 0) return [];
  return [
    '',
    'MÂU THUẪN GIỮA CÁC CƠ QUAN',
    ...across.flatMap((conflict) => [
      `  ${conflictText(conflict)}`,
      ...acknowledgementLines(conflict).map((line) => `      ${line}`),
      ...conflict.figures.map(({ agency, label, text, sources }) =>
        `      ${agencyTitle(agency)}: ${label}: ${text}  ${printSources(sources)}`.trimEnd(),
      ),
    ]),
  ];
}

/** The results of one agency's rules, or of those between agencies; null where there are none, with why. */
interface Results {
  readonly title: string;
  readonly checks: readonly CheckAnswer[] | null;
  readonly gap: string;
}

function resultsOf(report: ReportAnswer): readonly Results[] {
  return [
    ...sectionsOf(report).map(({ title, section }) => ({
      title,
      checks: section?.checks ?? null,
      gap: section === null ? 'cơ quan không trả lời' : 'có lỗi khi kiểm tra',
    })),
    { title: 'Giữa các cơ quan', checks: report.reconciliation, gap: 'có lỗi khi kiểm tra' },
  ];
}

/** What every rule says, agency by agency, then between agencies. */
export function printChecks(report: ReportAnswer): readonly string[] {
  return [
    '',
    'KẾT QUẢ KIỂM TRA',
    ...resultsOf(report).flatMap(({ title, checks, gap }) => [
      `  ${title}`,
      ...(checks ? printGroup(checks) : [`    (${gap})`]),
    ]),
  ];
}

function printGroup(checks: readonly CheckAnswer[]): readonly string[] {
  const verdictWidth = Math.max(...checks.map((check) => printVerdict(check).length));
  const expressionWidth = Math.max(...checks.map(({ expression }) => expression.length));
  return checks.length === 0
    ? ['    (không có quy tắc nào nói về các số liệu này)']
    : checks.flatMap((check) => [
        `    ${printVerdict(check).padEnd(verdictWidth)}  ${check.expression.padEnd(expressionWidth)}  ${check.rule}`,
        ...acknowledgementLines(check).map((line) => `      ${line}`),
      ]);
}

function printVerdict({ verdict, reason, unreached }: CheckAnswer): string {
  if (reason === null) return VERDICT_WORDS[verdict];
  const who = unreached.length > 0 ? `: ${unreached.map(agencyTitle).join('; ')}` : '';
  return `${VERDICT_WORDS[verdict]} (${REASON_WORDS[reason]}${who})`;
}

/** One line of how many checks came out how, those between agencies included, and whose results are not among them. */
export function printCounts(report: ReportAnswer): string {
  const results = resultsOf(report);
  const all = results.flatMap(({ checks }) => checks ?? []);
  const counts = VERDICTS.map((word) => {
    const ofVerdict = all.filter(({ verdict }) => verdict === word);
    const bare = ofVerdict.filter(({ kind }) => kind === 'NOT_BELOW_ZERO').length;
    // That a number is not negative says little of whether it is right.
    const notes = word === 'HOLDS' && bare > 0 ? `, trong đó ${bare} chỉ là không âm` : '';
    return `${ofVerdict.length} ${VERDICT_WORDS[word]}${notes}`;
  });
  const gaps = results.filter(({ checks }) => checks === null).map(({ title }) => title);
  const without = gaps.length > 0 ? ` (chưa có kết quả của: ${gaps.join('; ')})` : '';
  return `KIỂM TRA SỐ LIỆU: ${counts.join('; ')}${without}`;
}
