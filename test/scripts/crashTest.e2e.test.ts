import { describe, expect, it } from 'vitest';

import { sqliteStore } from '../../scripts/crash/crashingStores.ts';
import { runCrashTest } from '../../scripts/crash/runCrashTest.ts';
import { startProgram } from '../support/processes.ts';

describe('given a process that makes moves on the embedded store as fast as it can', () => {
  it('when it is killed twenty times, then every acknowledged move is there, and nothing half', async () => {
    const result = await runCrashTest(sqliteStore, 20);

    expect(result).toMatchObject({ kills: 20, broken: [] });
    expect(result.acknowledged).toBeGreaterThan(20);
    expect(result.answers).toBeGreaterThan(0);
  }, 300_000);
});

describe('given the command line of crash-test', () => {
  it.each([
    [['--kills', '0'], 'Give a whole number from 1 on.'],
    [['--store', 'sqlit'], 'Did you mean "sqlite"?'],
    [['--store', 'mongodb'], 'MONGODB_SERVER must name the program built from test/mongodb-server.'],
  ])('when the arguments are %j, then it says what is wrong, and ends with 2', async (args, said) => {
    const program = startProgram('scripts/crashTest.ts', { args });

    expect(await program.exited).toEqual({ code: 2, signal: null });
    expect(program.stderr()).toContain(said);
  });
});
