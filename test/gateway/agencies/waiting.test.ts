import type { RequestListener, ServerResponse } from 'node:http';

import { describe, expect, it } from 'vitest';

import { clientOfHttp, REQUEST, type StubClient } from './stubAgency.ts';

const BUSY = {
  failure: {
    message:
      'Agency "inspection" has more to do than it can. Its part of the answer is missing: ask again in a moment.',
    extensions: { code: 'AGENCY_BUSY', details: { agency: 'inspection' }, agency: 'inspection' },
  },
};

/** Two connections, and three questions that may wait for one. */
async function givenSlowAgency(): Promise<StubClient & { readonly open: ServerResponse[] }> {
  const open: ServerResponse[] = [];
  const answer: RequestListener = (_request, response) => void open.push(response);
  const stub = await clientOfHttp(answer, {
    limits: { connections: 2, waiting: 3, breakerFailures: 2 },
  });
  return { ...stub, open };
}

const ask = ({ client }: StubClient, b: number) => client.send({ ...REQUEST, variables: { b } });

describe('given an agency that is asked more than it can answer at once', () => {
  it('when there is room to wait, then questions wait for a connection', async () => {
    const agency = await givenSlowAgency();
    const answers = [1, 2, 3, 4, 5].map((b) => ask(agency, b));
    await expect.poll(() => agency.open.length).toBe(2);

    expect(agency.client.states().get('inspection')).toEqual({
      state: 'closed',
      inFlight: 2,
      waiting: 3,
      since: null,
    });
    for (let answered = 0; answered < 5; answered += 1) {
      await expect.poll(() => agency.open.length).toBeGreaterThan(answered);
      expect(agency.open.length - answered).toBeLessThanOrEqual(2);
      agency.open[answered]?.end('{"data":{"a":1}}');
    }
    expect(await Promise.all(answers)).toEqual(Array.from({ length: 5 }, () => ({ data: { a: 1 } })));
  });

  it('when there is none, then that is told at once, and does not speak against it', async () => {
    const agency = await givenSlowAgency();
    const answers = [1, 2, 3, 4, 5].map((b) => ask(agency, b));

    for (const b of [6, 7, 8]) expect(await ask(agency, b)).toEqual(BUSY);

    expect(agency.client.states().get('inspection')?.state).toBe('closed');
    await expect.poll(() => agency.open.length).toBe(2);
    for (let answered = 0; answered < 5; answered += 1) {
      await expect.poll(() => agency.open.length).toBeGreaterThan(answered);
      agency.open[answered]?.end('{"data":{"a":1}}');
    }
    expect(await Promise.all(answers)).toEqual(Array.from({ length: 5 }, () => ({ data: { a: 1 } })));
  });

  it.each([503, 429])('when it says so itself with %i, then that is told', async (status) => {
    const { client } = await clientOfHttp((_request, response) => void response.writeHead(status).end());

    expect(await client.send(REQUEST)).toEqual(BUSY);
  });

  it('when an agency has failed before, then questions that find no room do not make it well', async () => {
    const agency = await clientOfHttp((_request, response) => void setTimeout(() => response.end('x'), 100), {
      limits: { connections: 1, waiting: 1, breakerFailures: 2 },
    });

    const outcomes = await Promise.all([1, 2, 3, 4].map((b) => ask(agency, b)));

    expect(outcomes.slice(2)).toEqual([BUSY, BUSY]);
    expect(agency.client.states().get('inspection')?.state).toBe('open');
  });
});
