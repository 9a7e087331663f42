import { catalogueFaults } from './catalogueFaults.ts';
import { define } from './define.ts';
import { gatewayFaults } from './gatewayFaults.ts';
import { importFaults } from './importFaults.ts';
import { nearest } from './nearest.ts';

interface Unknown {
  value: string;
  known: readonly string[];
}

function didYouMean({ value, known }: Unknown): string {
  const [first, ...others] = nearest(value, known).map((text) => `"${text}"`);
  if (first === undefined) return '';
  return ` Did you mean ${[others.length > 0 ? [first, ...others.slice(0, -1)].join(', ') : first, ...others.slice(-1)].join(' or ')}?`;
}

function sheetOf(name: string | undefined): string {
  return name === undefined ? '' : `sheet "${name}" of `;
}

/**
 * Every fault that a user can meet, one entry each. Messages follow one grammar:
 * <Thing> "<value>" <what is wrong>. <What to do.>
 */
export const catalogue = {
  // Texts that are not what they should be
  PERIOD_INVALID: define<{ value: string; expected: string }>(
    ({ value, expected }) => `Period "${value}" is not valid: expected ${expected}.`,
  ),
  DECIMAL_INVALID: define<{ value: string; expected: string }>(
    ({ value, expected }) => `Number "${value}" is not valid: expected ${expected}.`,
  ),
  DATE_INVALID: define<{ value: string; expected: string }>(
    ({ value, expected }) => `Date "${value}" is not valid: expected ${expected}.`,
  ),
  DATE_TIME_INVALID: define<{ value: string; expected: string }>(
    ({ value, expected }) => `Date-time "${value}" is not valid: expected ${expected}.`,
  ),

  // Questions that cannot be answered
  // The remedy for whoever has no question before him.
  ORGANISATION_UNKNOWN: define<Unknown & { remedy?: string }>(
    (details) =>
      `Organisation "${details.value}" is not known.${didYouMean(details)} ${details.remedy ?? 'The organisations are listed by the field "organisations".'}`,
  ),
  AS_OF_IN_FUTURE: define<{ value: string; newest: string }>(
    ({ value, newest }) =>
      `Knowledge time "${value}" lies in the future. Ask for "${newest}" or earlier, or leave "asOf" out.`,
  ),
  OPERATION_NOT_CHOSEN: define<object>(
    () =>
      'No operation is chosen: the document holds several, or none of that name. Name one of them in "operationName".',
  ),
  OPERATION_TEXT_TOO_LONG: define<{ length: number; limit: number }>(
    ({ length, limit }) =>
      `The text of the operation is ${length} characters long: at most ${limit} are read. Give figures as the values of variables.`,
  ),
  OPERATION_NOT_PLANNED: define<Record<string, never>>(
    () =>
      'The operation asks for something that needs several agencies, such as "reconciliation", behind something else that does, such as a list of issued reports. Ask for the one first, and for the other in a second operation.',
  ),
  OPERATION_NOT_SERVED: define<{ kind: string }>(
    ({ kind }) => `Operations of the kind "${kind}" are not served here. Ask with a query.`,
  ),
  ARGUMENT_INVALID: define<{ reason: string; remedy?: string }>(
    ({ reason, remedy = 'Give another value.' }) => `${reason} ${remedy}`,
  ),
  CURSOR_INVALID: define<{ value: string }>(
    ({ value }) =>
      `Cursor "${value}" does not belong to this list. Pass "endCursor" of the page before, with the same filter and "asOf".`,
  ),
  PAGE_SIZE_INVALID: define<{ value: number; maximum: number }>(
    ({ value, maximum }) => `Page size "${value}" is not valid. Ask for 1 to ${maximum} entries.`,
  ),

  // Figures files
  FILE_NOT_UTF8: define<{ byte: number }>(
    ({ byte }) => `The file is not valid UTF-8 at byte ${byte}. Save it as "CSV UTF-8".`,
  ),
  FILE_EMPTY: define<{ what: string }>(({ what }) => `The file has no ${what}. Nothing can be read from it.`),
  FILE_NOT_CSV: define<{ reason: string }>(
    ({ reason }) =>
      `The file is not readable as CSV: ${reason}. Separate all cells by commas or all by semicolons, and quote texts that hold them or line breaks.`,
  ),
  // "inEntries" of a file that has no header row, but entries with members.
  COLUMN_MISSING: define<{ column: string; inEntries?: boolean }>(
    ({ column, inEntries }) =>
      `Column "${column}" is missing. Add it to the ${inEntries ? 'entries, even if it is' : 'header row, even if its cells are'} empty.`,
  ),
  COLUMN_UNKNOWN: define<Unknown>(
    (details) => `Column "${details.value}" is not known.${didYouMean(details)} Remove or rename it.`,
  ),
  COLUMN_REPEATED: define<{ column: string }>(
    ({ column }) => `Column "${column}" stands twice in the header row. Keep one of them.`,
  ),
  CELL_REQUIRED: define<{ expected: string }>(({ expected }) => `The cell is empty. Enter ${expected}.`),
  CELL_NOT_EMPTY: define<{ value: string; reason: string }>(
    ({ value, reason }) => `The cell holds "${value}", but ${reason}. Leave it empty.`,
  ),
  CELL_INVALID: define<{ value: string; expected: string; known?: readonly string[] }>(
    ({ value, expected, known = [] }) =>
      `Value "${value}" is not valid: expected ${expected}.${didYouMean({ value, known })}`,
  ),
  // The remedy where the code is not one of an agency's catalogue.
  CODE_UNKNOWN: define<Unknown & { what: string; remedy?: string }>(
    (details) =>
      `${details.what} "${details.value}" is not known.${didYouMean(details)} ${details.remedy ?? "Use a code of the agency's catalogue."}`,
  ),
  UNIT_NOT_OF_INDICATOR: define<{ value: string; indicator: string; known: readonly string[] }>(
    ({ value, indicator, known }) =>
      `Unit "${value}" is not one that indicator "${indicator}" is published in. Use ${known.map((unit) => `"${unit}"`).join(' or ')}.`,
  ),
  DIMENSION_NOT_OF_INDICATOR: define<Unknown & { indicator: string }>(
    (details) =>
      `Indicator "${details.indicator}" is not broken down by "${details.value}".${didYouMean(details)} ` +
      (details.known.length > 0
        ? `Its dimensions are ${details.known.map((dimension) => `"${dimension}"`).join(', ')}.`
        : 'It has no dimensions.'),
  ),
  VALUE_REQUIRED: define<{ indicator: string }>(
    ({ indicator }) =>
      `The figure of "${indicator}" has no value. Enter the number, or say in "missing" why there is none.`,
  ),
  OBSERVATION_REPEATED: define<{ firstFile: string; firstSheet?: string | undefined; firstRow: number }>(
    ({ firstFile, firstSheet, firstRow }) =>
      `The same figure stands in row ${firstRow} of ${sheetOf(firstSheet)}"${firstFile}" already, with the same source. Remove one of the two rows.`,
  ),
  OBSERVATION_CONTRADICTED: define<{
    firstFile: string;
    firstSheet?: string | undefined;
    firstRow: number;
    columns: readonly string[];
  }>(
    ({ firstFile, firstSheet, firstRow, columns }) =>
      `The same figure stands in row ${firstRow} of ${sheetOf(firstSheet)}"${firstFile}" with other content (${columns.join(', ')}). Tell them apart by time, breakdown or unit, or correct one.`,
  ),
  ...importFaults,

  RELEASE_TOO_LARGE: define<{ size: number; limit: number }>(
    ({ size, limit }) =>
      `The release has ${size} observations. A release holds at most ${limit}: publish by period or organisation.`,
  ),
  FIGURE_REPEATED: define<{ first: string }>(
    ({ first }) =>
      `The same figure stands at "${first}" already, with the same source. Leave one of the two out.`,
  ),
  FIGURE_CONTRADICTED: define<{ first: string; fields: readonly string[] }>(
    ({ first, fields }) =>
      `The same figure stands at "${first}" with other content (${fields.join(', ')}). Tell them apart by time, breakdown or unit, or correct one.`,
  ),
  FIGURE_UNKNOWN: define<Unknown>(
    (details) =>
      `Figure "${details.value}" is not in the release that stands.${didYouMean(details)} Name one that is, by all that tells it from others.`,
  ),
  FIGURES_REQUIRED: define<Record<string, never>>(
    () => 'No figures are left. Give at least one; what is published is taken back by withdrawing it.',
  ),

  // Publishing and storage
  RELEASE_CONFLICT: define<{ key: string }>(
    ({ key }) =>
      `Release "${key}" was published by somebody else meanwhile. Read the newest release and try again.`,
  ),
  MOVE_NOT_ALLOWED: define<{ move: string; state: string | null; allowed: readonly string[] }>(
    ({ move, state, allowed }) =>
      `${move} is not possible ${state === null ? 'where nothing has been saved yet' : `in state ${state}`}. Possible now: ${allowed.join(', ')}.`,
  ),
  DRAFT_CHANGED: define<{ isThere: boolean }>(
    ({ isThere }) =>
      `The draft has changed since "draftHash" was read${isThere ? '' : ': there is none now'}. Look at it again.`,
  ),
  OWN_WORK: define<Record<string, never>>(
    () => 'Who has written or submitted figures cannot approve them. Ask a second person.',
  ),
  CORRECTION_NOT_EXPLAINED: define<{ mutation: string }>(
    ({ mutation }) =>
      `What has been published is changed only with a reason. Correct it with "${mutation}", which takes its code and words.`,
  ),
  CHECKS_NOT_EXPLAINED: define<{ checks: readonly { key: string; expression: string }[] }>(
    ({ checks }) =>
      `Conflicts of these figures are not explained: ${checks.map(({ key, expression }) => `"${key}" (${expression})`).join('; ')}. Mend the figures, or acknowledge each check by its key, with a note.`,
  ),
  CHECK_UNKNOWN: define<Unknown>(
    (details) =>
      `Check "${details.value}" is not a conflict of these figures.${didYouMean(details)} Leave it out, or use the "key" of a check whose verdict is CONFLICT.`,
  ),
  PUBLISH_AT_PAST: define<{ value: string }>(
    ({ value }) => `Moment "${value}" has passed. Leave it out to publish now, or give a later one.`,
  ),
  RELEASE_UNKNOWN: define<{ organisation: string; period: string; number: number; known: readonly number[] }>(
    ({ organisation, period, number, known }) =>
      `There is no release ${number} about "${organisation}" in ${period}. ${known.length > 0 ? `There are: ${known.join(', ')}.` : 'Nothing has been published about it.'}`,
  ),
  SEAL_INVALID: define<Record<string, never>>(
    () =>
      'The office has not made this seal, or has other keys since. Ask for "seal" of the report anew, as of the same moment.',
  ),
  REPORT_NOT_WHOLE: define<{ agencies: readonly string[] }>(
    ({ agencies }) =>
      `The report is not whole: ${agencies.join(', ')} not reached. Ask again when every agency answers.`,
  ),
  REPORT_NUMBER_TAKEN: define<{ number: string }>(
    ({ number }) =>
      `Another report was issued under number "${number}". Give another number, with the year where numbers begin anew.`,
  ),
  KEY_REUSED: define<{ key: string }>(
    ({ key }) =>
      `Key "${key}" was used for another request. Take a new key for each request, and the same to repeat one.`,
  ),
  // Organisation null: all of them.
  RIGHT_MISSING: define<{
    move: string;
    roles: readonly string[];
    agency: string;
    organisation: string | null;
  }>(
    ({ move, roles, agency, organisation }) =>
      `${move} needs the role ${roles.join(' or ')} for agency "${agency}" and ${organisation === null ? 'all organisations' : `organisation "${organisation}"`}.`,
  ),
  MOVE_CONFLICT: define<{ move: string }>(
    ({ move }) =>
      `Move "${move}" has been made already, by somebody else or under the same key. Read the newest state and try again.`,
  ),
  MOVE_TOO_LARGE: define<{ bytes: number; limit: number }>(
    ({ bytes, limit }) =>
      `The move has ${bytes} bytes of figures and notes. A move holds at most ${limit}: shorten the notes, or send less at once.`,
  ),
  STORE_UNAVAILABLE: define<{ store: string; reason: string }>(
    ({ store, reason }) =>
      `The store of "${store}" cannot be used at the moment: ${reason}. Try again in a moment.`,
  ),

  // Settings
  SETTING_INVALID: define<{ variable: string; value: string; expected: string }>(
    ({ variable, value, expected }) => `Setting ${variable}="${value}" is not valid: expected ${expected}.`,
  ),
  SECRET_INVALID: define<{ variable: string; expected: string }>(
    ({ variable, expected }) => `Setting ${variable} is not valid: expected ${expected}.`,
  ),
  SETTING_MISSING: define<{ variables: readonly string[]; purpose: string }>(
    ({ variables, purpose }) =>
      `Setting ${variables.join(' or ')} is missing: with NODE_ENV=production ${purpose}. Set it.`,
  ),
  SETTINGS_EXCLUSIVE: define<{ variables: readonly string[] }>(
    ({ variables }) => `Settings ${variables.join(' and ')} exclude each other. Keep one of them.`,
  ),
  SUPERGRAPH_INVALID: define<{ reason: string }>(
    ({ reason }) => `The supergraph cannot be used: ${reason}. Compose it again, and write it whole.`,
  ),
  PORT_TAKEN: define<{ port: number; variable: string }>(
    ({ port, variable }) =>
      `Port ${port} is taken by another program. Stop that program, or choose another port with ${variable}.`,
  ),

  // Who asks
  TOKEN_INVALID: define<{ reason: string }>(
    ({ reason }) =>
      `The token is not accepted: ${reason}. Send a good one, or leave the header "authorization" out.`,
  ),
  TOKEN_REQUIRED: define<object>(
    () => 'Nothing is shown here without a token. Send one in the header "authorization", after "Bearer".',
  ),
  REQUEST_NOT_SIGNED: define<{ reason: string }>(
    ({ reason }) => `The request does not come from the gateway: ${reason}. Ask the gateway.`,
  ),

  ...gatewayFaults,
  ...catalogueFaults,

  // Agencies as the gateway sees them
  AGENCY_UNREACHABLE: define<{ agency: string; since?: string }>(({ agency, since }) => {
    const said = since === undefined ? 'cannot be reached' : `has not been reached since ${since}`;
    return `Agency "${agency}" ${said}. Its part of the answer is missing.`;
  }),
  AGENCY_TIMEOUT: define<{ agency: string; limitMs: number }>(
    ({ agency, limitMs }) =>
      `Agency "${agency}" did not answer within ${limitMs} ms. Its part of the answer is missing.`,
  ),
  AGENCY_BROKEN: define<{ agency: string }>(
    ({ agency }) =>
      `Agency "${agency}" gave an answer that cannot be used. Its part of the answer is missing.`,
  ),
  AGENCY_BUSY: define<{ agency: string }>(
    ({ agency }) =>
      `Agency "${agency}" has more to do than it can. Its part of the answer is missing: ask again in a moment.`,
  ),
  DEADLINE_PASSED: define<object>(
    () => 'The time that was given for the answer has passed. Ask again, and give more of it.',
  ),

  // The rest
  INTERNAL: define<{ id: string }>(
    ({ id }) => `Something went wrong on our side. Name "${id}" when you report it.`,
  ),
} as const;
