import type { MoveStore } from '../storage/moveStore.ts';
import type { AgencyFigures } from './agencyFigures.ts';

/** The same store, with the time of each use in the figures. */
export function observeStore(store: MoveStore, figures: AgencyFigures): MoveStore {
  const timed = async <Result>(method: keyof MoveStore, use: () => Promise<Result>): Promise<Result> => {
    const started = performance.now();
    let outcome: 'done' | 'failed' = 'failed';
    try {
      const result = await use();
      outcome = 'done';
      return result;
    } finally {
      figures.storeUsed(method, outcome, (performance.now() - started) / 1000);
    }
  };
  return {
    async append(move) {
      await timed('append', () => store.append(move));
      if (move.kind === 'PUBLISH') figures.published();
    },
    head: (agency) => timed('head', () => store.head(agency)),
    moveWithKey: (agency, key) => timed('moveWithKey', () => store.moveWithKey(agency, key)),
    line: (line, asOf) => timed('line', () => store.line(line, asOf)),
    lastMoves: (filter, asOf) => timed('lastMoves', () => store.lastMoves(filter, asOf)),
    standingOfLines: (lines) => timed('standingOfLines', () => store.standingOfLines(lines)),
    standingOfAll: (filter, asOf) => timed('standingOfAll', () => store.standingOfAll(filter, asOf)),
    releases: (agency, sequences) => timed('releases', () => store.releases(agency, sequences)),
    headers: (filter, asOf) => timed('headers', () => store.headers(filter, asOf)),
    chain: (agency, after, limit) => timed('chain', () => store.chain(agency, after, limit)),
    answeredUntil: (agency) => timed('answeredUntil', () => store.answeredUntil(agency)),
    raiseAnsweredUntil: (agency, instant) =>
      timed('raiseAnsweredUntil', () => store.raiseAnsweredUntil(agency, instant)),
    close: () => store.close(),
  };
}
