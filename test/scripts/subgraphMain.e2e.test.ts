import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';

import { afterEach, describe, expect, it } from 'vitest';

import { createAsk } from '../support/ask.ts';
import {
  createFolder,
  findFreePorts,
  signalTo,
  startProgram,
  waitUntil,
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

describe('given a subgraph that is being sent figures when it is to stop', () => {
  /** The head of a request whose body comes later: until then the request is in flight. */
  async function beginRequest(port: number): Promise<{ socket: Socket; finish: () => void }> {
    const body = '{"query":"{ inspection { indicators { code } } }"}';
    const socket = connect(port, '127.0.0.1');
    await once(socket, 'connect');
    socket.write(
      `POST /graphql HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: ${body.length}\r\n\r\n`,
    );
    await waitUntil('the request has come', async () => {
      const metrics = await (await fetch(`http://127.0.0.1:${port}/metrics`)).text();
      return metrics.includes('party_report_requests_in_flight 1');
    });
    return { socket, finish: () => socket.write(body) };
  }

  it('when the rest comes after the signal, then it is answered, and the subgraph ends in peace', async () => {
    const port = await findFreePorts(1);
    const program = await startInspection({ INSPECTION_PORT: String(port) });
    await waitUntilListening(program);
    const { socket, finish } = await beginRequest(port);
    let answer = '';
    socket.setEncoding('utf8').on('data', (text: string) => (answer += text));

    signalTo(program.pid, 'SIGTERM');
    await waitUntil('it stops', () => program.stdout().includes('"msg":"stopping"'));
    finish();

    expect(await program.exited).toEqual({ code: 0, signal: null });
    expect(answer).toContain('{"code":"members-disciplined"}');
  });

  it('when a second signal comes, then it ends at once, and the exit code tells', async () => {
    const port = await findFreePorts(1);
    const program = await startInspection({ INSPECTION_PORT: String(port) });
    await waitUntilListening(program);
    const { socket } = await beginRequest(port);
    socket.on('error', () => undefined);

    signalTo(program.pid, 'SIGTERM');
    await waitUntil('it stops', () => program.stdout().includes('"msg":"stopping"'));
    await delay(700);
    signalTo(program.pid, 'SIGTERM');

    expect(await program.exited).toEqual({ code: 1, signal: null });
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
