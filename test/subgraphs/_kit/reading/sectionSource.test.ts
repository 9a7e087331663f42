import { describe, expect, it } from 'vitest';

import { faultOf } from '../../../../schema/errors/index.ts';
import { createReleaseLoader } from '../../../../subgraphs/_kit/reading/sectionSource.ts';
import { givenRelease } from '../../../support/given.ts';
import { april, countingQueries, lineAt } from '../../../support/stores.ts';
import { givenAgency } from '../../../support/testAgency.ts';

const lineOf = (asOf: string) => ({ ...lineAt(asOf), agency: 'invented' });

describe('given the release loader of one request', () => {
  it('when a line is asked for, then its moment is announced before it is answered', async () => {
    const { reading, store } = await givenAgency();

    await createReleaseLoader(reading).load(lineOf(april(7)));

    expect(await store.answeredUntil('invented')).toBe(april(7));
  });

  it('when a moment more than a minute ahead is asked for, then it is refused and not announced', async () => {
    const { reading, store } = await givenAgency();

    const refusal: unknown = await createReleaseLoader(reading)
      .load(lineOf('2024-04-20T12:01:00.251Z'))
      .catch((error: unknown) => error);

    expect(faultOf(refusal)?.code).toBe('AS_OF_IN_FUTURE');
    expect(await store.answeredUntil('invented')).toBeNull();
  });

  it('when the same line is asked for twice, then the store is asked for it once', async () => {
    let queries: string[] = [];
    const { reading } = await givenAgency([givenRelease()], (store) => {
      const counting = countingQueries(store);
      queries = counting.queries;
      return counting.store;
    });
    const loader = createReleaseLoader(reading);

    const [first] = await Promise.all([loader.load(lineOf(april(7))), loader.load(lineOf(april(7)))]);
    const later = await loader.load(lineOf(april(7)));

    expect([later, queries]).toEqual([first, ['newestOfLines of 1']]);
  });
});
