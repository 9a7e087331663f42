import { InvalidArgumentError } from 'commander';

import { RefusedSettings } from '../schema/errors/index.ts';
import { AGENCY_CODES, ROLES } from '../schema/values/index.ts';
import { createCommand } from './createCommand.ts';
import { makeToken, NoKey } from './makeToken.ts';
import { oneOf } from './oneOf.ts';

const LONGEST_HOURS = 720;
const ROLE_WORDS = ROLES.map((role) => role.toLowerCase());

interface Options {
  readonly role: string;
  readonly agency?: string;
  readonly organisation?: string;
  readonly subject?: string;
  readonly hours: number;
}

const options = createCommand('token')
  .description(
    'Print a token for a person with a role. Send it in the header "authorization", after "Bearer".\n' +
      'It is signed with JWT_SECRET, else with the development keys of DATA_DIR, those of npm start.\n' +
      'Exit codes: 0 printed, 1 no key to sign with, 2 wrong arguments.',
  )
  .requiredOption('--role <role>', ROLE_WORDS.join(', '), oneOf(ROLE_WORDS))
  .option('--agency <code>', 'the one agency that the role is for; all where left out', oneOf(AGENCY_CODES))
  .option('--organisation <code>', 'the one organisation that the role is for; all where left out', readText)
  .option('--subject <name>', "the person's name; <role>-of-<agency> where left out", readText)
  .option('--hours <number>', `how long it holds, at most ${LONGEST_HOURS}`, readHours, 8)
  .parse()
  .opts<Options>();

try {
  console.log(await makeToken(options, process.env));
} catch (error) {
  if (!(error instanceof RefusedSettings || error instanceof NoKey)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}

function readText(value: string): string {
  if (value.trim() !== '') return value;
  throw new InvalidArgumentError('Give a text, or leave it out.');
}

function readHours(value: string): number {
  const hours = /^\d{1,3}$/.test(value) ? Number(value) : 0;
  if (hours >= 1 && hours <= LONGEST_HOURS) return hours;
  throw new InvalidArgumentError(`Give a whole number from 1 to ${LONGEST_HOURS}.`);
}
