import type { IncomingMessage, ServerResponse } from 'node:http';

import { describe, expect, it } from 'vitest';

import type { Caller } from '../../../gateway/agencies/agencyClient.ts';
import { clientOfHttp, MUTATION, REQUEST, type StubClient } from './stubAgency.ts';

interface Open {
  readonly caller: string;
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
}

/** An agency that answers when it is told to, and all that it was asked. */
async function givenWaitingAgency() {
  const open: Open[] = [];
  const clock = { now: Date.parse('2024-04-20T12:00:00.900Z') };
  const stub: StubClient = await clientOfHttp(
    (request, response) => {
      open.push({ caller: request.headers.authorization ?? 'nobody', request, response });
    },
    { now: () => clock.now },
  );
  return { ...stub, open, clock };
}

const answerAll = (open: readonly Open[]): void => {
  for (const { caller, response } of open) response.end(JSON.stringify({ data: { secretOf: [caller] } }));
};
const secretOf = (caller: string) => ({ data: { secretOf: [caller] } });

describe('given the same question at the same time', () => {
  it('when it is asked with the same rights, then the agency is asked once, and each gets data of its own', async () => {
    const { client, open } = await givenWaitingAgency();
    const answers = Array.from({ length: 5 }, () => client.send(REQUEST, { authorization: 'Bearer an' }));
    await expect.poll(() => open.length).toBe(1);
    answerAll(open);

    const given = await Promise.all(answers);

    expect(given).toEqual(Array.from({ length: 5 }, () => secretOf('Bearer an')));
    const lists = given.map((one) => ('data' in one ? one.data?.secretOf : undefined));
    expect(new Set(lists).size).toBe(5);
    expect(open).toHaveLength(1);
  });

  it('when a second ends between them, then both are asked: the first may be answered as of the second before', async () => {
    const { client, open, clock } = await givenWaitingAgency();
    const first = client.send(REQUEST);
    clock.now += 100;
    const second = client.send(REQUEST);
    await expect.poll(() => open.length).toBe(2);
    answerAll(open);

    expect(await Promise.all([first, second])).toEqual([secretOf('nobody'), secretOf('nobody')]);
  });

  it('when it is asked with different rights, then each gets the answer for his own', async () => {
    const { client, open } = await givenWaitingAgency();
    const callers: Caller[] = [{ authorization: 'Bearer an' }, { authorization: 'Bearer binh' }, {}];
    const answers = callers.map((caller) => client.send(REQUEST, caller));
    await expect.poll(() => open.length).toBe(3);
    answerAll(open);

    expect(await Promise.all(answers)).toEqual(['Bearer an', 'Bearer binh', 'nobody'].map(secretOf));
  });

  it.each([
    ['with other variables', { ...REQUEST, variables: { b: 2 } }],
    ['under another name', { ...REQUEST, operationName: 'Q' }],
    ['in other words', { ...REQUEST, query: '{ c }' }],
  ])('when another is asked %s, then both are asked', async (_how, other) => {
    const { client, open } = await givenWaitingAgency();
    const answers = [client.send(REQUEST), client.send(other)];
    await expect.poll(() => open.length).toBe(2);
    answerAll(open);
    await Promise.all(answers);
  });

  it('when it is a mutation, then each is made', async () => {
    const { client, open } = await givenWaitingAgency();
    const answers = [client.send(MUTATION), client.send(MUTATION)];
    await expect.poll(() => open.length).toBe(2);
    answerAll(open);
    await Promise.all(answers);
  });

  it('when it is asked again after the answer, then the agency is asked again', async () => {
    const { client, open } = await givenWaitingAgency();
    for (const times of [1, 2]) {
      const answer = client.send(REQUEST);
      await expect.poll(() => open.length).toBe(times);
      open.at(-1)?.response.end(JSON.stringify({ data: { times } }));
      expect(await answer).toEqual({ data: { times } });
    }
  });

  it('when one has less time, then he shares with nobody', async () => {
    const { client, open } = await givenWaitingAgency();
    const hurried = client.send(REQUEST, { deadline: Date.now() + 300 });
    const patient = client.send(REQUEST);
    await expect.poll(() => open.length).toBe(2);
    expect(await hurried).toMatchObject({ failure: { extensions: { code: 'AGENCY_TIMEOUT' } } });
    answerAll(open);

    expect(await patient).toEqual(secretOf('nobody'));
  });
});

describe('given clients that leave', () => {
  /** Asks in the name of a client that can leave. */
  function askLeaving({ client }: StubClient, authorization = '', request: object = REQUEST) {
    const leaving = new AbortController();
    const answer = client.send({ ...REQUEST, ...request }, { authorization, signal: leaving.signal });
    return { answer, leave: () => leaving.abort() };
  }

  it('when all who wait have left, then the agency sees the connection close', async () => {
    const agency = await givenWaitingAgency();
    const clients = [askLeaving(agency), askLeaving(agency)];
    await expect.poll(() => agency.open.length).toBe(1);
    const { request } = agency.open[0]!;

    clients[0]?.leave();
    await clients[0]?.answer;
    expect(request.socket.destroyed).toBe(false);
    clients[1]?.leave();

    await expect.poll(() => request.socket.destroyed).toBe(true);
    expect(agency.client.states().get('inspection')?.inFlight).toBe(0);
    expect(agency.logged()).toBe('');
  });

  it('when one stays, then he gets the answer', async () => {
    const agency = await givenWaitingAgency();
    const [first, second] = [askLeaving(agency), askLeaving(agency)];
    await expect.poll(() => agency.open.length).toBe(1);
    first.leave();
    answerAll(agency.open);

    expect(await second.answer).toEqual(secretOf('nobody'));
  });

  it('when one comes after all have left, then the agency is asked anew', async () => {
    const agency = await givenWaitingAgency();
    const first = askLeaving(agency);
    await expect.poll(() => agency.open.length).toBe(1);
    first.leave();
    const second = askLeaving(agency);
    await expect.poll(() => agency.open.length).toBe(2);
    answerAll(agency.open.slice(1));

    expect(await second.answer).toEqual(secretOf('nobody'));
  });

  it('when one has left before it is asked, then the agency is not asked', async () => {
    const agency = await givenWaitingAgency();
    const signal = AbortSignal.abort();

    expect(await agency.client.send(REQUEST, { signal })).toHaveProperty('failure');
    expect(agency.open).toHaveLength(0);
  });

  it('when a mutation was sent, then it is made to its end', async () => {
    const agency = await givenWaitingAgency();
    const mutation = askLeaving(agency, '', MUTATION);
    await expect.poll(() => agency.open.length).toBe(1);
    mutation.leave();
    answerAll(agency.open);

    expect(await mutation.answer).toEqual(secretOf('nobody'));
  });
});
