import { nameOf, type Question } from '../questions.ts';
import { readAnswer, type ReadAnswer } from './readAnswer.ts';

/** A question, and what came. */
export interface Exchange {
  readonly question: Question;
  /** Epoch ms. */
  readonly began: number;
  readonly ended: number;
  /** Null where the connection broke off. */
  readonly status: number | null;
  /** The body, or why there is none; of a 304 the body that the client had. */
  readonly text: string;
}

/** A promise that was not kept. */
export interface Broken {
  readonly promise: string;
  readonly asked: string;
  readonly came: string;
}

/** How much of what came is told. */
const TOLD = 300;

/** Words for a promise that this exchange has broken. */
export function broken({ question, began, ended, status }: Exchange, promise: string, came: string): Broken {
  const when = `${new Date(began).toISOString()} + ${Math.round(ended - began)} ms`;
  return {
    promise,
    asked: `${nameOf(question)} (${when}, status ${status ?? 'none'})`,
    came: came.slice(0, TOLD),
  };
}

/** Holds that a question was answered at all: with GraphQL, within so many ms. Its answer is read; null where it is none. */
export function judgeExchange(
  exchange: Exchange,
  limitMs: number,
): { readonly answer: ReadAnswer | null; readonly broken: readonly Broken[] } {
  const { question, began, ended, status, text } = exchange;
  const late =
    ended - began > limitMs ? [broken(exchange, `an answer comes within ${limitMs} ms`, text)] : [];
  const isRight = status === 200 || (status === 304 && question.isConditional);
  if (!isRight) {
    return { answer: null, broken: [...late, broken(exchange, 'every request is answered', text)] };
  }
  try {
    return { answer: readAnswer(question, text), broken: late };
  } catch (error) {
    const came = `${(error as Error).message}: ${text}`;
    return { answer: null, broken: [...late, broken(exchange, 'every answer is GraphQL', came)] };
  }
}
