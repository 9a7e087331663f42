import { formatDate, formatPeriod, type CalendarDate, type Period } from '../schema/values/index.ts';

interface Coded {
  readonly code: string;
  readonly label: string;
}

interface Place {
  readonly document: string;
  readonly section: string;
  readonly footnote: number | null;
}

interface Part extends Coded {
  readonly dimension: Coded;
  readonly parent: string | null;
}

interface ObservationAnswer {
  readonly indicator: Coded & { readonly group: Coded };
  readonly organisation: string;
  readonly time: Period;
  readonly asAt: CalendarDate | null;
  readonly breakdown: readonly Part[];
  readonly text: string;
  readonly sources: readonly Place[];
  readonly comparisons: readonly { readonly sources: readonly Place[] }[];
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
  readonly organisation: string;
  readonly period: Period;
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

/** A report as a Vietnamese table for reading: headings, labels, figures in words, sources, remarks. */
export function printReport(report: ReportAnswer): string {
  const lines = [report.title.toUpperCase(), `Số liệu biết đến ${report.asOf}`];
  for (const [field, title] of sectionsOf(report)) {
    const section = report[field] as SectionAnswer | null;
    lines.push('', `${title}${printReleases(section)}`);
    if (section === null) lines.push('  (cơ quan không trả lời)');
    else if (section.observations.length === 0) lines.push('  (chưa công bố số liệu)');
    else lines.push(...printObservations(section.observations, report));
  }
  return lines.join('\n');
}

/** The sections that were asked for: first those that have a title here, in its order, then any other. */
function sectionsOf(report: ReportAnswer): (readonly [string, string])[] {
  const titled = SECTION_TITLES.filter(([field]) => field in report);
  const others = Object.keys(report).filter(
    (field) => isSection(report[field]) && !titled.some(([known]) => known === field),
  );
  return [...titled, ...others.map((field) => [field, field.toUpperCase()] as const)];
}

function isSection(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'observations' in value;
}

function printReleases(section: SectionAnswer | null): string {
  const releases = section?.submissions.flatMap(({ organisation, release }) =>
    release ? [`${organisation} số ${release.number}, ${printDate(release.publishedAt)}`] : [],
  );
  return releases?.length ? ` (công bố: ${releases.join('; ')})` : '';
}

function printDate(instant: string): string {
  return formatDate(instant.slice(0, 10) as CalendarDate, 'VI');
}

function printObservations(observations: readonly ObservationAnswer[], report: ReportAnswer): string[] {
  const depths = new Map<string, number>();
  const rows = observations.map((one) => ({
    one,
    label: printLabel(one, report.period, depths),
    sources: printSources([...one.sources, ...one.comparisons.flatMap(({ sources }) => sources)]),
  }));
  const labelWidth = Math.max(...rows.map(({ label }) => label.length));
  const textWidth = Math.max(...rows.map(({ one }) => one.text.length));
  return rows.flatMap(({ one, label, sources }, index) => {
    const before = rows[index - 1]?.one;
    const after = rows[index + 1]?.one;
    return [
      ...printHeadings(one, before, observations, report),
      `    ${label.padEnd(labelWidth)}  ${one.text.padEnd(textWidth)}  ${sources}`.trimEnd(),
      // A remark that several rows share stands once, below the last of them.
      ...(one.note && !(isSameTable(one, after) && after?.note === one.note)
        ? [`      ${one.breakdown.length > 0 ? '  ' : ''}Ghi chú: ${one.note}`]
        : []),
    ];
  });
}

/** What changes with this row: whose figures these are, the group, the way in which an indicator is broken down. */
function printHeadings(
  one: ObservationAnswer,
  before: ObservationAnswer | undefined,
  all: readonly ObservationAnswer[],
  report: ReportAnswer,
): string[] {
  const isElsewhere = one.organisation !== (before?.organisation ?? report.organisation);
  const isNewGroup = isElsewhere || before?.indicator.group.code !== one.indicator.group.code;
  return [
    ...(isElsewhere ? [`  Địa bàn: ${one.organisation}`] : []),
    ...(isNewGroup ? [`  ${one.indicator.group.label}`] : []),
    ...printBreakdown(one, before, all),
  ];
}

/** Parts without a total stand under the indicator's name; where a total is broken down in several ways, each is named. */
function printBreakdown(
  one: ObservationAnswer,
  before: ObservationAnswer | undefined,
  all: readonly ObservationAnswer[],
): string[] {
  const dimensions = dimensionsOf(one);
  const isNew = !isSameTable(one, before);
  if (dimensions === '' || (!isNew && before && dimensionsOf(before) === dimensions)) return [];
  const { label } = one.indicator;
  if (isNew) return [`    ${label}${label.endsWith(`theo ${dimensions}`) ? '' : `, theo ${dimensions}`}`];
  const ways = all.filter((other) => isSameTable(one, other)).map(dimensionsOf);
  return new Set(ways.filter((way) => way !== '')).size > 1 ? [`      theo ${dimensions}`] : [];
}

/** Whether two rows are about the same indicator of the same organisation. */
function isSameTable(one: ObservationAnswer, other: ObservationAnswer | undefined): boolean {
  return one.indicator.code === other?.indicator.code && one.organisation === other.organisation;
}

/** "hình thức kỷ luật và cấp"; empty for a total. */
function dimensionsOf({ breakdown }: ObservationAnswer): string {
  return breakdown.map(({ dimension }) => dimension.label.toLowerCase()).join(' và ');
}

function printLabel(
  { indicator, breakdown, time, asAt }: ObservationAnswer,
  period: Period,
  depths: Map<string, number>,
): string {
  const when = asAt
    ? ` (đến ${formatDate(asAt, 'VI')})`
    : time === period
      ? ''
      : ` (${formatPeriod(time, 'VI')})`;
  if (breakdown.length === 0) return `${indicator.label}${when}`;
  const depth = Math.max(...breakdown.map((part) => depthOf(part, depths)));
  return `  ${'  '.repeat(depth)}- ${breakdown.map(({ label }) => label).join('; ')}${when}`;
}

/** How far a part stands below the top of its dimension; parents stand before their children. */
function depthOf({ dimension, code, parent }: Part, depths: Map<string, number>): number {
  const depth = parent === null ? 0 : (depths.get(`${dimension.code}=${parent}`) ?? 0) + 1;
  depths.set(`${dimension.code}=${code}`, depth);
  return depth;
}

function printSources(places: readonly Place[]): string {
  const texts = places.map(
    ({ document, section, footnote }) =>
      `${document}${section === '' ? '' : ` ${section}`}${footnote === null ? '' : ` chú thích ${footnote}`}`,
  );
  return texts.length === 0 ? '' : `[${[...new Set(texts)].join('; ')}]`;
}
