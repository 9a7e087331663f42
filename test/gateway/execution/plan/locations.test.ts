import type { FlattenNodePathSegment } from '@graphql-hive/router-query-planner';
import { describe, expect, it } from 'vitest';

import { compileLocations } from '../../../../gateway/execution/plan/locations.ts';
import { pathKeys } from '../../../../gateway/execution/responsePath.ts';
import { consumerSchema } from '../support/federation.ts';

const data = {
  one: { __typename: 'Decree', below: { n: 1 } },
  many: [
    { __typename: 'Decree', below: [[{ n: 2 }], null] },
    { __typename: 'Circular', below: { n: 3 } },
    { below: {} },
  ],
};

const field = (name: string): FlattenNodePathSegment => ({ Field: name });
const type = (...names: string[]): FlattenNodePathSegment => ({ TypeCondition: names });

describe('given data with objects in lists and of several types', () => {
  it.each([
    ['to the root', [], ['']],
    ['through a field', [field('one'), field('below')], ['one.below']],
    [
      'through lists of lists',
      [field('many'), '@', field('below'), '@'],
      ['many.0.below.0.0', 'many.1.below', 'many.2.below'],
    ],
    ['through a type, or one that is not told', [field('many'), '@', type('Decree')], ['many.0', 'many.2']],
    [
      'through the type that includes all',
      [field('many'), '@', type('Document')],
      ['many.0', 'many.1', 'many.2'],
    ],
    ['to what is not there', [field('none'), field('below')], []],
    ['to what every object inherits', [field('constructor')], []],
  ] satisfies [string, FlattenNodePathSegment[], string[]][])(
    'when a path leads %s, then it finds them in order',
    (_, path, expected) => {
      const found = compileLocations(consumerSchema, path)(data);

      expect(found.map((target) => pathKeys(target.path).join('.'))).toEqual(expected);
    },
  );
});
