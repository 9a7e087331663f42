import { fault, type FileFault } from '../../../../schema/errors/index.ts';
import type { Catalogue } from '../../catalogue/catalogue.ts';
import type { FiguresFile } from '../../figures/figureTable.ts';
import { readFigureTables, type ReleaseDraft } from '../../figures/readFigures.ts';
import { decodeFile, type ImportTarget } from '../../importing/decodeFile.ts';
import { refuseNewIndicators } from '../../importing/newIndicators.ts';
import { keyIn, LINES_AT_ONCE } from './importedLine.ts';

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
