import { existsSync } from 'node:fs';
import { join } from 'node:path';

import { InvalidArgumentError } from 'commander';

import { CataloguedError, createSettingsReader, RefusedSettings } from '../schema/errors/index.ts';
import { AGENCY_CODES } from '../schema/values/index.ts';
import { auditEntryOf } from '../subgraphs/_kit/auditing/auditEntry.ts';
import { chainFaultText } from '../subgraphs/_kit/auditing/chainFault.ts';
import { readChain } from '../subgraphs/_kit/auditing/readChain.ts';
import { verifyChain, type NotedMove } from '../subgraphs/_kit/auditing/verifyChain.ts';
import { readStoreSettings } from '../subgraphs/_kit/serving/config.ts';
import type { MoveStore } from '../subgraphs/_kit/storage/moveStore.ts';
import { openMoveStore, type StoreSettings } from '../subgraphs/_kit/storage/openMoveStore.ts';
import { ISSUED_REPORTS } from '../subgraphs/office/issuing/issueLog.ts';
import { createCommand } from './createCommand.ts';
import { oneOf } from './oneOf.ts';
import { auditEntryLine, verdictText } from './printAudit.ts';

interface Options {
  readonly agency?: string;
  readonly verify?: true;
  readonly head?: NotedMove;
  readonly json?: true;
}

/** All chains: what each agency has moved, and what the office has issued. */
const CHAINS = [...AGENCY_CODES, ISSUED_REPORTS];

const program = createCommand('audit-log')
  .description(
    'Print what has happened to figures, entry by entry, from the stores of this machine: DATA_DIR, or MONGODB_URI.\n' +
      'With --verify every hash and link is computed again instead, and the first entry that was altered, removed,\n' +
      'reordered or repeated is named. Exit codes: 0 sound, 1 not sound, 2 wrong arguments or no such store.',
  )
  .option(
    '--agency <code>',
    'the one agency whose log it is, or issued-reports; all that are there where left out',
    oneOf(CHAINS),
  )
  .option('--verify', 'say whether the log is sound instead of printing it')
  .option(
    '--head <sequence:hash>',
    'with --verify: an entry that was noted before and must still be there',
    readHead,
  )
  .option('--json', 'one JSON value per line: entries, or with --verify agencies')
  .parse();
const options = program.opts<Options>();
if (options.head && !(options.verify && options.agency)) {
  program.error('--head needs --verify and --agency.', { exitCode: 2 });
}

try {
  process.exitCode = (await main()) ? 0 : 1;
} catch (error) {
  if (!(error instanceof RefusedSettings || error instanceof CataloguedError)) throw error;
  console.error(error.message);
  process.exitCode = 2;
}

/** Whether all logs are sound, as far as was asked. */
async function main(): Promise<boolean> {
  const reader = createSettingsReader(process.env);
  const settings = readStoreSettings(reader);
  reader.finish();
  const agencies = (options.agency ? [options.agency] : CHAINS).filter((code) => isThere(settings, code));
  if (agencies.length === 0) {
    console.error(`There is no log of ${options.agency ?? 'any agency'} in ${placeOf(settings)}.`);
    process.exit(2);
  }
  let isSound = true;
  for (const agency of agencies) isSound = (await judge(settings, agency)) && isSound;
  return isSound;
}

async function judge(settings: StoreSettings, agency: string): Promise<boolean> {
  let store: MoveStore | null = null;
  try {
    store = await openMoveStore(settings, keeperOf(agency));
    return await (options.verify ? verify(store, agency) : print(store, agency));
  } catch (error) {
    if (!isDamaged(error)) throw error;
    console.error(`The file of ${agency} is damaged: ${(error as Error).message}`);
    return false;
  } finally {
    await store?.close();
  }
}

async function verify(store: MoveStore, agency: string): Promise<boolean> {
  const verdict = await verifyChain(store, agency, { noted: options.head ?? null });
  const { fault } = verdict;
  const told = { agency, ...verdict, fault: fault && { ...fault, message: chainFaultText(fault) } };
  console.log(options.json ? JSON.stringify(told) : verdictText(agency, verdict));
  return fault === null;
}

async function print(store: MoveStore, agency: string): Promise<boolean> {
  for await (const read of readChain(store, agency)) {
    if (read.kind === 'BROKEN') {
      console.error(`${agency}: what follows on entry ${read.after} cannot be read. Ask with --verify.`);
      return false;
    }
    const entry = auditEntryOf(read.move);
    console.log(options.json ? JSON.stringify({ agency, ...entry }) : auditEntryLine(agency, entry));
  }
  return true;
}

/** An embedded store would be made by opening it: whoever only reads makes none. */
function isThere(settings: StoreSettings, agency: string): boolean {
  return settings.kind === 'mongodb' || existsSync(join(settings.folder, `${keeperOf(agency)}.sqlite`));
}

/** The agency in whose store a chain is. */
function keeperOf(chain: string): string {
  return chain === ISSUED_REPORTS ? 'office' : chain;
}

function placeOf(settings: StoreSettings): string {
  return settings.kind === 'mongodb' ? 'MONGODB_URI' : `DATA_DIR="${settings.folder}"`;
}

/** Codes of SQLite for a file that is no database, or none any more. */
function isDamaged(error: unknown): boolean {
  return error instanceof Error && 'code' in error && /^SQLITE_(CORRUPT|NOTADB)/.test(String(error.code));
}

function readHead(value: string): NotedMove {
  const [, sequence, hash] = /^([1-9]\d{0,14}):([0-9a-f]{64})$/.exec(value) ?? [];
  if (sequence && hash) return { sequence: Number(sequence), hash };
  throw new InvalidArgumentError('Give a sequence and its hash, as --verify has printed them: 12:8f0c…');
}
