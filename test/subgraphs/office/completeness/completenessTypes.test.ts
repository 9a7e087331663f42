import { graphql, printSchema, type GraphQLSchema } from 'graphql';
import { buildSchemaSync, Query, Resolver } from 'type-graphql';
import { describe, expect, it } from 'vitest';

import type { Completeness } from '../../../../subgraphs/office/completeness/completeness.ts';
import { CompletenessType } from '../../../../subgraphs/office/completeness/completenessTypes.ts';
import { dataOf } from '../../../support/answers.ts';
import { givenCompleteness, givenObligation, givenStanding } from './given.ts';

let shown: Completeness = givenCompleteness();

@Resolver()
class CompletenessResolver {
  @Query(() => CompletenessType)
  completeness(): Completeness {
    return shown;
  }
}

const schema: GraphQLSchema = buildSchemaSync({ resolvers: [CompletenessResolver], validate: false });

const QUERY = `{ completeness { expected received sections {
  agency organisation status calendar dueAt publishedAt late figures missing { indicator reason }
} } }`;

describe('given the completeness of a report', () => {
  it('when it is asked for in the graph, then it is what was judged', async () => {
    const indicators = new Map([['members-disciplined', 'NOT_COLLECTED']] as const);
    shown = givenCompleteness({
      agencies: ['inspection', 'office'],
      obligations: [givenObligation({ calendar: 'ADMINISTRATIVE' })],
      standings: { inspection: [givenStanding({ indicators })] },
    });

    const answer = dataOf(await graphql({ schema, source: QUERY }));

    expect(answer).toEqual({
      completeness: {
        expected: 1,
        received: 1,
        sections: [
          {
            agency: 'inspection',
            organisation: 'ha-tinh-khoi',
            status: 'PUBLISHED',
            calendar: 'ADMINISTRATIVE',
            dueAt: '2024-03-29T16:59:59.999Z',
            publishedAt: '2024-04-10T02:00:00.000Z',
            late: true,
            figures: 2,
            missing: [{ indicator: 'members-disciplined', reason: 'NOT_COLLECTED' }],
          },
          {
            agency: 'office',
            organisation: 'ha-tinh-khoi',
            status: 'UNREACHABLE',
            calendar: null,
            dueAt: null,
            publishedAt: null,
            late: false,
            figures: null,
            missing: [],
          },
        ],
      },
    });
  });

  it('when the statuses are listed, then they are the eight that a section can have', () => {
    const [, values = ''] = /enum SectionStatus \{([^}]*)\}/.exec(printSchema(schema)) ?? [];

    expect([...values.matchAll(/^ {2}(\w+)$/gm)].map(([, value]) => value)).toEqual([
      'PUBLISHED',
      'SUBMITTED',
      'RETURNED',
      'NOT_SUBMITTED',
      'NOT_DUE',
      'LATE',
      'WITHHELD',
      'UNREACHABLE',
    ]);
  });
});
