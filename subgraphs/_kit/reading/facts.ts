import {
  inTodaysWords,
  type DimensionCode,
  type FactRelease,
  type FactVocabulary,
  type Instant,
  type Release,
  type ReleaseHeader,
} from '../../../schema/values/index.ts';
import type { Catalogue } from '../catalogue/catalogue.ts';

/** Version of the shape of {@link Facts}; office takes an agency that speaks another one for not reached. */
export const FACTS_VERSION = 2;

/** A release as office sees it. */
export interface SubmittedRelease extends FactRelease {
  readonly state: 'PUBLISHED';
  /** When the first release about the organisation and period was published. */
  readonly firstPublishedAt: Instant;
}

/** Where the agency's word about an organisation and period stands of which no release is visible. */
export interface PendingLine extends Pick<FactRelease, 'organisation' | 'period'> {
  readonly state: 'SUBMITTED' | 'RETURNED' | 'WITHHELD';
  /** When the first release of it was published, which has been withdrawn since; null where none ever was. */
  readonly firstPublishedAt: Instant | null;
}

/** What one agency holds for one report, with the words and kinds that checks need: plain JSON. */
export interface Facts {
  readonly version: typeof FACTS_VERSION;
  readonly indicators: Readonly<Record<string, Entry<FactVocabulary['indicators']>>>;
  readonly units: Readonly<Record<string, Entry<FactVocabulary['units']>>>;
  readonly dimensions: Readonly<Record<string, Entry<FactVocabulary['dimensions']>>>;
  /** In the order of the catalogue. */
  readonly codes: Readonly<Record<string, Readonly<Record<string, Pick<DimensionCode, 'label' | 'parent'>>>>>;
  readonly releases: readonly SubmittedRelease[];
  /** What the agency has not published, as far as whoever asks may know; an agency of an older version tells none. */
  readonly pending?: readonly PendingLine[];
}

type Entry<Map> = Map extends ReadonlyMap<string, infer Value> ? Value : never;

/**
 * All that checks and completeness need of some releases. `headers` are those of all releases of the same lines, by
 * which the first is known; `pending` tells of lines without a visible one. Of the catalogue all indicators are told, since what is missing has a name too; of the rest
 * only what the releases use.
 */
export function factsOf(
  releases: readonly Release[],
  headers: readonly ReleaseHeader[],
  { indicators, units, dimensions, codes }: Catalogue,
  pending: readonly PendingLine[] = [],
): Facts {
  const observations = releases.flatMap((release) => release.observations);
  const usedUnits = new Set(
    observations.flatMap(({ unit, comparisons }) => [
      unit,
      ...comparisons.map((comparison) => comparison.unit),
    ]),
  );
  const usedDimensions = new Set(observations.flatMap(({ breakdown }) => Object.keys(breakdown)));
  return {
    version: FACTS_VERSION,
    indicators: pick(
      indicators,
      new Set(indicators.keys()),
      ({ label, units: unitCodes, basis, counted }) => ({
        label,
        units: unitCodes,
        basis,
        counted,
      }),
    ),
    units: pick(units, usedUnits, ({ kind, noun }) => ({ kind, noun })),
    dimensions: pick(dimensions, usedDimensions, ({ label }) => ({ label })),
    codes: pick(codes, usedDimensions, (entries) =>
      pick(entries, new Set(entries.keys()), ({ label, parent }) => ({ label, parent })),
    ),
    releases: releases.map(({ organisation, period, number, publishedAt, observations: figures }) => ({
      organisation,
      period,
      number,
      publishedAt,
      state: 'PUBLISHED',
      firstPublishedAt: firstPublished(headers, organisation, period) ?? publishedAt,
      observations: figures,
    })),
    ...(pending.length > 0 && { pending }),
  };
}

/** What office reads in the facts that an agency has sent. */
export interface FactsRead {
  readonly vocabulary: FactVocabulary;
  readonly releases: readonly SubmittedRelease[];
  readonly pending: readonly PendingLine[];
}

/** Reads the facts that an agency has sent; `null` where they are of another version, or of another shape. */
export function readFacts(sent: unknown): FactsRead | null {
  if (!isFacts(sent)) return null;
  const { indicators, units, dimensions, codes, releases, pending = [] } = sent;
  const vocabulary = {
    indicators: new Map(Object.entries(indicators)),
    units: new Map(Object.entries(units)),
    dimensions: new Map(Object.entries(dimensions)),
    codes: new Map(Object.entries(codes).map(([code, entries]) => [code, new Map(Object.entries(entries))])),
  };
  const inOurWords = releases.map((release) => ({
    ...release,
    observations: release.observations.map(inTodaysWords),
  }));
  return { vocabulary, releases: inOurWords, pending };
}

/** Only as deep as one agency's nonsense would keep office from judging the others: the rest is its version's word. */
function isFacts(sent: unknown): sent is Facts {
  if (!isRecord(sent) || sent.version !== FACTS_VERSION) return false;
  const { indicators, units, dimensions, codes, releases, pending = [] } = sent;
  return (
    Array.isArray(pending) &&
    pending.every(isRecord) &&
    [indicators, units, dimensions, codes].every(isRecordOfRecords) &&
    Array.isArray(releases) &&
    releases.every(
      (one) => isRecord(one) && Array.isArray(one.observations) && one.observations.every(isRecord),
    )
  );
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isRecordOfRecords(value: unknown): boolean {
  return isRecord(value) && Object.values(value).every(isRecord);
}

/** When the first of some releases about an organisation and period was published; null where there is none. */
export function firstPublished(
  headers: readonly ReleaseHeader[],
  organisation: string,
  period: string,
): Instant | null {
  const ofLine = headers.filter((header) => header.organisation === organisation && header.period === period);
  return ofLine.map(({ publishedAt }) => publishedAt).sort()[0] ?? null;
}

function pick<Value, Told>(
  entries: ReadonlyMap<string, Value>,
  used: ReadonlySet<string>,
  tell: (value: Value) => Told,
): Record<string, Told> {
  return Object.fromEntries(
    [...entries].filter(([code]) => used.has(code)).map(([code, value]) => [code, tell(value)]),
  );
}
