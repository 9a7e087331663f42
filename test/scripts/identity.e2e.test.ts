import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { createSecretKey } from 'node:crypto';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { signRequest } from '../../schema/identity/index.ts';
import { AGENCY_CODES, defaultAgencyPort } from '../../schema/values/index.ts';
import { createAsk, FULL_REPORT } from '../support/ask.ts';
import {
  createFolder,
  findFreePorts,
  startProgram,
  waitUntil,
  type Program,
  type Settings,
} from '../support/processes.ts';

const QUESTION = JSON.stringify({ query: '{ __typename }' });

let folder: string;
let remove: () => Promise<void>;
let port: number;
let program: Program;
/** The folder's keys, as the first start has made them. */
let keys: Record<'JWT_SECRET' | 'GATEWAY_KEYS', string>;

function startCopy(settings: Settings = {}): Program {
  return startProgram('scripts/start.ts', {
    settings: { GATEWAY_PORT: String(port), DATA_DIR: folder, ...settings },
    isGroup: true,
  });
}

beforeAll(async () => {
  ({ folder, remove } = await createFolder());
  port = await findFreePorts(AGENCY_CODES.length + 1);
  program = startCopy();
  await waitUntil('it says that it is ready', () => program.stdout().includes('Ready.'), {
    limitMs: 60_000,
    seen: program.log,
  });
  keys = JSON.parse(readFileSync(join(folder, 'development-keys.json'), 'utf8')) as typeof keys;
});
afterAll(async () => {
  await program.stop();
  await remove();
});

interface Answered {
  readonly status: number;
  readonly text: string;
}

async function post(
  at: number,
  headers: Readonly<Record<string, string>> = {},
  body = QUESTION,
): Promise<Answered> {
  const response = await fetch(`http://127.0.0.1:${at}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json', ...headers },
    body,
  });
  return { status: response.status, text: await response.text() };
}

/** Runs `npm run token`; it sees the folder of the copy. */
async function runToken(args: readonly string[], settings: Settings = { DATA_DIR: folder }) {
  const run = startProgram('scripts/token.ts', { args, settings });
  const { code } = await run.exited;
  return { code, stdout: run.stdout(), stderr: run.stderr() };
}

/** The headers of a request that the gateway would have signed for an agency. */
function signedFor(agency: string): Readonly<Record<string, string>> {
  const [id = '', secret = ''] = keys.GATEWAY_KEYS.split(':');
  const parts = { agency, method: 'POST', path: '/graphql', body: QUESTION, authorization: '' };
  const key = { id, secret: createSecretKey(secret, 'utf8') };
  return {
    ...signRequest(key, parts, {
      time: Date.now(),
      nonce: `nonce-of-the-test-${Math.random()}`.replace('.', ''),
    }),
  };
}

describe('given a house that npm start has started', () => {
  it('when its keys are looked at, then they are for their owner alone', () => {
    expect(statSync(join(folder, 'development-keys.json')).mode & 0o777).toBe(0o600);
    expect(Object.values(keys).every((key) => key.length >= 32)).toBe(true);
  });

  it('when anyone asks for the report, then it is whole', async () => {
    const answer = await createAsk(`http://127.0.0.1:${port}/graphql`)(FULL_REPORT);

    expect([answer.status, answer.errors]).toEqual([200, []]);
  });

  it('when somebody with a token asks, then the report is whole', async () => {
    const { code, stdout, stderr } = await runToken(['--role', 'officer', '--agency', 'inspection']);
    expect([code, stderr]).toEqual([0, '']);
    const body = JSON.stringify({
      query: FULL_REPORT,
      variables: { organisation: 'ha-tinh-khoi', period: '2024-Q1' },
    });

    const { status, text } = await post(port, { authorization: `Bearer ${stdout.trim()}` }, body);

    expect(status).toBe(200);
    expect(JSON.parse(text)).not.toHaveProperty('errors');
  });

  it('when somebody with a token of other keys asks, then 401', async () => {
    const { stdout } = await runToken(['--role', 'administrator'], {
      JWT_SECRET: 'another-secret-of-40-characters-or-more',
    });

    const { status, text } = await post(port, { authorization: `Bearer ${stdout.trim()}` });

    expect(status).toBe(401);
    expect(text).toContain('its signature is wrong');
  });

  it.each(AGENCY_CODES)('when %s is asked past the gateway, then 401 and no data', async (agency) => {
    const at = defaultAgencyPort(agency, port);

    const { status, text } = await post(at);

    expect(status).toBe(401);
    expect(JSON.parse(text)).toEqual({
      errors: [
        {
          message: 'The request does not come from the gateway: it is not signed. Ask the gateway.',
          extensions: { code: 'REQUEST_NOT_SIGNED', details: { reason: 'it is not signed' } },
        },
      ],
    });
  });

  it('when a signed request is repeated or taken to another subgraph, then 401', async () => {
    const headers = signedFor('inspection');
    const [inspection, office] = [defaultAgencyPort('inspection', port), defaultAgencyPort('office', port)];

    const elsewhere = await post(office, headers);
    const first = await post(inspection, headers);
    const again = await post(inspection, headers);

    expect(first).toEqual({ status: 200, text: '{"data":{"__typename":"Query"}}\n' });
    expect([elsewhere.status, again.status]).toEqual([401, 401]);
    expect(elsewhere.text).toContain('its signature is wrong');
    expect(again.text).toContain('it has come before');
  });

  it('when its log is read, then it tells what was refused, and no secret', () => {
    const secrets = [keys.JWT_SECRET, keys.GATEWAY_KEYS.split(':')[1]!];

    expect(program.log()).toContain('REQUEST_NOT_SIGNED');
    for (const secret of secrets) expect(program.log()).not.toContain(secret);
    expect(program.log()).not.toContain('GATEWAY_KEYS is not set');
  });
});

describe('given a house that has run before', () => {
  it('when it is started again, then its keys are the same', async () => {
    await program.stop();
    program = startCopy();
    await waitUntil('it says that it is ready', () => program.stdout().includes('Ready.'), {
      limitMs: 60_000,
      seen: program.log,
    });

    expect(JSON.parse(readFileSync(join(folder, 'development-keys.json'), 'utf8'))).toEqual(keys);
  });
});

const MISSING = [
  'Setting JWT_SECRET or JWT_JWKS is missing: with NODE_ENV=production tokens are checked with keys. Set it.',
  'Setting GATEWAY_KEYS is missing: with NODE_ENV=production requests to agencies are signed. Set it.',
];

describe('given production', () => {
  it.each(['scripts/start.ts', 'gateway/main.ts', 'subgraphs/inspection/main.ts'])(
    'when %s is started without keys, then it says which are missing, and ends with 78',
    async (file) => {
      const { folder: empty, remove: removeEmpty } = await createFolder();
      const settings = { NODE_ENV: 'production', DATA_DIR: empty };

      const run = startProgram(file, { settings });

      expect(await run.exited).toEqual({ code: 78, signal: null });
      expect(run.stderr().trimEnd().split('\n')).toEqual(MISSING);
      await removeEmpty();
    },
  );
});

describe('given the command line of token', () => {
  it.each([
    [['--role', 'offcer'], 'Did you mean "officer"?'],
    [['--role', 'officer', '--agency', 'inspectoin'], 'Did you mean "inspection"?'],
    [['--role', 'officer', '--hours', '0'], 'Give a whole number from 1 to 720.'],
    [['--role', 'officer', '--organisation', ''], 'Give a text, or leave it out.'],
    [[], "required option '--role <role>' not specified"],
  ])('when the arguments are %j, then it says what is wrong, and ends with 2', async (args, said) => {
    const { code, stdout, stderr } = await runToken(args);

    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain(said);
  });

  it.each<[Settings, string]>([
    [{ JWT_JWKS: 'keys.json' }, 'Tokens are checked with the public keys of JWT_JWKS'],
    [{ NODE_ENV: 'production' }, 'set JWT_SECRET'],
    [{ JWT_SECRET: 'short-secret' }, 'Setting JWT_SECRET is not valid: expected at least 32 characters.'],
    [
      { DATA_DIR: 'package.json/x' },
      'Setting DATA_DIR="package.json/x" is not valid: expected a folder to write to.',
    ],
  ])(
    'when the settings are %j, then it says why there is no token, and ends with 1',
    async (settings, said) => {
      const { code, stdout, stderr } = await runToken(['--role', 'reader'], settings);

      expect([code, stdout]).toEqual([1, '']);
      expect(stderr).toContain(said);
      expect(stderr).not.toContain('short-secret');
    },
  );

  it('when help is asked for, then roles and exit codes are told', async () => {
    const { code, stdout } = await runToken(['--help']);

    expect(code).toBe(0);
    expect(stdout).toContain('reader, analyst, officer, approver, administrator');
    expect(stdout).toContain('Exit codes');
  });
});
