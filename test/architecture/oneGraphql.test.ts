import { createRequire } from 'node:module';

import * as imported from 'graphql';
import { describe, expect, it } from 'vitest';

describe('given that graphql-js compares classes by identity', () => {
  it('when it is imported and required, then both are one copy', () => {
    const required = createRequire(import.meta.url)('graphql') as typeof imported;

    expect(required.GraphQLSchema).toBe(imported.GraphQLSchema);
  });
});
