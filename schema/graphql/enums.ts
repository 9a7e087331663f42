import { registerEnumType } from 'type-graphql';

import type {
  Basis,
  ComparisonBase,
  ComparisonMeasure,
  Confidentiality,
  CorrectionReason,
  Locale,
  MissingReason,
  NotTestableReason,
  Qualifier,
  RuleKind,
  Severity,
  ReportingCalendar,
  Stage,
  SubmissionState,
  Verdict,
} from '../values/index.ts';

/** Registers the codes of the vocabulary as a GraphQL enum: the same word inside and outside, each explained. */
function defineEnum<Code extends string>(
  name: string,
  description: string,
  values: Readonly<Record<Code, string>>,
): Readonly<Record<Code, Code>> {
  const codes = Object.keys(values) as Code[];
  const members = Object.fromEntries(codes.map((code) => [code, code])) as Record<Code, Code>;
  registerEnumType(members, {
    name,
    description,
    valuesConfig: Object.fromEntries(codes.map((code) => [code, { description: values[code] }])) as Partial<
      Record<Code, { description: string }>
    >,
  });
  return members;
}

export const LocaleEnum = defineEnum<Locale>(
  'Locale',
  'The language that a label or definition is given in.',
  {
    VI: 'Vietnamese.',
    EN: 'English.',
  },
);

export const BasisEnum = defineEnum<Basis>('Basis', 'How an indicator relates to time.', {
  STOCK: 'Holds at a moment ("hiện có", "đến ngày…"); the end of the period where no day is named.',
  FLOW: 'Happens during the period ("trong quý", "trong năm").',
  CUMULATIVE: 'Adds up since a start before the period ("lũy kế").',
});

export const QualifierEnum = defineEnum<Qualifier>(
  'Qualifier',
  'What the source says before the number, when it is not meant exactly.',
  {
    NEARLY: '"gần": at least 95 % of the number and less than it.',
    ABOUT: '"khoảng": within 5 % of the number on either side.',
    OVER: '"trên", "hơn": more than the number and at most 105 % of it.',
    AT_LEAST: '"ít nhất", "từ … trở lên": the number or more.',
    AT_MOST: '"không quá", "tối đa": the number or less.',
  },
);

export const StageEnum = defineEnum<Stage>('Stage', 'How settled a figure is.', {
  PLANNED: 'A plan or target ("kế hoạch", "dự toán").',
  ESTIMATED: 'An estimate, made before the period was over or counted out ("ước đạt").',
  PRELIMINARY: 'A first count that may be revised ("sơ bộ").',
  FINAL: 'The figure as the source states it without reservation.',
});

export const ReportingCalendarEnum = defineEnum<ReportingCalendar>(
  'ReportingCalendar',
  'Which days a period covers. Figures of different calendars are not comparable.',
  {
    CALENDAR: 'The days of the calendar: 2024-Q1 is 2024-01-01 to 2024-03-31.',
    ADMINISTRATIVE:
      'As Vietnamese administrative reports count (Decree 09/2019/NĐ-CP, article 12): from the 15th of the month before the period to the 14th of its last month; 2024-Q1 is 2023-12-15 to 2024-03-14.',
  },
);

export const MissingReasonEnum = defineEnum<MissingReason>('MissingReason', 'Why a figure has no value.', {
  NOT_COLLECTED: 'Nobody counts it.',
  NOT_APPLICABLE: 'It has no meaning for this organisation or period.',
  NOT_YET_AVAILABLE: 'It is counted, but not ready.',
  WITHHELD: 'It is known, but not published.',
});

export const ConfidentialityEnum = defineEnum<Confidentiality>(
  'Confidentiality',
  'Who may see a figure. Whoever may not finds no trace of it: neither in lists and their counts, nor in checks, nor as a base.',
  {
    PUBLIC: 'Everyone.',
    INTERNAL: 'Whoever has any role for its agency and organisation.',
    RESTRICTED:
      'Whoever works with such figures: analysts, officers, approvers and administrators of its agency and organisation.',
  },
);

export const ComparisonBaseEnum = defineEnum<ComparisonBase>(
  'ComparisonBase',
  'What a figure is compared with.',
  {
    SAME_PERIOD_LAST_YEAR: 'The same period a year earlier ("so với cùng kỳ năm trước").',
    PREVIOUS_PERIOD: 'The period just before, of the same length.',
    PERIOD: 'Another period, named in "baseTime".',
    DATE: 'A day, named in "baseTime" ("so với cuối năm 2022").',
    PLAN: 'The plan or budget estimate; "setBy" says whose.',
    RESOLUTION_TARGET: 'The target of a resolution; "setBy" says whose.',
    WHOLE: 'The whole that the figure is a part of; "peer" names it where the source does.',
    PEERS: 'A group that the figure is ranked in; "peer" names it.',
  },
);

export const ComparisonMeasureEnum = defineEnum<ComparisonMeasure>(
  'ComparisonMeasure',
  'How a comparison is expressed.',
  {
    PERCENT_CHANGE: 'Growth in percent of the base ("tăng 5,23%"); a decrease is negative.',
    PERCENTAGE_POINTS: 'Difference of two percentages ("giảm 0,78 điểm phần trăm").',
    ABSOLUTE_CHANGE: 'Difference in the unit of the figure ("tăng 2,28 vạn tấn").',
    TIMES: 'Multiple of the base ("gấp 2,4 lần").',
    ATTAINMENT: 'Percent of the plan or target reached ("đạt 111% kế hoạch").',
    SHARE: 'Part of a whole in percent ("chiếm", "cơ cấu").',
    CONTRIBUTION: 'Percentage points contributed to a growth.',
    RANK: 'Place among peers, 1 is first.',
  },
);

export const VerdictEnum = defineEnum<Verdict>(
  'Verdict',
  'Whether figures agree, within all that their printed digits and qualifiers can mean.',
  {
    HOLDS: 'The printed numbers agree as they stand.',
    WITHIN_ROUNDING: 'They agree only because printed digits are rounded, or because of "gần", "trên"…',
    CONFLICT: 'No reading of the printed numbers makes them agree.',
    NOT_TESTABLE: 'It cannot be told; "reason" says why.',
  },
);

export const NotTestableReasonEnum = defineEnum<NotTestableReason>(
  'NotTestableReason',
  'Why it cannot be told whether figures agree, or how they compare.',
  {
    FIGURE_MISSING: 'A figure that it takes is not reported, or has no value.',
    BASE_MISSING:
      'The base is not held, has no value, or is not one alone: what a growth, share, average or attainment divides by.',
    BASE_ZERO: 'The base is zero, and nothing can be divided by it.',
    AGENCY_NOT_REACHED: 'The agency that answers for a figure could not be reached.',
    CALENDARS_DIFFER: 'The figures follow different reporting calendars.',
    UNITS_DIFFER: 'The figures are in different units.',
    PERIODS_DIFFER:
      'A growth would set what happened in one period against one of a longer or shorter time, such as a quarter against a year.',
    BREAK_IN_SERIES: 'The series has a break between the figures; "seriesBreak" of the later one says which.',
    PARTS_OPEN: 'The source lists only some of the parts ("…", "tiêu biểu").',
  },
);

export const SeverityEnum = defineEnum<Severity>('Severity', 'What a conflict would mean.', {
  ERROR: 'Some figure is wrong.',
  WARNING: 'It may have a reason, which should be told.',
});

export const RuleKindEnum = defineEnum<RuleKind>('RuleKind', 'What kind of rule a check judges by.', {
  TOTAL_OF_PARTS: 'A total is the sum of its parts. An open list of parts can only conflict upwards.',
  WEIGHTED_TOTAL: 'A total is the sum of counts, each times what one of them counts for.',
  SUM_ACROSS: 'A total is the sum of figures of other indicators or agencies.',
  STRUCTURE: 'Shares of one whole make 100 percent.',
  PART_OF_WHOLE: 'One figure is at most another.',
  SAME_FACT: 'Two places or agencies tell one fact.',
  NOT_BELOW_ZERO: 'A figure is not below zero.',
  SHARE: 'A stated share is part / whole.',
  RATE: 'A figure in percent is part / whole.',
  AVERAGE: 'An average is total / count.',
  ATTAINMENT: 'A stated attainment is value / plan.',
  GROWTH: 'A stated growth leads from the base to the figure; a count has a whole base.',
  GROWTH_OF_QUOTIENT: 'A total grew as its count times its average did.',
  GROWTH_WITHIN_PARTS: 'A growth lies between the least and the greatest of its parts.',
  STOCK_FLOW: 'A stock is the previous one with what came in and went out.',
});

export const SubmissionStateEnum = defineEnum<SubmissionState>(
  'SubmissionState',
  "Where an agency's figures about an organisation and period stand.",
  {
    DRAFT: 'Saved; may be changed until it is submitted.',
    SUBMITTED: 'Waits for the approval of a second person.',
    RETURNED: 'Sent back with reasons; may be changed and submitted again.',
    APPROVED: 'A second person has approved it; not published yet.',
    PUBLISHED: 'Released: everyone sees it, under an embargo from its moment on.',
    WITHDRAWN: 'What was published has been taken back; nothing stands.',
  },
);

export const CorrectionReasonEnum = defineEnum<CorrectionReason>(
  'CorrectionReason',
  'Why what was published is changed.',
  {
    LATE_DATA: 'Figures came in after it was published.',
    CORRECTION: 'Something published was wrong.',
    METHOD_CHANGE: 'It is counted in another way.',
  },
);
