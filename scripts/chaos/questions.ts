import { AGENCY_CODES } from '../../schema/values/index.ts';
import type { Random } from '../../test/differential/random.ts';
import { FULL_REPORT } from '../../test/support/ask.ts';
import { counterOf, REPORT, SECTIONS } from './figures.ts';

/** One question to the gateway. */
export interface Question {
  /** The whole report, one section of it, or the figures of one agency at its own entry. */
  readonly kind: 'report' | 'section' | 'page';
  /** Whose section or figures; null for the whole report. */
  readonly agency: string | null;
  /** Null for the default, the last full second. */
  readonly asOf: string | null;
  /** Whose token comes with it. */
  readonly viewer: 'nobody' | 'reader';
  readonly method: 'GET' | 'POST';
  /** Whether the client says which answer it has already; GET only. */
  readonly isConditional: boolean;
}

/** The whole report as it stands now. */
export const WHOLE_REPORT: Question = {
  kind: 'report',
  agency: null,
  asOf: null,
  viewer: 'nobody',
  method: 'POST',
  isConditional: false,
};

const FRAGMENTS = FULL_REPORT.slice(
  FULL_REPORT.indexOf('fragment Figure'),
  FULL_REPORT.indexOf('fragment Check'),
);
const FIGURE = FRAGMENTS.slice(0, FRAGMENTS.indexOf('fragment State'));

/** Draws a question: most are for the whole report as it stands now. */
export function drawQuestion(random: Random, pastMoments: readonly string[]): Question {
  const kind = random.pick(['report', 'report', 'report', 'section', 'page'] as const);
  const asksPast = pastMoments.length > 0 && random.chance(20);
  const method = random.chance(30) ? 'GET' : 'POST';
  return {
    kind,
    agency: kind === 'report' ? null : random.pick(AGENCY_CODES),
    asOf: asksPast ? random.pick(pastMoments) : null,
    viewer: random.chance(30) ? 'reader' : 'nobody',
    method,
    isConditional: method === 'GET' && random.chance(50),
  };
}

/** Every question that is asked, as it stands now: what all later answers are held against. */
export function everyQuestion(): readonly Question[] {
  const kinds: (readonly [Question['kind'], string | null])[] = [
    ['report', null],
    ...AGENCY_CODES.flatMap((code) => (['section', 'page'] as const).map((kind) => [kind, code] as const)),
  ];
  return kinds.flatMap(([kind, agency]) =>
    (['nobody', 'reader'] as const).map((viewer) => {
      return { ...WHOLE_REPORT, kind, agency, viewer };
    }),
  );
}

/** Words for people. */
export function nameOf({ kind, agency, asOf, viewer, method, isConditional }: Question): string {
  const what = agency === null ? kind : `${kind} of ${agency}`;
  return `${method} ${what} as of ${asOf ?? 'now'} by ${viewer}${isConditional ? ', if changed' : ''}`;
}

/** What is sent. */
export function operationOf({ kind, agency, asOf }: Question): {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
} {
  if (kind === 'report') return { query: FULL_REPORT, variables: { ...REPORT, asOf } };
  if (kind === 'section') return { query: sectionQuery(agency ?? ''), variables: { ...REPORT, asOf } };
  return { query: pageQuery(agency ?? ''), variables: { asOf } };
}

function sectionQuery(agency: string): string {
  return `query OneSection($organisation: ID!, $period: Period!, $asOf: DateTime) {
  report(organisation: $organisation, period: $period, asOf: $asOf) {
    asOf
    ${SECTIONS.get(agency) ?? ''} { observations { ...Figure } submissions { ...State } }
  }
}
${FRAGMENTS}`;
}

function pageQuery(agency: string): string {
  const { entry, organisation } = counterOf(agency);
  return `query OnePage($asOf: DateTime) {
  ${entry} {
    observations(asOf: $asOf, first: 200, filter: { organisations: ["${organisation}"], periods: ["${REPORT.period}"] }) {
      nodes { ...Figure }
    }
  }
}
${FIGURE}`;
}
