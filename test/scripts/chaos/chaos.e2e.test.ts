import { describe, expect, it } from 'vitest';

import { ILLNESSES } from '../../../scripts/chaos/illnesses.ts';
import type { StormResult } from '../../../scripts/chaos/storm.ts';
import { startProgram } from '../../support/processes.ts';

const STORM = ['--seconds', '20', '--connections', '10', '--rate', '30', '--seed', '2031'];

describe('given the real house, asked all the time', () => {
  it('when everything happens to it at once for twenty seconds, then every promise is kept', async () => {
    const chaos = startProgram('scripts/chaos.ts', { args: STORM });
    const { code } = await chaos.exited;

    const result = JSON.parse(chaos.stdout() || '{}') as StormResult;
    expect(result.broken, chaos.stderr()).toEqual([]);
    expect(code, chaos.stderr()).toBe(0);
    // All of it has happened, and was judged.
    expect(result.illnesses).toEqual(
      Object.fromEntries(ILLNESSES.map((kind) => [kind, expect.any(Number) as number])),
    );
    const happened = [
      ...Object.values(result.illnesses),
      ...[result.requests, result.whole, result.publishes, result.partsOfTheWell],
      ...[result.freshness.checked, result.repeatsCompared],
      ...[result.supergraphs.taken, result.supergraphs.refused],
    ];
    expect(happened.every((count) => count > 0)).toBe(true);
    expect(result).toMatchObject({ unjudged: 0, freshness: { violations: 0 } });
  }, 300_000);
});

describe('given the command line of chaos', () => {
  it.each([
    [['--seconds', '0'], 'Give a number above 0.'],
    [['--scenario', 'strom'], 'Did you mean "storm"?'],
    [['--speed', '3'], "unknown option '--speed'"],
  ])('when the arguments are %j, then it says what is wrong, and ends with 2', async (args, said) => {
    const program = startProgram('scripts/chaos.ts', { args });

    expect(await program.exited).toEqual({ code: 2, signal: null });
    expect(program.stderr()).toContain(said);
  });
});
