import { formatDate, formatPeriod, type Period } from '../schema/values/index.ts';
import type { ConflictMarks } from './conflicts.ts';
import type { ObservationAnswer, OrganisationLabel, Part, Place, ReportAnswer } from './reportAnswer.ts';

/** What rows are printed with; `marks` say which figures contradict each other. */
interface Surroundings {
  readonly report: ReportAnswer;
  readonly marks: ReadonlyMap<ObservationAnswer, ConflictMarks>;
  readonly labelOf: OrganisationLabel;
}

/** The rows of a section below its headings, each with its sources. */
export function printObservations(
  observations: readonly ObservationAnswer[],
  { report, marks, labelOf }: Surroundings,
): string[] {
  const depths = new Map<string, number>();
  const rows = observations.map((one) => ({
    one,
    label: printLabel(one, report.period, depths),
    sources: printSources([
      ...one.sources,
      ...one.comparisons.flatMap(({ reported }) => reported?.sources ?? []),
    ]),
  }));
  const labelWidth = Math.max(...rows.map(({ label }) => label.length));
  const textWidth = Math.max(...rows.map(({ one }) => one.text.length));
  return rows.flatMap(({ one, label, sources }, index) => {
    const { below, beside } = marks.get(one) ?? { below: [], beside: [] };
    const before = rows[index - 1]?.one;
    const after = rows[index + 1]?.one;
    const indent = one.breakdown.length > 0 ? '        ' : '      ';
    return [
      ...printHeadings(one, before, observations, { report, labelOf }),
      `    ${label.padEnd(labelWidth)}  ${one.text.padEnd(textWidth)}  ${[sources, ...beside].join('  ')}`.trimEnd(),
      ...below.map((mark) => `${indent}${mark}`),
      // A remark that several rows share stands once, below the last of them.
      ...(one.note && !(isSameTable(one, after) && after?.note === one.note)
        ? [`${indent}Ghi chú: ${one.note}`]
        : []),
    ];
  });
}

/** What changes with this row: whose figures these are, the group, the way in which an indicator is broken down. */
function printHeadings(
  one: ObservationAnswer,
  before: ObservationAnswer | undefined,
  all: readonly ObservationAnswer[],
  { report, labelOf }: Pick<Surroundings, 'report' | 'labelOf'>,
): string[] {
  const isElsewhere = one.organisation !== (before?.organisation ?? report.organisation);
  const isNewGroup = isElsewhere || before?.indicator.group.code !== one.indicator.group.code;
  return [
    ...(isElsewhere ? [`  Địa bàn: ${labelOf(one.organisation)}`] : []),
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

/** "[khoi-2020 A.I.2 chú thích 7]"; empty where nothing is named. */
export function printSources(places: readonly Place[]): string {
  const texts = places.map(
    ({ document, section, footnote }) =>
      `${document}${section === '' ? '' : ` ${section}`}${footnote === null ? '' : ` chú thích ${footnote}`}`,
  );
  return texts.length === 0 ? '' : `[${[...new Set(texts)].join('; ')}]`;
}
