import type { AgencyClient } from '../agencies/agencyClient.ts';
import type { GraphState, ServedGraphs } from '../graphs/servedGraphs.ts';

export type AgencyState = 'up' | 'down';

export interface Health {
  /** "stopping" while requests in flight are finished and no others are wanted. */
  readonly status: 'ready' | 'stopping';
  /** Agency → whether it answers now; empty while stopping. */
  readonly agencies: Readonly<Record<string, AgencyState>>;
  readonly supergraph: GraphState;
}

/** How long what an agency has answered stands for all who ask: a second of many callers is one small question to each. */
const PROBE_MS = 1000;

/** An agency's answer that is on its way or has come. */
interface Probe {
  readonly asked: number;
  readonly state: Promise<AgencyState>;
}

/**
 * The gateway serves whatever agencies answer, so it is ready from the moment it listens until it stops; the agencies are
 * named one by one. A supergraph that was refused does not make it less ready: the one before serves on. `now` is a clock
 * that only goes on, in milliseconds.
 */
export function createHealthReader(
  graphs: ServedGraphs,
  client: Pick<AgencyClient, 'probe'>,
  now: () => number = () => performance.now(),
): (isStopping: boolean) => Promise<Health> {
  const probes = new Map<string, Probe>();
  const stateOf = (agency: string): Promise<AgencyState> => {
    const known = probes.get(agency);
    if (known && now() - known.asked < PROBE_MS) return known.state;
    const state = client.probe(agency).then((answers): AgencyState => (answers ? 'up' : 'down'));
    probes.set(agency, { asked: now(), state });
    return state;
  };
  return async (isStopping) => {
    const supergraph = graphs.state();
    // Whoever sends requests here is to hear of it at once, not when the slowest agency has answered.
    if (isStopping) return { status: 'stopping', agencies: {}, supergraph };
    // A graph that is replaced meanwhile keeps its lines until the probes have come back.
    const states = await graphs.use(({ supergraph: { agencies } }) =>
      Promise.all(
        agencies.map(async (agency): Promise<[string, AgencyState]> => [agency, await stateOf(agency)]),
      ),
    );
    return { status: 'ready', agencies: Object.fromEntries(states), supergraph };
  };
}
