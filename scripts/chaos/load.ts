import { setTimeout as delay } from 'node:timers/promises';
import { inspect } from 'node:util';

import { LRUCache } from 'lru-cache';
import { Pool } from 'undici';

import type { Exchange } from './judging/judgeExchange.ts';
import { operationOf, type Question } from './questions.ts';

/** Asks a gateway on a number of connections. */
export interface Client {
  /** Never rejects: that nothing came is an exchange without status. */
  ask(question: Question): Promise<Exchange>;
  close(): Promise<void>;
}

/** `tokens` are those of the viewers, null for none; what does not come within the patience is given up. */
export function createClient(
  origin: string,
  connections: number,
  tokens: Readonly<Record<Question['viewer'], string | null>>,
  patienceMs: number,
): Client {
  const pool = new Pool(origin, { connections, headersTimeout: patienceMs, bodyTimeout: patienceMs });
  /** What clients have of earlier answers: their tags and bodies by question. */
  const had = new LRUCache<string, { readonly etag: string; readonly text: string }>({ max: 200 });

  const exchange = async (question: Question): Promise<Pick<Exchange, 'status' | 'text'>> => {
    const { query, variables } = operationOf(question);
    const isGet = question.method === 'GET';
    const asked = new URLSearchParams({ query, variables: JSON.stringify(variables) });
    const key = `${question.kind} ${question.agency} ${question.viewer} ${question.asOf}`;
    const known = question.isConditional ? had.get(key) : undefined;
    const token = tokens[question.viewer];
    const { statusCode, headers, body } = await pool.request({
      method: question.method,
      path: isGet ? `/graphql?${asked.toString()}` : '/graphql',
      headers: {
        accept: 'application/json',
        ...(isGet ? { 'x-request-id': 'chaos' } : { 'content-type': 'application/json' }),
        ...(token !== null && { authorization: `Bearer ${token}` }),
        ...(known && { 'if-none-match': known.etag }),
      },
      ...(!isGet && { body: JSON.stringify({ query, variables }) }),
    });
    const text = await body.text();
    if (statusCode === 304) return { status: statusCode, text: known?.text ?? 'nothing was kept' };
    if (isGet && typeof headers.etag === 'string') had.set(key, { etag: headers.etag, text });
    return { status: statusCode, text };
  };

  return {
    async ask(question) {
      const began = Date.now();
      const came = await exchange(question).catch((error: unknown) => {
        return { status: null, text: inspect(error) };
      });
      return { question, began, ended: Date.now(), ...came };
    },
    close: () => pool.close(),
  };
}

/** Asks again and again until it is stopped. */
export interface Load {
  /** Fulfilled when the last has been answered. */
  stop(): Promise<void>;
}

/** On so many connections, all together at most so many times a second. */
export function startLoad(connections: number, rate: number, ask: () => Promise<void>): Load {
  let isOver = false;
  let next = Date.now();
  const askOn = async (): Promise<void> => {
    while (!isOver) {
      const now = Date.now();
      const mine = (next = Math.max(next + 1000 / rate, now));
      if (mine > now) await delay(mine - now);
      await ask();
    }
  };
  const all = Promise.all(Array.from({ length: connections }, askOn));
  return {
    async stop() {
      isOver = true;
      await all;
    },
  };
}
