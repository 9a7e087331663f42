/** Names that no client may ever read: faulty agencies write them into all that they send. */
export const SECRETS = ['noi-bo.example', '10.20.30.40', '54329'] as const;

const PLACE = 'db.noi-bo.example:54329 (10.20.30.40)';
const ERROR = { message: `connect ECONNREFUSED ${PLACE}` };
const SECTIONS = ['partyBuilding', 'inspection', 'massOrganisations', 'socioEconomic', 'officeWork'];
const ROOTS = ['report', 'inspection', 'office'];

/** An answer over HTTP that is none of GraphQL, or none to the question. */
export interface FaultyAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** May depend on what was asked. */
  readonly body: string | ((query: string) => string);
  /** Whether the connection ends after the body, which is less than was announced. */
  readonly isCut?: true;
}

function json(value: unknown, status = 200): FaultyAnswer {
  return text(JSON.stringify(value), 'application/json', status);
}

function text(body: string, type: string, status = 200): FaultyAnswer {
  return { status, headers: { 'content-type': type }, body };
}

function each(keys: readonly string[], value: unknown): Readonly<Record<string, unknown>> {
  return Object.fromEntries(keys.map((key) => [key, value]));
}

/** Texts for the sections that are chosen by whether they were asked for. */
function sections(isMeant: (isAsked: boolean) => boolean): FaultyAnswer {
  return {
    ...json(null),
    body: (query) => {
      const chosen = (names: readonly string[]) =>
        names.filter((name) => isMeant(new RegExp(`\\b${name}[({]`).test(query)));
      const entity = { __typename: 'Report', ...each(chosen(SECTIONS), PLACE) };
      return JSON.stringify({ data: { _entities: [entity], ...each(chosen(ROOTS), PLACE) } });
    },
  };
}

const NULLS = { _entities: [null], ...each(ROOTS, null) };

/** The commonest faulty answers. */
const PLAIN_ANSWERS = {
  'status 500': text(`${ERROR.message}\n    at Socket.connect`, 'text/plain', 500),
  HTML: text(`<!doctype html><title>Welcome to ${PLACE}</title>`, 'text/html'),
  'an empty body': text('', 'application/json'),
  'data: null': json({ data: null }),
} as const;

/** Answers that are wrong in stranger ways. */
const NONSENSE_ANSWERS = {
  'status 500 with GraphQL': json({ data: null, errors: [ERROR] }, 500),
  'status 404': text(`no such thing at ${PLACE}`, 'text/plain', 404),
  'a redirection': { status: 302, headers: { location: 'http://noi-bo.example:54329/' }, body: '' },
  'a list': json([]),
  'a number': json(54_329),
  'JSON cut short': text('{"data":{"_entities":[{"__typename":"Report","par', 'application/json'),
  'an answer cut short': {
    status: 200,
    headers: { 'content-type': 'application/json', 'content-length': '5000' },
    body: '{"data":{"_entities":[{"__typename":"Report",',
    isCut: true,
  },
  'a chunked answer cut short': { ...json(null), body: '{"data":{"report":{"title":', isCut: true },
  'data: list': json({ data: [] }),
  'no data': json({ data: {} }),
  'a number for objects': json({ data: { _entities: 5, ...each(ROOTS, 5) } }),
  'text for objects': json({ data: { _entities: PLACE, ...each(ROOTS, PLACE) } }),
  'no entity': json({ data: { _entities: [] } }),
  'text in lists': json({ data: { _entities: [PLACE], ...each(ROOTS, [PLACE]) } }),
  'text for a section': sections((asked) => asked),
  "text for others' sections": sections((asked) => !asked),
  'an entity without section': sections(() => false),
  'text for errors': json({ data: { _entities: [{ __typename: 'Report' }] }, errors: PLACE }),
  'errors without code': json({ errors: [{ ...ERROR, extensions: { host: PLACE } }] }),
  'errors of a foreign code': json({
    data: null,
    errors: [{ ...ERROR, extensions: { code: 'ECONNREFUSED', details: { host: PLACE } } }],
  }),
  'errors beside nulls': json({ data: NULLS, errors: [ERROR] }),
  'errors beside nulls, at a place nobody asked for': json({
    data: NULLS,
    errors: [{ ...ERROR, path: ['noi-bo.example', 0] }],
  }),
} as const;

export const FAULTY_ANSWERS: Readonly<Record<string, FaultyAnswer>> = {
  ...PLAIN_ANSWERS,
  ...NONSENSE_ANSWERS,
};

export type PlainFault = 'stopped' | 'hanging' | keyof typeof PLAIN_ANSWERS;
export type Fault = PlainFault | 'something that is not HTTP' | keyof typeof NONSENSE_ANSWERS;

/** More than the gateway takes of one answer. */
export const HUGE_BYTES = 66 * 2 ** 20;

/**
 * What cannot be told by an answer alone: the agency's own answer that comes late because it is asked late, or because it is
 * held back, and one that is too long.
 */
export type Ailment = `${'late' | 'held back'} by ${number} ms` | 'a huge answer';

/** What the gateway must call each fault. */
const CODES: Partial<Record<Fault, string>> = { stopped: 'AGENCY_UNREACHABLE', hanging: 'AGENCY_TIMEOUT' };

export function codeOf(fault: Fault): string {
  return CODES[fault] ?? 'AGENCY_BROKEN';
}

export const PLAIN_FAULTS: readonly PlainFault[] = [
  'stopped',
  'hanging',
  ...(Object.keys(PLAIN_ANSWERS) as (keyof typeof PLAIN_ANSWERS)[]),
];
export const ALL_FAULTS: readonly Fault[] = [
  ...PLAIN_FAULTS,
  'something that is not HTTP',
  ...(Object.keys(NONSENSE_ANSWERS) as (keyof typeof NONSENSE_ANSWERS)[]),
];
