import type { Exchange } from '../../../scripts/chaos/judging/judgeExchange.ts';
import type { ReadAnswer, ReadSection } from '../../../scripts/chaos/judging/readAnswer.ts';
import type { Publication } from '../../../scripts/chaos/publications.ts';
import { WHOLE_REPORT } from '../../../scripts/chaos/questions.ts';

/** Noon of 20 April 2024: when the question of {@link givenExchange} is asked. */
export const NOON = Date.parse('2024-04-20T12:00:00.000Z');

/** The full report asked for at noon and answered after 20 ms. */
export function givenExchange(change: Partial<Exchange> = {}): Exchange {
  return { question: WHOLE_REPORT, began: NOON, ended: NOON + 20, status: 200, text: '', ...change };
}

/** What inspection shows after its second publication, which is release 3. */
export function givenSection(change: Partial<ReadSection> = {}): ReadSection {
  return { counter: '2', releases: [3], rest: 'rest', whole: 'whole', ...change };
}

/** A report as of noon of which only inspection is looked at. */
export function givenAnswer(change: Partial<ReadAnswer> = {}): ReadAnswer {
  return {
    asOf: NOON,
    sections: new Map([['inspection', givenSection()]]),
    own: null,
    gaps: [],
    errors: [],
    ...change,
  };
}

/** The n-th publication of inspection, n minutes after 11:50, acknowledged 30 ms later. */
export function givenPublication(count: number, change: Partial<Publication> = {}): Publication {
  const publishedAt = NOON + (count - 10) * 60_000;
  return {
    agency: 'inspection',
    value: String(count),
    number: count + 1,
    publishedAt,
    acknowledgedAt: publishedAt + 30,
    ...change,
  };
}
