import type { IncomingHttpHeaders } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';

import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { committedSupergraph } from '../committedSupergraph.ts';
import { startStubHouse, type StubHouse } from '../http/stubHouse.ts';
import { IDENTITY, NO_IDENTITY } from '../../support/identity.ts';
import { waitUntil } from '../../support/processes.ts';

const QUERY = 'query Both { organisations { code } inspection { indicators { code } } }';
/** Longer than the house calls slow. */
const SLOW_MS = 1300;
const SECRET_FIGURE = '987654321';

let house: StubHouse;
let isInspectionSlow: boolean;
let traceparents: unknown[];

beforeEach(async () => {
  isInspectionSlow = false;
  traceparents = [];
  house = await startStubHouse(committedSupergraph, answer, NO_IDENTITY, {
    slowReportMs: 1000,
    level: 'debug',
  });
});
afterEach(() => house.stop());

async function answer(
  agency: string,
  _question: unknown,
  { headers }: { headers: IncomingHttpHeaders },
): Promise<unknown> {
  traceparents.push(headers.traceparent);
  if (agency === 'office') return { data: { organisations: [{ code: SECRET_FIGURE }] } };
  if (isInspectionSlow) await delay(SLOW_MS);
  return 'no answer of GraphQL';
}

function post(query: string, headers: Record<string, string> = {}): Promise<Response> {
  return fetch(`${house.address}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ query }),
  });
}

async function readMetrics(): Promise<string[]> {
  return (await (await fetch(`${house.address}/metrics`)).text()).split('\n');
}

/** Waits for the answer to have been told, which is after the client has it. */
async function untilTold(count: number): Promise<Record<string, unknown>[]> {
  let lines: Record<string, unknown>[] = [];
  await waitUntil('the request is logged', () => {
    const more = house
      .logged()
      .split('\n')
      .filter((line) => line !== '');
    lines = [...lines, ...more.map((line) => JSON.parse(line) as Record<string, unknown>)];
    return lines.filter(({ msg }) => msg === 'answered').length >= count;
  });
  return lines;
}

describe('given a report of which one agency gives nothing', () => {
  it('when it is answered, then one line tells the request, its operation and what each agency took', async () => {
    await post(QUERY, { 'x-request-id': 'desk-7' });

    const lines = (await untilTold(1)).filter(({ msg }) => msg === 'answered');

    expect(lines).toEqual([
      expect.objectContaining({
        level: 20,
        requestId: 'desk-7',
        operation: 'Both',
        status: 200,
        outcome: 'partial',
        milliseconds: expect.any(Number) as number,
        agencies: { office: expect.any(Number) as number, inspection: expect.any(Number) as number },
      }),
    ]);
  });

  it('when that agency is slow, then one line at warn names it; when nobody is, then there is none', async () => {
    await post(QUERY);
    const quick = await untilTold(1);
    isInspectionSlow = true;
    await post(QUERY);
    const slow = await untilTold(1);

    expect(quick.filter(({ msg }) => msg === 'slow report')).toEqual([]);
    expect(slow.filter(({ msg }) => msg === 'slow report')).toMatchObject([
      { level: 40, operation: 'Both', slowest: 'inspection' },
    ]);
  });

  it('when metrics are asked for, then both are counted with what came of them, and no figure is told', async () => {
    await post(QUERY);
    await untilTold(1);

    const metrics = await readMetrics();

    expect(metrics).toEqual(
      expect.arrayContaining([
        'party_report_request_seconds_count{operation="Both",outcome="partial"} 1',
        'party_report_agency_request_seconds_count{agency="office",outcome="answered"} 1',
        'party_report_agency_request_seconds_count{agency="inspection",outcome="AGENCY_BROKEN"} 1',
        'party_report_requests_in_flight 0',
        'party_report_plans_kept 1',
        'party_report_supergraph_replacements_total{outcome="refused"} 0',
      ]),
    );
    expect(metrics.some((line) => line.startsWith('process_cpu_seconds_total '))).toBe(true);
    expect(metrics.join('\n')).not.toContain(SECRET_FIGURE);
  });

  it('when nothing is traced, then agencies get no header of a trace, not even the one that the client sent', async () => {
    await post(QUERY, { traceparent: '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01' });

    expect(traceparents).toEqual([undefined, undefined]);
  });
});

describe('given clients that call their operations whatever they like', () => {
  it('when there are more than a hundred names, then the rest are "other", and what has none has no name', async () => {
    for (let number = 1; number <= 103; number += 1)
      await post(`query N${number} { organisations { code } }`);
    await post('{ organisations { code } }');
    await post('query Wrong { nothing }');
    await untilTold(105);

    const counts = (await readMetrics()).filter((line) =>
      line.startsWith('party_report_request_seconds_count'),
    );

    expect(counts).toHaveLength(103);
    expect(counts).toEqual(
      expect.arrayContaining([
        'party_report_request_seconds_count{operation="N100",outcome="complete"} 1',
        'party_report_request_seconds_count{operation="other",outcome="complete"} 3',
        'party_report_request_seconds_count{operation="",outcome="complete"} 1',
        'party_report_request_seconds_count{operation="",outcome="refused"} 1',
      ]),
    );
  });
});

describe('given a gateway that shows nothing without a token', () => {
  it('when its metrics are asked for without, then they are told: they hold no figure of a report', async () => {
    const tokens = { ...IDENTITY.tokens, isRequired: true };
    const closed = await startStubHouse(committedSupergraph, answer, { ...IDENTITY, tokens });
    const refused = await fetch(`${closed.address}/graphql?query={organisations{code}}`);
    const metrics = await fetch(`${closed.address}/metrics`);

    expect([refused.status, metrics.status]).toEqual([401, 200]);
    await closed.stop();
  });
});
