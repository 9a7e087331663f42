import { parse } from 'graphql';
import { pino } from 'pino';
import { describe, expect, it, onTestFinished } from 'vitest';

import type { AgencyClient } from '../../gateway/agencies/agencyClient.ts';
import { brokenWords } from '../../gateway/agencies/agencyFaults.ts';
import { readAnswer } from '../../gateway/agencies/readAnswer.ts';
import { createOperationCache } from '../../gateway/operations/operationCache.ts';
import { runOperation } from '../../gateway/operations/runOperation.ts';
import type { Agency } from '../../subgraphs/_kit/index.ts';
import { createContext } from '../../subgraphs/_kit/graph/context.ts';
import { createKnowledgeClock } from '../../subgraphs/_kit/publishing/knowledgeClock.ts';
import { createPresenters } from '../../subgraphs/_kit/reading/presenters.ts';
import { createApollo } from '../../subgraphs/_kit/serving/createApollo.ts';
import type { ReleaseStore } from '../../subgraphs/_kit/storage/releaseStore.ts';
import { agency as inspection } from '../../subgraphs/inspection/agency.ts';
import { agency as office } from '../../subgraphs/office/agency.ts';
import { committedSupergraph } from '../gateway/committedSupergraph.ts';
import { givenObservation, givenRelease } from '../support/given.ts';
import { april, openStore, insertRelease } from '../support/stores.ts';

/** What no client may read. */
const SECRET = 'connect ECONNREFUSED 10.20.30.40:54329';
const NOW = Date.parse('2024-04-20T12:00:00Z');

type Send = AgencyClient['send'];

/** An agency as its server answers, errors masked; its store fails at some queries. */
async function givenServed(
  { code, schema, catalogue }: Agency,
  failing: Partial<ReleaseStore> = {},
): Promise<Send> {
  const store = { ...(await openStore()), ...failing };
  if (code === 'inspection') await insertRelease(store, givenRelease({ observations: [givenObservation()] }));
  const now = (): number => NOW;
  const clock = createKnowledgeClock(code, store, now);
  const reading = {
    agency: code,
    store,
    clock,
    presenters: createPresenters(code, store, { catalogue, rules: [] }),
    now,
  };
  const apollo = createApollo(schema, pino({ enabled: false }));
  await apollo.start();
  onTestFinished(() => apollo.stop());
  return async ({ query, variables }) => {
    const contextValue = createContext(reading);
    const { body } = await apollo.executeOperation({ query, variables: { ...variables } }, { contextValue });
    const answer = readAnswer(200, JSON.stringify(body.kind === 'single' ? body.singleResult : null));
    return 'data' in answer ? answer : { failure: brokenWords(code) };
  };
}

/** Asks the gateway about the report of the bloc; besides office only inspection answers, with a failing store. */
async function ask(fields: string, failing: Partial<ReleaseStore>) {
  const served = new Map([
    ['office', await givenServed(office)],
    ['inspection', await givenServed(inspection, failing)],
  ]);
  const client: AgencyClient = {
    send: (request) =>
      served.get(request.agency)?.(request) ?? Promise.resolve({ failure: brokenWords(request.agency) }),
    probe: () => Promise.resolve(true),
    states: () => new Map(),
    close: () => Promise.resolve(),
  };
  const operations = createOperationCache(committedSupergraph, 1);
  const document = parse(
    `{ report(organisation: "ha-tinh-khoi", period: "2024-Q1", asOf: "${april(20)}") { ${fields} } }`,
  );
  const { schema } = committedSupergraph;
  return JSON.parse(
    JSON.stringify(await runOperation(committedSupergraph, operations, client, { schema, document })),
  ) as unknown;
}

const fails = (): Promise<never> => Promise.reject(new Error(SECRET));

describe('given an agency that answers its section, but fails inside', () => {
  it('when its checks fail, then they alone are null, with one masked error at their place', async () => {
    const answer = await ask('inspection { submissions { organisation } checks { code } }', {
      newestOfAll: fails,
    });

    expect(answer).toEqual({
      data: { report: { inspection: { submissions: [{ organisation: 'ha-tinh-khoi' }], checks: null } } },
      errors: [
        {
          message: expect.stringMatching(/^(?!.*10\.20)/) as string,
          path: ['report', 'inspection', 'checks'],
          extensions: expect.objectContaining({ code: 'INTERNAL', agency: 'inspection' }) as object,
        },
      ],
    });
  });

  it('when its states fail, then they alone are null, with one masked error at their place', async () => {
    const answer = await ask('inspection { observations { value } submissions { organisation } }', {
      headers: fails,
    });

    expect(answer).toMatchObject({
      data: {
        report: {
          inspection: { observations: [{ value: expect.any(String) as string }], submissions: null },
        },
      },
      errors: [{ path: ['report', 'inspection', 'submissions'], extensions: { code: 'INTERNAL' } }],
    });
  });

  it('when its facts fail, then its section is whole, and office says that they were not reached', async () => {
    const answer = await ask(
      `inspection { observations { value } }
       reconciliation(agency: "socio-economic") { verdict unreached }
       completeness { sections { agency organisation status } }`,
      { headers: fails },
    );

    expect(answer).toMatchObject({
      data: {
        report: {
          inspection: { observations: [{ value: expect.any(String) as string }] },
          reconciliation: [{ verdict: 'NOT_TESTABLE', unreached: ['socio-economic', 'party-building'] }],
          completeness: {
            sections: expect.arrayContaining([
              { agency: 'inspection', organisation: 'ha-tinh-khoi', status: 'UNREACHABLE' },
              { agency: 'inspection', organisation: 'ha-tinh', status: 'UNREACHABLE' },
            ]) as [],
          },
        },
      },
    });
    expect(answer).not.toHaveProperty('errors');
  });
});
