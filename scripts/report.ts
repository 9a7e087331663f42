import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import { Command } from 'commander';

import { DEFAULT_GATEWAY_PORT } from '../schema/values/index.ts';
import { printReport, type ReportAnswer } from './printReport.ts';

const QUERY_FILE = join(import.meta.dirname, '../gateway/playground/tabs/1-full-report.graphql');

interface Options {
  organisation: string;
  period: string;
  asOf?: string;
  json?: boolean;
  url: string;
}

interface Answer {
  data?: { report: ReportAnswer | null } | null;
  errors?: { message: string; path?: (string | number)[]; extensions?: { code?: string } }[];
}

const port = process.env.GATEWAY_PORT ?? DEFAULT_GATEWAY_PORT;
const options = new Command('report')
  .description(
    'Ask a running gateway for a whole report and print it.\n' +
      'Exit codes: 0 whole report, 1 no report or no gateway, 2 wrong arguments, 3 parts of it missing.',
  )
  .requiredOption('--organisation <code>', 'code of the organisation that reports, such as ha-tinh-khoi')
  .requiredOption('--period <period>', 'reporting period, such as 2024-Q1')
  .option('--as-of <moment>', 'what was known at this moment, such as 2024-04-01T00:00:00Z')
  .option('--json', "print the gateway's answer as it came")
  .option('--url <address>', "the gateway's GraphQL address", `http://127.0.0.1:${port}/graphql`)
  .exitOverride((error) => process.exit(error.exitCode === 0 ? 0 : 2))
  .parse()
  .opts<Options>();

const { organisation, period, asOf } = options;
const query = await readFile(QUERY_FILE, 'utf8');
let text: string;
try {
  const response = await fetch(options.url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json' },
    body: JSON.stringify({ query, variables: { organisation, period, asOf } }),
  });
  text = await response.text();
} catch {
  console.error(
    `No gateway answers at ${options.url}. Start one with "npm start", or name another with --url.`,
  );
  process.exit(1);
}

let answer: Answer;
try {
  answer = JSON.parse(text) as Answer;
} catch {
  console.error(`${options.url} does not answer with JSON. Name the gateway's GraphQL address with --url.`);
  process.exit(1);
}
if (options.json) console.log(text);
else if (answer.data?.report) console.log(printReport(answer.data.report));
for (const { message, path, extensions } of answer.errors ?? []) {
  console.error(`${path ? `${path.join('.')}: ` : ''}${message} [${extensions?.code ?? 'no code'}]`);
}
if (!answer.data?.report) process.exitCode = 1;
else if (answer.errors) process.exitCode = 3;
