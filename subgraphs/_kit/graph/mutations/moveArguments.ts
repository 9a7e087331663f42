import { Arg, ID } from 'type-graphql';

import { catalogued, shortened } from '../../../../schema/errors/index.ts';
import { PeriodScalar } from '../../../../schema/graphql/index.ts';
import type { Acknowledgement } from '../../../../schema/values/index.ts';

const LONGEST_KEY = 200;
const LONGEST_WORDS = 2000;

/** The organisation that figures are about, in every mutation. */
export const OrganisationArgument = Arg('organisation', () => ID, {
  description: 'Code of the organisation that the figures are about.',
});

/** The reporting period of the figures, in every mutation. */
export const PeriodArgument = Arg('period', () => PeriodScalar, { description: 'The reporting period.' });

/** The client's idempotency key, in every mutation. */
export const KeyArgument = Arg('key', () => ID, {
  description: `A text of at most ${LONGEST_KEY} characters that the client makes up for this one request. Sent again with the same content it is answered as before, and nothing is done twice; with other content it is refused (KEY_REUSED).`,
});

/** Which draft the person has seen, in every mutation that writes or decides about one. */
export const DraftHashArgument = Arg('draftHash', () => String, {
  nullable: true,
  description:
    '"draftHash" of the draft as the person has seen it: where it is another one now, or none, nothing is done (DRAFT_CHANGED). Where left out, the move is about whatever draft is there.',
});

/** The key, usable. @throws ARGUMENT_INVALID */
export function readKey(key: string): string {
  if (key.trim() !== '' && key.length <= LONGEST_KEY) return key;
  const reason =
    key.trim() === ''
      ? 'Argument "key" is empty.'
      : `Argument "key" has ${key.length} characters: expected 1 to ${LONGEST_KEY}.`;
  throw catalogued('ARGUMENT_INVALID', { reason, remedy: 'Make one up for each request.' });
}

/** A text that must say something, without blanks around, at most so many characters. @throws ARGUMENT_INVALID */
export function readWords(argument: string, text: string, longest = LONGEST_WORDS): string {
  const words = text.trim();
  if (words === '') {
    const reason = `Argument "${argument}" is empty.`;
    throw catalogued('ARGUMENT_INVALID', { reason, remedy: 'Say it in words.' });
  }
  if (words.length <= longest) return words;
  const reason = `Argument "${argument}" has ${words.length} characters: expected 1 to ${longest}.`;
  throw catalogued('ARGUMENT_INVALID', { reason, remedy: 'Say it in fewer words.' });
}

/** The reasons of a return. @throws ARGUMENT_INVALID where there are none, or one says nothing. */
export function readReasons(reasons: readonly string[]): readonly string[] {
  if (reasons.length === 0) readWords('reasons', '');
  return reasons.map((reason, index) => readWords(`reasons.${index}`, reason));
}

/** What is said of conflicts. @throws ARGUMENT_INVALID where a note says nothing, or a check is named twice. */
export function readAcknowledgements(sent: readonly Acknowledgement[]): readonly Acknowledgement[] {
  const checks = sent.map(({ check }) => check);
  const twice = checks.find((check, index) => checks.indexOf(check) !== index);
  if (twice !== undefined) {
    throw catalogued('ARGUMENT_INVALID', {
      reason: `Argument "acknowledgements" names check "${shortened(twice)}" twice.`,
      remedy: 'Leave one of the two out.',
    });
  }
  return sent.map(({ check, note }, index) => ({
    check,
    note: readWords(`acknowledgements.${index}.note`, note),
  }));
}
