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

/**
 * The gateway serves whatever agencies answer, so it is ready from the moment it listens until it stops; the agencies are
 * named one by one. A supergraph that was refused does not make it less ready: the one before serves on.
 */
export async function readHealth(
  graphs: ServedGraphs,
  client: AgencyClient,
  isStopping: boolean,
): Promise<Health> {
  const supergraph = graphs.state();
  // Whoever sends requests here is to hear of it at once, not when the slowest agency has answered.
  if (isStopping) return { status: 'stopping', agencies: {}, supergraph };
  // A graph that is replaced meanwhile keeps its lines until the probes have come back.
  const states = await graphs.use((graph) =>
    Promise.all(
      graph.supergraph.agencies.map(async (agency): Promise<[string, AgencyState]> => {
        return [agency, (await client.probe(agency)) ? 'up' : 'down'];
      }),
    ),
  );
  return { status: 'ready', agencies: Object.fromEntries(states), supergraph };
}
