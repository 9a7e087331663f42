import type { FaultCode, FaultDetails } from '../../../schema/errors/index.ts';
import { GATEWAY_FAULT_EXAMPLES } from './gatewayFaults.cases.ts';
import { IMPORT_FAULT_EXAMPLES } from './importFaults.cases.ts';

/** One example of every fault with the sentence that people read. Complete by its type: a new code asks for its line. */
export const FAULT_EXAMPLES: { readonly [Code in FaultCode]: readonly [FaultDetails<Code>, string] } = {
  PERIOD_INVALID: [
    { value: '2023-Q5', expected: 'Q1 to Q4: a year has four quarters' },
    'Period "2023-Q5" is not valid: expected Q1 to Q4: a year has four quarters.',
  ],
  DECIMAL_INVALID: [
    { value: '1,5', expected: 'a plain number such as 1.5' },
    'Number "1,5" is not valid: expected a plain number such as 1.5.',
  ],
  DATE_INVALID: [
    { value: '31/03/2024', expected: 'a day such as 2024-03-31' },
    'Date "31/03/2024" is not valid: expected a day such as 2024-03-31.',
  ],
  DATE_TIME_INVALID: [
    { value: 'now', expected: 'a moment such as 2024-04-01T00:00:00Z' },
    'Date-time "now" is not valid: expected a moment such as 2024-04-01T00:00:00Z.',
  ],
  ORGANISATION_UNKNOWN: [
    { value: 'ha-tin', known: ['ha-tinh', 'nghe-an'] },
    'Organisation "ha-tin" is not known. Did you mean "ha-tinh"? The organisations are listed by the field "organisations".',
  ],
  AS_OF_IN_FUTURE: [
    { value: '2999-01-01T00:00:00.000Z', newest: '2024-04-01T00:00:00.000Z' },
    'Knowledge time "2999-01-01T00:00:00.000Z" lies in the future. Ask for "2024-04-01T00:00:00.000Z" or earlier, or leave "asOf" out.',
  ],
  OPERATION_NOT_CHOSEN: [
    {},
    'No operation is chosen: the document holds several, or none of that name. Name one of them in "operationName".',
  ],
  OPERATION_TEXT_TOO_LONG: [
    { length: 2_000_000, limit: 1_048_576 },
    'The text of the operation is 2000000 characters long: at most 1048576 are read. Give figures as the values of variables.',
  ],
  ...GATEWAY_FAULT_EXAMPLES,
  OPERATION_NOT_SERVED: [
    { kind: 'mutation' },
    'Operations of the kind "mutation" are not served here. Ask with a query.',
  ],
  ARGUMENT_INVALID: [
    { reason: 'Argument "breakdown" names dimension "source" twice.' },
    'Argument "breakdown" names dimension "source" twice. Give another value.',
  ],
  CURSOR_INVALID: [
    { value: 'abc' },
    'Cursor "abc" does not belong to this list. Pass "endCursor" of the page before, with the same filter and "asOf".',
  ],
  PAGE_SIZE_INVALID: [{ value: 0, maximum: 1000 }, 'Page size "0" is not valid. Ask for 1 to 1000 entries.'],
  FILE_NOT_UTF8: [{ byte: 12 }, 'The file is not valid UTF-8 at byte 12. Save it as "CSV UTF-8".'],
  FILE_EMPTY: [{ what: 'header row' }, 'The file has no header row. Nothing can be read from it.'],
  FILE_NOT_CSV: [
    { reason: 'the row has 2 cells, the header 3' },
    'The file is not readable as CSV: the row has 2 cells, the header 3. Separate all cells by commas or all by semicolons, and quote texts that hold them or line breaks.',
  ],
  COLUMN_MISSING: [
    { column: 'unit' },
    'Column "unit" is missing. Add it to the header row, even if its cells are empty.',
  ],
  COLUMN_UNKNOWN: [
    { value: 'vallue', known: ['value', 'unit'] },
    'Column "vallue" is not known. Did you mean "value"? Remove or rename it.',
  ],
  COLUMN_REPEATED: [{ column: 'unit' }, 'Column "unit" stands twice in the header row. Keep one of them.'],
  CELL_REQUIRED: [{ expected: 'a label' }, 'The cell is empty. Enter a label.'],
  CELL_NOT_EMPTY: [
    { value: '5', reason: 'the row says why there is no value' },
    'The cell holds "5", but the row says why there is no value. Leave it empty.',
  ],
  CELL_INVALID: [
    { value: 'Q', expected: 'STOCK or FLOW' },
    'Value "Q" is not valid: expected STOCK or FLOW.',
  ],
  CODE_UNKNOWN: [
    { what: 'Unit', value: 'persons', known: ['person', 'prize', 'VND'] },
    'Unit "persons" is not known. Did you mean "person"? Use a code of the agency\'s catalogue.',
  ],
  UNIT_NOT_OF_INDICATOR: [
    { value: 'USD', indicator: 'gifts', known: ['gift', 'VND'] },
    'Unit "USD" is not one that indicator "gifts" is published in. Use "gift" or "VND".',
  ],
  DIMENSION_NOT_OF_INDICATOR: [
    { value: 'forms', indicator: 'members', known: ['form', 'level'] },
    'Indicator "members" is not broken down by "forms". Did you mean "form"? Its dimensions are "form", "level".',
  ],
  VALUE_REQUIRED: [
    { indicator: 'gifts' },
    'The figure of "gifts" has no value. Enter the number, or say in "missing" why there is none.',
  ],
  OBSERVATION_CONTRADICTED: [
    { firstFile: 'a.csv', firstRow: 2, columns: ['value', 'stage'] },
    'The same figure stands in row 2 of "a.csv" with other content (value, stage). Tell them apart by time, breakdown or unit, or correct one.',
  ],
  ...IMPORT_FAULT_EXAMPLES,
  RELEASE_TOO_LARGE: [
    { size: 10_001, limit: 10_000 },
    'The release has 10001 observations. A release holds at most 10000: publish by period or organisation.',
  ],
  OBLIGATION_OVERLAPS: [
    { firstRow: 2 },
    'The obligation holds for periods that the one in row 2 holds for already, of the same agency, organisation and frequency. End one before the other begins.',
  ],
  CATALOGUE_IN_USE: [
    { what: 'Indicator', value: 'gifts', member: 'units', from: 'gift;VND', to: 'VND' },
    'Indicator "gifts" is in use: its units cannot change from "gift;VND" to "VND". Leave it as it was, or retire the code and add a new one.',
  ],
  CODE_RETIRED: [
    { what: 'Indicator', value: 'gifts', supersededBy: 'presents' },
    'Indicator "gifts" is retired: new figures do not use it. Use "presents", which has taken its place.',
  ],
  FORM_INVALID: [
    { reason: 'field "a" is not a group' },
    'The form does not fit the catalogue: field "a" is not a group.',
  ],
  RULE_INVALID: [
    { rule: 'total-of-parts:members:form', reason: 'indicator "members" has no dimension "form"' },
    'Rule "total-of-parts:members:form" does not fit the catalogue: indicator "members" has no dimension "form".',
  ],
  RELEASE_CONFLICT: [
    { key: 'inspection|ha-tinh|2024-Q1|1' },
    'Release "inspection|ha-tinh|2024-Q1|1" was published by somebody else meanwhile. Read the newest release and try again.',
  ],
  MOVE_NOT_ALLOWED: [
    { move: 'APPROVE', state: 'DRAFT', allowed: ['SAVE', 'SUBMIT'] },
    'APPROVE is not possible in state DRAFT. Possible now: SAVE, SUBMIT.',
  ],
  RELEASE_UNKNOWN: [
    { organisation: 'ha-tinh-khoi', period: '2024-Q1', number: 3, known: [1, 2] },
    'There is no release 3 about "ha-tinh-khoi" in 2024-Q1. There are: 1, 2.',
  ],
  SEAL_INVALID: [
    {},
    'The office has not made this seal, or has other keys since. Ask for "seal" of the report anew, as of the same moment.',
  ],
  REPORT_NOT_WHOLE: [
    { agencies: ['inspection', 'party-building'] },
    'The report is not whole: inspection, party-building not reached. Ask again when every agency answers.',
  ],
  REPORT_NUMBER_TAKEN: [
    { number: '231-BC/ĐUK' },
    'Another report was issued under number "231-BC/ĐUK". Give another number, with the year where numbers begin anew.',
  ],
  OPERATION_NOT_PLANNED: [
    {},
    'The operation asks for something that needs several agencies, such as "reconciliation", behind something else that does, such as a list of issued reports. Ask for the one first, and for the other in a second operation.',
  ],
  DRAFT_CHANGED: [
    { isThere: false },
    'The draft has changed since "draftHash" was read: there is none now. Look at it again.',
  ],
  OWN_WORK: [{}, 'Who has written or submitted figures cannot approve them. Ask a second person.'],
  CORRECTION_NOT_EXPLAINED: [
    { mutation: 'correctInspectionFigures' },
    'What has been published is changed only with a reason. Correct it with "correctInspectionFigures", which takes its code and words.',
  ],
  FIGURE_REPEATED: [
    { first: 'observations.0.sources.1' },
    'The same figure stands at "observations.0.sources.1" already, with the same source. Leave one of the two out.',
  ],
  FIGURE_CONTRADICTED: [
    { first: 'observations.0', fields: ['value', 'unitMultiplier'] },
    'The same figure stands at "observations.0" with other content (value, unitMultiplier). Tell them apart by time, breakdown or unit, or correct one.',
  ],
  FIGURE_UNKNOWN: [
    { value: 'gifts|ha-tinh|2024-Q1||gift', known: ['gifts|ha-tinh|2024-Q2||gift'] },
    'Figure "gifts|ha-tinh|2024-Q1||gift" is not in the release that stands. Did you mean "gifts|ha-tinh|2024-Q2||gift"? Name one that is, by all that tells it from others.',
  ],
  FIGURES_REQUIRED: [
    {},
    'No figures are left. Give at least one; what is published is taken back by withdrawing it.',
  ],
  CHECKS_NOT_EXPLAINED: [
    {
      checks: [
        { key: 'total-of-parts:gifts:form|ha-tinh|2024-Q1|gifts', expression: '39 ≠ 7 + 23 = 30' },
        { key: 'growth|ha-tinh|2024-Q1|gifts', expression: '39 ≠ 10 × 2' },
      ],
    },
    'Conflicts of these figures are not explained: "total-of-parts:gifts:form|ha-tinh|2024-Q1|gifts" (39 ≠ 7 + 23 = 30); "growth|ha-tinh|2024-Q1|gifts" (39 ≠ 10 × 2). Mend the figures, or acknowledge each check by its key, with a note.',
  ],
  CHECK_UNKNOWN: [
    { value: 'growth|ha-tinh|2024-Q1|gift', known: ['growth|ha-tinh|2024-Q1|gifts'] },
    'Check "growth|ha-tinh|2024-Q1|gift" is not a conflict of these figures. Did you mean "growth|ha-tinh|2024-Q1|gifts"? Leave it out, or use the "key" of a check whose verdict is CONFLICT.',
  ],
  PUBLISH_AT_PAST: [
    { value: '2024-04-01T00:00:00.000Z' },
    'Moment "2024-04-01T00:00:00.000Z" has passed. Leave it out to publish now, or give a later one.',
  ],
  KEY_REUSED: [
    { key: 'a-1' },
    'Key "a-1" was used for another request. Take a new key for each request, and the same to repeat one.',
  ],
  RIGHT_MISSING: [
    { move: 'APPROVE', roles: ['APPROVER'], agency: 'inspection', organisation: 'ha-tinh-khoi' },
    'APPROVE needs the role APPROVER for agency "inspection" and organisation "ha-tinh-khoi".',
  ],
  MOVE_CONFLICT: [
    { move: 'inspection|12' },
    'Move "inspection|12" has been made already, by somebody else or under the same key. Read the newest state and try again.',
  ],
  MOVE_TOO_LARGE: [
    { bytes: 20_000_000, limit: 15_728_640 },
    'The move has 20000000 bytes of figures and notes. A move holds at most 15728640: shorten the notes, or send less at once.',
  ],
  STORE_UNAVAILABLE: [
    { store: 'inspection', reason: 'its disk is full' },
    'The store of "inspection" cannot be used at the moment: its disk is full. Try again in a moment.',
  ],
  SETTING_INVALID: [
    { variable: 'GATEWAY_PORT', value: 'x', expected: 'a whole number' },
    'Setting GATEWAY_PORT="x" is not valid: expected a whole number.',
  ],
  SECRET_INVALID: [
    { variable: 'JWT_SECRET', expected: 'at least 32 characters' },
    'Setting JWT_SECRET is not valid: expected at least 32 characters.',
  ],
  SETTING_MISSING: [
    { variables: ['JWT_SECRET', 'JWT_JWKS'], purpose: 'tokens are checked with it' },
    'Setting JWT_SECRET or JWT_JWKS is missing: with NODE_ENV=production tokens are checked with it. Set it.',
  ],
  SETTINGS_EXCLUSIVE: [
    { variables: ['JWT_SECRET', 'JWT_JWKS'] },
    'Settings JWT_SECRET and JWT_JWKS exclude each other. Keep one of them.',
  ],
  SUPERGRAPH_INVALID: [
    { reason: 'the schema names no subgraphs' },
    'The supergraph cannot be used: the schema names no subgraphs. Compose it again, and write it whole.',
  ],
  PORT_TAKEN: [
    { port: 4001, variable: 'OFFICE_PORT' },
    'Port 4001 is taken by another program. Stop that program, or choose another port with OFFICE_PORT.',
  ],
  TOKEN_INVALID: [
    { reason: 'it has expired' },
    'The token is not accepted: it has expired. Send a good one, or leave the header "authorization" out.',
  ],
  TOKEN_REQUIRED: [
    {},
    'Nothing is shown here without a token. Send one in the header "authorization", after "Bearer".',
  ],
  REQUEST_NOT_SIGNED: [
    { reason: 'its signature is wrong' },
    'The request does not come from the gateway: its signature is wrong. Ask the gateway.',
  ],
  AGENCY_UNREACHABLE: [
    { agency: 'inspection' },
    'Agency "inspection" cannot be reached. Its part of the answer is missing.',
  ],
  AGENCY_TIMEOUT: [
    { agency: 'inspection', limitMs: 3000 },
    'Agency "inspection" did not answer within 3000 ms. Its part of the answer is missing.',
  ],
  AGENCY_BROKEN: [
    { agency: 'inspection' },
    'Agency "inspection" gave an answer that cannot be used. Its part of the answer is missing.',
  ],
  AGENCY_BUSY: [
    { agency: 'inspection' },
    'Agency "inspection" has more to do than it can. Its part of the answer is missing: ask again in a moment.',
  ],
  DEADLINE_PASSED: [{}, 'The time that was given for the answer has passed. Ask again, and give more of it.'],
  INTERNAL: [{ id: 'f00' }, 'Something went wrong on our side. Name "f00" when you report it.'],
};
