import { catalogued } from '../../../../schema/errors/index.ts';
import { lastFullSecond, type ReleaseHeader, type ReleaseLine } from '../../../../schema/values/index.ts';
import type { RequestReading } from '../knowledge.ts';
import { findRevisions, type FigureRevision, type Version } from './findRevisions.ts';

/**
 * What differs between two releases of a line, whatever stands now. @throws ARGUMENT_INVALID where `from` is not lower
 * than `to`; RELEASE_UNKNOWN for a number that no published release has.
 */
export async function diffReleases(
  line: ReleaseLine,
  { from, to }: { readonly from: number; readonly to: number },
  reading: RequestReading,
): Promise<readonly FigureRevision[]> {
  if (from >= to) {
    const reason = `Argument "from" is ${from}, and "to" is ${to}: expected a lower and a higher number.`;
    throw catalogued('ARGUMENT_INVALID', { reason });
  }
  const { agency, organisation, period } = line;
  const asOf = lastFullSecond(reading.now());
  await reading.clock.announce(asOf);
  const filter = { agency, organisations: [organisation], periods: [period] };
  const headers = await reading.store.headers(filter, asOf);
  const [before, after] = await Promise.all(
    [from, to].map((number) => readVersion(line, number, headers, reading)),
  );
  return before && after ? findRevisions(line, before, after, reading) : [];
}

async function readVersion(
  { agency, organisation, period }: ReleaseLine,
  number: number,
  headers: readonly ReleaseHeader[],
  { store }: RequestReading,
): Promise<Version> {
  const asOf = headers.find((header) => header.number === number)?.publishedAt;
  const [release = null] = asOf ? await store.newestOfLines([{ agency, organisation, period, asOf }]) : [];
  if (asOf && release?.number === number) return { release, asOf };
  const known = headers.map((header) => header.number).sort((a, b) => a - b);
  throw catalogued('RELEASE_UNKNOWN', { organisation, period, number, known });
}
