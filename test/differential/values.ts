import {
  type GraphQLInputType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
} from 'graphql';

import { AGENCY_CODES, instantMilliseconds, lastFullSecond } from '../../schema/values/index.ts';
import { formatCursor, listFingerprint } from '../../subgraphs/_kit/graph/cursor.ts';
import { NOW, type RunningAgency } from './agencies.ts';
import type { Random } from './random.ts';

/** Draws a value for an argument or an input field by its name and type. */
export type DrawValue = (random: Random, name: string, type: GraphQLInputType) => unknown;

const HOUR_MS = 60 * 60 * 1000;

/** Values that mean something to the agencies: codes, periods and moments of what they have published. */
export function createValues(agencies: readonly RunningAgency[]): DrawValue {
  const releases = agencies.flatMap((agency) => agency.releases);
  const observations = releases.flatMap((release) => release.observations);
  const organisations = unique(releases.map(({ organisation }) => organisation));
  const periods = unique(releases.map(({ period }) => period));
  const times = unique(observations.map(({ time }) => time));
  const indicators = agencies.flatMap(({ catalogue }) => [...catalogue.indicators.keys()]);
  const dimensions = agencies.flatMap(({ catalogue }) => [...catalogue.dimensions.keys()]);
  const codes = agencies.flatMap(({ catalogue }) =>
    [...catalogue.codes.values()].flatMap((of) => [...of.keys()]),
  );
  const units = unique(observations.map(({ unit }) => unit));
  const documents = unique(observations.flatMap(({ sources }) => sources.map(({ document }) => document)));
  const stamps = unique(releases.map(({ publishedAt }) => publishedAt)).sort();
  const [first = lastFullSecond(NOW)] = stamps;
  const moments = [
    ...stamps,
    new Date(instantMilliseconds(first) - HOUR_MS).toISOString(),
    ...stamps.map((stamp) => new Date(instantMilliseconds(stamp) + HOUR_MS).toISOString()),
    // The same kind of moment as people in Vietnam write it.
    '2024-05-01T07:00:00+07:00',
    lastFullSecond(NOW),
  ];
  const rarely = (random: Random, strange: unknown, usual: readonly unknown[]): unknown =>
    random.chance(4) ? strange : random.pick(usual);

  const byName: Readonly<Record<string, (random: Random) => unknown>> = {
    agency: (random) => rarely(random, 'nobody', [...AGENCY_CODES]),
    organisation: (random) => rarely(random, 'nowhere', organisations),
    organisations: (random) => rarely(random, 'nowhere', organisations),
    code: (random) => random.pick(random.chance(50) ? organisations : codes),
    period: (random) => random.pick(random.chance(85) ? periods : times),
    against: (random) => random.pick(random.chance(85) ? periods : times),
    periods: (random) => random.pick(periods),
    time: (random) => random.pick(times),
    times: (random) => random.pick(times),
    from: (random) => random.pick(times),
    to: (random) => random.pick(times),
    number: (random) => random.pick(['1-BC', '']),
    indicator: (random) => rarely(random, 'nothing', indicators),
    indicators: (random) => random.pick(indicators),
    dimension: (random) => random.pick(dimensions),
    dimensions: (random) => random.pick(dimensions),
    unit: (random) => random.pick(units),
    units: (random) => random.pick(units),
    documents: (random) => random.pick(documents),
    search: (random) => random.pick(['đảng', 'DANG VIEN', 'party', '', 'x1']),
    asOf: (random) => rarely(random, '2999-01-01T00:00:00Z', moments),
    first: (random) => rarely(random, random.pick([0, -1, 1001]), [1, 2, 5, 20, 100, 1000]),
    after: (random) => {
      const asOf = lastFullSecond(random.chance(70) ? NOW : instantMilliseconds(random.pick(stamps)));
      return rarely(random, 'bogus', [
        formatCursor({ asOf, list: listFingerprint([random.pick([...AGENCY_CODES]), {}, []]), position: 3 }),
      ]);
    },
    name: (random) => random.pick(['Report', 'Observation', 'Locale', 'Nothing']),
  };

  const draw: DrawValue = (random, name, type) => {
    const nullable = getNullableType(type);
    if (!isNonNullType(type) && random.chance(8)) return null;
    if (isListType(nullable)) {
      const item = nullable.ofType;
      // GraphQL takes a single value for a list of one.
      if (random.chance(15)) return draw(random, name, item) ?? [];
      return Array.from({ length: random.below(4) }, () => draw(random, name, item));
    }
    if (isInputObjectType(nullable)) {
      const fields = random
        .shuffled(Object.values(nullable.getFields()))
        .filter((field) => isNonNullType(field.type) || random.chance(35));
      return Object.fromEntries(fields.map((field) => [field.name, draw(random, field.name, field.type)]));
    }
    if (isEnumType(nullable)) return random.pick(nullable.getValues()).name;
    if (String(nullable) === 'Boolean') return random.chance(50);
    // Lists are gone through by cursors, but for the log, which is by numbers.
    if (name === 'after' && String(nullable) === 'Int') return random.pick([0, 1, 1000]);
    if (RELEASE_NUMBERS.has(name) && String(nullable) === 'Int') return random.pick([1, 2, 3]);
    const known = byName[String(nullable) === 'DateTime' ? 'asOf' : name];
    if (!known)
      throw new Error(`test/differential/values.ts knows no values for "${name}: ${String(type)}".`);
    return known(random);
  };
  return draw;
}

/** Arguments that name a period, a moment or the number of a release. */
const RELEASE_NUMBERS = new Set(['from', 'to']);

function unique<T>(list: readonly T[]): T[] {
  return [...new Set(list)];
}
