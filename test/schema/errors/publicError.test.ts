import { GraphQLError } from 'graphql';
import { describe, expect, it } from 'vitest';

import { catalogued, faultExtensions, faultOf, maskedFault } from '../../../schema/errors/index.ts';

const cursor = () => catalogued('CURSOR_INVALID', { value: 'x' });

describe('given an error', () => {
  it.each([
    ['is catalogued itself', cursor()],
    ['has a catalogued cause', new Error('outer', { cause: cursor() })],
    ['has a catalogued cause deep down', new Error('a', { cause: new Error('b', { cause: cursor() }) })],
    ['is of GraphQL, made from a catalogued one', new GraphQLError('outer', { originalError: cursor() })],
    [
      'is of GraphQL, made from one of GraphQL',
      new GraphQLError('a', { originalError: new GraphQLError('b', { originalError: cursor() }) }),
    ],
    [
      'has an original error whose cause is catalogued',
      new GraphQLError('a', { originalError: new Error('b', { cause: cursor() }) }),
    ],
  ])('when it %s, then the fault is found', (_what, error) => {
    const found = faultOf(error);

    expect(found).toMatchObject({ code: 'CURSOR_INVALID', details: { value: 'x' } });
  });

  const circular = new Error('round');
  circular.cause = circular;

  it.each([
    ['an error of a library', new TypeError('x is not a function')],
    ['an error of GraphQL itself', new GraphQLError('Syntax Error')],
    ['a text', 'CURSOR_INVALID'],
    ['nothing', undefined],
    ['something that only looks catalogued', { fault: { code: 'CURSOR_INVALID' } }],
    ['an error that is its own cause', circular],
  ])('when it is %s, then there is no fault in it', (_what, error) => {
    const found = faultOf(error);

    expect(found).toBeNull();
  });
});

describe('given an error that nobody catalogued', () => {
  const error = new Error('password "secret" refused by mongodb://10.0.0.1');

  it('when it is masked, then people see the id only', () => {
    const masked = maskedFault(
      error,
      () => 'f00',
      () => undefined,
    );

    expect(masked).toEqual({
      code: 'INTERNAL',
      message: 'Something went wrong on our side. Name "f00" when you report it.',
      details: { id: 'f00' },
    });
  });

  it('when it is masked, then the whole error is reported under that id', () => {
    const reported: unknown[] = [];

    maskedFault(
      error,
      () => 'f00',
      (id, cause) => reported.push(id, cause),
    );

    expect(reported).toEqual(['f00', error]);
  });
});

describe('given a fault', () => {
  it('when it becomes the extensions of a GraphQL error, then it keeps code and details', () => {
    const extensions = faultExtensions(cursor().fault);

    expect(extensions).toEqual({ code: 'CURSOR_INVALID', details: { value: 'x' } });
  });
});
