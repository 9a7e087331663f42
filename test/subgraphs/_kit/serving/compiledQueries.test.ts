import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, it } from 'vitest';

import { LAZY_FIELDS } from '../../../../subgraphs/_kit/serving/compiledQueries.ts';
import { givenRelease } from '../../../support/given.ts';
import { serve } from '../../../support/serving.ts';
import { givenAgency } from '../../../support/testAgency.ts';

const SERIES = 'series(indicator: "members-disciplined", organisation: "ha-tinh-khoi", unit: "person")';

describe('given queries that a subgraph compiles', () => {
  it.each([
    ['figures', '{ invented { observations { nodes { value indicator { code } } totalCount } } }'],
    ['reasons of corrections', '{ invented { releases { number correction { reason words } } } }'],
    ['revisions', `{ invented { ${SERIES} { points { time revision { count } } } } }`],
    [
      'an alias and a fragment',
      '{ a: invented { ...F } } fragment F on InventedAgency { observations { totalCount } }',
    ],
    [
      'a required variable with a default',
      'query ($n: Int! = 1) { invented { observations(first: $n) { totalCount } } }',
    ],
    [
      'a variable that is not given',
      'query ($n: Int!) { invented { observations(first: $n) { totalCount } } }',
    ],
    ['an unknown code', '{ invented { observations(indicators: ["x"]) { totalCount } } }'],
  ])(
    'when %s are asked for, then the answer is that of graphql-js, also the second time',
    async (_what, query) => {
      const agency = await givenAgency([givenRelease()]);
      const { post } = await serve(agency);
      const expected = JSON.parse(JSON.stringify(await agency.ask(query))) as {
        data?: unknown;
        errors?: unknown[];
      };

      for (let time = 0; time < 2; time += 1) {
        const told = (await (await post(JSON.stringify({ query }))).json()) as typeof expected;
        expect(told.data).toEqual(expected.data);
        expect(told.errors?.length).toBe(expected.errors?.length);
      }
    },
  );
});

describe('given the types of all subgraphs', () => {
  it('when a member is a function, then it is known as a lazy field, or one of mutations', () => {
    const files = ['subgraphs', 'schema/graphql'].flatMap((folder) =>
      readdirSync(folder, { recursive: true, encoding: 'utf8' })
        .filter((name) => name.endsWith('.ts'))
        .map((name) => join(folder, name)),
    );
    const members = files.flatMap((file) =>
      [...readFileSync(file, 'utf8').matchAll(/\)\n {2}(?:readonly )?(\w+)!?: .*\(\) =>/g)].map(
        ([, name]) => name,
      ),
    );

    const ofMutations = ['draftHash'];
    expect(members.sort()).toEqual([...LAZY_FIELDS.map((name) => name.split('.')[1]), ...ofMutations].sort());
  });
});
