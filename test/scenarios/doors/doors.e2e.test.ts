import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { addDays, BODY_LIMIT_BYTES, type CalendarDate } from '../../../schema/values/index.ts';
import { givenComparisonInput, givenInput } from '../../support/inputs.ts';
import { mutationText, mutationVariables } from '../../support/mutations.ts';
import {
  createFolder,
  findFreePorts,
  startProgram,
  waitUntil,
  waitUntilListening,
  type Program,
  type Settings,
} from '../../support/processes.ts';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const RESULT = '{ submission { state } faults { code } }';

let remove: () => Promise<void>;
let address: string;
let agency: Program;
let gateway: Program;
let officer: string;
let administrator: string;

async function makeToken(role: string, settings: Settings): Promise<string> {
  const run = startProgram('scripts/token.ts', {
    args: ['--role', role, '--agency', 'inspection'],
    settings,
  });
  await run.exited;
  return run.stdout().trim();
}

beforeAll(async () => {
  let folder: string;
  ({ folder, remove } = await createFolder());
  const port = await findFreePorts(6);
  const settings = {
    DATA_DIR: folder,
    GATEWAY_PORT: String(port),
    JWT_SECRET: 'a-secret-of-this-test-with-40-characters',
    GATEWAY_KEYS: 'first:a-key-of-this-test-with-40-or-more-characters',
    LOG_LEVEL: 'debug',
  };
  agency = startProgram('subgraphs/inspection/main.ts', { settings });
  gateway = startProgram('gateway/main.ts', { settings });
  await Promise.all([agency, gateway].map(waitUntilListening));
  address = `http://127.0.0.1:${port}/graphql`;
  [officer, administrator] = await Promise.all([
    makeToken('officer', settings),
    makeToken('administrator', settings),
  ]);
});
afterAll(async () => {
  await Promise.all([agency.stop(), gateway.stop()]);
  await remove();
});

async function post(
  content: object,
  { token = officer, headers = {} }: { token?: string; headers?: Settings } = {},
): Promise<Response> {
  return postText(JSON.stringify(content), token, headers);
}

function postText(body: string, token = officer, headers: Settings = {}): Promise<Response> {
  return fetch(address, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      accept: 'application/json',
      authorization: `Bearer ${token}`,
      ...headers,
    },
    body,
  });
}

function saving(period: string, observations: readonly unknown[], key: string) {
  return {
    query: mutationText('save', 'Inspection', RESULT),
    variables: mutationVariables('save', key, { period, observations }),
  };
}

/** Figures of as many days, each with the two comparisons that sources usually print. */
const manyFigures = (count: number) =>
  Array.from({ length: count }, (_, day) =>
    givenInput({
      time: addDays('1990-01-01' as CalendarDate, day),
      value: String(100_000 + day),
      comparisons: [
        givenComparisonInput(),
        givenComparisonInput({ measure: 'ABSOLUTE_CHANGE', unit: 'person', value: '7' }),
      ],
    }),
  );

describe('given a gateway and an agency over HTTP', () => {
  it('when an officer saves ten thousand figures with two comparisons each, then they are a draft', async () => {
    const content = saving('2024-Q3', manyFigures(10_000), 'many');
    expect(JSON.stringify(content).length).toBeGreaterThan(4_000_000);

    const response = await post(content);

    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({
      data: { made: { submission: { state: 'DRAFT' }, faults: [] } },
    });
  });

  it('when a figure more is sent, then the agency says how many there may be', async () => {
    const response = await post(saving('2024-Q3', manyFigures(10_001), 'too many'));

    expect(await response.text()).toContain('RELEASE_TOO_LARGE');
  });

  it('when more is sent than may be, then 413, and the next is answered', async () => {
    const question = { query: '{ __typename }' };
    const rest = BODY_LIMIT_BYTES - JSON.stringify({ ...question, variables: { filler: '' } }).length;
    const filled = (length: number) => ({ ...question, variables: { filler: 'x'.repeat(length) } });

    const statuses = [];
    for (const content of [filled(rest), filled(rest + 1), question]) {
      const response = await post(content);
      await response.text();
      statuses.push(response.status);
    }

    expect(statuses).toEqual([200, 413, 200]);
  });

  const LONG = 'x'.repeat(1024 * 1024);

  it.each([
    ['its indicator', { indicator: LONG }, 'CODE_UNKNOWN'],
    ['its value', { value: LONG }, 'DECIMAL_INVALID'],
    ['its time', { time: LONG }, 'PERIOD_INVALID'],
    ['its unit', { unit: LONG }, 'CODE_UNKNOWN'],
    ['the section of its source', { sources: [{ document: 'a', section: LONG }] }, 'CELL_INVALID'],
    ['the document of its source', { sources: [{ document: LONG }] }, 'CELL_INVALID'],
    ['the code of its part', { breakdown: [{ dimension: 'form', code: LONG }] }, 'CELL_INVALID'],
    ['its note', { note: LONG }, 'CELL_INVALID'],
    ['why its series breaks', { seriesBreak: LONG }, 'CELL_INVALID'],
    ['its digits', { value: '9'.repeat(LONG.length) }, 'DECIMAL_INVALID'],
  ])(
    'when %s has a megabyte, then the answer says in few words what is wrong',
    async (what, change, code) => {
      const figure = givenInput({ time: '2025-Q2', ...change });

      const answer = await (await post(saving('2025-Q2', [figure], `long ${what}`))).text();

      expect(answer).toContain(code);
      expect(answer.length).toBeLessThan(2000);
    },
  );

  it.each([
    ['the period', { period: LONG }],
    ['the stage of a figure', { observations: [{ ...givenInput(), stage: LONG }] }],
    ['the key', { key: LONG }],
    ['the organisation', { organisation: LONG }],
  ])('when %s has a megabyte, then the answer says in few words what is wrong', async (_what, change) => {
    const { query, variables } = saving('2025-Q2', [givenInput()], 'long');

    const answer = await (await post({ query, variables: { ...variables, ...change } })).text();

    expect(answer).toMatch(/"errors"|CELL_INVALID/);
    expect(answer.length).toBeLessThan(5000);
  });

  it.each([
    ['lists', '[', ']'],
    ['objects', '{"a":', '}'],
  ])(
    'when a body has a hundred thousand %s in each other, then it is refused, and the next is answered',
    async (_what, open, close) => {
      const deep = `${open.repeat(100_000)}${open === '[' ? '' : '0'}${close.repeat(100_000)}`;
      const { query, variables } = saving('2025-Q3', [], 'deep');
      const body = JSON.stringify({ query, variables: { ...variables, observations: 'HERE' } });

      const response = await postText(body.replace('"HERE"', deep));

      expect([response.status, (await response.text()).includes('"errors"')]).toEqual([200, true]);
      const next = await post({ query: '{ __typename }' });
      expect(await next.json()).toEqual({ data: { __typename: 'Query' } });
    },
  );

  it('when a request has a name, then the answer, the logs of both and the audit log tell it', async () => {
    const headers = { 'x-request-id': 'desk-7:2024.11' };

    const response = await post(saving('2024-Q4', [givenInput({ time: '2024-Q4' })], 'named'), { headers });
    await response.text();

    expect(response.headers.get('x-request-id')).toBe('desk-7:2024.11');
    expect(await requestsInLog()).toContain('SAVE 2024-Q4 desk-7:2024.11');
    await waitUntil('the gateway has logged it', () =>
      gateway.stdout().includes('"requestId":"desk-7:2024.11"'),
    );
  });

  it.each([
    ['none', {}],
    ['one that cannot stand in a log', { 'x-request-id': 'a b' }],
    ['one that is too long', { 'x-request-id': 'x'.repeat(101) }],
  ])('when a request has %s, then it gets one that the audit log tells too', async (what, headers) => {
    const figure = givenInput({ time: '2025-Q1', value: String(what.length) });

    const response = await post(saving('2025-Q1', [figure], what), { headers });
    await response.text();

    const id = response.headers.get('x-request-id');
    expect(id).toMatch(UUID);
    expect(await requestsInLog()).toContain(`SAVE 2025-Q1 ${id}`);
  });
});

/** What the agency's audit log tells of each move: kind, period and the name of the request. */
async function requestsInLog(): Promise<string[]> {
  const query = '{ inspection { auditLog { kind period requestId } } }';
  const response = await post({ query }, { token: administrator });
  const { data } = (await response.json()) as {
    data: { inspection: { auditLog: { kind: string; period: string; requestId: string | null }[] } };
  };
  return data.inspection.auditLog.map(({ kind, period, requestId }) => `${kind} ${period} ${requestId}`);
}
