import type { Publications } from '../publications.ts';
import { broken, type Broken, type Exchange } from './judgeExchange.ts';
import type { ReadAnswer, ReadSection } from './readAnswer.ts';

/** Holds that a report tells the moment that was asked for, or the last full second. */
export function judgeMoment(exchange: Exchange, { asOf }: ReadAnswer): readonly Broken[] {
  if (asOf === null) return [];
  const { question, ended } = exchange;
  const isRight =
    question.asOf === null ? asOf % 1000 === 0 && asOf <= ended : asOf === Date.parse(question.asOf);
  return isRight
    ? []
    : [broken(exchange, 'a report is about the moment that was asked for', new Date(asOf).toISOString())];
}

/**
 * Holds that each section shows what its agency had published by the moment of the answer, all of it of that one release.
 * To be asked when all is known that was published until then. Entries tell no moment: what they show is held to have been
 * published before the answer came.
 */
export function judgeValues(
  exchange: Exchange,
  answer: ReadAnswer,
  publications: Publications,
): readonly Broken[] {
  const { question, ended } = exchange;
  const given = question.asOf === null ? null : Date.parse(question.asOf);
  const exact = answer.asOf ?? given;
  return present(answer).flatMap(([agency, section]) => {
    const meant =
      exact === null
        ? publications.withValue(agency, section.counter, ended)
        : publications.standingAt(agency, exact);
    const value = meant?.value ?? null;
    const number = meant?.number;
    const isWhole = meant === null || section.releases.every((one) => one === number);
    if (section.counter === value && isWhole) return [];
    const came = `${agency} shows ${section.counter} of releases ${section.releases.join()}, not ${value} of ${number}`;
    return [broken(exchange, 'a figure is the one of the moment', came)];
  });
}

/**
 * Holds that all that was not published anew is as it was. `before` tells what it was by agency, and what a report said of
 * itself by `own`; undefined for what was never read.
 */
export function judgeRest(
  exchange: Exchange,
  answer: ReadAnswer,
  before: (part: string) => string | undefined,
): readonly Broken[] {
  return restOf(answer).flatMap(([part, rest]) =>
    rest === before(part) ? [] : [broken(exchange, 'other figures are as they were', `${part}: ${rest}`)],
  );
}

/** What does not change as agencies count on, by agency, and by `own` what a report says of itself. */
export function restOf(answer: ReadAnswer): readonly (readonly [string, string])[] {
  const sections = present(answer).map(([agency, { rest }]) => [agency, rest] as const);
  return answer.own === null ? sections : [...sections, ['own', answer.own]];
}

/** What came of the promise that nobody gets old figures. */
export interface Freshness {
  /** How many shown figures were held against an acknowledged publication. */
  readonly checked: number;
  readonly broken: readonly Broken[];
}

/**
 * Holds that each section shows what was acknowledged more than `boundMs` before the question was asked, or something later.
 * Questions about the past are none of it.
 */
export function judgeFreshness(
  exchange: Exchange,
  answer: ReadAnswer,
  publications: Publications,
  boundMs: number,
): Freshness {
  const { question, began } = exchange;
  if (question.asOf !== null) return { checked: 0, broken: [] };
  const promise = `what was acknowledged ${boundMs} ms ago is shown`;
  let checked = 0;
  const stale = present(answer).flatMap(([agency, { counter }]) => {
    const least = publications.acknowledgedBy(agency, began - boundMs);
    if (!least) return [];
    checked += 1;
    if (Number(counter) >= Number(least.value)) return [];
    const age = Math.round(began - least.acknowledgedAt);
    const moment = answer.asOf === null ? 'no moment told' : new Date(answer.asOf).toISOString();
    return [
      broken(
        exchange,
        promise,
        `${agency} shows ${counter}; ${least.value} was told ${age} ms before (${moment})`,
      ),
    ];
  });
  if (answer.asOf !== null && answer.asOf < began - boundMs && stale.length === 0) {
    stale.push(broken(exchange, promise, `as of ${new Date(answer.asOf).toISOString()}`));
  }
  return { checked, broken: stale };
}

function present({ sections }: ReadAnswer): readonly (readonly [string, ReadSection])[] {
  return [...sections].flatMap(([agency, section]) => (section ? [[agency, section] as const] : []));
}
