import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

import { formatFileFault, RefusedSettings, type FileFault } from '../schema/errors/index.ts';
import { AGENCY_CODES, CORRECTION_REASONS, type Period } from '../schema/values/index.ts';
import { decodeFile } from '../subgraphs/_kit/importing/decodeFile.ts';
import { FILE_LIMITS } from '../subgraphs/_kit/importing/limits.ts';
import { askGateway, GatewayNotReached, GatewayProblem, localGatewayUrl } from './askGateway.ts';
import { readCallerToken, TokenProblem } from './callerToken.ts';
import { createCommand } from './createCommand.ts';
import { tellWhatComesFirst, type NamedFile } from './importing/comesFirst.ts';
import { cutFile, formatSent } from './importing/cutFile.ts';
import {
  CATALOGUE_LISTS,
  importCatalogue,
  OFFICE_LISTS,
  type CatalogueListName,
} from './importing/importCatalogue.ts';
import { createImportClient, type ImportClient } from './importing/importClient.ts';
import { lineText } from './importing/lineText.ts';
import { carryLines, judgeLines, plainMessage, PUBLISHED_BEFORE, type Aim } from './importing/runImport.ts';
import { makeToken, NoKey } from './makeToken.ts';
import { oneOf } from './oneOf.ts';
import { readPeriod } from './readPeriod.ts';

interface Options {
  readonly agency?: string;
  readonly catalogue?: CatalogueListName;
  readonly organisation?: string;
  readonly period?: Period;
  readonly document?: string;
  readonly dryRun?: boolean;
  readonly submit?: boolean;
  readonly publish?: boolean;
  readonly removeMissing?: boolean;
  readonly as?: string;
  readonly approveAs?: string;
  readonly acknowledge?: string;
  readonly reason: string;
  readonly words?: string;
  readonly gateway: string;
}

const command = createCommand('import')
  .description(
    'Import a file of figures: a filled-in template, a workbook (.xlsx), a CSV or JSON with the columns of the figures CSV;\n' +
      "or, with --catalogue, a list that comes into an agency's catalogue (CSV or workbook).\n" +
      'Everything is checked first; with any fault nothing is stored. It may be repeated: what is there already stays.\n' +
      'Exit codes: 0 done, 1 faults or not done, 2 wrong arguments, 3 gateway not reached.',
  )
  .argument('<file>', 'the file')
  .option(
    '--agency <code>',
    'whose figures these are; where left out, the template says it',
    oneOf(AGENCY_CODES),
  )
  .option(
    '--catalogue <list>',
    `the file is no figures but ${CATALOGUE_LISTS.join(', ')}; the last four are the office's`,
    oneOf(CATALOGUE_LISTS),
  )
  .option('--organisation <code>', 'whom they are about; where left out, the file says it')
  .option('--period <period>', 'the reporting period; where left out, the file says it', readPeriod)
  .option('--document <code>', 'the document that prints them; where left out, the file says it')
  .option('--dry-run', 'tell what would come of it, and store nothing')
  .option('--submit', 'submit the drafts for approval')
  .option('--publish', 'submit, approve and publish them')
  .option(
    '--remove-missing',
    'figures that stand there and not in the file are to be gone; else they are a fault',
  )
  .option(
    '--acknowledge <note>',
    'why figures stand that contradict each other; published beside each such check',
  )
  .option(
    '--reason <code>',
    'what kind of reason changes what was published',
    oneOf(CORRECTION_REASONS),
    'CORRECTION',
  )
  .option('--words <text>', 'why what was published is changed, in words; needed where something was')
  .option(
    '--as <token>',
    'token of the officer, for --catalogue of an administrator; REPORT_TOKEN, else one made with the development keys',
  )
  .option(
    '--approve-as <token>',
    'token of the approver, a second person; else one made with the development keys',
  )
  .option('--gateway <address>', "the gateway's GraphQL address", localGatewayUrl(process.env))
  .parse();
const options = command.opts<Options>();
const [path = ''] = command.args;

/** Questions without "asOf" see what has come in from the next full second on: so does the command after this one. */
const UNTIL_SEEN_MS = 1000;

let isInterrupted = false;
process.once('SIGINT', () => {
  isInterrupted = true;
  console.error('\nInterrupted: the figures that are under way are brought to an end first.');
});

try {
  process.exitCode = await run(path, options);
} catch (error) {
  if (error instanceof GatewayNotReached) process.exitCode = 3;
  else if (error instanceof GatewayProblem) process.exitCode = 1;
  else if (error instanceof TokenProblem || error instanceof NoKey || error instanceof RefusedSettings)
    process.exitCode = 2;
  else throw error;
  console.error(error.message);
}

async function run(file: string, given: Options): Promise<number> {
  const bytes = await readFile(file).catch(() => null);
  if (bytes === null) return wrong(`File "${file}" cannot be read. Name one that is there.`);
  if (given.catalogue) return importList(file, bytes, given.catalogue, given);
  const { organisation = null, period = null, document = null } = given;
  const named = { organisation, period, document };
  const name = basename(file);
  const decoded = await decodeFile({ name, bytes }, { ...named, agency: given.agency ?? null });
  const agency = given.agency ?? decoded.settings?.agency;
  if (agency === undefined || !(AGENCY_CODES as readonly string[]).includes(agency)) {
    if (decoded.faults.length > 0) return tellFaults(decoded.faults.map(formatFileFault));
    return wrong('Whose figures these are is not said. Name the agency with --agency.');
  }
  const client = await createClient(agency, given);
  if (decoded.faults.length > 0) return refuseFile(client, { name, bytes, ...named }, decoded.faults);
  return importLines(client, { decoded, agency, path: file }, given);
}

async function importList(
  file: string,
  bytes: Uint8Array,
  list: CatalogueListName,
  { agency: named, as: token, gateway, dryRun = false }: Options,
): Promise<number> {
  const agency = named ?? (OFFICE_LISTS.includes(list) ? 'office' : undefined);
  if (agency === undefined)
    return wrong('Whose catalogue this is is not said. Name the agency with --agency.');
  const administrator =
    readCallerToken(token, process.env, '--as') ??
    (await makeToken({ role: 'administrator', agency, hours: 1 }, process.env));
  const ask = askGateway(gateway, administrator, '--gateway');
  const sent = { name: basename(file), bytes, agency, list, dryRun };
  const { faults, lines, hasChanged } = await importCatalogue(ask, sent);
  if (faults.length > 0) return tellFaults(faults);
  if (hasChanged) await delay(UNTIL_SEEN_MS);
  for (const line of lines) console.log(line);
  return 0;
}

/** With what the agency finds besides, where it can be asked: all faults are told at once. */
async function refuseFile(
  client: ImportClient,
  file: Parameters<ImportClient['judge']>[0],
  faults: readonly FileFault[],
): Promise<number> {
  const isSendable = file.bytes.length <= FILE_LIMITS.sentBytes;
  const judged = isSendable ? await client.judge(file).catch(() => null) : null;
  const asked = judged?.faults ?? [];
  return tellFaults(asked.length > 0 ? asked.map((one) => formatSent(one)) : faults.map(formatFileFault));
}

async function importLines(
  client: ImportClient,
  file: Omit<NamedFile, 'organisation'>,
  given: Options,
): Promise<number> {
  const { decoded, agency } = file;
  const lines = cutFile(decoded, agency);
  if (lines.length === 0) return tellFaults([`${decoded.file}: It holds no figures of agency "${agency}".`]);
  const organisation = given.organisation ?? decoded.settings?.organisation ?? null;
  const ask = askGateway(given.gateway, null, '--gateway');
  const first = await tellWhatComesFirst(ask, { ...file, organisation }, lines);
  const { lines: judged, faults, warnings } = await judgeLines(client, decoded.file, lines);
  for (const warning of warnings) console.error(`Warning: ${warning}`);
  if (faults.length + first.length > 0) return tellFaults([...first, ...faults]);
  if (given.dryRun) {
    for (const { line, state } of judged) {
      const what = state.isPublished ? PUBLISHED_BEFORE : `can be imported, now ${state.state ?? 'nothing'}`;
      console.log(lineText(line, state, what));
    }
    return 0;
  }
  const aim: Aim = given.publish ? 'PUBLISHED' : given.submit ? 'SUBMITTED' : 'DRAFT';
  const isStopped = (): boolean => isInterrupted;
  const { told, stoppedBy, isLeft } = await carryLines(client, judged, aim, {
    note: given.acknowledge ?? null,
    isInterrupted: isStopped,
  });
  if (aim === 'PUBLISHED') await delay(UNTIL_SEEN_MS);
  for (const line of told) console.log(line);
  if (stoppedBy === null) return isLeft ? 1 : 0;
  const why = stoppedBy === 'INTERRUPTED' ? 'Interrupted.' : plainMessage(stoppedBy);
  const left = judged.length - told.length;
  console.error(
    `${why}\n${left} of ${judged.length} are left. Run the same command again: it goes on where this has ended.`,
  );
  return stoppedBy instanceof GatewayNotReached ? 3 : 1;
}

/** Officer and approver: with the tokens given, else with tokens of the development keys. */
async function createClient(agency: string, given: Options): Promise<ImportClient> {
  const tokenOf = async (role: string, option: string, token: string | null): Promise<string> => {
    if (token !== null) return token;
    const made = await makeToken({ role, agency, hours: 1 }, process.env).catch((error: unknown) => {
      if (!(error instanceof NoKey)) throw error;
      throw new NoKey(`Give a token with ${option}. ${error.message}`);
    });
    return made;
  };
  const officer = await tokenOf('officer', '--as', readCallerToken(given.as, process.env, '--as'));
  const approver = given.publish
    ? await tokenOf(
        'approver',
        '--approve-as',
        given.approveAs === undefined ? null : readCallerToken(given.approveAs, {}, '--approve-as'),
      )
    : officer;
  const askers = {
    officer: askGateway(given.gateway, officer, '--gateway'),
    approver: askGateway(given.gateway, approver, '--gateway'),
  };
  const { reason, words, removeMissing = false } = given;
  const why = words === undefined ? null : { reason, words };
  return createImportClient(askers, agency, { reason: why, removesMissing: removeMissing });
}

function tellFaults(faults: readonly string[]): number {
  for (const fault of faults) console.error(fault);
  console.error(`${faults.length} ${faults.length === 1 ? 'fault' : 'faults'}: nothing has been stored.`);
  return 1;
}

function wrong(message: string): number {
  console.error(message);
  return 2;
}
