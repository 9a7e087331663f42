import type { Principal, ReleaseHeader, SubmissionState } from '../../../schema/values/index.ts';
import { lineStates, type LineState } from '../submitting/lineStates.ts';
import type { MoveLog } from '../submitting/moveLog.ts';
import { factsOf, firstPublished, type Facts, type PendingLine } from './facts.ts';
import { organisationsOf, type Reading, type SectionSource } from './sectionSource.ts';

/** Reads states with: what may be read, and all moves, of which the states alone are told. */
interface StateReading extends Reading {
  readonly log: MoveLog;
  readonly principal: Principal | null;
}

type Shown = Pick<SectionSource, 'key' | 'releases'>;

/** Where the lines of a section stand for whoever asks, at its knowledge time: the organisation's, then its area's. */
export function sectionStates(source: Shown, reading: StateReading): Promise<readonly LineState[]> {
  return statesOf(source, reading, () => sectionHeaders(source, reading));
}

/** All that office's checks and its completeness need of a section, as far as whoever asks may know it. */
export async function sectionFacts(source: Shown, reading: StateReading): Promise<Facts> {
  const headers = await sectionHeaders(source, reading);
  const states = await statesOf(source, reading, () => Promise.resolve(headers));
  const pending = states.flatMap(({ organisation, period, state, release }) => {
    if (release) return [];
    const firstPublishedAt = firstPublished(headers, organisation, period);
    // What was taken back is withheld until it is published again, whatever is under way.
    const told = firstPublishedAt ? 'WITHHELD' : PENDING_STATES[state];
    return told ? [{ organisation, period, state: told, firstPublishedAt }] : [];
  });
  const { catalogue } = await reading.presenters.at(source.key.asOf);
  return factsOf(source.releases, headers, catalogue, pending);
}

/** What completeness makes of a line of which nothing was ever visible; a draft that is still written is nothing yet. */
const PENDING_STATES: Readonly<Record<SubmissionState, PendingLine['state'] | null>> = {
  DRAFT: null,
  SUBMITTED: 'SUBMITTED',
  RETURNED: 'RETURNED',
  APPROVED: 'SUBMITTED',
  PUBLISHED: 'SUBMITTED',
  WITHDRAWN: 'WITHHELD',
};

function statesOf(
  { key, releases }: Shown,
  { log, principal }: StateReading,
  headers: () => Promise<readonly ReleaseHeader[]>,
): Promise<readonly LineState[]> {
  const { period, asOf } = key;
  return lineStates(log, principal, { organisations: organisationsOf(key), period, asOf, releases, headers });
}

function sectionHeaders({ key }: Shown, { agency, store }: StateReading): Promise<readonly ReleaseHeader[]> {
  const { period, asOf } = key;
  return store.headers({ agency, organisations: organisationsOf(key), periods: [period] }, asOf);
}
