import type { Pool } from 'undici';

/** A question in which only the knowledge time changes. */
export interface Question {
  readonly path: string;
  /** The body for a knowledge time. */
  readonly body: (asOf: string) => string;
}

/** What came of some seconds of load. */
export interface LoadResult {
  readonly requests: number;
  /** Answers that were not the expected one. */
  readonly wrong: number;
  readonly seconds: number;
  /** Milliseconds of each request. */
  readonly latencies: readonly number[];
}

/** Knowledge times that nobody was asked for before: each a millisecond after the last, from `first` on. */
export function instantsFrom(first: string): () => string {
  let next = Date.parse(first);
  return () => new Date(next++).toISOString();
}

/**
 * Knowledge times from `first` up to now, each a millisecond after the last, and from the beginning again when there are
 * no more: for agencies, which know nothing of the future.
 */
export function instantsUpToNow(first: number): () => string {
  let count = 0;
  return () => new Date(first + (count++ % Math.max(1, Date.now() - first))).toISOString();
}

/** Asks once; the text of the answer with its knowledge time taken out, so that all answers are the same text. */
export async function askOnce(pool: Pool, { path, body }: Question, asOf: string): Promise<string> {
  const { statusCode, body: answer } = await pool.request({
    path,
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json' },
    body: body(asOf),
  });
  const text = await answer.text();
  if (statusCode !== 200) throw new Error(`status ${statusCode}: ${text.slice(0, 400)}`);
  return text.replace(asOf, 'AS-OF');
}

export interface LoadSettings {
  /** How many ask at once, each again as soon as it is answered. */
  readonly connections: number;
  readonly seconds: number;
  /** After how many requests it ends sooner. */
  readonly requests?: number;
  /** The text that every answer must be. */
  readonly expected: string;
  readonly instant: () => string;
}

export async function applyLoad(
  pool: Pool,
  question: Question,
  { connections, seconds, requests = Infinity, expected, instant }: LoadSettings,
): Promise<LoadResult> {
  const started = performance.now();
  const latencies: number[] = [];
  let wrong = 0;
  const askOnAndOn = async (): Promise<void> => {
    for (;;) {
      const from = performance.now();
      if (from - started >= seconds * 1000 || latencies.length >= requests) return;
      const answer = await askOnce(pool, question, instant()).catch((error: unknown) => String(error));
      latencies.push(performance.now() - from);
      if (answer !== expected) wrong += 1;
    }
  };
  await Promise.all(Array.from({ length: connections }, askOnAndOn));
  return { requests: latencies.length, wrong, seconds: (performance.now() - started) / 1000, latencies };
}
