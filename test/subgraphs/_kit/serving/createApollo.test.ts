import { describe, expect, it } from 'vitest';

import { givenRelease } from '../../../support/given.ts';
import { serve, type ServedAgency } from '../../../support/serving.ts';
import { givenAgency } from '../../../support/testAgency.ts';

interface Answer {
  readonly data?: unknown;
  readonly errors?: readonly {
    readonly message: string;
    readonly path?: readonly unknown[];
    readonly extensions?: { readonly code?: string; readonly details?: Record<string, unknown> };
  }[];
}

async function ask({ post }: ServedAgency, query: string, variables = {}): Promise<Answer> {
  const response = await post(JSON.stringify({ query, variables }));
  return (await response.json()) as Answer;
}

const SECRET = 'SQLITE_IOERR: disk I/O error in /secret/path/invented.sqlite';

describe('given an agency whose store fails', () => {
  const failing = async () =>
    serve(
      await givenAgency([givenRelease()], (store) => ({
        ...store,
        newestOfAll: () => Promise.reject(new Error(SECRET)),
      })),
    );

  it('when it is asked, then the answer has an id and nothing of the error', async () => {
    const answer = await ask(await failing(), '{ invented { observations { totalCount } } }');

    const id = answer.errors?.[0]?.extensions?.details?.id;
    expect(id).toEqual(expect.stringMatching(/^[0-9a-f-]{36}$/));
    expect(answer).toEqual({
      data: { invented: null },
      errors: [
        {
          message: `Something went wrong on our side. Name "${String(id)}" when you report it.`,
          path: ['invented', 'observations'],
          locations: [{ line: 1, column: 14 }],
          extensions: { code: 'INTERNAL', details: { id } },
        },
      ],
    });
  });

  it('when it is asked, then the whole error is logged under that id', async () => {
    const served = await failing();

    const answer = await ask(served, '{ invented { observations { totalCount } } }');

    expect(served.logged()).toMatchObject([
      {
        level: 50,
        msg: 'internal error',
        id: answer.errors?.[0]?.extensions?.details?.id,
        err: { message: expect.stringContaining(SECRET) as string, stack: expect.any(String) as string },
      },
    ]);
  });

  it('when it is asked for more than the store is needed for, then the rest is answered', async () => {
    const answer = await ask(
      await failing(),
      '{ other: __typename a: invented { releases { number } } b: invented { observations { totalCount } } }',
    );

    expect(answer.data).toEqual({ other: 'Query', a: { releases: [{ number: 1 }] }, b: null });
  });
});

describe('given an agency in good health', () => {
  const RELEASES = 'query ($period: Period) { invented { releases(period: $period) { number } } }';
  const INVALID = 'Period "2024-Q5" is not valid: expected Q1 to Q4: a year has four quarters.';
  const details = { value: '2024-Q5', expected: 'Q1 to Q4: a year has four quarters' };

  it.each([
    ['literal', '{ invented { releases(period: "2024-Q5") { number } } }', {}],
    ['variable', RELEASES, { period: '2024-Q5' }],
  ])(
    'when a %s is malformed, then code and details are those of the catalogue',
    async (_how, query, variables) => {
      const served = await serve(await givenAgency());

      const answer = await ask(served, query, variables);

      expect(answer.data).toBeUndefined();
      expect(answer.errors).toMatchObject([
        {
          message: expect.stringContaining(INVALID) as string,
          extensions: { code: 'PERIOD_INVALID', details },
        },
      ]);
      expect(served.logged()).toEqual([]);
    },
  );

  it('when a resolver refuses, then code, details and path are told, and no stack', async () => {
    const answer = await ask(
      await serve(await givenAgency()),
      '{ invented { observations(first: 0) { totalCount } } }',
    );

    expect(answer).toEqual({
      data: { invented: null },
      errors: [
        {
          message: 'Page size "0" is not valid. Ask for 1 to 1000 entries.',
          path: ['invented', 'observations'],
          locations: [{ line: 1, column: 14 }],
          extensions: { code: 'PAGE_SIZE_INVALID', details: { value: 0, maximum: 1000 } },
        },
      ],
    });
  });

  it.each([
    ['does not parse', '{', {}, 'GRAPHQL_PARSE_FAILED'],
    ['asks for an unknown field', '{ nothing }', {}, 'GRAPHQL_VALIDATION_FAILED'],
    [
      'has a wrong value in a variable',
      'query ($a: Int!) { invented { observations(first: $a) { totalCount } } }',
      { a: 'x' },
      'BAD_USER_INPUT',
    ],
    [
      'names two operations',
      'query A { __typename } query B { __typename }',
      {},
      'OPERATION_RESOLUTION_FAILURE',
    ],
  ])('when a question %s, then the error is that of GraphQL', async (_what, query, variables, code) => {
    const served = await serve(await givenAgency());

    const answer = await ask(served, query, variables);

    expect(answer.errors?.map(({ extensions }) => extensions)).toEqual([{ code }]);
    expect(served.logged()).toEqual([]);
  });

  it('when its schema is asked for, then it is told', async () => {
    const answer = await ask(await serve(await givenAgency()), '{ __schema { queryType { name } } }');

    expect(answer).toEqual({ data: { __schema: { queryType: { name: 'Query' } } } });
  });
});
