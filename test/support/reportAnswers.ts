import type {
  CheckAnswer,
  CheckFigureAnswer,
  ObservationAnswer,
  ReportAnswer,
  SectionAnswer,
  StandingAnswer,
} from '../../scripts/reportAnswer.ts';
import type { Decimal, Instant, Period } from '../../schema/values/index.ts';

const Q1 = '2024-Q1' as Period;
const PLACE = { document: 'khoi-2024-q1', section: 'A.I.2', footnote: null };
const person = { code: 'person', label: 'Người' };

/** An invented figure: "39 đảng viên", in one group. */
export function givenShown(
  code: string,
  value: string,
  more: Partial<ObservationAnswer> = {},
): ObservationAnswer {
  return {
    indicator: { code, label: `Chỉ tiêu ${code}`, group: { code: 'group', label: 'Nhóm' } },
    organisation: 'ha-tinh-khoi',
    time: Q1,
    asAt: null,
    breakdown: [],
    text: `${value} đảng viên`,
    value: value as Decimal,
    unit: person,
    unitMultiplier: 0,
    sources: [PLACE],
    comparisons: [],
    note: null,
    ...more,
  };
}

/** A figure as a check has used it, that of {@link givenShown} where nothing else is said. */
export function givenUsed(
  agency: string,
  indicator: string,
  value: string,
  more: Partial<CheckFigureAnswer> = {},
): CheckFigureAnswer {
  return {
    agency,
    indicator,
    organisation: 'ha-tinh-khoi',
    time: Q1,
    breakdown: [],
    measure: null,
    label: `Chỉ tiêu ${indicator}`,
    text: value,
    value: value as Decimal,
    unit: 'person',
    unitMultiplier: 0,
    sources: [PLACE],
    ...more,
  };
}

/** An invented conflict. */
export function givenCheck(expression: string, more: Partial<CheckAnswer> = {}): CheckAnswer {
  return {
    code: 'total-of-parts:members:sex',
    kind: 'TOTAL_OF_PARTS',
    severity: 'ERROR',
    verdict: 'CONFLICT',
    reason: null,
    unreached: [],
    acknowledgement: null,
    rule: 'Quy tắc',
    expression,
    figures: [],
    ...more,
  };
}

/** What an agency answers for a report. */
export function givenSection(
  observations: readonly ObservationAnswer[],
  checks: SectionAnswer['checks'] = [],
): SectionAnswer {
  return { observations, submissions: [], checks };
}

/** Inspection's figures, published in time. */
export function givenStanding(more: Partial<StandingAnswer> = {}): StandingAnswer {
  return {
    agency: 'inspection',
    organisation: 'ha-tinh-khoi',
    status: 'PUBLISHED',
    calendar: 'CALENDAR',
    dueAt: '2024-04-15T16:59:59.999Z' as Instant,
    publishedAt: '2024-04-10T03:00:00.000Z' as Instant,
    late: false,
    figures: 2,
    missing: [],
    ...more,
  };
}

/** The answer to the full-report query, with these sections. */
export function givenReport(
  sections: Readonly<Record<string, SectionAnswer | null>>,
  more: Partial<Pick<ReportAnswer, 'reconciliation' | 'completeness'>> = {},
): ReportAnswer {
  return {
    title: 'Báo cáo',
    organisation: 'ha-tinh-khoi',
    period: Q1,
    asOf: '2024-05-01T00:00:00.000Z',
    reconciliation: [],
    completeness: { expected: 0, received: 0, sections: [] },
    ...sections,
    ...more,
  };
}
