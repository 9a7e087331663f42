import { describe, expect, it } from 'vitest';

import { ask, expectLikeOneSchema, givenOperation, sendInProcess } from './support/gateway.ts';
import { createWorld } from './support/world.ts';

describe('given several mutations in one operation', () => {
  const source = /* GraphQL */ `
    mutation {
      first: submitMembers(total: 1) {
        partyBuilding {
          membership {
            total
          }
          lead {
            name
          }
        }
      }
      openReport(organisation: "HN") {
        partyBuilding {
          membership {
            total
          }
        }
      }
      closeInspection {
        stage
      }
    }
  `;

  it('when they run, then each sees the effects of those before it only', async () => {
    const { data } = await expectLikeOneSchema(source);

    expect(data).toMatchObject({ first: { partyBuilding: { membership: { total: 1 } } } });
  });

  it('when they run, then all that is asked about one is asked before the next is sent', async () => {
    const { requests } = await ask(source);

    const asked = requests.map(({ operationKind, agency }) => `${operationKind} ${agency}`);
    expect(asked.filter((each) => each.startsWith('mutation'))).toEqual([
      'mutation partyBuilding',
      'mutation office',
      'mutation inspection',
    ]);
    expect(asked.indexOf('mutation office')).toBeGreaterThan(asked.indexOf('query office'));
  });

  it('when one of them is skipped, then it is not sent', async () => {
    const { requests } = await ask(
      'mutation ($x: Boolean!) { openReport(organisation: "HN") @include(if: $x) { open } closeInspection { organisationCode } }',
      { variables: { x: false } },
    );

    expect(requests.map(({ agency }) => agency)).toEqual(['inspection']);
  });
});

describe('given a compiled operation', () => {
  it('when it runs many times at once, then no run sees another', async () => {
    const compiled = givenOperation(
      'query ($o: ID!, $x: Boolean!) { report(organisation: $o, period: "2024-Q1") { organisationCode area @include(if: $x) organisation { name } contact { warnings } } }',
    );
    const run = async (o: string, x: boolean) =>
      compiled.run({
        variables: { o, x },
        send: sendInProcess(createWorld(...(o === 'DN' ? ['office'] : []))),
        brokenAnswer: () => ({ message: '', extensions: {} }),
      });

    const codes = Array.from({ length: 60 }, (_, i) => ['HN', 'CT', 'DN'][i % 3]!);
    const results = await Promise.all(codes.map((code, i) => run(code, i % 2 === 0)));

    results.forEach(({ data, errors }, i) => {
      const { report } = data as { report: { organisationCode: string; area?: string } | null };
      expect(report?.organisationCode).toBe(codes[i] === 'DN' ? undefined : codes[i]);
      expect(report !== null && 'area' in report).toBe(codes[i] !== 'DN' && i % 2 === 0);
      expect(errors?.length ?? 0).toBe(codes[i] === 'DN' ? 1 : 0);
    });
  });

  it('when the same entity stands at two places that ask it differently, then neither answers for the other', async () => {
    const { data } = await expectLikeOneSchema(
      '{ reports { a: organisation { name } b: organisation { name(language: EN) } } organisations { p: parent { name } q: parent { name(language: EN) } } }',
    );

    expect(data).toMatchObject({ organisations: [{}, { p: { name: 'Hà Nội' }, q: { name: 'Hanoi' } }] });
  });
});
