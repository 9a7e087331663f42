import { fault, formatFileFault, type FileFault } from '../../schema/errors/index.ts';
import { camelCase } from '../../schema/values/index.ts';
import type { DecodedFile } from '../../subgraphs/_kit/importing/decodeFile.ts';
import { refuseNewIndicators } from '../../subgraphs/_kit/importing/newIndicators.ts';
import { answerOf } from '../answerOf.ts';
import type { Ask } from '../askGateway.ts';
import { ORGANISATION_FIRST, fetchOrganisations } from '../knownOrganisation.ts';
import type { FileLine } from './cutFile.ts';

/** A file of figures, and what it is called on the command line. */
export interface NamedFile {
  readonly decoded: DecodedFile;
  readonly agency: string;
  readonly path: string;
  /** The organisation that the command names, or the template's settings; null where rows do. */
  readonly organisation: string | null;
}

/**
 * What has to come in before figures can: organisations that the office does not know, which the agency cannot tell, and
 * new indicators. One line each, in the order of the file; empty where nothing has to. Rejects with GatewayProblem.
 */
export async function tellWhatComesFirst(
  ask: Ask,
  { decoded, agency, path, organisation: named }: NamedFile,
  lines: readonly FileLine[],
): Promise<readonly string[]> {
  const indicators = decoded.indicators ? await fetchIndicators(ask, agency) : new Set<string>();
  const known = await fetchOrganisations(ask);
  const strange = lines.filter(({ organisation }) => organisation !== '' && !known.has(organisation));
  return [
    ...strange.flatMap((line) => refuseOrganisation(decoded.file, line, [...known.keys()], named)),
    ...refuseNewIndicators(decoded, indicators, { agency, path }),
  ].map(formatFileFault);
}

async function fetchIndicators(ask: Ask, agency: string): Promise<ReadonlySet<string>> {
  const field = camelCase(agency);
  const question = `{ ${field} { indicators { code } } }`;
  const answer = await answerOf<Record<string, { indicators: { code: string }[] }>>(ask, question);
  return new Set(answer[field]?.indicators.map(({ code }) => code));
}

/** In every row that names it; once where something else does. */
function refuseOrganisation(
  file: string,
  { organisation, rows }: FileLine,
  known: readonly string[],
  named: string | null,
): readonly FileFault[] {
  const what = fault('ORGANISATION_UNKNOWN', { value: organisation, known, remedy: ORGANISATION_FIRST });
  if (organisation === named) return [{ file, fault: what }];
  return rows.map(({ sheet, row, columnNames }) => ({
    file,
    ...(sheet !== undefined && { sheet }),
    row,
    column: columnNames?.organisation ?? 'organisation',
    fault: what,
  }));
}
