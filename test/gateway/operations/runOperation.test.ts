import { parse } from 'graphql';
import { describe, expect, it } from 'vitest';

import type { AgencyClient, Caller } from '../../../gateway/agencies/agencyClient.ts';
import { brokenWords } from '../../../gateway/agencies/agencyFaults.ts';
import { createOperationCache } from '../../../gateway/operations/operationCache.ts';
import { runOperation } from '../../../gateway/operations/runOperation.ts';
import { committedSupergraph as supergraph } from '../committedSupergraph.ts';

/** In whose name agencies are asked when a client with a deadline asks this. */
async function callersOf(source: string): Promise<(Caller | undefined)[]> {
  const callers: (Caller | undefined)[] = [];
  const client: AgencyClient = {
    send: ({ agency }, caller) => {
      callers.push(caller);
      return Promise.resolve({ failure: brokenWords(agency) });
    },
    probe: () => Promise.resolve(true),
    states: () => new Map(),
    close: () => Promise.resolve(),
  };
  const { schema } = supergraph;
  const asked = { schema, document: parse(source) };
  await runOperation(supergraph, createOperationCache(supergraph, 1), client, asked, {
    requestId: 'r',
    deadline: 1000,
  });
  return callers;
}

describe('given a client that must have its answer by some time', () => {
  it('when it asks a question, then agencies have that time', async () => {
    expect(await callersOf('{ organisations { code } }')).toEqual([{ requestId: 'r', deadline: 1000 }]);
  });

  it('when it sends a mutation, then they have what they need, also for what is asked about its result', async () => {
    const mutation =
      'mutation { submitInspectionFigures(key: "k", organisation: "a", period: "2024-Q1") { __typename } }';

    expect(await callersOf(mutation)).toEqual([{ requestId: 'r' }]);
  });
});
