import { once } from 'node:events';
import { createServer } from 'node:net';

import { describe, expect, it, onTestFinished } from 'vitest';

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
