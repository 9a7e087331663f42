import { describe, expect, it } from 'vitest';

import { givenRelease } from '../../../support/given.ts';
import { serve } from '../../../support/serving.ts';
import { givenAgency } from '../../../support/testAgency.ts';

describe('given a question with a null where none may be', () => {
  it('when it is asked, then the argument is named, and nothing is masked as our mistake', async () => {
    const { post, logged } = await serve(await givenAgency([givenRelease()]));
    const query = 'query ($first: Int = 2) { invented { observations(first: $first) { totalCount } } }';

    const response = await post(JSON.stringify({ query, variables: { first: null } }));

    expect(await response.json()).toMatchObject({
      errors: [
        {
          message: 'Argument "first" of non-null type "Int!" must not be null. Give another value.',
          path: ['invented', 'observations'],
          extensions: { code: 'ARGUMENT_INVALID' },
        },
      ],
    });
    expect(logged()).toEqual([]);
  });
});
