import { afterAll, describe, expect, it } from 'vitest';

import { runContest, type Runner, type Task } from '../../../scripts/bench/measuring/contest.ts';
import { instantsFrom } from '../../../scripts/bench/measuring/load.ts';
import { descendantsOf, isRunning } from '../../support/descendants.ts';
import {
  findFreePorts,
  startProgram,
  waitUntil,
  waitUntilListening,
  type Program,
} from '../../support/processes.ts';

const programs: Program[] = [];
afterAll(() => Promise.all(programs.map((program) => program.stop())));

/** A server of the contest that answers with a value, and with another one from its n-th answer on. */
async function givenRunner(name: string, value: string, wrongFrom = Infinity): Promise<Runner> {
  const port = await findFreePorts(1);
  const settings = { PORT: `${port}`, VALUE: value, WRONG_FROM: `${wrongFrom}` };
  const program = startProgram('test/scripts/bench/contestantMain.ts', { settings });
  programs.push(program);
  await waitUntilListening(program);
  return { name, program, url: `http://127.0.0.1:${port}/graphql`, asksTheSame: false, plans: true };
}

const PACE = { rounds: 2, seconds: 0.2, connections: 2 };
const givenTask = (): Task => ({
  query: 'query Report { report }',
  variables: { asOf: '<as-of>' },
  figures: 1,
  instant: instantsFrom('2024-07-01T00:00:00.000Z'),
});

describe('given two servers in a contest', () => {
  it('when both give the same answer, then both are measured', async () => {
    const runners = [await givenRunner('one', '1.50'), await givenRunner('other', '1.50')];

    const measured = await runContest(runners, givenTask(), PACE);

    expect(measured.map(({ name }) => name)).toEqual(['one', 'other']);
    for (const { cpu, rate, requests } of measured) {
      expect(cpu).toBeGreaterThan(0);
      expect(rate).toBeGreaterThan(0);
      expect(requests).toBeGreaterThan(2);
    }
  });

  it('when one gives another figure, then the contest ends and says where', async () => {
    const runners = [await givenRunner('one', '1.50'), await givenRunner('other', '1.51')];

    await expect(runContest(runners, givenTask(), PACE)).rejects.toThrow(/other answers otherwise/);
  });

  it('when one gives another figure only under load, then the contest ends with how often', async () => {
    const runners = [await givenRunner('one', '1.50'), await givenRunner('other', '1.50', 20)];

    await expect(runContest(runners, givenTask(), PACE)).rejects.toThrow(
      /other: \d+ of \d+ answers are wrong/,
    );
  });

  it('when the answer holds another number of figures, then the contest ends', async () => {
    const runners = [await givenRunner('one', '1.50')];

    await expect(runContest(runners, { ...givenTask(), figures: 2 }, PACE)).rejects.toThrow(
      'one answers with 1 figures, not with 2',
    );
  });
});

describe('given the command line of bench', () => {
  it('when a small report is measured without peers, then the table has our gateway beside the BFF', async () => {
    const args = '--no-peers --no-caches --figures 10 --rounds 1 --seconds 0.2'.split(' ');
    const program = startProgram('scripts/bench/gateways.ts', { args });

    expect(await program.exited).toEqual({ code: 0, signal: null });
    expect(program.stdout()).toMatch(
      /### 5 agencies, 10 figures\n[^]*\| hand-written BFF[^]*\| we, uncached .*\d/,
    );
  });

  it('when it is stopped, then nothing that it has started runs on', async () => {
    const program = startProgram('scripts/bench/gateways.ts', { args: ['--no-peers', '--figures', '10'] });
    await waitUntil('three programs run', () => descendantsOf(program.pid).length >= 3);
    const started = descendantsOf(program.pid);

    expect(await program.stop('SIGTERM')).toEqual({ code: 143, signal: null });
    await waitUntil('they have ended', () => !started.some(isRunning));
  });

  it.each([
    ['scripts/bench/gateways.ts', ['--figures', '0'], 'Give whole numbers from 1 to 10000'],
    ['scripts/bench/gateways.ts', ['--agencies', '5,1'], 'Give whole numbers from 2 to 10000'],
    ['scripts/bench/subgraphs.ts', ['--rounds', 'x'], 'Give a number above 0.'],
  ])('when %s is given %j, then it says what is wrong, and ends with 2', async (file, args, said) => {
    const program = startProgram(file, { args });

    expect(await program.exited).toEqual({ code: 2, signal: null });
    expect(program.stderr()).toContain(said);
  });

  it.each(['scripts/bench/gateways.ts', 'scripts/bench/subgraphs.ts', 'scripts/yardsticks.ts'])(
    'when %s is asked for help, then it tells its exit codes, and ends with 0',
    async (file) => {
      const program = startProgram(file, { args: ['--help'] });

      expect(await program.exited).toEqual({ code: 0, signal: null });
      expect(program.stdout()).toContain('Exit codes: 0');
    },
  );
});
