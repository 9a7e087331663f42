import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import { VERDICTS } from '../schema/values/index.ts';
import { askGateway, formatAnswerError, GatewayProblem, localGatewayUrl } from './askGateway.ts';
import { readCallerToken, TokenProblem, tokenOption } from './callerToken.ts';
import { listConflicts } from './conflicts.ts';
import { createCommand } from './createCommand.ts';
import { printReport } from './printReport.ts';
import type { Coded, ReportAnswer } from './reportAnswer.ts';
import { withOrganisations } from './withOrganisations.ts';

const QUERY_FILE = join(import.meta.dirname, '../gateway/playground/tabs/1-full-report.graphql');

interface Options {
  organisation: string;
  period: string;
  asOf?: string;
  checks?: boolean;
  failOnConflict?: boolean;
  json?: boolean;
  url: string;
  token?: string;
}

const options = createCommand('report')
  .description(
    'Ask a running gateway for a whole report and print it: its figures with their conflicts, and what is missing.\n' +
      'Exit codes: 0 whole report, with conflicts or without, 1 no report or no gateway, 2 wrong arguments, ' +
      '3 parts of it missing, 4 whole report with conflicts, only with --fail-on-conflict.',
  )
  .requiredOption('--organisation <code>', 'code of the organisation that reports, such as ha-tinh-khoi')
  .requiredOption('--period <period>', 'reporting period, such as 2024-Q1')
  .option('--as-of <moment>', 'what was known at this moment, such as 2024-04-01T00:00:00Z')
  .option('--checks', 'print also what every rule says of the figures')
  .option('--fail-on-conflict', 'end with 4 when figures contradict each other')
  .option('--json', "print the gateway's answer as it came")
  .option('--url <address>', "the gateway's GraphQL address", localGatewayUrl(process.env))
  .addOption(tokenOption)
  .parse()
  .opts<Options>();

const { organisation, period, asOf } = options;
const query = withOrganisations(await readFile(QUERY_FILE, 'utf8'));
try {
  const ask = askGateway(options.url, readCallerToken(options.token, process.env));
  const answer = await ask(query, { organisation, period, asOf, verdicts: VERDICTS });
  const report = answer.data?.report as ReportAnswer | null | undefined;
  if (options.json) console.log(answer.text);
  else if (report)
    console.log(
      printReport(report, options.checks, answer.data?.organisations as readonly Coded[] | undefined),
    );
  for (const error of answer.errors ?? []) console.error(formatAnswerError(error));
  if (!report) process.exitCode = 1;
  else if (answer.errors) process.exitCode = 3;
  else if (options.failOnConflict && listConflicts(report).length > 0) process.exitCode = 4;
} catch (error) {
  if (!(error instanceof GatewayProblem || error instanceof TokenProblem)) throw error;
  console.error(error.message);
  process.exitCode = error instanceof TokenProblem ? 2 : 1;
}
