import { catalogued } from '../../../schema/errors/index.ts';
import { camelCase, type ReleaseHeader } from '../../../schema/values/index.ts';
import { hashOfJson } from '../../_kit/index.ts';
import { OTHERS } from '../report/foreignSections.ts';

/** Which release of which agency a report is made of. */
export type ReleaseMark = Pick<ReleaseHeader, 'agency' | 'organisation' | 'number' | 'hash'>;

/** The marks of one agency's section, in the order of its releases. */
export function marksOf(
  agency: string,
  releases: readonly Pick<ReleaseHeader, 'organisation' | 'number' | 'hash'>[],
): readonly ReleaseMark[] {
  return releases.map(({ organisation, number, hash }) => ({ agency, organisation, number, hash }));
}

/** The marks of the other agencies in what the gateway has sent of a report; `null` for one that was not reached. */
export function readMarks(
  sections: Readonly<Record<string, unknown>>,
): ReadonlyMap<string, readonly ReleaseMark[] | null> {
  return new Map(OTHERS.map(({ code }) => [code, readSection(code, sections[camelCase(code)])]));
}

/** The marks of a whole report, by agency; `own` are the office's. @throws REPORT_NOT_WHOLE */
export function wholeMarks(
  own: readonly ReleaseMark[],
  sections: Readonly<Record<string, unknown>>,
): readonly ReleaseMark[] {
  const marks = readMarks(sections);
  const unreached = [...marks].filter(([, read]) => read === null).map(([agency]) => agency);
  if (unreached.length > 0) throw catalogued('REPORT_NOT_WHOLE', { agencies: unreached });
  return [...own, ...[...marks.values()].flatMap((read) => read ?? [])];
}

function readSection(agency: string, section: unknown): readonly ReleaseMark[] | null {
  const releases = (section as { readonly releases?: unknown } | null | undefined)?.releases;
  return Array.isArray(releases) && releases.every(isMark) ? marksOf(agency, releases) : null;
}

function isMark(sent: unknown): sent is Omit<ReleaseMark, 'agency'> {
  const { organisation, number, hash } = (sent ?? {}) as Readonly<Record<string, unknown>>;
  return typeof organisation === 'string' && Number.isSafeInteger(number) && typeof hash === 'string';
}

/** SHA-256 in hex of all marks of a report, and so of all its figures. */
export function hashOfMarks(marks: readonly ReleaseMark[]): string {
  return hashOfJson(marks);
}

/** Whether an agency's part of a report has the same figures: a release that was published again counts as the same. */
export function isSameSection(a: readonly ReleaseMark[], b: readonly ReleaseMark[]): boolean {
  const told = (marks: readonly ReleaseMark[]): string =>
    marks
      .map(({ organisation, hash }) => `${organisation}|${hash}`)
      .sort()
      .join(' ');
  return told(a) === told(b);
}
