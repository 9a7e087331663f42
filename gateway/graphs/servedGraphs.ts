import { hashOfText, type Graph } from './readGraph.ts';

/** What health and metrics tell of the supergraph. */
export interface GraphState {
  /** SHA-256 of the text of the supergraph that serves, 64 hex digits. */
  readonly hash: string;
  /** Since when it serves, ISO 8601. */
  readonly since: string;
  /** The last text that was refused since; null when none was. */
  readonly refused: { readonly at: string; readonly reason: string } | null;
}

/** The graph that serves, beside those before it that still have requests. */
export interface ServedGraphs {
  /** Runs a request on the graph that serves now, to its end, whatever replaces that meanwhile. */
  use<Result>(run: (graph: Graph) => Promise<Result>): Promise<Result>;
  current(): Graph;
  state(): GraphState;
  /**
   * Reads the text beside the graph that serves, and lets it take over; a text that serves already changes nothing.
   * Never rejects: what cannot be read is refused, told in {@link state}, and the graph that serves goes on.
   */
  replace(sdl: string): Promise<void>;
  /** Tells that the text could not be had at all. */
  refuse(reason: string): void;
  /** Has a listener told what becomes of each text from now on. */
  onReplaced(listener: ReplacementListener): void;
}

export type ReplacementListener = (outcome: 'taken' | 'refused', state: GraphState) => void;

export interface ServedGraphsSettings {
  readonly first: Graph;
  /** Reads a text for the graph that serves. Rejects when it is not to serve. */
  readonly read: (sdl: string, serving: Graph) => Promise<Graph>;
  /** Is told all agencies that requests may ask from now on: those of every graph that still has requests. */
  readonly keepLines: (agencies: readonly string[]) => void;
  readonly now: () => number;
}

interface Serving {
  readonly graph: Graph;
  requests: number;
}

/** Opens lines to the agencies of the first graph. */
export function createServedGraphs(settings: ServedGraphsSettings): ServedGraphs {
  const { first, read, keepLines, now } = settings;
  const listeners: ReplacementListener[] = [];
  const tell: ReplacementListener = (...what) => listeners.forEach((listener) => listener(...what));
  const instant = (): string => new Date(now()).toISOString();
  let serving: Serving = { graph: first, requests: 0 };
  let state: GraphState = { hash: first.hash, since: instant(), refused: null };
  const retiring = new Set<Serving>();

  const keepWhatIsAsked = (...beside: readonly Graph[]): void => {
    const graphs = [serving, ...retiring].map(({ graph }) => graph).concat(beside);
    keepLines([...new Set(graphs.flatMap(({ supergraph }) => supergraph.agencies))]);
  };
  keepWhatIsAsked();

  const refuse = (reason: string): void => {
    state = { ...state, refused: { at: instant(), reason } };
    tell('refused', state);
  };

  const takeOver = (graph: Graph): void => {
    keepWhatIsAsked(graph);
    const before = serving;
    serving = { graph, requests: 0 };
    if (before.requests > 0) retiring.add(before);
    state = { hash: graph.hash, since: instant(), refused: null };
    keepWhatIsAsked();
    tell('taken', state);
  };

  return {
    async use(run) {
      const used = serving;
      used.requests += 1;
      try {
        return await run(used.graph);
      } finally {
        used.requests -= 1;
        if (used.requests === 0 && retiring.delete(used)) keepWhatIsAsked();
      }
    },
    current: () => serving.graph,
    state: () => state,
    async replace(sdl) {
      if (hashOfText(sdl) === state.hash) {
        state = { ...state, refused: null };
        return;
      }
      try {
        takeOver(await read(sdl, serving.graph));
      } catch (error) {
        refuse((error as Error).message);
      }
    },
    refuse,
    onReplaced: (listener) => void listeners.push(listener),
  };
}
