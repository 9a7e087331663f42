import { access, constants, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';

import { Command, InvalidArgumentError } from 'commander';

import { AGENCY_CODES, formatPeriod, type Period } from '../schema/values/index.ts';
import {
  writeCatalogueCsv,
  writeCatalogueWorkbook,
} from '../subgraphs/_kit/importing/template/writeCatalogue.ts';
import { writeCsvTemplate } from '../subgraphs/_kit/importing/template/writeCsv.ts';
import type { Template } from '../subgraphs/_kit/importing/template/columns.ts';
import { layOutForm } from '../subgraphs/_kit/importing/template/form.ts';
import { writeWorkbookTemplate } from '../subgraphs/_kit/importing/template/writeWorkbook.ts';
import { TEMPLATE_VERSION } from '../subgraphs/_kit/importing/settings.ts';
import { answerOf } from './answerOf.ts';
import { askGateway, GatewayNotReached, GatewayProblem, localGatewayUrl, type Ask } from './askGateway.ts';
import { readCallerToken, TokenProblem } from './callerToken.ts';
import { fetchForm } from './fetchForm.ts';
import { fetchOrganisations, labelOfOrganisation } from './knownOrganisation.ts';
import { fetchCatalogueTable } from './importing/catalogueTable.ts';
import { CATALOGUE_LISTS, OFFICE_LISTS, type CatalogueListName } from './importing/importCatalogue.ts';
import { oneOf } from './oneOf.ts';
import { readPeriod } from './readPeriod.ts';

interface Options {
  readonly agency?: string;
  readonly catalogue?: CatalogueListName;
  readonly organisation?: string;
  readonly period?: Period;
  readonly output: string;
  readonly document: string;
  readonly gateway: string;
  readonly as?: string;
}

const program = new Command('template')
  .description(
    "Write an agency's form for an organisation and period, with earlier figures beside empty cells, to be filled in and\n" +
      'imported ("npm run import"); or, with --catalogue, a list of its catalogue as it is now, to be edited and handed in\n' +
      'again. Exit codes: 0 written, 1 not written, 2 wrong arguments, 3 gateway not reached.',
  )
  .option('--agency <code>', 'the agency whose form or catalogue it is', oneOf(AGENCY_CODES))
  .option(
    '--catalogue <list>',
    `no form but ${CATALOGUE_LISTS.join(', ')} as they are; the last four are the office's`,
    oneOf(CATALOGUE_LISTS),
  )
  .option('--organisation <code>', 'the organisation that reports')
  .option('--period <period>', 'the reporting period, such as 2024-Q1', readPeriod)
  .requiredOption('-o, --output <file>', 'the file to write: .xlsx or .csv', readOutput)
  .option('--document <code>', 'the document that prints the figures; may be filled in later', '')
  .option('--gateway <address>', "the gateway's GraphQL address", localGatewayUrl(process.env))
  .option(
    '--as <token>',
    'show also earlier figures that the person of this token may read; REPORT_TOKEN where left out',
  )
  .exitOverride((error) => process.exit(error.exitCode === 0 ? 0 : 2))
  .parse();
const options = program.opts<Options>();

/** That the file cannot be where it is wanted. */
class NotWritable extends Error {
  override readonly name = 'NotWritable';

  constructor(file: string) {
    super(`File "${file}" cannot be written. Name one in a folder that is there.`);
  }
}

try {
  const { output } = options;
  const notWritable = (): never => {
    throw new NotWritable(output);
  };
  // Before anything is asked for: the rest takes a while.
  await access(dirname(output), constants.W_OK).catch(notWritable);
  const ask = askGateway(options.gateway, readCallerToken(options.as, process.env, '--as'), '--gateway');
  const isWorkbook = output.toLowerCase().endsWith('.xlsx');
  const { bytes, said } = options.catalogue
    ? await makeList(ask, options.catalogue, isWorkbook)
    : await makeForm(ask, isWorkbook);
  await writeFile(output, bytes).catch(notWritable);
  console.log(`${output}: ${said}`);
} catch (error) {
  if (error instanceof TokenProblem || error instanceof NotWritable) process.exitCode = 2;
  else if (error instanceof GatewayProblem) process.exitCode = error instanceof GatewayNotReached ? 3 : 1;
  else throw error;
  console.error(error.message);
}

/** What is written, and what is said of it. */
interface Made {
  readonly bytes: string | Buffer;
  readonly said: string;
}

async function makeForm(ask: Ask, isWorkbook: boolean): Promise<Made> {
  const template = await makeTemplate(ask, options);
  return {
    bytes: isWorkbook ? await writeWorkbookTemplate(template) : writeCsvTemplate(template),
    said: `${template.rows.length} rows to fill in`,
  };
}

async function makeList(ask: Ask, list: CatalogueListName, isWorkbook: boolean): Promise<Made> {
  const agency = options.agency ?? (OFFICE_LISTS.includes(list) ? 'office' : needed('agency'));
  const table = await fetchCatalogueTable(ask, agency, list);
  return {
    bytes: isWorkbook ? await writeCatalogueWorkbook(table, list) : writeCatalogueCsv(table),
    said: `${table.rows.length} rows, as they are now`,
  };
}

async function makeTemplate(ask: Ask, given: Options): Promise<Template> {
  const {
    agency = needed('agency'),
    organisation = needed('organisation'),
    period = needed('period'),
    document,
  } = given;
  const organisations = await fetchOrganisations(ask);
  const label = labelOfOrganisation(organisation, organisations);
  const { agencies } = await answerOf<{ agencies: { code: string; label: string }[] }>(
    ask,
    '{ agencies { code label } }',
  );
  const material = await fetchForm(ask, agency, organisation, period);
  const { indicators, parts } = material;
  const agencyLabel = agencies.find(({ code }) => code === agency)?.label ?? agency;
  return {
    settings: {
      agency,
      organisation,
      period,
      document,
      locale: 'vi',
      template: TEMPLATE_VERSION,
    },
    title: `${agencyLabel} – ${label} – ${formatPeriod(period, 'VI')}`,
    rows: layOutForm(material),
    indicators,
    parts,
  };
}

function needed(option: string): never {
  return program.error(`Name the ${option} with --${option}.`, { exitCode: 2 });
}

function readOutput(value: string): string {
  if (/\.(xlsx|csv)$/i.test(value)) return value;
  throw new InvalidArgumentError('Name a file that ends in .xlsx or .csv.');
}
