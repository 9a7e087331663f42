import { strict as assert } from 'node:assert';

import { LRUCache } from 'lru-cache';

import { formatPresent, parseInstant, type Instant, type PresentAsked } from '../../schema/values/index.ts';
import { isJsonObject, type AgencyAnswer, type AgencyRequest, type JsonObject } from '../execution/index.ts';

/** What an agency has answered, and for how long it holds; without a present it holds for the one request alone. */
export interface Told {
  readonly answer: AgencyAnswer | 'unchanged';
  readonly present: PresentAsked | null;
  /** How long its text was, in characters. */
  readonly length: number;
}

/** Asks an agency, with a question about its present where there is one. */
export type AskWithPresent = (request: AgencyRequest, present: string | null) => Promise<Told>;

/** What has come of a question to the cache, for headers and metrics. */
export type CacheOutcome = 'hit' | 'unchanged' | 'miss' | 'passed';

/** Sections of reports as agencies have answered them, each for as long as its agency's present lasts. */
export interface SectionCache {
  /** Answers from what is kept where that is still true, else asks. `rights` tells who may be given the same. */
  send(request: AgencyRequest, rights: string, ask: AskWithPresent): Promise<AgencyAnswer>;
  /** Bytes that are kept. */
  readonly size: () => number;
}

interface Kept {
  readonly answer: AgencyAnswer;
  readonly from: Instant;
  until: Instant;
}

/** Bytes of memory for each character of an answer: as it is kept some 1.6, and in UTF-8 as it is sent some 1.2 more. */
const BYTES_PER_CHARACTER = 3;

/** What a representation of a report may hold so that nothing but the agency's own figures decides on the answer. */
const KEY_FIELDS = new Set(['__typename', 'organisation', 'period', 'asOf', 'area']);

/**
 * A cache of at most so many bytes, none for 0. What is kept holds from the beginning of its agency's present up to where the agency has
 * promised; one promise holds for all that is kept of the same present. `observe` is told of each question.
 */
export function createSectionCache(
  maxBytes: number,
  observe: (agency: string, outcome: CacheOutcome) => void = () => undefined,
): SectionCache {
  if (maxBytes === 0) {
    return { size: () => 0, send: async (request, _rights, ask) => usable(await ask(request, null)) };
  }
  const kept = new LRUCache<string, Kept>({ maxSize: maxBytes });
  /** The last present of each agency. */
  const presents = new Map<string, { readonly from: Instant; readonly until: Instant }>();

  const find = (key: string, agency: string, asOf: Instant): Kept | 'stale' | null => {
    const past = kept.get(`${key}${asOf}`);
    if (past) return past;
    const found = kept.get(key);
    if (!found || asOf < found.from) return null;
    const present = presents.get(agency);
    if (present?.from === found.from && present.until > found.until) found.until = present.until;
    return asOf <= found.until ? found : 'stale';
  };

  const learn = (agency: string, { from, until }: PresentAsked): void => {
    const known = presents.get(agency);
    if (from !== null && (!known || from > known.from || until > known.until))
      presents.set(agency, { from, until });
  };

  const keep = (key: string, asOf: Instant, { answer, present, length }: Told): void => {
    if (answer === 'unchanged' || !isWhole(answer) || !present?.from || present.until < asOf) return;
    freeze(answer.data);
    const size = (length + key.length) * BYTES_PER_CHARACTER;
    // An answer for the past holds for its moment, which the agency has promised as well.
    if (asOf < present.from) kept.set(`${key}${asOf}`, { answer, from: asOf, until: asOf }, { size });
    else kept.set(key, { answer, from: present.from, until: present.until }, { size });
  };

  return {
    size: () => kept.calculatedSize,
    async send(request, rights, ask) {
      const asOf = momentOf(request);
      const { agency } = request;
      if (asOf === null) {
        observe(agency, 'passed');
        return usable(await ask(request, null));
      }
      const key = keyOf(request, rights);
      const found = find(key, agency, asOf);
      if (found && found !== 'stale') {
        observe(agency, 'hit');
        return found.answer;
      }
      const known = found === 'stale' ? kept.get(key) : undefined;
      const told = await ask(request, formatPresent({ from: known?.from ?? null, until: asOf }));
      if (told.present) learn(agency, told.present);
      if (
        told.answer === 'unchanged' &&
        known &&
        told.present?.from === known.from &&
        told.present.until >= asOf
      ) {
        observe(agency, 'unchanged');
        return known.answer;
      }
      observe(agency, 'miss');
      if (told.answer !== 'unchanged') {
        keep(key, asOf, told);
        return told.answer;
      }
      // It has said "unchanged" of something else than what was asked.
      return usable(await ask(request, null));
    },
  };
}

/** The moment that all reports of a request are asked for; `null` where it asks for anything else. */
function momentOf({ operationKind, variables }: AgencyRequest): Instant | null {
  if (operationKind !== 'query') return null;
  const lists = Object.entries(variables).filter(([name]) => isRepresentations(name));
  const sent = lists.flatMap(([, list]) => (Array.isArray(list) ? (list as unknown[]) : [null]));
  const [first] = sent;
  if (!isReportKey(first)) return null;
  const isOne = sent.every((one) => isReportKey(one) && one.asOf === first.asOf);
  const parsed = isOne ? parseInstant(first.asOf) : null;
  return parsed?.ok ? parsed.value : null;
}

function isReportKey(sent: unknown): sent is { readonly asOf: string } {
  return (
    isJsonObject(sent) &&
    sent.__typename === 'Report' &&
    typeof sent.asOf === 'string' &&
    Object.keys(sent).every((name) => KEY_FIELDS.has(name))
  );
}

/** All that decides on the answer but the moment. */
function keyOf({ agency, query, operationName, variables }: AgencyRequest, rights: string): string {
  const timeless = Object.entries(variables).map(([name, value]) => [
    name,
    isRepresentations(name) ? (value as JsonObject[]).map((one) => ({ ...one, asOf: '' })) : value,
  ]);
  return JSON.stringify([agency, rights, operationName, query, timeless]);
}

function isRepresentations(name: string): boolean {
  return name.startsWith('representations');
}

function isWhole(answer: AgencyAnswer): answer is { readonly data: Record<string, unknown> } {
  return 'data' in answer && isJsonObject(answer.data) && (answer.errors ?? []).length === 0;
}

/** Marks data as kept: see `Send` in gateway/execution. */
function freeze(data: Record<string, unknown>): void {
  for (const entities of Object.values(data)) {
    if (!Array.isArray(entities)) continue;
    for (const entity of entities as unknown[]) {
      if (isJsonObject(entity))
        for (const part of Object.values(entity)) if (isJsonObject(part)) Object.freeze(part);
    }
  }
  Object.freeze(data);
}

function usable({ answer }: Told): AgencyAnswer {
  assert(answer !== 'unchanged', 'an agency that is not asked about its present is not taken at that word');
  return answer;
}
