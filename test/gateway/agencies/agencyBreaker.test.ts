import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';

import { describe, expect, it } from 'vitest';

import type { LineLimits } from '../../../gateway/agencies/lineLimits.ts';
import { clientOf, clientOfHttp, listen, MUTATION, REQUEST, type StubClient } from './stubAgency.ts';

/** After two failures it is given up, for a second. */
const LIMITS: Partial<LineLimits> = { breakerFailures: 2, breakerSeconds: 1 };
/** More than that second. */
const WHILE_MS = 1050;

const ANSWER = { data: { a: 1 } };
const GIVEN_UP = {
  failure: {
    message: expect.stringMatching(
      /^Agency "inspection" has not been reached since \d{4}-\d\d-\d\dT[\d:.]{12}Z\. Its part of the answer is missing\.$/,
    ) as string,
    extensions: { code: 'AGENCY_UNREACHABLE', agency: 'inspection' },
  },
};

interface Turning extends StubClient {
  /** How it answers from now on. */
  answer: RequestListener;
  /** How often it was asked. */
  asked: number;
}

const well: RequestListener = (_request, response) => response.end(JSON.stringify(ANSWER));
const broken: RequestListener = (_request, response) => response.end('<html>');
const silent: RequestListener = () => undefined;
const status = (code: number): RequestListener => {
  return (_request, response) => void response.writeHead(code).end('{}');
};

/** An agency whose answers can be changed. */
async function givenAgency(answer: RequestListener, timeoutMs = 2000): Promise<Turning> {
  const turning = { answer, asked: 0 };
  const stub = await clientOfHttp(
    (request, response) => {
      turning.asked += 1;
      turning.answer(request, response);
    },
    { timeoutMs, limits: LIMITS },
  );
  return Object.assign(turning, stub);
}

/** An agency that has failed as often as it takes to be given up. */
async function givenGivenUp(answer = broken, timeoutMs = 2000): Promise<Turning> {
  const agency = await givenAgency(answer, timeoutMs);
  await agency.client.send(REQUEST);
  await agency.client.send(REQUEST);
  agency.asked = 0;
  return agency;
}

const stateOf = ({ client }: StubClient) => client.states().get('inspection');

describe('given an agency that fails again and again', () => {
  it('when it is asked once more, then that it is given up is told at once and without asking it', async () => {
    const agency = await givenGivenUp();

    expect(await agency.client.send(REQUEST)).toMatchObject(GIVEN_UP);
    expect(await agency.client.send(MUTATION)).toMatchObject(GIVEN_UP);
    expect(agency.asked).toBe(0);
    expect(stateOf(agency)).toEqual({
      state: 'open',
      inFlight: 0,
      waiting: 0,
      since: expect.stringMatching(/^\d{4}-.*Z$/) as string,
    });
  });

  it.each([
    ['does not answer in time', silent],
    ['answers 500', status(500)],
    ['answers what is no GraphQL', broken],
    ['breaks the line', (request) => void request.socket.resetAndDestroy()],
  ])('when it %s, then that counts', async (_what, answer) => {
    const agency = await givenGivenUp(answer, 150);

    expect(stateOf(agency)?.state).toBe('open');
  });

  it('when nobody listens, then that counts', async () => {
    const closed = createServer();
    const port = await listen(closed);
    await once(closed.close(), 'close');
    const { client } = clientOf(`http://127.0.0.1:${port}/graphql`, { limits: LIMITS });
    await client.send(REQUEST);
    await client.send(REQUEST);

    expect(await client.send(REQUEST)).toMatchObject(GIVEN_UP);
  });

  it('when many ask it meanwhile, then the log says once that it is given up', async () => {
    const agency = await givenGivenUp();

    await Promise.all(Array.from({ length: 20 }, () => agency.client.send(REQUEST)));

    const lines = agency.logged().trimEnd().split('\n');
    expect(lines.map((line) => (JSON.parse(line) as { msg: string }).msg)).toEqual([
      'agency failed',
      'agency given up for a while',
      'agency failed',
    ]);
  });

  it('when it is probed, then it is asked all the same', async () => {
    const agency = await givenGivenUp();
    agency.answer = well;

    expect(await agency.client.probe('inspection')).toBe(true);
  });
});

describe('given an agency that fails now and then', () => {
  it.each([
    ['answers in between', well],
    ['refuses in between', status(429)],
    [
      'has no answer of its catalogue in between',
      (_request, response) =>
        void response.end('{"errors":[{"message":"x","extensions":{"code":"ORGANISATION_UNKNOWN"}}]}'),
    ],
  ])('when it %s, then it is not given up', async (_what, between) => {
    const agency = await givenAgency(broken);
    for (const answer of [broken, between, broken, between, broken]) {
      agency.answer = answer;
      await agency.client.send(REQUEST);
    }

    expect(stateOf(agency)).toEqual({ state: 'closed', inFlight: 0, waiting: 0, since: null });
    expect(agency.asked).toBe(5);
  });

  it('when clients leave or had little time, then that counts for nothing', async () => {
    const agency = await givenAgency(silent);
    for (let i = 0; i < 3; i += 1) {
      const leaving = new AbortController();
      const answer = agency.client.send(REQUEST, { signal: leaving.signal });
      setTimeout(() => leaving.abort(), 30);
      await answer;
      await agency.client.send(REQUEST, { deadline: Date.now() + 30 });
    }

    expect(stateOf(agency)).toEqual({ state: 'closed', inFlight: 0, waiting: 0, since: null });
  });
});

describe('given an agency that was given up a while ago', () => {
  it('when it answers again, then who asks gets its answer, and so does everybody after', async () => {
    const agency = await givenGivenUp();
    agency.answer = well;
    await delay(WHILE_MS);

    expect(await agency.client.send(REQUEST)).toEqual(ANSWER);
    expect(await agency.client.send(REQUEST)).toEqual(ANSWER);
    expect(stateOf(agency)).toEqual({ state: 'closed', inFlight: 0, waiting: 0, since: null });
    expect(agency.logged()).toContain('"msg":"agency answers again"');
  });

  it('when it still hangs, then one question tries it, nobody waits for that, and the absence is the same', async () => {
    const agency = await givenGivenUp(broken, 1500);
    agency.answer = silent;
    const since = stateOf(agency)?.since;
    await delay(WHILE_MS);
    const started = Date.now();

    const others = Array.from({ length: 5 }, (_, b) =>
      agency.client.send({ ...REQUEST, variables: { b }, operationKind: 'query' }),
    );

    for (const other of await Promise.all(others)) expect(other).toMatchObject(GIVEN_UP);
    expect(await agency.client.send(MUTATION)).toMatchObject(GIVEN_UP);
    expect(Date.now() - started).toBeLessThan(1000);
    expect(stateOf(agency)).toEqual({ state: 'half-open', inFlight: 1, waiting: 0, since });
    expect(agency.asked).toBe(1);
    await expect.poll(() => stateOf(agency)?.state, { timeout: 4000 }).toBe('open');
    expect(stateOf(agency)?.since).toBe(since);
  });

  it('when whoever tries it leaves, then it is not thought to be well', async () => {
    const agency = await givenGivenUp(broken, 400);
    agency.answer = silent;
    await delay(WHILE_MS);
    const leaving = new AbortController();
    const answer = agency.client.send(REQUEST, { signal: leaving.signal });
    leaving.abort();
    await answer;

    expect(stateOf(agency)?.state).toBe('half-open');
    await expect.poll(() => stateOf(agency)?.state, { timeout: 4000 }).toBe('open');
  });

  it('when a mutation tries it, then its answer is waited for', async () => {
    const agency = await givenGivenUp();
    agency.answer = (request, response) => void setTimeout(() => well(request, response), 150);
    await delay(WHILE_MS);

    expect(await agency.client.send(MUTATION)).toEqual(ANSWER);
  });
});
