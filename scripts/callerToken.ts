import { Option } from 'commander';

import { createSettingsReader, type Environment } from '../schema/errors/index.ts';

/** Where a token may be given that shall not stand in the list of processes. */
const VARIABLE = 'REPORT_TOKEN';

/** `--token`, for commands that ask a gateway. */
export const tokenOption = new Option(
  '--token <token>',
  `show also what the person of this token may read ("npm run --silent token" prints one); ${VARIABLE} where left out`,
);

/** What is no token, in words that do not repeat it. */
export class TokenProblem extends Error {
  override readonly name = 'TokenProblem';
}

/** The token of whoever runs a command; null where neither option nor variable gives one. @throws TokenProblem */
export function readCallerToken(
  option: string | undefined,
  environment: Environment,
  name = '--token',
): string | null {
  const token = (option ?? createSettingsReader(environment).text(VARIABLE, '')).trim();
  if (token === '' && option === undefined) return null;
  if (/^[\w-]+(\.[\w-]+)+$/.test(token)) return token;
  const where = option === undefined ? VARIABLE : name;
  throw new TokenProblem(`${where} is no token. Give what "npm run --silent token -- --role R" prints.`);
}
