import { graphql, type ExecutionResult } from 'graphql';

import { instantOf, type Instant } from '../../schema/values/index.ts';
import type { Agency } from '../../subgraphs/_kit/defineAgency.ts';
import { createContext } from '../../subgraphs/_kit/graph/context.ts';
import { createKnowledgeClock } from '../../subgraphs/_kit/publishing/knowledgeClock.ts';
import { publishFigures } from '../../subgraphs/_kit/publishing/publishFigures.ts';
import { createPresenters } from '../../subgraphs/_kit/reading/presenters.ts';
import { openStore } from './stores.ts';

/** One of our agencies in process, a minute after it has published its own figures files. */
export interface RealAgency {
  readonly asOf: Instant;
  readonly ask: (query: string, variables?: Record<string, unknown>) => Promise<ExecutionResult>;
}

export async function givenRealAgency(agency: Agency): Promise<RealAgency> {
  const { code, catalogue, rules, schema, figuresFolder } = agency;
  let now = Date.parse('2024-04-20T12:00:00Z');
  const store = await openStore();
  const clock = createKnowledgeClock(code, store, () => now);
  await publishFigures({ agency: code, catalogue, store, clock }, figuresFolder);
  now += 60_000;
  const reading = {
    agency: code,
    store,
    clock,
    presenters: createPresenters(code, store, { catalogue, rules }),
    now: () => now,
  };
  return {
    asOf: instantOf(now),
    ask: (source, variableValues = {}) =>
      graphql({ schema, source, contextValue: createContext(reading), variableValues }),
  };
}
