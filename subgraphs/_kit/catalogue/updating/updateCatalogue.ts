import { catalogued, RefusedFile } from '../../../../schema/errors/index.ts';
import { instantOf, type Instant, type Principal, type Rule } from '../../../../schema/values/index.ts';
import type { Presenters } from '../../reading/presenters.ts';
import { appendMove, type MoveLog } from '../../submitting/moveLog.ts';
import { fingerprintOf } from '../../submitting/storedMove.ts';
import { administers } from '../../submitting/administers.ts';
import { CATALOGUE_LINE, catalogueBodyOf, type CatalogueOutcome } from '../catalogueMove.ts';
import { planUpdate, type UpdateRows } from './planUpdate.ts';
import { readUsage, type Usage } from './usage.ts';

/** What an administrator asks for. */
export interface UpdateRequest extends UpdateRows {
  /** Whether it is only told what would come of it. */
  readonly dryRun: boolean;
  readonly key: string;
  /** What the key stands for: the client's own words. */
  readonly asked: unknown;
  readonly principal: Principal | null;
  readonly requestId: string | null;
}

/** What has come of a file, and when it was put into the catalogue; null where nothing was. */
export interface UpdateOutcome extends CatalogueOutcome {
  readonly at: Instant | null;
}

/** What a catalogue is changed with. */
export interface UpdateMeans {
  readonly log: MoveLog;
  readonly presenters: Presenters;
  readonly now: () => number;
  /** The rules of the agency's code. */
  readonly coded: readonly Rule[];
  /** Dimensions that the agency's form shows, as {@link Usage} has them: they are in use. */
  readonly shown: ReadonlySet<string>;
}

/**
 * Puts the rows of a file into the agency's catalogue: all or, where anything is wrong with them, none. The same key
 * with the same file is answered as before. Where nothing is new or changed no move is made.
 * @throws TOKEN_REQUIRED or RIGHT_MISSING; RefusedFile with all faults; KEY_REUSED, MOVE_CONFLICT, MOVE_TOO_LARGE,
 * STORE_UNAVAILABLE.
 */
export async function updateCatalogue(request: UpdateRequest, means: UpdateMeans): Promise<UpdateOutcome> {
  const { principal, requestId, dryRun, key, asked } = request;
  const { log, presenters, coded, shown, now } = means;
  const { agency, store } = log;
  if (principal === null) throw catalogued('TOKEN_REQUIRED', {});
  if (!administers(principal, agency)) {
    const roles = ['ADMINISTRATOR'];
    throw catalogued('RIGHT_MISSING', { move: 'Changing the catalogue', roles, agency, organisation: null });
  }
  const usage = async (): Promise<Usage> => {
    const used = await readUsage(agency, store);
    return { ...used, dimensions: new Set([...used.dimensions, ...shown]) };
  };
  // Within a move nothing else of the agency comes in between: the version is the one that the rows come into.
  const plan = async (at: Instant) =>
    planUpdate(request, { version: await presenters.latest(), at, coded, usage });
  if (dryRun) {
    const { added, changed, unchanged } = await plan(instantOf(now()));
    return { added, changed, unchanged, at: null };
  }
  // While a move is made nobody else moves: what figures use, which may take seconds to read, is read before. Whether the
  // rows are refused is told within, where a request that was carried out before is known by its key.
  await plan(instantOf(now())).catch((error: unknown) => {
    if (!(error instanceof RefusedFile)) throw error;
  });
  const by = { subject: principal.subject, role: 'ADMINISTRATOR' } as const;
  const fingerprint = fingerprintOf({ asked, subject: by.subject });
  let seen: CatalogueOutcome | null = null;
  const move = await appendMove(
    log,
    CATALOGUE_LINE,
    async (_moves, at) => {
      const { put, ...outcome } = await plan(at);
      seen = outcome;
      if (put.length === 0) return null;
      const body = { put, ...outcome, by, requestId, fingerprint };
      return { agency, ...CATALOGUE_LINE, key, kind: 'CATALOGUE', at, number: null, visibleFrom: null, body };
    },
    { key, fingerprint },
  );
  return outcomeOf(move && { ...catalogueBodyOf(move), at: move.at }, seen);
}

function outcomeOf(made: UpdateOutcome | null, seen: CatalogueOutcome | null): UpdateOutcome {
  const { added, changed, unchanged } = made ?? seen ?? { added: [], changed: [], unchanged: [] };
  return { added, changed, unchanged, at: made?.at ?? null };
}
