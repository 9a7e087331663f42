import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';

import {
  compareTexts,
  groupBy,
  periodEnd,
  type Observation,
  type Period,
  type Release,
} from '../../../schema/values/index.ts';
import type { Catalogue } from '../catalogue/catalogue.ts';
import type { FiguresFile } from '../figures/figureTable.ts';
import { readFigures, type FileRow, type ReleaseDraft } from '../figures/readFigures.ts';
import type { StoredMove } from '../storage/moveStore.ts';
import { appendMove, type MoveLog } from '../submitting/moveLog.ts';
import { publication, releaseOfMove } from '../submitting/publication.ts';
import { fingerprintOf, moveOfStored, submissionOf, type PublishedBody } from '../submitting/storedMove.ts';
import { isSealOf, sealFigures } from './sealFigures.ts';

/** What publishing needs to know and to reach. */
export interface Publisher extends MoveLog {
  readonly catalogue: Catalogue;
  /** Is told the drafts that are not published since people have moved in their line. */
  readonly onSkipped?: (skipped: SkippedFigures) => void;
}

/** Figures of the folder that are not read any more. */
export interface SkippedFigures {
  readonly organisation: string;
  readonly period: Period;
  /** `figures/a.csv: 2-14, 20`, file by file. */
  readonly rows: readonly string[];
}

/** What a folder publishes, no person has. */
const BY_FOLDER = { subject: 'figures', role: 'FIGURES_FOLDER' } as const;

/**
 * Reads every figures file of a folder and publishes what differs from the newest release of its line, so a
 * restart publishes nothing and an edited file gives a new release.
 * @returns the new releases. @throws RefusedFile with the faults of all files; then nothing has been published.
 */
export async function publishFigures(publisher: Publisher, folder: string): Promise<Release[]> {
  const drafts = readFigures(readFiguresFolder(folder), publisher.catalogue, publisher.agency);
  // Where two periods hold the same fact, the later period's word is published last, and so is the newest.
  drafts.sort((a, b) => comparePeriodEnds(a.period, b.period));
  const published: Release[] = [];
  for (const draft of drafts) {
    const release = await publishDraft(publisher, draft);
    if (release) published.push(release);
  }
  return published;
}

/** The figures files of a folder, by name. */
export function readFiguresFolder(folder: string): FiguresFile[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.csv'))
    .sort()
    .map((name) => join(folder, name))
    .map((path) => ({ name: relative(process.cwd(), path), bytes: readFileSync(path) }));
}

/**
 * Publishes a draft as the next release of its line; null where the release that stands says the same already, or where
 * people keep the line: then their word is not overwritten by a file.
 */
async function publishDraft(publisher: Publisher, draft: ReleaseDraft): Promise<Release | null> {
  const { agency } = publisher;
  const { organisation, period, observations } = draft;
  const line = { isPeoples: false };
  const move = await appendMove(publisher, { organisation, period }, (moves, at) => {
    const submission = submissionOf(moves);
    line.isPeoples = moves.some((one) => moveOfStored(one).by.role !== BY_FOLDER.role);
    if (line.isPeoples) return null;
    if (isLastPublication(moves.at(-1), observations)) return null;
    const correction =
      submission.lastNumber === 0 ? null : { reason: 'CORRECTION' as const, words: 'figures folder' };
    const context = {
      by: BY_FOLDER,
      requestId: null,
      fingerprint: fingerprintOf([organisation, period, observations]),
    };
    return publication({ agency, organisation, period, key: null }, submission, {
      at,
      visibleFrom: at,
      body: {
        ...sealFigures(observations),
        supersedes: submission.published,
        observations,
        correction,
        acknowledgements: [],
        ...context,
      },
    });
  });
  if (line.isPeoples) publisher.onSkipped?.({ organisation, period, rows: rowTexts(draft.rows) });
  return move && releaseOfMove(move);
}

function rowTexts(rows: readonly FileRow[]): readonly string[] {
  return [...groupBy(rows, ({ file }) => file)].map(
    ([file, ofFile]) => `${file}: ${rangesOf(ofFile.map(({ row }) => row)).join(', ')}`,
  );
}

/** [2, 3, 4, 7] → "2-4", "7". */
function rangesOf(rows: readonly number[]): readonly string[] {
  const ranges: [first: number, last: number][] = [];
  for (const row of [...rows].sort((a, b) => a - b)) {
    const last = ranges.at(-1);
    if (last && row <= last[1] + 1) last[1] = row;
    else ranges.push([row, row]);
  }
  return ranges.map(([first, last]) => (first === last ? String(first) : `${first}-${last}`));
}

/** Whether the folder's last move, which can only be a PUBLISH, has published these figures. */
function isLastPublication(last: StoredMove | undefined, observations: readonly Observation[]): boolean {
  return last !== undefined && isSealOf(last.body as unknown as PublishedBody, observations);
}

function comparePeriodEnds(a: Period, b: Period): number {
  return compareTexts(periodEnd(a), periodEnd(b));
}
