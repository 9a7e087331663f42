import { once } from 'node:events';
import { createServer, type Socket } from 'node:net';

import { describe, expect, it, onTestFinished } from 'vitest';

import { createAsk } from '../support/ask.ts';
import {
  findFreePorts,
  startProgram,
  waitUntilListening,
  type Program,
  type Settings,
} from '../support/processes.ts';

function startGateway(settings: Settings): Program {
  const program = startProgram('gateway/main.ts', { settings });
  onTestFinished(() => void program.stop());
  return program;
}

describe('given a gateway that runs', () => {
  it.each(['SIGTERM', 'SIGINT'] as const)('when %s comes, then it ends in peace', async (signal) => {
    const program = startGateway({ GATEWAY_PORT: String(await findFreePorts(1)) });
    await waitUntilListening(program);

    expect(await program.stop(signal)).toEqual({ code: 0, signal: null });
  });

  it('when SIGTERM comes while an agency is awaited, then the question is still answered', async () => {
    const silent = createServer();
    const asked = once(silent, 'connection') as Promise<[Socket]>;
    const port = await findFreePorts(2);
    silent.listen(port + 1, '127.0.0.1');
    await once(silent, 'listening');
    const program = startGateway({
      GATEWAY_PORT: String(port),
      OFFICE_PORT: String(port + 1),
      AGENCY_TIMEOUT_MS: '500',
    });
    await waitUntilListening(program);

    const answer = createAsk(`http://127.0.0.1:${port}/graphql`)('{ office { indicators { code } } }');
    const [socket] = await asked;
    const stopped = Date.now();
    const exit = await program.stop();

    // Its clients keep their connections open for longer than that.
    expect(Date.now() - stopped).toBeLessThan(3500);
    expect((await answer).errors).toMatchObject([
      { path: ['office'], extensions: { code: 'AGENCY_TIMEOUT', agency: 'office' } },
    ]);
    expect(exit).toEqual({ code: 0, signal: null });
    socket.destroy();
    silent.close();
  });

  it('when another takes its port too, then that one says which and how to choose, and ends with 78', async () => {
    const port = await findFreePorts(1);
    const other = createServer().listen(port, '127.0.0.1');
    onTestFinished(() => void other.close());
    await once(other, 'listening');

    const program = startGateway({ GATEWAY_PORT: String(port) });

    expect(await program.exited).toEqual({ code: 78, signal: null });
    expect(program.stderr()).toBe(
      `Port ${port} is taken by another program. Stop that program, or choose another port with GATEWAY_PORT.\n`,
    );
  });
});

describe('given settings that are wrong', () => {
  it.each([
    [
      { AGENCY_TIMEOUT_MS: 'soon', OFFICE_URL: 'office:4001' },
      [
        'Setting OFFICE_URL="office:4001" is not valid: expected an address that begins with http:// or https://.',
        'Setting AGENCY_TIMEOUT_MS="soon" is not valid: expected a whole number from 1 to 600000.',
      ],
    ],
    [
      { SUPERGRAPH_FILE: 'nosuch.graphql' },
      [
        `Setting SUPERGRAPH_FILE="nosuch.graphql" is not valid: expected a file that holds a composed supergraph (ENOENT: no such file or directory, open 'nosuch.graphql').`,
      ],
    ],
    [
      { SUPERGRAPH_FILE: 'schema/sdl/office.graphql' },
      [
        'Setting SUPERGRAPH_FILE="schema/sdl/office.graphql" is not valid: expected a file that holds a composed supergraph (the schema names no subgraphs).',
      ],
    ],
  ])(
    'when it is started with %j, then all faults are told, and it ends with 78',
    async (settings, faults) => {
      const program = startGateway(settings);

      expect(await program.exited).toEqual({ code: 78, signal: null });
      expect(program.stderr().trimEnd().split('\n')).toEqual(faults);
      expect(program.stdout()).toBe('');
    },
  );
});
