import { counterOf, SECTIONS } from '../figures.ts';
import type { Question } from '../questions.ts';
import { broken, type Broken, type Exchange } from './judgeExchange.ts';
import type { ReadAnswer } from './readAnswer.ts';

const CODES = ['AGENCY_UNREACHABLE', 'AGENCY_TIMEOUT', 'AGENCY_BROKEN', 'AGENCY_BUSY'];

/** Holds that each gap has one error of an agency at its path, and that there are no others. */
export function judgeErrors(exchange: Exchange, { gaps, errors }: ReadAnswer): readonly Broken[] {
  const said = JSON.stringify(errors);
  const unexplained = gaps.filter((gap) => errors.filter(({ path }) => isAt(path, gap)).length !== 1);
  const idle = errors.filter(({ path }) => !gaps.some((gap) => isAt(path, gap)));
  const strange = errors.filter(({ code }) => !CODES.includes(code));
  return [
    ...unexplained.map((gap) => broken(exchange, 'what is missing has one error', `${gap} is null: ${said}`)),
    ...idle.map(({ path }) => broken(exchange, 'errors are where something is missing', `${path}: ${said}`)),
    ...strange.map(({ path, code }) =>
      broken(exchange, 'errors have codes of agencies', `${code} at ${path}: ${said}`),
    ),
  ];
}

/** At an agency's own entry, the error may be at the field below. */
function isAt(path: string, gap: string): boolean {
  return path === gap || (gap !== 'report' && path.startsWith(`${gap}.`));
}

/** Holds that nothing is missing which only agencies that are well answer for. */
export function judgePresence(
  exchange: Exchange,
  { gaps, errors }: ReadAnswer,
  isWell: (agency: string) => boolean,
): readonly Broken[] {
  return expectedParts(exchange.question)
    .filter(({ path, needs }) => needs.every(isWell) && gaps.includes(path))
    .map(({ path }) =>
      broken(exchange, 'who is well is in the answer', `${path} is null: ${JSON.stringify(errors)}`),
    );
}

/** How many parts had to be there, and were judged. */
export function countExpected(question: Question, isWell: (agency: string) => boolean): number {
  return expectedParts(question).filter(({ needs }) => needs.every(isWell)).length;
}

interface Part {
  readonly path: string;
  /** Without these agencies it may be missing. */
  readonly needs: readonly string[];
}

function expectedParts({ kind, agency }: Question): readonly Part[] {
  if (kind === 'page') return [{ path: counterOf(agency ?? '').entry, needs: [agency ?? ''] }];
  const asked = agency === null ? [...SECTIONS.keys()] : [agency];
  const sections = asked.map((code) => {
    return { path: `report.${SECTIONS.get(code) ?? ''}`, needs: ['office', code] };
  });
  // Who is missing is named in these two, so they need nobody but the office.
  const own = kind === 'report' ? ['report.reconciliation', 'report.completeness'] : [];
  return [
    { path: 'report', needs: ['office'] },
    ...sections,
    ...own.map((path) => ({ path, needs: ['office'] })),
  ];
}
