import {
  sectionsOf,
  type CheckAnswer,
  type CheckFigureAnswer,
  type ObservationAnswer,
  type ReportAnswer,
} from './reportAnswer.ts';

/** A conflict of the report, with the number that it is referred to by. */
export interface NumberedConflict extends CheckAnswer {
  readonly number: number;
  /** Whether a rule between agencies has found it. */
  readonly isAcross: boolean;
}

/** All conflicts, numbered from 1: those of the sections in their order, then those between agencies. */
export function listConflicts(report: ReportAnswer): readonly NumberedConflict[] {
  const own = sectionsOf(report).flatMap(({ section }) => section?.checks ?? []);
  const across = report.reconciliation ?? [];
  return [
    ...own.map((check) => ({ ...check, isAcross: false })),
    ...across.map((check) => ({ ...check, isAcross: true })),
  ]
    .filter(({ verdict }) => verdict === 'CONFLICT')
    .map((check, index) => ({ ...check, number: index + 1 }));
}

/** "⚠ Mâu thuẫn 1: 39 ≠ 7 + 23 + 1 + 6 = 37 · Đảng viên bị thi hành kỷ luật bằng tổng các phần…". */
export function conflictText({ number, severity, expression, rule }: NumberedConflict): string {
  const weight = severity === 'WARNING' ? ' (cần giải trình)' : '';
  return `⚠ Mâu thuẫn ${number}${weight}: ${expression} · ${rule}`;
}

/** "Giải trình: …", on one line; nothing where the agency has not said why the figures stand all the same. */
export function acknowledgementLines({ acknowledgement }: CheckAnswer): readonly string[] {
  return acknowledgement === null ? [] : [`Giải trình: ${acknowledgement.replaceAll(/\s+/g, ' ').trim()}`];
}

/** What is said of a figure's conflicts: whole conflicts below it, references to others beside it. */
export interface ConflictMarks {
  readonly below: readonly string[];
  readonly beside: readonly string[];
}

/** The marks of each figure in a conflict: all of it at the first of its figures that the report shows, a reference at the others. */
export function marksOf(
  conflicts: readonly NumberedConflict[],
  report: ReportAnswer,
): ReadonlyMap<ObservationAnswer, ConflictMarks> {
  const shown = new Map(
    sectionsOf(report).map(({ agency, section }) => [agency, section?.observations ?? []] as const),
  );
  const marks = new Map<ObservationAnswer, ConflictMarks>();
  for (const conflict of conflicts) {
    const places = conflict.figures.flatMap((figure) =>
      (shown.get(figure.agency) ?? []).filter((observation) => isFigureOf(figure, observation)),
    );
    for (const [index, place] of [...new Set(places)].entries()) {
      const { below, beside } = marks.get(place) ?? { below: [], beside: [] };
      const isFirst = index === 0;
      marks.set(place, {
        below: isFirst ? [...below, conflictText(conflict), ...acknowledgementLines(conflict)] : below,
        beside: isFirst ? beside : [...beside, `⚠ xem mâu thuẫn ${conflict.number}`],
      });
    }
  }
  return marks;
}

/** Whether a check means this figure: the same number about the same part, of the figure itself or of what it is compared by. */
function isFigureOf(figure: CheckFigureAnswer, observation: ObservationAnswer): boolean {
  const { indicator, organisation, time, value, unit, unitMultiplier, comparisons } = observation;
  if (indicator.code !== figure.indicator) return false;
  if (organisation !== figure.organisation || time !== figure.time) return false;
  if (partsOf(figure.breakdown) !== partsOf(observation.breakdown.map(codesOf))) return false;
  return figure.measure === null
    ? value === figure.value && unit.code === figure.unit && unitMultiplier === figure.unitMultiplier
    : comparisons.some(
        ({ measure, reported }) => measure === figure.measure && reported?.value === figure.value,
      );
}

function codesOf({ dimension, code }: ObservationAnswer['breakdown'][number]): {
  dimension: string;
  code: string;
} {
  return { dimension: dimension.code, code };
}

function partsOf(breakdown: CheckFigureAnswer['breakdown']): string {
  return breakdown
    .map(({ dimension, code }) => `${dimension}=${code}`)
    .sort()
    .join(';');
}
