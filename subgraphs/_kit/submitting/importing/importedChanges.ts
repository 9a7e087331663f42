import { isDeepStrictEqual } from 'node:util';

import { CataloguedError, fault, type Fault, type FileFault } from '../../../../schema/errors/index.ts';
import {
  formatBreakdown,
  observationKey,
  type Command,
  type Observation,
  type ObservationIdentity,
  type ReportingCalendar,
  type Submission,
} from '../../../../schema/values/index.ts';
import type { ReleaseDraft } from '../../figures/readFigures.ts';
import { hashObservations } from '../../publishing/hashObservations.ts';
import type { StoredMove } from '../../storage/moveStore.ts';
import { standingFigures } from '../draftRelease.ts';
import type { Prepare } from '../makeMove.ts';

/** So many of the figures that a file would take away are named: they tell what is missing of it. */
export const REMOVED_NAMED = 10;

/** What the figures of a file are to those that stand in their line: how many are so, and those that it lacks. */
export interface ImportedChanges {
  readonly added: number;
  /** Any word of a figure counts: value, note, source. */
  readonly changed: number;
  readonly unchanged: number;
  /** In the order in which they stand. */
  readonly removed: readonly Observation[];
}

/** What becomes of figures if others take their place. */
export function changesOf(
  standing: readonly Observation[],
  imported: readonly Observation[],
): ImportedChanges {
  const before = new Map(standing.map((one) => [observationKey(one), one]));
  const found = imported.map((one) => ({ one, was: before.get(observationKey(one)) }));
  const kept = found.filter(({ was }) => was !== undefined);
  const unchanged = kept.filter(({ one, was }) => was && isSame(was, one)).length;
  return {
    added: found.length - kept.length,
    changed: kept.length - unchanged,
    unchanged,
    removed: without(standing, imported),
  };
}

/** Those of the first that the others do not speak of, in their order. */
function without(figures: readonly Observation[], others: readonly Observation[]): readonly Observation[] {
  const keys = new Set(others.map(observationKey));
  return figures.filter((one) => !keys.has(observationKey(one)));
}

/** As stores tell figures apart; those that are alike to the letter need no hash, which takes far longer. */
function isSame(one: Observation, other: Observation): boolean {
  return isDeepStrictEqual(one, other) || hashObservations([one]) === hashObservations([other]);
}

/** A figure that is taken away, as the figures CSV tells it from others of its line. */
export interface RemovedFigure extends Pick<ObservationIdentity, 'indicator' | 'time' | 'unit' | 'setBy'> {
  /** `form=warning;level=grassroots`; empty for the total. */
  readonly breakdown: string;
  readonly calendar: ReportingCalendar;
}

/** The first figures that are taken away, {@link REMOVED_NAMED} at most. */
export function firstRemoved({ removed }: Pick<ImportedChanges, 'removed'>): readonly RemovedFigure[] {
  return removed.slice(0, REMOVED_NAMED).map(({ indicator, breakdown, time, calendar, unit, setBy }) => ({
    ...{ indicator, time, unit, setBy },
    breakdown: formatBreakdown(breakdown),
    calendar: calendar ?? 'CALENDAR',
  }));
}

/** What people know a figure by: `members-disciplined (form=warning, person, 2024-Q1)`. */
export function nameOfFigure({
  indicator,
  breakdown,
  unit,
  time,
  calendar,
  setBy,
}: Readonly<Record<Exclude<keyof RemovedFigure, 'setBy'>, string>> & Pick<RemovedFigure, 'setBy'>): string {
  const words = [breakdown, unit, time, calendar === 'CALENDAR' ? '' : calendar, setBy ?? ''];
  return `${indicator} (${words.filter((one) => one !== '').join(', ')})`;
}

/** The figures of a file for a line, and what they are to those that they replace ({@link replacedFigures}). */
export interface MeasuredDraft extends ReleaseDraft {
  readonly changes: ImportedChanges;
}

/** The figures that an import replaces: those of the draft under way, else of the release that stands. */
export function replacedFigures(
  submission: Submission,
  moves: readonly StoredMove[],
): readonly Observation[] {
  return submission.draft?.observations ?? standingFigures(submission, moves);
}

/** That lines hold figures which the file lacks: what nobody has asked to be gone is not lost by a file. */
export function missingFaults(file: string, lines: readonly MeasuredDraft[]): readonly FileFault[] {
  return lines.flatMap((line) => {
    const missing = missingFault(line, line.changes.removed);
    return missing ? [{ file, fault: missing }] : [];
  });
}

/**
 * Saves the figures of a file, unless somebody has put others into the line meanwhile that would be gone: nobody has
 * asked for that. @throws FIGURES_MISSING
 */
export function prepareImport({ changes, ...line }: MeasuredDraft, command: Command): Prepare {
  // Only what is gone is asked for: nobody else moves meanwhile, and to tell what has changed takes longer.
  const spokenOf = [...line.observations, ...changes.removed];
  return ({ submission, moves }) => {
    const missing = missingFault(line, without(replacedFigures(submission, moves), spokenOf));
    return missing ? Promise.reject(new CataloguedError(missing)) : Promise.resolve(command);
  };
}

function missingFault({ organisation, period }: ReleaseDraft, removed: readonly Observation[]): Fault | null {
  if (removed.length === 0) return null;
  const figures = firstRemoved({ removed }).map(nameOfFigure);
  return fault('FIGURES_MISSING', { organisation, period, count: removed.length, figures });
}
