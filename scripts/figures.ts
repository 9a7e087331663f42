import { askGateway, GatewayProblem, localGatewayUrl } from './askGateway.ts';
import { readCallerToken, TokenProblem, tokenOption } from './callerToken.ts';
import { createCommand } from './createCommand.ts';
import { fetchFigures } from './fetchFigures.ts';
import { printFigures } from './printFigures.ts';

const options = createCommand('figures')
  .description(
    'Print all current figures of all agencies, asked of a running gateway, as the figures CSV: one row per printed\n' +
      'number. Its output imports without change. Exit codes: 0 all figures, 1 none (also when an agency is missing: what\n' +
      'is printed is whole), 2 wrong arguments.',
  )
  .option('--organisation <code>', 'only figures published about this organisation')
  .option('--period <period>', 'only figures published for this reporting period')
  .option('--document <code>', 'only numbers that this document prints')
  .option('--url <address>', "the gateway's GraphQL address", localGatewayUrl(process.env))
  .addOption(tokenOption)
  .parse()
  .opts<{ organisation?: string; period?: string; document?: string; url: string; token?: string }>();

try {
  const ask = askGateway(options.url, readCallerToken(options.token, process.env));
  const figures = await fetchFigures(ask, options, (progress) => console.error(progress));
  if (figures.length === 0)
    throw new GatewayProblem('No agency has published such figures: check the codes that are asked for.');
  process.stdout.write(printFigures(figures, options.document ?? null));
} catch (error) {
  if (!(error instanceof GatewayProblem || error instanceof TokenProblem)) throw error;
  console.error(error.message);
  process.exitCode = error instanceof TokenProblem ? 2 : 1;
}
