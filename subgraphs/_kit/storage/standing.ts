import type { Instant } from '../../../schema/values/index.ts';
import type { MoveHeader } from './moveStore.ts';

// What stands of a line at a moment is the highest number that is visible then. Numbers are given in the order in which
// moves are made, and a move becomes visible when it is made or later. So what decides whether a release ever stands is
// known at the moment it becomes visible, and no later move changes it: all that is told here holds for ever.

/** A PUBLISH or WITHDRAW, as far as it tells what stands when. */
type Numbered = Pick<MoveHeader, 'organisation' | 'period' | 'kind' | 'number' | 'visibleFrom'>;

/**
 * Those of the PUBLISH moves whose release has stood at some moment, in the order given. What a higher number, a
 * withdrawal among them, has overtaken before its moment came, or at that very moment, never stood: it was never
 * published. `moves` are all moves with a number of some lines that were visible at one moment.
 */
export function everStood<Move extends Numbered>(moves: readonly Move[]): Move[] {
  /** Of each line the moment from which on a number higher than those still to come is visible. */
  const overtakenAt = new Map<string, Instant | null>();
  const stood = new Set<Move>();
  for (const move of moves.toSorted((a, b) => (b.number ?? 0) - (a.number ?? 0))) {
    const { organisation, period, kind, visibleFrom } = move;
    const line = JSON.stringify([organisation, period]);
    const overtaken = overtakenAt.get(line) ?? null;
    if (overtaken !== null && visibleFrom !== null && visibleFrom >= overtaken) continue;
    if (kind === 'PUBLISH') stood.add(move);
    overtakenAt.set(line, visibleFrom);
  }
  return moves.filter((move) => stood.has(move));
}

/**
 * Number of the release of a line that a further one replaces which becomes visible at `moment`; null where nothing
 * stands until then. `moves` are all moves of the line.
 */
export function standingBefore(moves: readonly Numbered[], moment: Instant): number | null {
  const last = moves
    .filter(({ number, visibleFrom }) => number !== null && visibleFrom !== null && visibleFrom < moment)
    .sort((a, b) => (a.number ?? 0) - (b.number ?? 0))
    .at(-1);
  return last?.kind === 'PUBLISH' ? last.number : null;
}
