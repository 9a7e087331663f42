import { describe, expect, it } from 'vitest';

import { judgeExchange, type Broken } from '../../../scripts/chaos/judging/judgeExchange.ts';
import {
  judgeFreshness,
  judgeMoment,
  judgeRest,
  judgeValues,
} from '../../../scripts/chaos/judging/judgeFigures.ts';
import { countExpected, judgeErrors, judgePresence } from '../../../scripts/chaos/judging/judgeGaps.ts';
import { createRepeats } from '../../../scripts/chaos/judging/repeats.ts';
import { createPublications, type Publications } from '../../../scripts/chaos/publications.ts';
import { WHOLE_REPORT, type Question } from '../../../scripts/chaos/questions.ts';
import { givenAnswer, givenExchange, givenPublication, givenSection, NOON } from './givenAnswers.ts';

const told = (broken: readonly Broken[]): string[] =>
  broken.map(({ promise, came }) => `${promise}: ${came}`);
const LIMIT_MS = 1000;
const PAGE: Question = { ...WHOLE_REPORT, kind: 'page', agency: 'inspection' };
const PAST = '2024-04-20T11:52:00.000Z';

/** Two publications of inspection that were acknowledged, at 11:51 and 11:52. */
function givenPublications(): Publications {
  const publications = createPublications();
  for (const count of [1, 2]) publications.begin(0)(givenPublication(count));
  return publications;
}

describe('given what came over HTTP', () => {
  const report = '{"data":{"report":null},"errors":[{"message":"m","path":["report"]}]}';

  it.each([
    ['the answer comes in time', { text: report }, []],
    ['nothing comes', { status: null, text: 'ECONNRESET' }, ['every request is answered: ECONNRESET']],
    ['another status comes', { status: 503, text: 'busy' }, ['every request is answered: busy']],
    ['it is not modified, which nobody asked', { status: 304 }, ['every request is answered: ']],
    ['it is no JSON', { text: '<html>' }, [expect.stringContaining('every answer is GraphQL: ')]],
    ['it holds no data', { text: '{"data":null}' }, ['every answer is GraphQL: no data: {"data":null}']],
    ['it holds no report', { text: '{"data":{}}' }, [expect.stringContaining('every answer is GraphQL: ')]],
    [
      'it comes late',
      { text: report, ended: NOON + 1001 },
      [expect.stringContaining('an answer comes within 1000 ms: ')],
    ],
  ])('when %s, then that is judged', (_what, change, broken) => {
    expect(told(judgeExchange(givenExchange(change), LIMIT_MS).broken)).toEqual(broken);
  });
});

describe('given an answer with gaps', () => {
  const error = (path: string, code = 'AGENCY_TIMEOUT') => ({ path, code });
  const gaps = ['report.inspection', 'report.officeWork'];

  it.each([
    ['each has its error', gaps, [error('report.inspection'), error('report.officeWork')], 0],
    ['one has none', gaps, [error('report.inspection')], 1],
    ['one has two', ['report.inspection'], [error('report.inspection'), error('report.inspection')], 1],
    ['the error is inside of it', ['report'], [error('report.inspection')], 2],
    ['an error is where nothing is missing', [], [error('report.inspection')], 1],
    ['its code is none of an agency', ['report'], [error('report', 'INTERNAL_ERROR')], 1],
  ])('when %s, then that is judged', (_what, missing, errors, count) => {
    expect(judgeErrors(givenExchange(), givenAnswer({ gaps: missing, errors }))).toHaveLength(count);
  });

  it.each([
    ['nobody is well', [], []],
    ['only that agency is well', ['inspection'], []],
    ['it and the office are well', ['inspection', 'office'], ['report.inspection', 'report.completeness']],
    ['the office is well', ['office'], ['report.completeness']],
  ])('when %s, then what only the well answer for is judged', (_what, well, missing) => {
    const answer = givenAnswer({ gaps: ['report.inspection', 'report.completeness'] });

    const broken = judgePresence(givenExchange(), answer, (agency) => well.includes(agency));

    expect(broken.map(({ came }) => came.split(' ')[0])).toEqual(missing);
  });

  it('when all are well, then eight parts of the whole report have to be there, and one of a page', () => {
    expect(countExpected(WHOLE_REPORT, () => true)).toBe(8);
    expect(countExpected(PAGE, () => true)).toBe(1);
  });
});

describe('given two publications, the second at 11:52', () => {
  const showing = (counter: string | null, releases: number[], asOf: number | null = NOON) =>
    givenAnswer({ asOf, sections: new Map([['inspection', givenSection({ counter, releases })]]) });

  it.each([
    ['shows the second', showing('2', [3]), []],
    ['shows the first', showing('1', [2]), ['inspection shows 1 of releases 2, not 2 of 3']],
    ['shows what nobody published', showing('9', [3]), ['inspection shows 9 of releases 3, not 2 of 3']],
    ['mixes the two', showing('2', [2, 3]), ['inspection shows 2 of releases 2,3, not 2 of 3']],
    ['shows none', showing(null, [3]), ['inspection shows null of releases 3, not 2 of 3']],
    [
      'shows the second a ms before it',
      showing('2', [3], Date.parse(PAST) - 1),
      ['inspection shows 2 of releases 3, not 1 of 2'],
    ],
    ['shows the first a ms before the second', showing('1', [2], Date.parse(PAST) - 1), []],
  ])('when a report as of noon or of its moment %s, then that is judged', (_what, answer, came) => {
    const broken = judgeValues(givenExchange(), answer, givenPublications());

    expect(broken.map((one) => one.came)).toEqual(came);
  });

  it.each([
    ['now shows the first', PAGE, showing('1', [2], null), 0],
    ['now shows what nobody published', PAGE, showing('9', [2], null), 1],
    ['of its moment shows the first', { ...PAGE, asOf: PAST }, showing('1', [2], null), 1],
  ])('when a page as of %s, then that is judged', (_what, question, answer, count) => {
    expect(judgeValues(givenExchange({ question }), answer, givenPublications())).toHaveLength(count);
  });

  it.each([
    ['the second is shown', showing('2', [3]), 0, { checked: 1, broken: 0 }],
    [
      'the first is shown 1000 ms after the second was told',
      showing('1', [2]),
      1000,
      { checked: 1, broken: 1 },
    ],
    ['the first is shown 999 ms after that', showing('1', [2]), 999, { checked: 1, broken: 0 }],
    ['a page shows the first later', showing('1', [2], null), 5000, { checked: 1, broken: 1 }],
  ])('when %s, then its age is judged', (_what, answer, after, expected) => {
    const began = givenPublication(2).acknowledgedAt + after;
    const asOf = answer.asOf === null ? null : began;

    const found = judgeFreshness(givenExchange({ began }), { ...answer, asOf }, givenPublications(), 1000);

    expect({ ...found, broken: found.broken.length }).toEqual(expected);
  });

  it('when a report tells a moment that is older than the bound, then that is judged', () => {
    const answer = givenAnswer({ asOf: NOON - 1001 });

    const { broken } = judgeFreshness(givenExchange(), answer, givenPublications(), 1000);

    expect(broken.map(({ came }) => came)).toEqual(['as of 2024-04-20T11:59:58.999Z']);
  });

  it('when the past is asked for, then nothing is too old', () => {
    const exchange = givenExchange({ question: { ...WHOLE_REPORT, asOf: PAST } });

    expect(judgeFreshness(exchange, showing('1', [2]), givenPublications(), 0)).toEqual({
      checked: 0,
      broken: [],
    });
  });

  it('when a publication is on its way, then what is known ends before it', () => {
    const publications = givenPublications();
    expect(publications.settledUntil(NOON)).toBe(NOON - 1);
    const acknowledge = publications.begin(NOON - 500);

    expect(publications.settledUntil(NOON)).toBe(NOON - 501);

    acknowledge(givenPublication(3));
    expect(publications.settledUntil(NOON)).toBe(NOON - 1);
    expect(publications.count()).toBe(3);
  });
});

describe('given the moment of a report', () => {
  it.each([
    ['the last full second', null, NOON, 0],
    ['no full second', null, NOON - 1, 1],
    ['the future', null, NOON + 1000, 1],
    ['the moment asked for', PAST, Date.parse(PAST), 0],
    ['another moment', PAST, Date.parse(PAST) + 1, 1],
  ])('when it is %s, then that is judged', (_what, asked, asOf, count) => {
    const exchange = givenExchange({ question: { ...WHOLE_REPORT, asOf: asked } });

    expect(judgeMoment(exchange, givenAnswer({ asOf }))).toHaveLength(count);
  });
});

describe('given other figures and earlier answers', () => {
  it.each([
    ['are as they were', 'rest', 0],
    ['are others', 'other', 1],
    ['were never read', undefined, 1],
  ])('when the other figures %s, then that is judged', (_what, before, count) => {
    expect(judgeRest(givenExchange(), givenAnswer(), () => before)).toHaveLength(count);
  });

  it('when a report says something else of itself, then that is judged', () => {
    const before = (part: string) => ({ inspection: 'rest', own: 'own' })[part];

    expect(judgeRest(givenExchange(), givenAnswer({ own: 'own' }), before)).toEqual([]);
    expect(told(judgeRest(givenExchange(), givenAnswer({ own: 'other' }), before))).toEqual([
      'other figures are as they were: own: other',
    ]);
  });

  it('when the same moment is answered otherwise, then that is judged; another moment or viewer may', () => {
    const repeats = createRepeats();
    const other = givenAnswer({ sections: new Map([['inspection', givenSection({ whole: 'other' })]]) });
    const reader = givenExchange({ question: { ...WHOLE_REPORT, viewer: 'reader' } });

    expect(repeats.judge(givenExchange(), givenAnswer())).toEqual([]);
    expect(repeats.judge(givenExchange(), givenAnswer())).toEqual([]);
    expect(repeats.judge(givenExchange(), { ...other, asOf: NOON + 1000 })).toEqual([]);
    expect(repeats.judge(reader, other)).toEqual([]);
    expect(told(repeats.judge(givenExchange(), other))).toEqual([
      'a moment has one answer: inspection answers otherwise than before',
    ]);
    expect(repeats.compared()).toBe(2);
  });
});
