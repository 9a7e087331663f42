import { fault, type FileFault } from '../../../schema/errors/index.ts';
import type { DecodedFile } from './decodeFile.ts';
import { cellText, type Grid } from './grid.ts';

/** The codes of indicators on a template's sheet for new ones, in its order. */
export function codesOf({ rows: [header, ...rows] }: Grid): readonly string[] {
  const positionOf = (heading: string): number =>
    header?.cells.findIndex((cell) => cellText(cell).trim() === heading) ?? -1;
  const [kind, code] = [positionOf('kind'), positionOf('code')];
  return rows
    .filter(({ cells }) => ['', 'indicator'].includes(cellText(cells[kind]).trim()))
    .map(({ cells }) => cellText(cells[code]).trim())
    .filter((said) => said !== '');
}

/**
 * That the sheet for new indicators names some that the agency does not know: they come in before any figures. `path` is
 * what the file is called on the command line. Empty where it knows all of them.
 */
export function refuseNewIndicators(
  { file, indicators }: Pick<DecodedFile, 'file' | 'indicators'>,
  known: ReadonlySet<string> | ReadonlyMap<string, unknown>,
  { agency, path }: { readonly agency: string; readonly path: string },
): readonly FileFault[] {
  const codes = indicators ? codesOf(indicators).filter((code) => !known.has(code)) : [];
  if (codes.length === 0) return [];
  const sheet = indicators?.sheet ?? '';
  return [{ file, sheet, fault: fault('INDICATORS_FIRST', { codes, agency, path }) }];
}
