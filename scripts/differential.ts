import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

import { InvalidArgumentError } from 'commander';

import type { Outcome } from '../test/differential/compareOperations.ts';
import { createCommand } from './createCommand.ts';

const BATCH = join(import.meta.dirname, '../test/differential/batchMain.ts');
const BATCH_SIZE = 250;

interface Options {
  readonly count: number;
  readonly seed: number;
  readonly from: number;
}

/** What a batch prints before an operation. */
interface Beginning {
  readonly begins: number;
  readonly query: string;
}

const program = createCommand('differential')
  .description(
    'Ask the gateway and one process with the resolvers of all agencies the same random operations, and compare.',
  )
  .option('--count <number>', 'how many operations', readNumber, 2000)
  .option('--seed <number>', 'which operations; any where left out', readNumber, Date.now() % 1_000_000)
  .option('--from <number>', 'number of the first operation, as a difference names it', readNumber, 0)
  .addHelpText(
    'after',
    '\nExit code 1 when an answer differs; the operation is printed, made as small as possible.',
  )
  .parse();

const { count, seed, from } = program.opts<Options>();
const end = from + count;
const total = { operations: 0, answers: 0, valid: 0, differences: 0, ended: 0 };

console.log(`seed ${seed}, operations ${from} to ${end - 1}`);
for (let next = from; next < end;) {
  next = await runBatch(next, Math.min(BATCH_SIZE, end - next));
  console.log(`${next - from} of ${count} operations, ${total.differences} differences`);
}
console.log(
  `Compared ${total.answers} answers to ${total.operations} operations (${total.valid} valid): ` +
    `${total.differences} differences, ${total.ended} of them ended the process.`,
);
if (total.differences > 0) process.exitCode = 1;

/** Runs a batch in its own process. Answers the number to go on with: after an operation that ended the process. */
async function runBatch(first: number, size: number): Promise<number> {
  const child = spawn(
    process.execPath,
    ['--import', 'tsx', BATCH, String(seed), String(first), String(size)],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  const ended = new Promise<string>((resolve) =>
    child.once('close', (code, signal) => resolve(signal ?? `exit code ${code ?? 'unknown'}`)),
  );
  let begun: Beginning | undefined;
  let next = first;
  for await (const line of createInterface({ input: child.stdout })) {
    const said = JSON.parse(line) as Beginning | Outcome;
    if ('begins' in said) {
      begun = said;
    } else {
      next = said.index + 1;
      addOutcome(said);
    }
  }
  const how = await ended;
  if (next === first + size) return next;
  // It never came to an operation: another batch would not either.
  if (!begun) throw new Error(`The batch from operation ${first} ended: ${how}.`);
  total.operations++;
  total.valid++;
  total.differences++;
  total.ended++;
  console.log(`\nOperation ${begun.begins} of seed ${seed} ended the process (${how}):\n${begun.query}\n`);
  return begun.begins + 1;
}

function addOutcome({ isValid, compared, difference }: Outcome): void {
  total.operations++;
  total.answers += compared;
  if (isValid) total.valid++;
  if (difference === '') return;
  total.differences++;
  console.log(`\n${difference}\n`);
}

function readNumber(text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new InvalidArgumentError('It must be a whole number from 0.');
  return Number(text);
}
