import { createFactBook, type FactBook, type Instant, type Release } from '../../../schema/values/index.ts';
import type { Reading } from './sectionSource.ts';

/** All that an agency knows at one instant, read as far as it is asked for, and each part once. */
export interface Knowledge {
  readonly asOf: Instant;
  /** The newest release of every period about an organisation. */
  held(organisation: string): Promise<readonly Release[]>;
  /** Every release about an organisation, also those that later ones have replaced; the earliest published first. */
  history(organisation: string): Promise<readonly Release[]>;
  /** The figures of some releases, then of all that is held about the organisations. */
  book(organisations: readonly string[], shown: readonly Release[]): Promise<FactBook>;
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
  const knowledgeAt: KnowledgeAt = memoised((asOf) => createKnowledge(reading, asOf, knowledgeAt));
  return knowledgeAt;
}

function createKnowledge(
  { agency, store, clock, presenter }: Reading,
  asOf: Instant,
  at: KnowledgeAt,
): Knowledge {
  const held = memoised(async (organisation: string): Promise<readonly Release[]> => {
    await clock.announce(asOf);
    return store.newestOfAll({ agency, organisations: [organisation] }, asOf);
  });
  const history = memoised(async (organisation: string): Promise<readonly Release[]> => {
    await clock.announce(asOf);
    const headers = await store.headers({ agency, organisations: [organisation] }, asOf);
    const lines = headers.map(({ period, publishedAt }) => ({
      agency,
      organisation,
      period,
      asOf: publishedAt,
    }));
    const releases = await store.newestOfLines(lines.reverse());
    return releases.filter((release) => release !== null);
  });
  const books = new Map<string, Promise<FactBook>>();
  const makeBook = async (organisations: readonly string[], shown: readonly Release[]): Promise<FactBook> => {
    const others = await Promise.all(organisations.map(held));
    return createFactBook(presenter.catalogue, shown, others.flat());
  };
  return {
    asOf,
    held,
    history,
    book(organisations, shown) {
      const wanted = [...new Set(organisations)].sort();
      const key = JSON.stringify([
        wanted,
        shown.map(({ organisation, period, number }) => [organisation, period, number]),
      ]);
      const known = books.get(key);
      if (known) return known;
      const made = makeBook(wanted, shown);
      books.set(key, made);
      return made;
    },
    at,
  };
}

function memoised<Key, Result>(make: (key: Key) => Result): (key: Key) => Result {
  const made = new Map<Key, Result>();
  return (key) => {
    const known = made.get(key);
    if (known !== undefined) return known;
    const result = make(key);
    made.set(key, result);
    return result;
  };
}
