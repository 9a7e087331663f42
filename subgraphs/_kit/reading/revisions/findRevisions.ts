import type { ObservationType } from '../../../../schema/graphql/index.ts';
import {
  observationKey,
  type Instant,
  type Observation,
  type Release,
  type ReleaseLine,
} from '../../../../schema/values/index.ts';
import type { RequestReading } from '../knowledge.ts';
import type { Presenter } from '../presenter.ts';
import { reviseFigures } from './reviseFigures.ts';

/** What became of a figure between two states of knowledge. */
export const REVISION_STATES = ['CHANGED', 'APPEARED', 'DISAPPEARED'] as const;
export type RevisionState = (typeof REVISION_STATES)[number];

/** One figure that is not what it was. */
export interface FigureRevision {
  readonly state: RevisionState;
  /** As it was known; `null` for APPEARED. */
  readonly before: ObservationType | null;
  /** As it is known; `null` for DISAPPEARED. */
  readonly after: ObservationType | null;
  /** The releases that have changed it, by number, each with its reason; without withdrawals, which tell theirs to nobody. */
  readonly releases: readonly Release[];
  /** Whether it is gone because the agency has taken back all that it had published. */
  readonly withdrawn: boolean;
}

/** What stood of a line at a moment; `release` is `null` where nothing did. */
export interface Version {
  readonly release: Release | null;
  readonly asOf: Instant;
}

/**
 * Figure by figure what differs between two versions of a line, the earlier one first, in the order of the report; what
 * has disappeared stands where the catalogue puts it.
 */
export async function findRevisions(
  line: ReleaseLine,
  before: Version,
  after: Version,
  reading: RequestReading,
): Promise<readonly FigureRevision[]> {
  if (before.release?.number === after.release?.number) return [];
  const between = await releasesBetween(line, before, after, reading);
  // In the words of the later moment: what a code is called is no revision of a figure.
  const presenter = await reading.presenters.at(before.asOf > after.asOf ? before.asOf : after.asOf);
  const [was, is] = [present(before, presenter, reading), present(after, presenter, reading)];
  return reviseFigures([before.release, ...between, after.release])
    .map((revision) => {
      const [from, to] = [shownOf(revision.before, was), shownOf(revision.after, is)];
      return {
        state: from === null ? 'APPEARED' : to === null ? 'DISAPPEARED' : 'CHANGED',
        before: from,
        after: to,
        releases: revision.changedIn,
        withdrawn: after.release === null,
      } as const;
    })
    .sort((a, b) => {
      const [one, other] = [a.after ?? a.before, b.after ?? b.before];
      return one && other ? presenter.order(one, other) : 0;
    });
}

/** The releases that stood after the one version and before the other, by number. */
async function releasesBetween(
  { agency, organisation, period }: ReleaseLine,
  before: Version,
  after: Version,
  { store }: RequestReading,
): Promise<readonly Release[]> {
  const filter = { agency, organisations: [organisation], periods: [period] };
  const [first, last] = [before.release?.number ?? 0, after.release?.number ?? Infinity];
  const headers = (await store.headers(filter, after.asOf))
    .filter(({ number, publishedAt }) => number > first && number < last && publishedAt > before.asOf)
    .sort((a, b) => a.number - b.number);
  if (headers.length === 0) return [];
  const read = await store.newestOfLines(
    headers.map(({ publishedAt }) => ({ agency, organisation, period, asOf: publishedAt })),
  );
  // One that became visible when a higher number was already has never stood.
  return read.filter((release, index) => release?.number === headers[index]?.number) as Release[];
}

/** The figures of a version as they are shown, by key. */
function present(
  { release, asOf }: Version,
  presenter: Presenter,
  { knowledgeAt }: RequestReading,
): ReadonlyMap<string, ObservationType> {
  const shown = release ? presenter.present(release, knowledgeAt(asOf)) : [];
  return new Map(shown.map((one) => [observationKey(presenter.identityOf(one)), one]));
}

function shownOf(
  stored: Observation | null,
  shown: ReadonlyMap<string, ObservationType>,
): ObservationType | null {
  return stored && (shown.get(observationKey(stored)) ?? null);
}
