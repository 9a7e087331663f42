import {
  createFactBook,
  releaseKey,
  remembered,
  withVintages,
  type FactBook,
  type Instant,
  type Release,
} from '../../../schema/values/index.ts';
import { standingHistory } from './standingHistory.ts';
import type { Reading } from './sectionSource.ts';

/** All that an agency knows at one instant, read as far as it is asked for, and each part once. */
export interface Knowledge {
  readonly asOf: Instant;
  /** The newest release of every period about an organisation. */
  held(organisation: string): Promise<readonly Release[]>;
  /**
   * Every release about an organisation that has stood, also those that later ones have replaced; the earliest published
   * first. One that became visible when a higher number of its line was already has never stood.
   */
  history(organisation: string): Promise<readonly Release[]>;
  /** The figures of some releases, then of all that is held about the organisations. */
  book(organisations: readonly string[], shown: readonly Release[]): Promise<FactBook>;
  /**
   * The same book, which also tells what was held when the figures of some releases were first said. What was said
   * before is read only where it may have been something else.
   */
  datedBook(
    organisations: readonly string[],
    shown: readonly Release[],
    said: readonly Release[],
  ): Promise<FactBook>;
  /** What the same agency knew at another instant, not later than this one. */
  at(instant: Instant): Knowledge;
}

/** Gives the knowledge of each instant, the same one whenever it is asked for. It lives as long as a request. */
export type KnowledgeAt = (asOf: Instant) => Knowledge;

/** Reads with, within one request. */
export interface RequestReading extends Reading {
  readonly knowledgeAt: KnowledgeAt;
}

/** The knowledge of an agency by instant. What is read is kept: one per request. */
export function createKnowledgeAt(reading: Reading): KnowledgeAt {
  const knowledgeAt: KnowledgeAt = remembered((asOf) => createKnowledge(reading, asOf, knowledgeAt));
  return knowledgeAt;
}

function createKnowledge(
  { agency, store, clock, presenters }: Reading,
  asOf: Instant,
  at: KnowledgeAt,
): Knowledge {
  const held = remembered(async (organisation: string): Promise<readonly Release[]> => {
    await clock.announce(asOf);
    return store.newestOfAll({ agency, organisations: [organisation] }, asOf);
  });
  const headersOf = remembered((organisation: string) =>
    store.headers({ agency, organisations: [organisation] }, asOf),
  );
  const history = remembered(async (organisation: string): Promise<readonly Release[]> => {
    const current = new Map((await held(organisation)).map((release) => [releaseKey(release), release]));
    const headers = await headersOf(organisation);
    const replaced = headers.filter((header) => !current.has(releaseKey(header)));
    const lines = replaced.map(({ period, publishedAt }) => ({
      agency,
      organisation,
      period,
      asOf: publishedAt,
    }));
    const read = lines.length > 0 ? await store.newestOfLines(lines) : [];
    // By its own number: one that became visible when a higher number was already is not what stood at that moment.
    const stood = new Map(read.flatMap((release) => (release ? [[releaseKey(release), release]] : [])));
    return [...headers]
      .reverse()
      .flatMap((header) => current.get(releaseKey(header)) ?? stood.get(releaseKey(header)) ?? []);
  });
  const makeBook = async (organisations: readonly string[], shown: readonly Release[]): Promise<FactBook> => {
    const others = await Promise.all(organisations.map(held));
    await clock.announce(asOf);
    const { catalogue } = await presenters.at(asOf);
    return createFactBook(catalogue, shown, others.flat());
  };
  const makeDatedBook = async (
    organisations: readonly string[],
    shown: readonly Release[],
    said: readonly Release[],
  ): Promise<FactBook> => {
    const [plain, ...current] = await Promise.all([book(organisations, shown), ...organisations.map(held)]);
    if (said.every((release) => isNewest(release, current.flat()))) return plain;
    const histories = await Promise.all(organisations.map(history));
    const headers = await Promise.all(organisations.map(headersOf));
    return withVintages(plain, shown, standingHistory(current.flat(), histories.flat(), headers.flat()));
  };
  const book = onceForReleases(makeBook);
  return {
    asOf,
    held,
    history,
    book,
    datedBook: onceForReleases(makeDatedBook),
    at,
  };
}

/** Nothing that is held is newer, and the release has replaced none: its figures were first said when all was held. */
function isNewest({ supersedes, publishedAt }: Release, held: readonly Release[]): boolean {
  return supersedes === null && held.every((one) => one.publishedAt <= publishedAt);
}

/** Makes a book once for the same organisations, in whatever order, and the same releases. */
function onceForReleases<Lists extends readonly (readonly Release[])[]>(
  make: (organisations: readonly string[], ...lists: Lists) => Promise<FactBook>,
): (organisations: readonly string[], ...lists: Lists) => Promise<FactBook> {
  const made = new Map<string, Promise<FactBook>>();
  return (organisations, ...lists) => {
    const wanted = [...new Set(organisations)].sort();
    const key = JSON.stringify([wanted, lists.map((releases) => releases.map(releaseKey))]);
    const known = made.get(key);
    if (known) return known;
    const result = make(wanted, ...lists);
    made.set(key, result);
    return result;
  };
}
