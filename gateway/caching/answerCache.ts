import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';

import { LRUCache } from 'lru-cache';

/** A whole answer as it was sent. */
export interface KeptAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
  /** Of the body, in quotes. */
  readonly etag: string;
  /** Whether it is the answer for ever: all that was asked names a moment that has passed. */
  readonly isFixed: boolean;
  /** The body compressed, made when it is first wanted. */
  readonly gzipped: () => Promise<Buffer>;
}

/** Where the answer to one request is kept, as long as the second lasts in which it came. */
export interface AnswerPlace {
  find(): KeptAnswer | null;
  keep(answer: KeptAnswer): void;
}

/**
 * Whole answers to questions, at most so many bytes. What names a moment that has passed has one answer for ever. What names
 * none is answered as of the last full second, and so has one answer for each second: nobody gets a figure that was replaced
 * more than a second ago, and nothing has to be thrown away.
 */
export interface AnswerCache {
  /** `question` is all that decides on the answer but the time: what is asked, how it is to be written, and the rights. */
  place(question: string): AnswerPlace;
  /** Bytes that are kept. */
  readonly size: () => number;
}

/** Compressed beside it, and what keeping it takes. */
const OVERHEAD = 1.5;

/** `maxBytes` 0 keeps nothing. */
export function createAnswerCache(maxBytes: number, now: () => number): AnswerCache {
  if (maxBytes === 0) return { place: () => ({ find: () => null, keep: () => undefined }), size: () => 0 };
  const kept = new LRUCache<string, { readonly answer: KeptAnswer; readonly second: number }>({
    maxSize: maxBytes,
  });
  return {
    size: () => kept.calculatedSize,
    place(question) {
      const second = Math.floor(now() / 1000);
      return {
        find() {
          const found = kept.get(question);
          return found && (found.answer.isFixed || found.second === second) ? found.answer : null;
        },
        keep(answer) {
          const size = Math.ceil((answer.body.length + question.length) * OVERHEAD);
          kept.set(question, { answer, second }, { size });
        },
      };
    },
  };
}

/** An answer to be sent, and perhaps kept. */
export function createAnswer({
  status,
  headers,
  body,
  isFixed,
}: Pick<KeptAnswer, 'status' | 'headers' | 'body' | 'isFixed'>): KeptAnswer {
  let tag: string | null = null;
  let compressed: Promise<Buffer> | null = null;
  return {
    status,
    headers,
    body,
    isFixed,
    get etag() {
      return (tag ??= `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`);
    },
    gzipped: () => (compressed ??= promisify(gzip)(body)),
  };
}
