import { LRUCache } from 'lru-cache';

import type { HealthRecord } from '../health.ts';
import type { Publications } from '../publications.ts';
import { judgeExchange, type Broken, type Exchange } from './judgeExchange.ts';
import { judgeFreshness, judgeMoment, judgeRest, judgeValues, restOf } from './judgeFigures.ts';
import { countExpected, judgeErrors, judgePresence } from './judgeGaps.ts';
import type { ReadAnswer } from './readAnswer.ts';
import { createRepeats } from './repeats.ts';

/** What a judge knows beside the answers. */
export interface JudgeSettings {
  readonly health: HealthRecord;
  readonly publications: Publications;
  /** A request must have its answer by then. */
  readonly limitMs: number;
  /** So long after it has recovered an agency may still be left out. */
  readonly recoveryMs: number;
  /** So long after its acknowledgement a publication may still not be shown. */
  readonly freshnessMs: number;
}

/** How many answers there were, how much of them was judged, and what was broken. */
export interface Judgement {
  readonly requests: number;
  /** Answers without any gap. */
  readonly whole: number;
  readonly notModified: number;
  /** Parts that had to be there because their agencies were well. */
  readonly partsOfTheWell: number;
  /** Shown figures that were held against an acknowledged publication, and those that were older. */
  readonly freshness: { readonly checked: number; readonly violations: number };
  /** Parts that were held against an earlier answer about the same moment. */
  readonly repeatsCompared: number;
  /** Answers whose figures could not be judged, because it never became known what had been published. */
  readonly unjudged: number;
  /** Milliseconds that each answer took. */
  readonly latencies: readonly number[];
  readonly broken: readonly Broken[];
}

/** Holds every answer against all promises. */
export interface Judge {
  /** Learns from a whole answer, given while nothing happens, what does not change. */
  learn(exchange: Exchange): void;
  judge(exchange: Exchange): void;
  /** Judges what had to wait until it was known what had been published, and who had been well, until then. */
  settle(until: number): void;
  judgement(): Judgement;
}

export function createJudge(settings: JudgeSettings): Judge {
  const { health, publications, limitMs, recoveryMs, freshnessMs } = settings;
  const repeats = createRepeats();
  const rests = new Map<string, string>();
  const read = createReader(limitMs);
  const found: Broken[] = [];
  const latencies: number[] = [];
  let waiting: { readonly exchange: Exchange; readonly answer: ReadAnswer }[] = [];
  let [whole, notModified, partsOfTheWell, checked, violations] = [0, 0, 0, 0, 0];
  const restKey = ({ question: { kind, viewer } }: Exchange, part: string): string =>
    `${kind} ${viewer} ${part}`;

  const judgeLate = (exchange: Exchange, answer: ReadAnswer): void => {
    const isWell = (agency: string): boolean =>
      health.wasWell(agency, exchange.began, exchange.ended, recoveryMs);
    partsOfTheWell += countExpected(exchange.question, isWell);
    const freshness = judgeFreshness(exchange, answer, publications, freshnessMs);
    checked += freshness.checked;
    violations += freshness.broken.length;
    found.push(
      ...judgePresence(exchange, answer, isWell),
      ...judgeValues(exchange, answer, publications),
      ...freshness.broken,
    );
  };

  return {
    learn(exchange) {
      const { answer } = read(exchange);
      for (const [part, rest] of answer ? restOf(answer) : []) rests.set(restKey(exchange, part), rest);
    },
    judge(exchange) {
      const { answer, broken } = read(exchange);
      found.push(...broken);
      latencies.push(exchange.ended - exchange.began);
      if (!answer) return;
      if (answer.gaps.length === 0) whole += 1;
      if (exchange.status === 304) notModified += 1;
      found.push(
        ...judgeErrors(exchange, answer),
        ...judgeMoment(exchange, answer),
        ...judgeRest(exchange, answer, (part) => rests.get(restKey(exchange, part))),
        ...repeats.judge(exchange, answer),
      );
      // The text has been read: it need not be kept until then.
      waiting.push({ exchange: { ...exchange, text: '' }, answer });
    },
    settle(moment) {
      const until = publications.settledUntil(moment);
      const later = [];
      for (const one of waiting) {
        if (one.exchange.ended <= until) judgeLate(one.exchange, one.answer);
        else later.push(one);
      }
      waiting = later;
    },
    judgement: () => ({
      ...{ requests: latencies.length, whole, notModified, partsOfTheWell },
      freshness: { checked, violations },
      repeatsCompared: repeats.compared(),
      unjudged: waiting.length,
      latencies,
      broken: found,
    }),
  };
}

/** Within a second most answers are the same text, which need not be read again. */
function createReader(limitMs: number): (exchange: Exchange) => ReturnType<typeof judgeExchange> {
  const answers = new LRUCache<string, ReadAnswer>({ max: 100 });
  return (exchange) => {
    const { question, text, status, began, ended } = exchange;
    const key = `${question.kind} ${question.agency} ${text}`;
    const known = answers.get(key);
    if (known && status === 200 && ended - began <= limitMs) return { answer: known, broken: [] };
    const judged = judgeExchange(exchange, limitMs);
    if (judged.answer) answers.set(key, judged.answer);
    return judged;
  };
}
