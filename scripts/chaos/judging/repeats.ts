import { broken, type Broken, type Exchange } from './judgeExchange.ts';
import type { ReadAnswer } from './readAnswer.ts';

/** Holds that what was answered for a moment stays the answer for it. */
export interface Repeats {
  /** @returns what is another answer than before to the same question about the same moment. */
  judge(exchange: Exchange, answer: ReadAnswer): readonly Broken[];
  /** How many parts were held against an earlier answer. */
  compared(): number;
}

export function createRepeats(): Repeats {
  const known = new Map<string, string>();
  let compared = 0;
  return {
    compared: () => compared,
    judge(exchange, answer) {
      const { question } = exchange;
      const moment = answer.asOf ?? (question.asOf === null ? null : Date.parse(question.asOf));
      if (moment === null) return [];
      return [...answer.sections].flatMap(([agency, section]) => {
        if (!section) return [];
        const key = [question.kind, question.viewer, agency, moment].join(' ');
        const before = known.get(key);
        known.set(key, section.whole);
        if (before === undefined) return [];
        compared += 1;
        if (before === section.whole) return [];
        return [broken(exchange, 'a moment has one answer', `${agency} answers otherwise than before`)];
      });
    },
  };
}
