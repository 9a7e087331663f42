import { describe, expect, it } from 'vitest';

import type { Instant } from '../../../../schema/values/index.ts';
import { formatCursor, listFingerprint } from '../../../../subgraphs/_kit/graph/cursor.ts';
import { dataOf, faultCodesOf } from '../../../support/answers.ts';
import { givenObservation, givenRelease } from '../../../support/given.ts';
import { april, insertRelease } from '../../../support/stores.ts';
import { givenAgency, type RunningAgency } from '../../../support/testAgency.ts';

const PAGE = `query ($filter: ObservationFilter, $first: Int! = 100, $after: String, $asOf: DateTime) {
  invented {
    observations(filter: $filter, first: $first, after: $after, asOf: $asOf) {
      totalCount
      nodes { value }
      pageInfo { endCursor hasNextPage }
    }
  }
}`;
interface Page {
  readonly values: readonly (string | null)[];
  readonly totalCount: number;
  readonly endCursor: string | null;
  readonly hasNextPage: boolean;
}

async function pageOf({ ask }: RunningAgency, variables: Record<string, unknown>): Promise<Page> {
  const { invented } = dataOf(await ask(PAGE, variables)) as { invented: { observations: RawPage } };
  const { nodes, totalCount, pageInfo } = invented.observations;
  return { values: nodes.map(({ value }) => value), totalCount, ...pageInfo };
}
interface RawPage {
  readonly nodes: readonly { readonly value: string | null }[];
  readonly totalCount: number;
  readonly pageInfo: { readonly endCursor: string | null; readonly hasNextPage: boolean };
}

/** Releases of two organisations with figures 1 to 7. */
const releases = [
  givenRelease({
    organisation: 'b',
    observations: ['5', '6', '7'].map((value, index) =>
      givenObservation({ organisation: 'b', value, time: `202${index}` }),
    ),
  }),
  givenRelease({
    organisation: 'a',
    observations: ['1', '2', '3', '4'].map((value, index) =>
      givenObservation({ organisation: 'a', value, time: `202${index}` }),
    ),
  }),
];

describe('given an agency with seven figures', () => {
  it.each([1, 2, 3, 6, 7, 8, 1000])(
    'when they are asked for by %i, then the pages make the whole list',
    async (first) => {
      const agency = await givenAgency(releases);
      const pages: Page[] = [];

      do {
        const after = pages.at(-1)?.endCursor ?? null;
        pages.push(await pageOf(agency, { first, after }));
      } while (pages.at(-1)?.hasNextPage && pages.length < 10);

      expect(pages.flatMap(({ values }) => values)).toEqual(['1', '2', '3', '4', '5', '6', '7']);
      expect(pages.map(({ values }) => values.length).slice(0, -1)).toEqual(pages.slice(1).map(() => first));
      expect(new Set(pages.map(({ totalCount }) => totalCount))).toEqual(new Set([7]));
    },
  );

  it('when one is published between two pages, then the pages still show what was known at the first', async () => {
    const agency = await givenAgency(releases);
    const first = await pageOf(agency, { first: 4 });
    await agency.reading.clock.publish(null, (publishedAt) =>
      insertRelease(
        agency.store,
        givenRelease({ agency: 'invented', organisation: 'a', number: 2, publishedAt, observations: [] }),
      ),
    );
    agency.now += 60_000;

    const second = await pageOf(agency, { first: 4, after: first.endCursor });

    expect([...first.values, ...second.values]).toEqual(['1', '2', '3', '4', '5', '6', '7']);
    expect(second.hasNextPage).toBe(false);
  });

  it('when nothing meets the filter, then the page is empty and has no cursor', async () => {
    const agency = await givenAgency(releases);

    const page = await pageOf(agency, { filter: { organisations: ['c'] } });

    expect(page).toEqual({ values: [], totalCount: 0, endCursor: null, hasNextPage: false });
  });

  it.each([-1, 0, 1001])('when the page size is %i, then it is refused', async (first) => {
    const { ask } = await givenAgency(releases);

    const answer = await ask(PAGE, { first });

    expect(faultCodesOf(answer)).toEqual(['PAGE_SIZE_INVALID']);
    expect(answer.data).toEqual({ invented: null });
  });
});

describe('given the cursor of a page', () => {
  const asOf = april(19);
  const filter = { organisations: ['a'] };

  it('when the same list is asked for with it, then the next page comes', async () => {
    const agency = await givenAgency(releases);
    const { endCursor } = await pageOf(agency, { filter, asOf, first: 2 });

    const next = await pageOf(agency, { filter, asOf, first: 2, after: endCursor });

    expect(next.values).toEqual(['3', '4']);
  });

  it.each([
    ['another filter', { filter: { organisations: ['b'] }, asOf }],
    ['no filter', { asOf }],
    ['another moment', { filter, asOf: april(18) }],
  ])('when %s is asked for with it, then it is refused', async (_what, other) => {
    const agency = await givenAgency(releases);
    const { endCursor } = await pageOf(agency, { filter, asOf, first: 2 });

    const answer = await agency.ask(PAGE, { ...other, after: endCursor });

    expect(faultCodesOf(answer)).toEqual(['CURSOR_INVALID']);
  });

  it.each(['x', 'MQ', 'MjAyNC0wNC0wMVQwMDowMDowMC4wMDBafHw'])(
    'when it is %j and none of ours, then it is refused',
    async (after) => {
      const { ask } = await givenAgency(releases);

      const answer = await ask(PAGE, { after });

      expect(faultCodesOf(answer)).toEqual(['CURSOR_INVALID']);
    },
  );

  it('when it was made up for the future, then it is refused, and publishing is not held up by it', async () => {
    const agency = await givenAgency(releases);
    const forged = formatCursor({
      asOf: '2999-01-01T00:00:00.000Z' as Instant,
      list: listFingerprint(['invented', {}]),
      position: 0,
    });

    const answer = await agency.ask(PAGE, { after: forged });

    expect(faultCodesOf(answer)).toEqual(['AS_OF_IN_FUTURE']);
    expect(await agency.store.answeredUntil('invented')).toBeNull();
  });
});
