import { lineKey, type Correction, type Instant, type ReleaseHeader } from '../../../schema/values/index.ts';
import type { PublishedBody } from '../submitting/storedMove.ts';
import type { MoveLog } from '../submitting/moveLog.ts';

/** A header that also tells why it corrects another, once it is asked for. */
export type ExplainedHeader = ReleaseHeader & { readonly correction: () => Promise<Correction | null> };

/**
 * Headers of releases that were visible at `asOf`, each with its correction, which no list of a store holds: the moves
 * of a line are read where one is asked for, and once.
 */
export function withCorrections(
  headers: readonly ReleaseHeader[],
  log: MoveLog,
  asOf: Instant,
): readonly ExplainedHeader[] {
  const lines = new Map<string, ReturnType<MoveLog['store']['line']>>();
  const movesOf = (header: ReleaseHeader): ReturnType<MoveLog['store']['line']> => {
    const name = lineKey(header);
    const moves = lines.get(name) ?? log.store.line(header, asOf);
    lines.set(name, moves);
    return moves;
  };
  return headers.map((header) => ({
    ...header,
    correction: async () => {
      const moves = await movesOf(header);
      const move = moves.find(({ kind, number }) => kind === 'PUBLISH' && number === header.number);
      return move ? (move.body as unknown as PublishedBody).correction : null;
    },
  }));
}
