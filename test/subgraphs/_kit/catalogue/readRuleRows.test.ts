import { describe, expect, it } from 'vitest';

import { figure, rule } from '../../../../schema/values/index.ts';
import type { DataRule } from '../../../../subgraphs/_kit/catalogue/dataRules.ts';
import { readRuleRows } from '../../../../subgraphs/_kit/catalogue/rules/readRuleRows.ts';
import { FileReading } from '../../../../subgraphs/_kit/csv/FileReading.ts';

/** Reads one row of these cells. */
function readRow(cells: Readonly<Record<string, string>>) {
  const reading = new FileReading('rules.csv');
  const entries = readRuleRows(reading, [{ row: 2, cells }]);
  return {
    rules: entries.map(({ entry }) => (entry as DataRule).rule),
    faults: reading.faults.map(({ column, fault }) => `${column ?? '-'} ${fault.code}`),
  };
}

describe('given a row that declares a rule', () => {
  it.each([
    [{ rule: 'total-of-parts', figure: 'a', dimension: 'd' }, rule.totalOfParts('a', 'd')],
    [{ rule: 'total-of-parts', figure: 'a', dimension: 'd;e' }, rule.totalOfParts('a', ['d', 'e'])],
    [
      { rule: 'structure', figure: 'a', dimension: 'd', options: 'parts-may-be-negative' },
      rule.structure('a', 'd', { partsMayBeNegative: true }),
    ],
    [{ rule: 'growth-within-parts', figure: 'a', dimension: 'd' }, rule.growthWithinParts('a', 'd')],
    [
      { rule: 'weighted-total', figure: 'a', parts: 'b', dimension: 'd', options: 'five=5;three=3' },
      rule.weightedTotal(figure('a'), 'b', 'd', { five: '5', three: '3' }),
    ],
    [
      { rule: 'sum-across', figure: 'a', parts: 'a[d=x;e=y]; b/VND ;c@area' },
      rule.sumAcross(figure('a'), [
        figure('a', { breakdown: { d: 'x', e: 'y' } }),
        figure('b', { unit: 'VND' }),
        figure('c', { about: 'area' }),
      ]),
    ],
    [
      { rule: 'part-of-whole', figure: 'a[d=*]', whole: 'b[d=*]' },
      rule.partOfWhole(figure('a', { each: 'd' }), figure('b', { each: 'd' })),
    ],
    [
      { rule: 'sum-across', figure: 'office:a', parts: 'party-building:b[d=x]/VND@area; c' },
      rule.sumAcross(figure('a', { agency: 'office' }), [
        figure('b', { agency: 'party-building', breakdown: { d: 'x' }, unit: 'VND', about: 'area' }),
        figure('c'),
      ]),
    ],
    [
      { rule: 'same-fact', figure: 'a[d=+]', whole: 'b' },
      rule.sameFact(figure('a', { sumOver: 'd' }), figure('b')),
    ],
    [{ rule: 'rate', figure: 'a', parts: 'b', whole: 'c' }, rule.rate(figure('a'), figure('b'), figure('c'))],
    [
      { rule: 'average', figure: 'a', parts: 'b', whole: 'c' },
      rule.average(figure('a'), figure('b'), figure('c')),
    ],
    [
      { rule: 'growth-of-quotient', figure: 'a', parts: 'b', whole: 'c' },
      rule.growthOfQuotient(figure('a'), figure('b'), figure('c')),
    ],
    [
      { rule: 'stock-flow', figure: 'a', parts: 'in;-out;-gone', options: 'outflows-open' },
      rule.stockFlow(figure('a'), {
        in: [figure('in')],
        out: [figure('out'), figure('gone')],
        outflowsOpen: true,
      }),
    ],
    [{ rule: 'not-below-zero', parts: 'a;b' }, rule.notBelowZero(['a', 'b'])],
  ])('when it is %j, then it is what code would declare', (cells, expected) => {
    expect(readRow(cells)).toEqual({ rules: [expected], faults: [] });
  });

  it('when it is about stated comparisons, then it declares the three of them', () => {
    expect(readRow({ rule: 'stated-comparisons', parts: 'a' }).rules).toEqual(
      rule.statedComparisons({ mayBeNegative: ['a'] }),
    );
  });

  it('when it says severity, source and words, then the rule has them', () => {
    const cells = {
      severity: 'WARNING',
      source_vi: 'Nguồn',
      source_en: 'Source',
      words_vi: 'Lời',
      words_en: 'Words',
    };

    expect(readRow({ rule: 'part-of-whole', figure: 'a', whole: 'b', ...cells }).rules).toEqual([
      rule.partOfWhole(figure('a'), figure('b'), {
        severity: 'WARNING',
        source: { VI: 'Nguồn', EN: 'Source' },
        words: { VI: 'Lời', EN: 'Words' },
      }),
    ]);
  });

  it.each([
    ['an unknown kind', { rule: 'total-of-part', figure: 'a' }, ['rule CODE_UNKNOWN']],
    ['the name of an object member', { rule: 'constructor', figure: 'a' }, ['rule CODE_UNKNOWN']],
    ['no figure', { rule: 'total-of-parts', dimension: 'd' }, ['figure CELL_REQUIRED']],
    [
      'a whole too much',
      { rule: 'total-of-parts', figure: 'a', dimension: 'd', whole: 'b' },
      ['whole CELL_NOT_EMPTY'],
    ],
    [
      'a part of an indicator',
      { rule: 'total-of-parts', figure: 'a[d=x]', dimension: 'd' },
      ['figure CELL_INVALID'],
    ],
    ['two dimensions', { rule: 'structure', figure: 'a', dimension: 'd;e' }, ['dimension CELL_INVALID']],
    ['two parts', { rule: 'rate', figure: 'a', parts: 'b;c', whole: 'd' }, ['parts CELL_INVALID']],
    [
      'an unknown option',
      { rule: 'stock-flow', figure: 'a', parts: 'b', options: 'open' },
      ['options CELL_INVALID'],
    ],
    [
      'no weights',
      { rule: 'weighted-total', figure: 'a', parts: 'b', dimension: 'd' },
      ['options CELL_INVALID'],
    ],
    [
      'an unknown severity',
      { rule: 'same-fact', figure: 'a', whole: 'b', severity: 'BAD' },
      ['severity CELL_INVALID'],
    ],
    [
      'words in one language',
      { rule: 'same-fact', figure: 'a', whole: 'b', words_vi: 'x' },
      ['words_en CELL_REQUIRED'],
    ],
    [
      "another agency's indicator as an exception",
      { rule: 'not-below-zero', parts: 'a;inspection:b' },
      ['parts CELL_INVALID'],
    ],
    ['a part of an exception', { rule: 'stated-comparisons', parts: 'a[d=x]' }, ['parts CELL_INVALID']],
    ['an open bracket', { rule: 'same-fact', figure: 'a[d=x', whole: 'b' }, ['figure CELL_INVALID']],
    ['a dimension twice', { rule: 'same-fact', figure: 'a[d=x;d=y]', whole: 'b' }, ['figure CELL_INVALID']],
  ])('when it has %s, then it is refused there', (_what, cells, expected) => {
    expect(readRow(cells as Readonly<Record<string, string>>)).toEqual({ rules: [], faults: expected });
  });
});
