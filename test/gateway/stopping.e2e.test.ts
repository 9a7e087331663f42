import { setTimeout as delay } from 'node:timers/promises';

import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';

import { createAsk } from '../support/ask.ts';
import {
  findFreePorts,
  signalTo,
  startProgram,
  waitUntil,
  waitUntilListening,
  type Program,
  type Settings,
} from '../support/processes.ts';
import { startAgencies, type StubAgencies } from './graphs/twoSupergraphs.ts';

const QUESTION = '{ office { indicators { code } } }';
const SLOW_MS = 2500;
/** What comes sooner after the first signal than half a second is the same one. */
const NEXT_MOMENT_MS = 700;

let agencies: StubAgencies;
let address: string;
beforeEach(async () => {
  agencies = await startAgencies({ office: SLOW_MS });
  onTestFinished(() => agencies.stop());
});

async function startGateway(settings: Settings): Promise<Program> {
  const port = await findFreePorts(1);
  address = `http://127.0.0.1:${port}`;
  const program = startProgram('gateway/main.ts', {
    settings: {
      GATEWAY_PORT: String(port),
      OFFICE_URL: agencies.url('office'),
      AGENCY_TIMEOUT_MS: '5000',
      ...settings,
    },
  });
  onTestFinished(() => void program.stop('SIGKILL'));
  await waitUntilListening(program);
  return program;
}

/** A question that its agency has got: its status once it is answered, or that the connection was cut. */
async function askSlowly(): Promise<Promise<number | 'cut'>[]> {
  const answer = createAsk(`${address}/graphql`)(QUESTION).then(
    ({ status }) => status,
    () => 'cut' as const,
  );
  await waitUntil('the agency is asked', () => agencies.asked.length > 0);
  return [answer];
}

describe('given a gateway that is asked to stop while a question is open', () => {
  it('when load balancers need time to see it, then it says that it is not ready before it refuses anybody', async () => {
    const program = await startGateway({ READINESS_DELAY_MS: '1000' });

    signalTo(program.pid, 'SIGTERM');
    await waitUntil('it stops', () => program.stdout().includes('"msg":"stopping"'));
    const ready = await fetch(`${address}/health/ready`);
    const live = await fetch(`${address}/health/live`);

    expect([ready.status, await ready.json()]).toMatchObject([503, { status: 'stopping', agencies: {} }]);
    expect([live.status, live.headers.get('connection')]).toEqual([200, 'close']);
    expect(await program.exited).toEqual({ code: 0, signal: null });
    await expect(fetch(`${address}/health/live`)).rejects.toThrow();
  });

  it('when there is time to answer it, then it is answered, and the gateway ends in peace', async () => {
    const program = await startGateway({});
    const [answer] = await askSlowly();

    signalTo(program.pid, 'SIGTERM');

    expect(await answer).toBe(200);
    expect(await program.exited).toEqual({ code: 0, signal: null });
  });

  it('when the time is over before it is answered, then it is cut off, and the exit code tells', async () => {
    const program = await startGateway({ DRAIN_SECONDS: '0' });
    const [answer] = await askSlowly();

    signalTo(program.pid, 'SIGTERM');

    expect(await answer).toBe('cut');
    expect(await program.exited).toEqual({ code: 1, signal: null });
  });

  it('when two signals come at once, as of Ctrl-C under npm, then they are one, and it is answered', async () => {
    const program = await startGateway({});
    const [answer] = await askSlowly();

    signalTo(program.pid, 'SIGINT');
    signalTo(program.pid, 'SIGTERM');

    expect(await answer).toBe(200);
    expect(await program.exited).toEqual({ code: 0, signal: null });
  });

  it.each(['SIGTERM', 'SIGINT'] as const)(
    'when a second signal comes, %s, then it ends at once',
    async (second) => {
      const program = await startGateway({});
      const [answer] = await askSlowly();

      signalTo(program.pid, 'SIGTERM');
      await waitUntil('it stops', () => program.stdout().includes('"msg":"stopping"'));
      await delay(NEXT_MOMENT_MS);
      signalTo(program.pid, second);

      expect(await answer).toBe('cut');
      expect(await program.exited).toEqual({ code: 1, signal: null });
      expect(program.stdout()).toContain('ended at once by a second signal');
    },
  );
});
