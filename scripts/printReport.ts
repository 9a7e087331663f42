import { decimalParts, type Decimal } from '../schema/values/index.ts';

interface Coded {
  readonly code: string;
  readonly label: string;
}

interface Place {
  readonly document: string;
  readonly section: string;
  readonly footnote: number | null;
}

interface Printed {
  readonly value: Decimal | null;
  readonly unit: Coded;
  readonly unitMultiplier: number;
  readonly qualifier: string | null;
  readonly sources: readonly Place[];
}

interface ComparisonAnswer extends Printed {
  readonly value: Decimal;
  readonly against: string;
  readonly baseTime: string | null;
  readonly setBy: string | null;
  readonly peer: string | null;
  readonly measure: string;
}

interface ObservationAnswer extends Printed {
  readonly indicator: Coded & { readonly group: Coded };
  readonly time: string;
  readonly asAt: string | null;
  readonly breakdown: readonly (Coded & { readonly dimension: Coded })[];
  readonly stage: string;
  readonly setBy: string | null;
  readonly missing: string | null;
  readonly comparisons: readonly ComparisonAnswer[];
  readonly note: string | null;
}

interface SectionAnswer {
  readonly observations: readonly ObservationAnswer[];
  readonly submissions: readonly {
    readonly organisation: string;
    readonly release: { readonly number: number; readonly publishedAt: string } | null;
  }[];
}

/** The answer to the full-report query, as far as it is printed. */
export interface ReportAnswer {
  readonly title: string;
  readonly period: string;
  readonly asOf: string;
  readonly [section: string]: unknown;
}

const SECTION_TITLES: readonly (readonly [string, string])[] = [
  ['partyBuilding', 'XÂY DỰNG ĐẢNG'],
  ['inspection', 'KIỂM TRA, GIÁM SÁT, KỶ LUẬT'],
  ['massOrganisations', 'MẶT TRẬN VÀ CÁC ĐOÀN THỂ'],
  ['socioEconomic', 'KINH TẾ - XÃ HỘI'],
  ['officeWork', 'VĂN PHÒNG'],
];

const QUALIFIERS: Readonly<Record<string, string>> = {
  NEARLY: 'gần',
  ABOUT: 'khoảng',
  OVER: 'trên',
  AT_LEAST: 'ít nhất',
  AT_MOST: 'không quá',
};

const STAGES: Readonly<Record<string, string>> = {
  PLANNED: 'kế hoạch',
  ESTIMATED: 'ước đạt',
  PRELIMINARY: 'sơ bộ',
};

const POWERS: Readonly<Record<number, string>> = { 3: 'nghìn', 4: 'vạn', 6: 'triệu', 9: 'tỷ' };

const MISSING: Readonly<Record<string, string>> = {
  NOT_COLLECTED: 'không thu thập',
  NOT_APPLICABLE: 'không áp dụng',
  NOT_YET_AVAILABLE: 'chưa có số liệu',
  WITHHELD: 'không công bố',
};

const BASES: Readonly<Record<string, string>> = {
  SAME_PERIOD_LAST_YEAR: 'so với cùng kỳ năm trước',
  PREVIOUS_PERIOD: 'so với kỳ trước',
  PERIOD: 'so với',
  DATE: 'so với ngày',
  PLAN: 'kế hoạch',
  RESOLUTION_TARGET: 'chỉ tiêu nghị quyết',
  WHOLE: 'trong tổng số',
  PEERS: 'trong',
};

/** A report as a Vietnamese table for reading: headings, labels, figures with qualifier, stage, comparisons, sources. */
export function printReport(report: ReportAnswer): string {
  const lines = [report.title.toUpperCase(), `Số liệu biết đến ${report.asOf}`];
  for (const [field, title] of SECTION_TITLES) {
    lines.push('', `${title}${printReleases(report[field] as SectionAnswer | null)}`);
    const section = report[field] as SectionAnswer | null;
    if (section === null) lines.push('  (cơ quan không trả lời)');
    else if (section.observations.length === 0) lines.push('  (chưa công bố số liệu)');
    else lines.push(...printObservations(section.observations, report.period));
  }
  return lines.join('\n');
}

function printReleases(section: SectionAnswer | null): string {
  const releases = section?.submissions.flatMap(({ organisation, release }) =>
    release ? [`${organisation} số ${release.number}, ${release.publishedAt.slice(0, 10)}`] : [],
  );
  return releases?.length ? ` (công bố: ${releases.join('; ')})` : '';
}

function printObservations(observations: readonly ObservationAnswer[], period: string): string[] {
  const rows = observations.map((one) => ({
    group: one.indicator.group.label,
    indicator: one.indicator.label,
    isPart: one.breakdown.length > 0,
    label: printLabel(one, period),
    figure: [printFigure(one), ...one.comparisons.map(printComparison)]
      .filter((text) => text !== '')
      .join(', '),
    sources: printSources([...one.sources, ...one.comparisons.flatMap(({ sources }) => sources)]),
    note: one.note,
  }));
  const labelWidth = Math.max(...rows.map(({ label }) => label.length));
  const figureWidth = Math.max(...rows.map(({ figure }) => figure.length));
  return rows.flatMap(({ group, indicator, isPart, label, figure, sources, note }, index) => {
    const before = rows[index - 1];
    return [
      ...(before?.group === group ? [] : [`  ${group}`]),
      // Parts without a printed total stand under the indicator's name alone.
      ...(isPart && before?.indicator !== indicator ? [`    ${indicator}`] : []),
      `    ${label.padEnd(labelWidth)}  ${figure.padEnd(figureWidth)}  ${sources}`,
      ...(note ? [`      Ghi chú: ${note}`] : []),
    ];
  });
}

function printLabel({ indicator, breakdown, time, asAt }: ObservationAnswer, period: string): string {
  const parts = breakdown.map(({ label }) => label).join(', ');
  const when = asAt ? ` (đến ${printDate(asAt)})` : time === period ? '' : ` (${printTime(time)})`;
  return `${parts === '' ? indicator.label : `  - ${parts}`}${when}`;
}

/** A year or quarter as it stands; a span of months by its first and last month. */
function printTime(time: string): string {
  const [, year = '', month = '', length] = /^(\d{4})-(\d{2})\/P(\d+)M$/.exec(time) ?? [];
  if (length === undefined) return time;
  const last = Number(month) + Number(length) - 2;
  return `từ ${Number(month)}/${year} đến ${(last % 12) + 1}/${Number(year) + Math.floor(last / 12)}`;
}

function printFigure({ stage, missing, setBy, ...printed }: ObservationAnswer): string {
  if (missing !== null) return MISSING[missing] ?? missing;
  const words = [STAGES[stage], printNumber(printed), setBy === null ? '' : `(${setBy} giao)`];
  return printed.value === null ? '' : words.filter((word) => word).join(' ');
}

/** "gần 1.636 tỷ đồng". */
function printNumber({ value, unit, unitMultiplier, qualifier }: Omit<Printed, 'sources'>): string {
  if (value === null) return '';
  const power = unitMultiplier === 0 ? '' : (POWERS[unitMultiplier] ?? `×10^${unitMultiplier}`);
  const unitText = unit.code === 'percent' ? '%' : unit.label.toLowerCase();
  const number = unit.code === 'percent' ? `${vietnameseNumber(value)}%` : vietnameseNumber(value);
  return [
    qualifier === null ? '' : QUALIFIERS[qualifier],
    number,
    power,
    unit.code === 'percent' ? '' : unitText,
  ]
    .filter((word) => word)
    .join(' ');
}

function printComparison({ against, baseTime, setBy, peer, measure, ...printed }: ComparisonAnswer): string {
  const base = [
    BASES[against] ?? against,
    against === 'PERIOD' || against === 'DATE' ? baseTime : '',
    setBy,
    peer,
  ]
    .filter((word) => word)
    .join(' ');
  const isDecrease = printed.value.startsWith('-');
  const number = printNumber({ ...printed, value: printed.value.replace(/^-/, '') as Decimal });
  switch (measure) {
    case 'PERCENT_CHANGE':
    case 'ABSOLUTE_CHANGE':
    case 'PERCENTAGE_POINTS':
      return `${isDecrease ? 'giảm' : 'tăng'} ${number} ${base}`;
    case 'TIMES':
      return `gấp ${number} ${base}`;
    case 'ATTAINMENT':
      return `bằng ${number} ${base}`;
    case 'SHARE':
      return `chiếm ${number} ${base}`;
    case 'CONTRIBUTION':
      return `đóng góp ${number} ${base}`;
    default:
      return `đứng thứ ${vietnameseNumber(printed.value)} ${base}`;
  }
}

function printSources(places: readonly Place[]): string {
  const texts = places.map(
    ({ document, section, footnote }) =>
      `${document}${section === '' ? '' : ` ${section}`}${footnote === null ? '' : ` chú thích ${footnote}`}`,
  );
  return texts.length === 0 ? '' : `[${[...new Set(texts)].join('; ')}]`;
}

/** `1853.40` → `1.853,40`, digit by digit. */
function vietnameseNumber(value: Decimal): string {
  const [whole = '', decimals] = value.split('.');
  const grouped = whole.replaceAll(/\B(?=(\d{3})+$)/g, '.');
  return decimalParts(value).scale === 0 ? grouped : `${grouped},${decimals ?? ''}`;
}

function printDate(date: string): string {
  return date.split('-').reverse().join('/');
}
