import { once } from 'node:events';
import { createServer } from 'node:net';

import { afterEach, describe, expect, it } from 'vitest';

import { createAsk } from '../support/ask.ts';
import {
  createFolder,
  findFreePorts,
  startProgram,
  waitUntilListening,
  type Program,
  type Settings,
} from '../support/processes.ts';

const cleanups: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

async function startInspection(settings: Settings): Promise<Program> {
  const { folder, remove } = await createFolder();
  const program = startProgram('subgraphs/inspection/main.ts', {
    settings: { DATA_DIR: folder, ...settings },
  });
  cleanups.push(remove, () => program.stop());
  return program;
}

describe('given nothing but one subgraph', () => {
  it('when it is started, then it answers its own entry, and ends in peace at SIGTERM', async () => {
    const port = await findFreePorts(1);
    const program = await startInspection({ INSPECTION_PORT: String(port) });
    await waitUntilListening(program);

    const answer = await createAsk(`http://127.0.0.1:${port}/graphql`)(
      '{ inspection { indicators { code } } }',
    );

    expect(answer).toMatchObject({ status: 200, errors: [] });
    expect(answer.text).toContain('{"code":"members-disciplined"}');
    expect(program.stdout().match(/GATEWAY_KEYS is not set/g)).toHaveLength(1);
    expect(await program.stop()).toEqual({ code: 0, signal: null });
  });

  it('when its port is taken, then it says which and how to choose another, and ends with 78', async () => {
    const port = await findFreePorts(1);
    const other = createServer().listen(port, '127.0.0.1');
    cleanups.push(() => once(other.close(), 'close'));
    await once(other, 'listening');

    const program = await startInspection({ INSPECTION_PORT: String(port) });

    expect(await program.exited).toEqual({ code: 78, signal: null });
    expect(program.stderr()).toBe(
      `Port ${port} is taken by another program. Stop that program, or choose another port with INSPECTION_PORT.\n`,
    );
  });

  it('when two settings are wrong, then both are told at once, and it ends with 78', async () => {
    const program = await startInspection({ INSPECTION_PORT: 'abc', LOG_LEVEL: 'loud' });

    expect(await program.exited).toEqual({ code: 78, signal: null });
    expect(program.stderr().trimEnd().split('\n')).toEqual([
      'Setting INSPECTION_PORT="abc" is not valid: expected a whole number from 0 to 65535.',
      'Setting LOG_LEVEL="loud" is not valid: expected debug, info, warn, error, silent.',
    ]);
  });
});

describe('given a database server that does not answer', () => {
  it('when a subgraph is started on it, then it says so without the password, and ends with 1 to be started again', async () => {
    const program = await startInspection({
      INSPECTION_PORT: '0',
      MONGODB_URI: 'mongodb://officer:pass-of-the-test@127.0.0.1:1/',
    });

    expect(await program.exited).toEqual({ code: 1, signal: null });
    expect(program.stderr()).toBe(
      'The store of "inspection" cannot be used at the moment: it cannot be reached. Try again in a moment.\n',
    );
    expect(program.log()).not.toContain('pass-of-the-test');
  });

  it('when its address is none, then it says so without telling it, and ends with 78', async () => {
    const program = await startInspection({ MONGODB_URI: 'mongodb://officer:pass-of-the-test@' });

    expect(await program.exited).toEqual({ code: 78, signal: null });
    expect(program.stderr()).toContain('Setting MONGODB_URI is not valid');
    expect(program.log()).not.toContain('pass-of-the-test');
  });
});
