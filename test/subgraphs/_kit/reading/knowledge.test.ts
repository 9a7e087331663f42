import { describe, expect, it } from 'vitest';

import { createKnowledgeAt } from '../../../../subgraphs/_kit/reading/knowledge.ts';
import { givenObservation, givenRelease } from '../../../support/given.ts';
import { april, countingQueries, insertRelease } from '../../../support/stores.ts';
import { givenAgency } from '../../../support/testAgency.ts';

const first = givenRelease({ publishedAt: april(1), observations: [givenObservation({ value: '1' })] });
const second = givenRelease({
  number: 2,
  publishedAt: april(10),
  observations: [givenObservation({ value: '2' })],
});
const ofYear = givenRelease({
  period: '2023',
  publishedAt: april(12),
  observations: [givenObservation({ value: '3' }), givenObservation({ time: '2023', value: '4' })],
});

/** The knowledge of an agency with these releases, and what it has asked its store. */
async function givenKnowing() {
  let queries: string[] = [];
  const agency = await givenAgency([first, second, ofYear], (store) => {
    const counting = countingQueries(store);
    queries = counting.queries;
    return counting.store;
  });
  return { agency, knowledgeAt: createKnowledgeAt(agency.reading), queries };
}

describe('given the knowledge of an agency within one request', () => {
  it('when it is asked what is held, then that is the newest release of every period at its instant', async () => {
    const { knowledgeAt } = await givenKnowing();

    const held = await knowledgeAt(april(20)).held('ha-tinh-khoi');

    expect(held.map(({ period, number }) => `${period} ${number}`)).toEqual(['2023 1', '2024-Q1 2']);
  });

  it('when it is asked about an earlier instant, then it knows what was published by then', async () => {
    const { knowledgeAt } = await givenKnowing();

    const held = await knowledgeAt(april(20)).at(april(5)).held('ha-tinh-khoi');

    expect(held.map(({ period, number }) => `${period} ${number}`)).toEqual(['2024-Q1 1']);
  });

  it('when it is asked for the history, then that is every release up to its instant, the earliest first', async () => {
    const { knowledgeAt, queries } = await givenKnowing();

    const [whole, early] = await Promise.all(
      [april(20), april(10)].map((day) => knowledgeAt(day).history('ha-tinh-khoi')),
    );

    expect(whole?.map(({ period, number }) => `${period} ${number}`)).toEqual([
      '2024-Q1 1',
      '2024-Q1 2',
      '2023 1',
    ]);
    expect(early?.map(({ period, number }) => `${period} ${number}`)).toEqual(['2024-Q1 1', '2024-Q1 2']);
    // Of what is held nothing is read twice: each instant has one release that was replaced, or is not there yet.
    expect([...queries].sort()).toEqual([
      'headers',
      'headers',
      'newestOfAll',
      'newestOfAll',
      'newestOfLines of 1',
      'newestOfLines of 1',
    ]);
  });

  it('when it is asked for the history of an unknown organisation, then there is none', async () => {
    const { knowledgeAt } = await givenKnowing();

    expect(await knowledgeAt(april(20)).history('nowhere')).toEqual([]);
  });

  it('when it is asked several times, then it reads each organisation and instant once', async () => {
    const { knowledgeAt, queries } = await givenKnowing();

    const books = await Promise.all([
      knowledgeAt(april(20)).book(['ha-tinh-khoi', 'ha-tinh'], []),
      knowledgeAt(april(20)).book(['ha-tinh', 'ha-tinh-khoi', 'ha-tinh'], []),
      knowledgeAt(april(20)).at(april(20)).book(['ha-tinh-khoi'], []),
    ]);
    await knowledgeAt(april(20)).held('ha-tinh');

    expect(books[0]).toBe(books[1]);
    expect(queries).toEqual(['newestOfAll', 'newestOfAll']);
  });

  it('when it answers for an instant, then no publisher can publish at or before that', async () => {
    const { agency, knowledgeAt } = await givenKnowing();

    await knowledgeAt(april(19)).held('ha-tinh-khoi');

    expect(await agency.store.answeredUntil('invented')).toBe(april(19));
  });

  it('when a book is made, then what is shown stands before other releases, and these newest first', async () => {
    const { knowledgeAt } = await givenKnowing();
    const knowledge = knowledgeAt(april(20));
    const valuesOf = async (shown: readonly (typeof first)[]) => {
      const book = await knowledge.book(['ha-tinh-khoi'], shown);
      return book.series({ ...givenObservation() }).map(({ observation }) => observation.value);
    };

    expect(await valuesOf([])).toEqual(['3', '4', '2']);
    expect(await valuesOf([second])).toEqual(['2', '3', '4']);
  });
});

describe('given releases of one line under embargoes', () => {
  /** The history on 20 April, of releases by number: when each was made and when it became visible. */
  async function historyOf(...days: readonly (readonly [made: number, visible: number])[]) {
    const agency = await givenAgency();
    for (const [index, [made, visible]] of days.entries()) {
      const number = index + 1;
      const observations = [givenObservation({ value: String(number) })];
      const release = givenRelease({ agency: 'invented', number, publishedAt: april(visible), observations });
      await insertRelease(agency.store, release, april(made));
    }
    const history = await createKnowledgeAt(agency.reading)(april(20)).history('ha-tinh-khoi');
    return history.map(({ number, observations }) => `${number}: ${observations[0]?.value}`);
  }

  it.each<[string, readonly (readonly [number, number])[], readonly string[]]>([
    [
      'one after the other',
      [
        [1, 5],
        [2, 10],
      ],
      ['1: 1', '2: 2'],
    ],
    [
      'at the same moment',
      [
        [1, 10],
        [2, 10],
      ],
      ['2: 2'],
    ],
    [
      'the later number first',
      [
        [1, 15],
        [2, 5],
      ],
      ['2: 2'],
    ],
    [
      'the middle number last',
      [
        [1, 1],
        [2, 15],
        [3, 5],
      ],
      ['1: 1', '3: 3'],
    ],
    [
      'two at once, then a third',
      [
        [1, 10],
        [2, 10],
        [12, 12],
      ],
      ['2: 2', '3: 3'],
    ],
  ])('when they become visible %s, then each that has stood is told once', async (_what, days, expected) => {
    expect(await historyOf(...days)).toEqual(expected);
  });
});
