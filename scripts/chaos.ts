import { randomInt } from 'node:crypto';

import { Command } from 'commander';

import { endOnSignal } from './bench/endOnSignal.ts';
import { readNumber } from './bench/readNumbers.ts';
import { runStorm } from './chaos/storm.ts';
import { oneOf } from './oneOf.ts';

interface Options {
  readonly scenario: 'storm' | 'replacements' | 'hanging';
  readonly seconds: number;
  readonly connections: number;
  readonly rate: number;
  readonly publishes: number;
  readonly freshness: number;
  readonly seed: number;
}

const options = new Command('chaos')
  .option(
    '--scenario <name>',
    'storm, replacements, hanging',
    oneOf(['storm', 'replacements', 'hanging']),
    'storm',
  )
  .option('--seconds <number>', 'how long', readNumber, 600)
  .option('--connections <number>', 'how many', readNumber, 20)
  .option('--rate <number>', 'requests a second at most', readNumber, 60)
  .option('--publishes <number>', 'publications a second at most', readNumber, 3)
  .option('--freshness <ms>', 'bound', readNumber, 1000)
  .option('--seed <number>', 'seed', readNumber, randomInt(10_000) + 1)
  .exitOverride((error) => process.exit(error.exitCode === 0 ? 0 : 2))
  .parse()
  .opts<Options>();
endOnSignal();
const report = (line: string): void => console.error(`${new Date().toISOString().slice(11, 19)} ${line}`);
const result = await runStorm({ ...options, freshnessMs: options.freshness }, report);
console.log(JSON.stringify({ scenario: options.scenario, seed: options.seed, ...result }, null, 2));
process.exitCode = result.broken.length === 0 ? 0 : 1;
