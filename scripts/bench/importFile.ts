import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { agency } from '../../subgraphs/inspection/agency.ts';
import type { Program } from '../../test/support/processes.ts';
import { createCommand } from '../createCommand.ts';
import { readCount } from '../readCount.ts';
import { endOnSignal } from './endOnSignal.ts';
import { startImportingHouse, type ImportingHouse, type Run } from './importing/importingHouse.ts';
import { makeManyFigures } from './importing/manyFigures.ts';
import { markdownTable } from './measuring/markdown.ts';

const command = createCommand('bench:import')
  .description(
    'Import one CSV about many organisations and periods into a house on the embedded store: tried, published whole and\n' +
      'repeated; then into a second house, interrupted by Ctrl-C, by the end of the command and by the end of the agency.\n' +
      'Prints seconds, rows per second and memory. Exit code 1 where a release is not whole, or not the same in both.',
  )
  .option('--rows <number>', 'rows of the file', readCount, 100_000)
  .option('--release <number>', 'rows of each organisation and period', readCount, 250)
  .parse();
endOnSignal();

const options = command.opts<{ readonly rows: number; readonly release: number }>();
const file = makeManyFigures(agency.catalogue, options.rows, options.release);
const { lines } = file;
const table: string[][] = [];
const broken: string[] = [];

const uninterrupted = await inHouse(importWhole);
await inHouse((house) => importInterrupted(house, uninterrupted));
console.log(
  `${options.rows} rows, ${lines.length} releases, ${(Buffer.byteLength(file.csv) / 1e6).toFixed(1)} MB`,
);
console.log(markdownTable(['', 's', 'rows/s', 'command MB', 'agency MB', 'gateway MB', 'releases'], table));
for (const what of broken) console.log(`BROKEN: ${what}`);
if (broken.length > 0) process.exitCode = 1;

/** What comes of some work in a house of its own that knows the organisations. */
async function inHouse<Result>(work: (house: ImportingHouse) => Promise<Result>): Promise<Result> {
  const house = await startImportingHouse(agency.code, 'inspection');
  try {
    await writeFile(join(house.folder, 'figures.csv'), file.csv);
    const organisations = join(house.folder, 'organisations.csv');
    await writeFile(organisations, file.organisations);
    const { code, complaints } = await house.run([organisations, '--catalogue', 'organisations']);
    if (code !== 0) throw new Error(complaints);
    return await work(house);
  } finally {
    await house.stop();
  }
}

function argsOf({ folder }: ImportingHouse, ...more: readonly string[]): readonly string[] {
  return [join(folder, 'figures.csv'), '--agency', agency.code, ...more];
}

async function importWhole(house: ImportingHouse): Promise<ReadonlyMap<string, string>> {
  const tried = await house.run(argsOf(house, '--dry-run'));
  note('dry run', tried, lines.length, await house.releases(lines));
  const published = await house.run(argsOf(house, '--publish'));
  const hashes = await house.releases(lines);
  note('publish', published, lines.length, hashes);
  expect('the file is published whole', published.code === 0 && hashes.size === lines.length, published);
  await repeat(house, hashes);
  return hashes;
}

/** That the same file again changes nothing. */
async function repeat(house: ImportingHouse, hashes: ReadonlyMap<string, string>): Promise<void> {
  const again = await house.run(argsOf(house, '--publish'));
  const after = await house.releases(lines);
  note('the same again', again, lines.length, after);
  expect('the same file again changes nothing', again.code === 0 && isSame(after, hashes, lines), again);
}

async function importInterrupted(house: ImportingHouse, hashes: ReadonlyMap<string, string>): Promise<void> {
  const ways: readonly [string, number, (running: Program) => void][] = [
    ['Ctrl-C', 0.25, (one) => void one.stop('SIGINT')],
    ['the command is killed', 0.5, (one) => void one.stop('SIGKILL')],
    ['the agency is killed', 0.75, () => house.killAgency()],
  ];
  for (const [what, share, interrupt] of ways) {
    let isDone = false as boolean;
    const run = await house.run(argsOf(house, '--publish'), (done, one) => {
      if (isDone || done < lines.length * share) return;
      isDone = true;
      interrupt(one);
    });
    await house.agencyIsBack();
    const found = await house.releases(lines);
    note(what, run, found.size, found);
    expect(`${what}: it was interrupted`, isDone && run.code !== 0 && found.size < lines.length, run);
    expect(`${what}: what is there is whole`, isSame(found, hashes, [...found.keys()]), run);
    expect(`${what}: it says what is there`, isTold(run, found), run);
  }
  const rest = await house.run(argsOf(house, '--publish'));
  const found = await house.releases(lines);
  note('to the end', rest, lines.length, found);
  expect('repeated to the end, all releases are those of the whole run', isSame(found, hashes, lines), rest);
  await repeat(house, hashes);
}

/** Whether all that a run said it has published is there, and at most the release that was under way besides. */
function isTold({ said, complaints }: Run, found: ReadonlyMap<string, string>): boolean {
  const told = new Set([
    ...[...said.matchAll(/^(\S+ \S+): \d+ figures, PUBLISHED/gm)].map(([, line]) => line),
    ...[...complaints.matchAll(/^imported \d+ of \d+: (\S+ \S+)$/gm)].map(([, line]) => line),
  ]);
  return [...told].every((line) => found.has(line ?? '')) && found.size - told.size <= 1;
}

function isSame(
  found: ReadonlyMap<string, string>,
  hashes: ReadonlyMap<string, string>,
  which: readonly string[],
): boolean {
  return which.every((line) => found.has(line) && found.get(line) === hashes.get(line));
}

function note(what: string, { seconds, peaks }: Run, done: number, found: ReadonlyMap<string, string>): void {
  const rows = Math.min(options.rows, done * options.release);
  const megabytes = peaks.map((peak) => Math.round(peak).toString());
  console.error(`${what}: ${seconds.toFixed(1)} s`);
  table.push([
    what,
    seconds.toFixed(1),
    Math.round(rows / seconds).toString(),
    ...megabytes,
    String(found.size),
  ]);
}

function expect(what: string, holds: boolean, { code, said, complaints }: Run): void {
  if (!holds)
    broken.push(`not true that ${what} (exit code ${code})\n${said.slice(-500)}${complaints.slice(-500)}`);
}
