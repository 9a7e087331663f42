import type { AgencyClient } from '../agencies/agencyClient.ts';

export type AgencyState = 'up' | 'down';

export interface Health {
  readonly status: 'ready';
  /** Agency → whether it answers now. */
  readonly agencies: Readonly<Record<string, AgencyState>>;
}

/** The gateway serves whatever agencies answer, so it is ready as soon as it listens; the agencies are named one by one. */
export async function readHealth(agencies: readonly string[], client: AgencyClient): Promise<Health> {
  const states = await Promise.all(
    agencies.map(async (agency): Promise<[string, AgencyState]> => {
      return [agency, (await client.probe(agency)) ? 'up' : 'down'];
    }),
  );
  return { status: 'ready', agencies: Object.fromEntries(states) };
}
