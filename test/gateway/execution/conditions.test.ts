import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { ask, expectLikeOneSchema, givenPlan, runOperation } from './support/gateway.ts';

const source = /* GraphQL */ `
  query ($a: Boolean!, $b: Boolean = true, $c: Boolean!, $d: Boolean! = false) {
    reports @skip(if: $d) {
      period @include(if: $a)
      area @skip(if: $b)
      period
      partyBuilding @include(if: $b) @skip(if: $c) {
        membership {
          total
        }
        lead @include(if: $a) {
          name
        }
      }
      partyBuilding @include(if: $c) {
        lead {
          name
          label @skip(if: $a)
        }
      }
      ...Inspection @include(if: $a)
      ... on Report @skip(if: $c) {
        reconciliation
        summary @include(if: $d) {
          pages
        }
      }
    }
    documents @include(if: $b) {
      ... on Decree @include(if: $a) {
        number
        citations
      }
      ... on Document @skip(if: $c) {
        citations @skip(if: $a)
        __typename @include(if: $b)
      }
    }
    ... @include(if: $c) {
      shelves
    }
    __type(name: "Stage") @include(if: $c) {
      kind
    }
  }

  fragment Inspection on Report {
    inspection @skip(if: $b) {
      findings {
        shelf
      }
    }
    inspection @include(if: $d) {
      findings {
        number
      }
    }
  }
`;

describe('given an operation full of conditions', () => {
  it('when they come out in any way, then the answer is that of one schema', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.record(
          { a: fc.boolean(), b: fc.boolean(), c: fc.boolean(), d: fc.boolean() },
          { requiredKeys: ['a', 'c'] },
        ),
        async (variables) => {
          await expectLikeOneSchema(source, { variables });
        },
      ),
      { numRuns: 40 },
    );
  });

  it('when an agency is down besides, then the rest is that of one schema', async () => {
    const agency = fc.constantFrom('office', 'partyBuilding', 'inspection', 'archive');
    const flags = fc.record({ a: fc.boolean(), b: fc.boolean(), c: fc.boolean(), d: fc.boolean() });
    await fc.assert(
      fc.asyncProperty(agency, flags, async (dead, variables) => {
        await expectLikeOneSchema(source, { variables, dead: [dead] });
      }),
      { numRuns: 40 },
    );
  });
});

describe('given fragments that spread each other many times over', () => {
  it('when the operation is compiled, then each is read once', async () => {
    const fragments = Array.from(
      { length: 40 },
      (_, i) => `fragment F${i} on Query { ...F${i + 1} ...F${i + 1} }`,
    );
    const nested = `{ ...F0 } ${fragments.join(' ')} fragment F40 on Query { shelves }`;
    const plan = givenPlan(nested, { kind: 'Fetch', serviceName: 'archive', operation: '{ shelves }' });

    const { data } = await runOperation(plan, nested, {});

    expect(data).toEqual({ shelves: ['A', 'B'] });
  });
});

describe('given a variable that the client leaves out', () => {
  it('when its agency is asked, then it is left out there, so that the default holds', async () => {
    const named =
      'query ($l: Language, $o: ID!) { organisations { name(language: $l) } report(organisation: $o, period: "") { area } }';

    const { requests } = await expectLikeOneSchema(named, { variables: { o: 'HN' } });

    expect(requests.map(({ variables }) => Object.keys(variables))).toEqual([['o']]);
  });
});

describe('given a field whose conditions leave it out', () => {
  it('when it is the only one of its agency, then the agency is not asked', async () => {
    const answered = await ask(
      'query ($x: Boolean!) { reports { period inspection @include(if: $x) { findings { number } } } }',
      {
        variables: { x: false },
      },
    );

    expect(answered.requests.map(({ agency }) => agency)).toEqual(['office']);
  });

  it('when it is the only one of the operation, then no agency is asked', async () => {
    const answered = await ask('query ($x: Boolean!) { reports @skip(if: $x) { period } }', {
      variables: { x: true },
    });

    expect(answered).toEqual({ data: {}, errors: [], requests: [] });
  });
});
