import { readFile } from 'node:fs/promises';

import type { Logger } from 'pino';

import { catalogued, faultOf } from '../../schema/errors/index.ts';
import type { AgencyClient } from '../agencies/agencyClient.ts';
import { readAgencies } from '../supergraph.ts';
import { createAgencyLines } from './agencyLines.ts';
import { readGraph, type GraphSettings } from './readGraph.ts';
import { createServedGraphs, type ServedGraphs } from './servedGraphs.ts';
import { watchFile, type FileWatch } from './watchFile.ts';

/** How often the file is looked at. */
const LOOK_EVERY_MS = 1000;

export interface SupergraphFileSettings {
  readonly file: string;
  /** What the file holds now. */
  readonly sdl: string;
  readonly settings: GraphSettings;
  /** Throws when one of the agencies has no address. */
  readonly assertAddressed: (agencies: readonly string[]) => unknown;
  /** The line to one agency. */
  readonly openLine: (agency: string) => AgencyClient;
  readonly logger: Logger;
}

/** The graph of a file, replaced as the file is, and the lines to its agencies. */
export interface ServedFile {
  readonly graphs: ServedGraphs;
  readonly client: AgencyClient;
  readonly watch: FileWatch;
}

/**
 * Serves what the file holds, and from then on what it comes to hold. @throws SETTING_INVALID when what it holds at
 * first cannot be used.
 */
export async function serveSupergraphFile({
  file,
  sdl,
  settings,
  assertAddressed,
  openLine,
  logger,
}: SupergraphFileSettings): Promise<ServedFile> {
  const graph = await readGraph(sdl, settings).catch((cause: unknown) => refuseFile(file, cause));
  const lines = createAgencyLines(openLine);
  const graphs = createServedGraphs({
    first: graph,
    read: (next, serving) => {
      assertAddressed(readAgencies(next));
      return readGraph(next, settings, serving.recent.list());
    },
    keepLines: (agencies) => lines.keep(agencies),
    now: Date.now,
  });
  graphs.onReplaced((outcome, { hash, refused }) => {
    if (outcome === 'taken') logger.info({ hash }, 'supergraph replaced');
    else logger.error({ hash, reason: refused?.reason }, 'supergraph refused; the one before serves on');
  });
  const watch = watchFile({
    file,
    everyMs: LOOK_EVERY_MS,
    onText: (text) => graphs.replace(text),
    onUnreadable: (reason) => graphs.refuse(reason),
  });
  return { graphs, client: lines, watch };
}

/** Reads the file at the start. @throws SETTING_INVALID when it cannot be read, or holds no supergraph at all. */
export async function readSupergraphText(file: string): Promise<string> {
  try {
    const sdl = await readFile(file, 'utf8');
    readAgencies(sdl);
    return sdl;
  } catch (cause) {
    return refuseFile(file, cause);
  }
}

function refuseFile(file: string, cause: unknown): never {
  const known = faultOf(cause);
  const reason = known?.code === 'SUPERGRAPH_INVALID' ? known.details.reason : (cause as Error).message;
  const expected = `a file that holds a composed supergraph (${String(reason)})`;
  throw catalogued('SETTING_INVALID', { variable: 'SUPERGRAPH_FILE', value: file, expected }, { cause });
}
