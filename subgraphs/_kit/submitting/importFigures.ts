import { catalogued, fault, type FileFault } from '../../../schema/errors/index.ts';
import {
  observationKey,
  refusalOf,
  type Correction,
  type Instant,
  type Observation,
  type ObservationIdentity,
  type Period,
  type Principal,
  type ReleaseLine,
  type Submission,
} from '../../../schema/values/index.ts';
import type { Catalogue } from '../catalogue/catalogue.ts';
import type { FiguresFile } from '../figures/figureTable.ts';
import { readFigureTables, type ReleaseDraft } from '../figures/readFigures.ts';
import { decodeFile, type ImportTarget } from '../importing/decodeFile.ts';
import { refuseNewIndicators } from '../importing/newIndicators.ts';
import { hashObservations } from '../publishing/hashObservations.ts';
import { isSealOf } from '../publishing/sealFigures.ts';
import type { StoredMove } from '../storage/moveStore.ts';
import { standingFigures } from './draftRelease.ts';
import { actorOf, refused } from './makeMove.ts';
import type { MoveLog } from './moveLog.ts';
import { submissionOf, type PublishedBody } from './storedMove.ts';

/** So many lines are judged in one request; whoever has more sends them one after the other. */
export const LINES_AT_ONCE = 20;

/** What a file holds, read against a catalogue; with any fault nothing of it may be stored. */
export interface ImportedFile {
  readonly drafts: readonly ReleaseDraft[];
  readonly faults: readonly FileFault[];
}

/**
 * Decodes a file of figures and reads it as figures files are read. Its faults are those of both, in its order. Retired
 * codes are refused but for figures that are there already: for these alone `standing` is asked, for keys of
 * {@link standingKeys}. Rejects as that does.
 */
export async function readImport(
  file: FiguresFile,
  target: Omit<ImportTarget, 'agency'> & { readonly agency: string },
  catalogue: Catalogue,
  standing: (drafts: readonly ReleaseDraft[]) => Promise<ReadonlySet<string>>,
): Promise<ImportedFile> {
  const decoded = await decodeFile(file, target);
  const command = { agency: target.agency, path: file.name };
  const first = refuseNewIndicators(decoded, catalogue.indicators, command);
  const table = { ...decoded, faults: [...decoded.faults, ...first] };
  const read = (old: ReadonlySet<string>) =>
    readFigureTables(
      [table],
      catalogue,
      target.agency,
      ({ period, identity }) => !old.has(keyIn(period, identity)),
    );
  const asNew = read(new Set());
  const usesRetired = asNew.faults.some((one) => one.fault.code === 'CODE_RETIRED');
  const { drafts, faults } = usesRetired ? read(await standing(asNew.drafts)) : asNew;
  if (faults.length > 0) return { drafts: [], faults };
  const found: FileFault[] = [];
  if (drafts.length === 0) {
    found.push({
      file: file.name,
      fault: fault('FILE_EMPTY', { what: `figure of agency "${target.agency}"` }),
    });
  }
  if (drafts.length > LINES_AT_ONCE) {
    const what = `figures of ${drafts.length} organisations and periods`;
    found.push({
      file: file.name,
      fault: fault('FILE_TOO_LARGE', { what, limit: `${LINES_AT_ONCE} of them` }),
    });
  }
  return { drafts: found.length > 0 ? [] : drafts, faults: found };
}

/** Where a line stands that figures are imported into. */
export interface ImportedLine extends ReleaseDraft {
  readonly submission: Submission;
  /** Whether what is published says the same already. */
  readonly isPublished: boolean;
  /** Whether the draft under way says the same already. */
  readonly isDraft: boolean;
}

/** What a line and the imported figures are to each other at a moment. */
export async function standingOf(
  draft: ReleaseDraft,
  log: MoveLog,
  at: Instant | null,
): Promise<ImportedLine> {
  const { moves, submission, held } = await heldIn(draft, log, at);
  const observations = keepConfidential(draft.observations, held);
  return {
    ...draft,
    observations,
    submission,
    isPublished: submission.draft === null && isPublished(submission, moves, observations),
    isDraft: submission.draft !== null && isSame(submission.draft.observations, observations),
  };
}

/** What has happened in a draft's line, and the figures that are published or drafted there. */
async function heldIn(
  { organisation, period }: ReleaseDraft,
  { agency, store }: MoveLog,
  at: Instant | null,
) {
  const line: ReleaseLine = { agency, organisation, period };
  const moves = at === null ? [] : await store.line(line, at);
  const submission = submissionOf(moves);
  const held = [...standingFigures(submission, moves), ...(submission.draft?.observations ?? [])];
  return { moves, submission, held };
}

/**
 * Keys of the figures that are there already in the lines of drafts, told to nobody but who may write them.
 * @throws TOKEN_REQUIRED, RIGHT_MISSING
 */
export async function standingKeys(
  drafts: readonly ReleaseDraft[],
  log: MoveLog,
  at: Instant | null,
  principal: Principal | null,
): Promise<ReadonlySet<string>> {
  const command = { kind: 'SAVE', observations: [], correction: null } as const;
  const asked = drafts.slice(0, LINES_AT_ONCE);
  for (const { organisation } of asked) actorOf(log.agency, { organisation, command, principal });
  const keys = await Promise.all(
    asked.map(async (draft) => {
      const { held } = await heldIn(draft, log, at);
      return held.map((one) => keyIn(draft.period, one));
    }),
  );
  return new Set(keys.flat());
}

function keyIn(period: Period, figure: ObservationIdentity): string {
  return `${period} ${observationKey(figure)}`;
}

/** A file opens no figure that was held back: a word that was left out must not make it public. */
function keepConfidential(
  observations: readonly Observation[],
  standing: readonly Observation[],
): readonly Observation[] {
  const held = new Map(standing.map((one) => [observationKey(one), one.confidentiality]));
  return observations.map((one) => ({
    ...one,
    confidentiality: one.confidentiality ?? held.get(observationKey(one)) ?? null,
  }));
}

function isSame(some: readonly Observation[], others: readonly Observation[]): boolean {
  return hashObservations(some) === hashObservations(others);
}

function isPublished(
  { published }: Submission,
  moves: readonly StoredMove[],
  observations: readonly Observation[],
): boolean {
  const move = moves.find(({ kind, number }) => kind === 'PUBLISH' && number === published);
  return move !== undefined && isSealOf(move.body as unknown as PublishedBody, observations);
}

/** What a person wants to import. */
export interface ImportRequest {
  readonly principal: Principal | null;
  /** Why what was published is changed; null where nothing was. */
  readonly correction: Correction | null;
}

/**
 * Asks before anything is stored whether every line may be saved by this person, as it stands now.
 * @throws TOKEN_REQUIRED, RIGHT_MISSING, MOVE_NOT_ALLOWED, CORRECTION_NOT_EXPLAINED
 */
export function assertImportable(
  agency: string,
  lines: readonly ImportedLine[],
  { principal, correction }: ImportRequest,
): void {
  for (const line of lines) {
    const command = saveOf(line, correction);
    const { organisation } = line;
    const by = actorOf(agency, { organisation, command, principal });
    if (line.isPublished || line.isDraft) continue;
    const refusal = refusalOf(line.submission, command, by);
    if (refusal) throw refused(refusal, command, line.submission, agency);
  }
}

/** A reason is given for what was published once, and for nothing else. */
export function saveOf({ observations, submission }: ImportedLine, correction: Correction | null) {
  return { kind: 'SAVE', observations, correction: submission.lastNumber > 0 ? correction : null } as const;
}

/** Whoever may write nothing at all for the agency shall not have files read. @throws TOKEN_REQUIRED, RIGHT_MISSING */
export function assertOfficer(agency: string, principal: Principal | null): void {
  if (principal === null) throw catalogued('TOKEN_REQUIRED', {});
  const isOfficer = principal.grants.some(
    (grant) => grant.role === 'OFFICER' && (grant.agency === null || grant.agency === agency),
  );
  if (!isOfficer) {
    throw catalogued('RIGHT_MISSING', { move: 'SAVE', roles: ['OFFICER'], agency, organisation: null });
  }
}
