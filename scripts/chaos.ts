import { randomInt } from 'node:crypto';

import { endOnSignal } from './bench/endOnSignal.ts';
import { readNumber } from './bench/readNumbers.ts';
import { runHanging } from './chaos/hanging.ts';
import { runReplacements } from './chaos/replacements.ts';
import { runStorm } from './chaos/storm.ts';
import { createCommand } from './createCommand.ts';
import { oneOf } from './oneOf.ts';

type Scenario = keyof typeof SCENARIOS;

interface Options {
  readonly scenario: Scenario;
  readonly seconds?: number;
  readonly connections?: number;
  readonly rate?: number;
  readonly publishes: number;
  readonly freshness: number;
  readonly replacements: number;
  readonly seed: number;
}

/** What holds where nothing is said. */
const USUAL: Readonly<Record<Scenario, { seconds: number; connections: number; rate: number }>> = {
  storm: { seconds: 600, connections: 20, rate: 60 },
  replacements: { seconds: 0, connections: 50, rate: 60 },
  hanging: { seconds: 20, connections: 20, rate: 40 },
};

const SCENARIOS = { storm: runStorm, replacements: runReplacements, hanging: runHanging } as const;

const options = createCommand('chaos')
  .description(
    'Real agencies, the real gateway and a proxy that fails between them, each its own process, and every answer held\n' +
      'against what was promised.\n' +
      '  storm         agencies are killed, hang, come late and answer nonsense; the supergraph is replaced, also by what is\n' +
      '                none; figures are published: all at once, by a seed that is printed\n' +
      '  replacements  the supergraph is replaced again and again; no request fails, and the heap is back to its base\n' +
      '  hanging       how long the full report takes while three agencies hang\n' +
      'Progress on stderr, the result as JSON on stdout.\n' +
      'Exit codes: 0 all promises kept, 1 some broken, 2 wrong arguments.',
  )
  .option('--scenario <scenario>', 'storm, replacements or hanging', oneOf(Object.keys(SCENARIOS)), 'storm')
  .option('--seconds <number>', 'how long: 600 for storm, 20 for each part of hanging', readNumber)
  .option('--connections <number>', 'how many ask at once: 20, for replacements 50', readNumber)
  .option('--rate <number>', 'requests a second at most, all together: 60, for hanging 40', readNumber)
  .option('--publishes <number>', 'storm: publications a second at most, about', readNumber, 3)
  .option(
    '--freshness <milliseconds>',
    'storm: so long after its acknowledgement a publication may still not be shown',
    readNumber,
    1000,
  )
  .option('--replacements <number>', 'replacements: how many', readNumber, 100)
  .option('--seed <number>', 'repeats the chances of a storm', readNumber, randomInt(1, 10_000))
  .parse()
  .opts<Options>();

// Whatever ends it, the programs that it has started end with it.
endOnSignal();
const report = (line: string): void => console.error(`${new Date().toISOString().slice(11, 19)} ${line}`);
const { scenario, seed, freshness: freshnessMs } = options;
report(`${scenario}, seed ${seed}`);
const result = await SCENARIOS[scenario]({ ...USUAL[scenario], ...options, freshnessMs }, report);
console.log(JSON.stringify({ scenario, seed, ...result }, null, 2));
process.exitCode = result.broken.length === 0 ? 0 : 1;
