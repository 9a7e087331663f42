import { describe, expect, it } from 'vitest';

import { DEFAULT_LIMITS } from '../../../gateway/operations/operationLimits.ts';
import { parseOperation } from '../../../gateway/operations/parseOperation.ts';
import { faultOf } from '../../../schema/errors/index.ts';

const LIMITS = { ...DEFAULT_LIMITS, tokens: 5 };

function refusalOf(text: string, limits = LIMITS): unknown {
  try {
    parseOperation(text, limits);
    return null;
  } catch (error) {
    return faultOf(error)?.details ?? (error as Error).message;
  }
}

describe('given five tokens that may be read', () => {
  it('when a text has five, then it is parsed', () => {
    expect(refusalOf('{ a b c }')).toBe(null);
  });

  it('when it has six, then it is refused', () => {
    expect(refusalOf('{ a b c d }')).toEqual({ what: 'tokens', limit: 5 });
  });

  it('when it is not GraphQL, then the place is told as ever', () => {
    expect(refusalOf('{ a')).toBe('Syntax Error: Expected Name, found <EOF>.');
  });
});

describe('given texts that are nested deeper than a parser can go', () => {
  it.each([
    ['fields', '{a'.repeat(200_000)],
    ['lists', `{a(b:${'['.repeat(200_000)}`],
    ['types', `query($a:${'['.repeat(200_000)}`],
  ])('when %s are nested so, then it is too large, and no mistake of ours', (_what, text) => {
    expect(refusalOf(text, { ...DEFAULT_LIMITS, tokens: 1_000_000 })).toEqual({ what: 'depth', limit: 30 });
  });
});
