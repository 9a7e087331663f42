import { describe, expect, it } from 'vitest';

import { operationId, readManifest } from '../../../gateway/operations/manifest.ts';
import { makeManifest } from '../../../scripts/manifestFile.ts';

const QUERY = 'query Q { organisations { code } }';
const ID = 'd0c5d6b9';
const HEAD = { format: 'apollo-persisted-query-manifest', version: 1 };

describe('given texts of operations', () => {
  it('when a manifest is made of them, then it names each once, and reads as it was made', () => {
    const manifest = makeManifest([QUERY, 'mutation { __typename }', QUERY]);

    expect(manifest).toEqual({
      ...HEAD,
      operations: [
        { id: operationId(QUERY), name: 'Q', type: 'query', body: QUERY },
        {
          id: operationId('mutation { __typename }'),
          name: null,
          type: 'mutation',
          body: 'mutation { __typename }',
        },
      ],
    });
    expect([...readManifest(JSON.stringify(manifest))]).toEqual([
      [operationId(QUERY), QUERY],
      [operationId('mutation { __typename }'), 'mutation { __typename }'],
    ]);
  });

  it('when one is no GraphQL, then none is made', () => {
    expect(() => makeManifest([QUERY, '{'])).toThrow(/Syntax Error/);
  });
});

describe('given a file that is no manifest', () => {
  it.each([
    ['no JSON', '{'],
    ['another format', JSON.stringify({ format: 'else', version: 1, operations: [] })],
    ['another version', JSON.stringify({ ...HEAD, version: 2, operations: [] })],
    ['no operations', JSON.stringify(HEAD)],
    ['an entry of nothing', JSON.stringify({ ...HEAD, operations: [null] })],
    ['a text that was changed', JSON.stringify({ ...HEAD, operations: [{ id: ID, body: QUERY }] })],
  ])('when it has %s, then it throws', (_what, json) => {
    expect(() => readManifest(json)).toThrow();
  });
});
