import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { formatBreakdown, parseBreakdown } from '../../../schema/values/index.ts';
import { breakdown } from '../../support/parsed.ts';

describe('given the text of a breakdown', () => {
  it.each([
    ['', {}],
    ['form=reprimand', { form: 'reprimand' }],
    ['level=grassroots-branch;form=warning', { form: 'warning', level: 'grassroots-branch' }],
    ['donor=quy-2024', { donor: 'quy-2024' }],
  ])('when %j is parsed, then it names one code per dimension', (text, expected) => {
    const parsed = parseBreakdown(text);

    expect(parsed).toEqual({ ok: true, value: expected });
  });

  it.each([
    ['form', 'dimension=code pairs joined by ";"'],
    ['form=', 'dimension=code pairs joined by ";"'],
    ['=reprimand', 'dimension=code pairs joined by ";"'],
    ['form=reprimand;', 'dimension=code pairs joined by ";"'],
    ['form=reprimand,level=branch', 'dimension=code pairs joined by ";"'],
    ['form = reprimand', 'dimension=code pairs joined by ";"'],
    ['form=khiển trách', 'dimension=code pairs joined by ";"'],
    ['__proto__=x', 'dimension=code pairs joined by ";"'],
    ['form=reprimand;form=warning', 'dimension "form" once only'],
  ])('when %j is parsed, then it is refused with what is expected', (text, expected) => {
    const parsed = parseBreakdown(text);

    expect(parsed).toEqual({ ok: false, expected });
  });

  it('when a dimension is named as a property of objects, then it is a dimension like others', () => {
    const parsed = parseBreakdown('constructor=a');

    expect(parsed).toEqual({ ok: true, value: { constructor: 'a' } });
  });
});

describe('given a breakdown', () => {
  it.each([
    [{}, ''],
    [{ form: 'warning' }, 'form=warning'],
    [{ level: 'branch', form: 'warning' }, 'form=warning;level=branch'],
  ])('when %j is written, then its dimensions stand in alphabetical order', (parts, expected) => {
    const text = formatBreakdown(parts);

    expect(text).toBe(expected);
  });

  it('when any breakdown is written and read, then it is the same', () => {
    const code = fc.stringMatching(/^[a-z0-9]+(-[a-z0-9]+)*$/);
    const anyBreakdown = fc.dictionary(code, code, { noNullPrototype: true });

    fc.assert(
      fc.property(anyBreakdown, (parts) => {
        expect(breakdown(formatBreakdown(parts))).toEqual(parts);
      }),
    );
  });
});
