import { nameOfFigure } from '../../subgraphs/_kit/submitting/importing/importedChanges.ts';
import type { Changes, LineState } from './importClient.ts';

interface Line {
  readonly organisation: string;
  readonly period: string;
}

/** `ha-tinh-khoi 2024-Q1`. */
export function nameOf({ organisation, period }: Line): string {
  return `${organisation} ${period}`;
}

/** What has come of a line, or would: `ha-tinh 2024: 8 figures (2 new, 1 changed, 5 the same, 0 removed), PUBLISHED`. */
export function lineText(line: Line, { figures, changes, isPublished }: LineState, what: string): string {
  const { added, changed, unchanged, removed } = changes;
  const counts = ` (${added} new, ${changed} changed, ${unchanged} the same, ${removed} removed)`;
  return `${nameOf(line)}: ${countOf(figures)}${isPublished ? '' : counts}, ${what}`;
}

/** Which figures a line loses; nothing where it loses none. */
export function removalText(line: Line, { removed, removedFigures }: Changes): readonly string[] {
  if (removed === 0) return [];
  const names = removedFigures.map(nameOfFigure);
  const further = removed > names.length ? `; and ${removed - names.length} more` : '';
  return [
    `${nameOf(line)}: ${countOf(removed)} ${removed === 1 ? 'is' : 'are'} removed: ${names.join('; ')}${further}`,
  ];
}

function countOf(figures: number): string {
  return figures === 1 ? '1 figure' : `${figures} figures`;
}
