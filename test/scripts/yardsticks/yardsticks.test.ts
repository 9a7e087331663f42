import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

import { describe, expect, it } from 'vitest';

import { differenceOf } from '../../../scripts/yardsticks/federationAudit.ts';
import { runHttpAudits } from '../../../scripts/yardsticks/httpAudits.ts';
import { formatYardstick } from '../../../scripts/yardsticks/yardstick.ts';

describe('given a case of the federation audit', () => {
  it.each([
    ['the same data in another order of keys', { data: { a: 1, b: [2] } }, { data: { b: [2], a: 1 } }],
    ['no data where none are expected', { errors: true }, { errors: [{ message: 'no' }] }],
    [
      'errors where the case does not tell of any',
      { data: { a: null } },
      { data: { a: null }, errors: [{ message: 'no' }] },
    ],
  ])('when the answer has %s, then it is ok', (_what, expected, answer) => {
    expect(differenceOf(expected, answer)).toBeNull();
  });

  it.each([
    ['another value', { data: { a: 1 } }, { data: { a: 2 } }],
    ['a list in another order', { data: { a: [1, 2] } }, { data: { a: [2, 1] } }],
    ['a field more', { data: { a: 1 } }, { data: { a: 1, b: null } }],
    ['no error where one is expected', { data: { a: null }, errors: true }, { data: { a: null } }],
    [
      'an error where none is expected',
      { data: { a: 1 }, errors: false },
      { data: { a: 1 }, errors: [{ message: 'no' }] },
    ],
  ])('when the answer has %s, then both are told', (_what, expected, answer) => {
    expect(differenceOf(expected, answer)).toBe(
      `expected ${JSON.stringify(expected)}\nanswered ${JSON.stringify(answer)}`,
    );
  });
});

describe('given what a suite says of a server', () => {
  it('when a case is not ok, then it stands below the count', () => {
    const said = formatYardstick({ name: 'gateway', cases: 61, failures: ['9ABE SHOULD: warn\n{ a }'] });

    expect(said).toBe('gateway: 60 of 61 ok\n  9ABE SHOULD: warn\n  { a }');
  });
});

describe('given a server that does not speak GraphQL', () => {
  it('when it is held against the audits of graphql-http, then what is not ok is told with its cause', async () => {
    const server = createServer((_request, response) => response.writeHead(500).end('{}')).listen(0);
    await once(server, 'listening');

    const { port } = server.address() as AddressInfo;
    const { cases, failures } = await runHttpAudits('a server', `http://127.0.0.1:${port}/graphql`);
    server.close();

    expect(cases).toBe(61);
    expect(failures.length).toBeGreaterThan(40);
    expect(failures[0]).toContain('(answered with 500, no content-type)');
  });
});
