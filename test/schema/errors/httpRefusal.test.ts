import { describe, expect, it } from 'vitest';

import { catalogued, httpRefusalOf, internalRefusal } from '../../../schema/errors/index.ts';

describe('given what ends a request', () => {
  it('when it is a fault about the request, then the answer tells it, and no cache keeps it', () => {
    const refusal = httpRefusalOf(catalogued('GATEWAY_BUSY', {}));

    expect(refusal).toEqual({
      status: 503,
      headers: {
        'content-type': 'application/json; charset=utf-8',
        'cache-control': 'no-store',
        'retry-after': '1',
      },
      body: '{"errors":[{"message":"More is asked for than can be answered. Ask again in a moment.","extensions":{"code":"GATEWAY_BUSY","details":{}}}]}',
    });
  });

  it.each([new Error('secret'), catalogued('DATE_INVALID', { value: '', expected: 'a day' }), null])(
    'when it is %s, then it is no refusal of the request',
    (error) => {
      expect(httpRefusalOf(error)).toBe(null);
    },
  );

  it('when it is a mistake of ours, then the answer names it by an id alone', () => {
    const reported: unknown[] = [];
    const error = new Error('secret');

    const refusal = internalRefusal(
      error,
      () => 'f00',
      (...said) => reported.push(said),
    );

    expect(refusal.status).toBe(500);
    expect(refusal.body).toContain('f00');
    expect(refusal.body).not.toContain('secret');
    expect(reported).toEqual([['f00', error]]);
  });
});
