import { createHash } from 'node:crypto';

import { getOperationAST } from 'graphql';

import { catalogued } from '../../schema/errors/index.ts';
import type { KeptOperations } from '../operations/manifest.ts';
import { createOperationCache, type OperationCache } from '../operations/operationCache.ts';
import type { OperationSettings } from '../operations/operationSettings.ts';
import { readSupergraph, type Supergraph } from '../supergraph.ts';
import { createRecentOperations, type NamedOperation, type RecentOperations } from './recentOperations.ts';
import { tryOut } from './tryOut.ts';

/** One supergraph and all that is worked out from it, which dies with it. */
export interface Graph {
  /** SHA-256 of the supergraph's text, 64 hex digits. */
  readonly hash: string;
  readonly supergraph: Supergraph;
  readonly operations: OperationCache;
  readonly recent: RecentOperations;
}

/** How operations are kept planned. */
export interface GraphSettings {
  readonly planCacheSize: number;
  readonly operations: OperationSettings;
  readonly kept: KeptOperations;
}

/** SHA-256 of the text of a supergraph, 64 hex digits. */
export function hashOfText(sdl: string): string {
  return createHash('sha256').update(sdl).digest('hex');
}

/** A graph of a supergraph that is known to be good, read from that text, with nothing planned yet. */
export function createGraph(
  sdl: string,
  supergraph: Supergraph,
  { planCacheSize, operations, kept }: GraphSettings,
): Graph {
  return {
    hash: hashOfText(sdl),
    supergraph,
    operations: createOperationCache(supergraph, planCacheSize, operations, kept),
    recent: createRecentOperations(),
  };
}

/** How many operations are planned before anybody asks for them: enough for a frontend, and a matter of seconds. */
const PLANNED_FIRST = 100;

/**
 * Reads a composed supergraph after a trial in another process, and plans what has been asked last, then what the manifest
 * holds, in its order, as far as there is room.
 * @throws SUPERGRAPH_INVALID when it is none, or only a part of one.
 */
export async function readGraph(
  sdl: string,
  settings: GraphSettings,
  asked: readonly NamedOperation[] = [],
): Promise<Graph> {
  const first = plannedFirst(asked, settings);
  await tryOut(sdl, first);
  const graph = createGraph(sdl, supergraphOf(sdl), settings);
  for (const { text, name } of [...first].reverse()) await planAgain(graph, text, name);
  return graph;
}

function plannedFirst(
  asked: readonly NamedOperation[],
  { kept, planCacheSize }: GraphSettings,
): readonly NamedOperation[] {
  const texts = new Set(asked.map(({ text }) => text));
  const others = [...kept.values()].filter((text) => !texts.has(text)).map((text) => ({ text, name: null }));
  return [...asked, ...others].slice(0, Math.min(PLANNED_FIRST, planCacheSize));
}

function supergraphOf(sdl: string): Supergraph {
  try {
    return readSupergraph(sdl);
  } catch (cause) {
    const [reason = ''] = (cause as Error).message.split('\n', 1);
    throw catalogued('SUPERGRAPH_INVALID', { reason }, { cause });
  }
}

/** What this graph does not know any more is told to whoever asks for it again. */
async function planAgain({ operations, recent }: Graph, text: string, name: string | null): Promise<void> {
  try {
    const document = operations.parse(text);
    if (operations.validate(document).length > 0) return;
    const operation = getOperationAST(document, name);
    if (!operation) return;
    await operations.compile(document, operation);
    recent.note(document, name);
  } catch {
    // It will fail in front of whoever asks, with its reason.
  }
}
