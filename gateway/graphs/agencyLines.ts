import { strict as assert } from 'node:assert';

import type { AgencyClient } from '../agencies/agencyClient.ts';

/** The lines to all agencies, which come and go with the supergraph. */
export interface AgencyLines extends AgencyClient {
  /**
   * Opens a line to each of these agencies that has none. Lines to all others end when their last request has its
   * answer; those that stay keep what they know of their agency.
   */
  keep(agencies: readonly string[]): void;
}

/** `open` makes the line to one agency. */
export function createAgencyLines(open: (agency: string) => AgencyClient): AgencyLines {
  const lines = new Map<string, AgencyClient>();
  const ending = new Set<Promise<void>>();
  const lineTo = (agency: string): AgencyClient => {
    const line = lines.get(agency);
    assert(line, `agency "${agency}" has no line`);
    return line;
  };
  const end = (agency: string, line: AgencyClient): void => {
    lines.delete(agency);
    const ended = line.close().finally(() => ending.delete(ended));
    ending.add(ended);
  };
  return {
    keep(agencies) {
      for (const agency of agencies) if (!lines.has(agency)) lines.set(agency, open(agency));
      for (const [agency, line] of lines) if (!agencies.includes(agency)) end(agency, line);
    },
    send: (request, caller) => lineTo(request.agency).send(request, caller),
    probe: (agency) => lineTo(agency).probe(agency),
    states: () => new Map([...lines.values()].flatMap((line) => [...line.states()])),
    async close() {
      for (const [agency, line] of lines) end(agency, line);
      await Promise.all(ending);
    },
  };
}
