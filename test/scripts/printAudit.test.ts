import { describe, expect, it } from 'vitest';

import { auditEntryLine } from '../../scripts/printAudit.ts';
import type { EntryKind } from '../../schema/values/index.ts';
import { auditEntryOf } from '../../subgraphs/_kit/auditing/auditEntry.ts';
import { givenMove } from '../support/moves.ts';

/** The words of the log's line about an entry with some body. */
function wordsAfter(kind: EntryKind, body: unknown): string {
  const entry = auditEntryOf({ ...givenMove({ kind }), body: body as Readonly<Record<string, unknown>> });
  return auditEntryLine('inspection', entry).split('  request -')[1]!;
}

describe('given an entry that tells why', () => {
  it.each<[EntryKind, unknown, string]>([
    ['RETURN', { reasons: ['thiếu nguồn', 'sai đơn vị'] }, '  "thiếu nguồn"  "sai đơn vị"'],
    ['WITHDRAW', { reason: 'nhầm đơn vị' }, '  "nhầm đơn vị"'],
    ['SAVE', { correction: { reason: 'LATE_DATA', words: 'số liệu về muộn' } }, '  "số liệu về muộn"'],
    ['PUBLISH', { correction: { reason: 'LATE_DATA', words: 'số liệu về muộn' } }, '  "số liệu về muộn"'],
    ['SAVE', { correction: null }, ''],
    ['SUBMIT', { acknowledgements: [{ check: 'a', note: 'đúng nguồn' }] }, ''],
    ['APPROVE', { reason: 'not one of its own' }, ''],
  ])('when %s is printed with %j, then that stands at the end', (kind, body, expected) => {
    expect(wordsAfter(kind, body)).toBe(expected);
  });

  it.each([
    ['ends its quotation marks', 'a"  "b', String.raw`"a\"  \"b"`],
    ['breaks the line', 'a\nb\u2028c', String.raw`"a\nb\u2028c"`],
    ['steers the terminal', '\u001b[2J\u009b2J', String.raw`"\u001b[2J\u009b2J"`],
    ['turns the direction', 'a\u202eb\u{e0041}', String.raw`"a\u202eb\u{e0041}"`],
  ])('when a text %s, then that is made visible', (_what, reason, expected) => {
    expect(wordsAfter('WITHDRAW', { reason })).toBe(`  ${expected}`);
  });

  it.each<[string, unknown, string]>([
    [
      'new, changed and retired entries of two lists',
      {
        put: [
          { kind: 'indicator', key: 'tea', entry: {} },
          { kind: 'indicator', key: 'gifts', entry: {} },
          { kind: 'code', key: 'form=warning', entry: { retired: { supersededBy: null } } },
          { kind: 'indicator', key: 'tea-area', entry: {} },
        ],
        added: ['tea', 'tea-area'],
      },
      '  "indicator new: tea, tea-area"  "indicator changed: gifts"  "code retired: form=warning"',
    ],
    [
      '22 entries',
      { put: Array.from({ length: 22 }, (_, at) => ({ kind: 'rule', key: `r${at}`, entry: {} })), added: [] },
      '  "rule changed: r0, r1, r2, r3, r4, r5, r6, r7, r8, r9, r10, r11, r12, r13, r14, r15, r16, r17, r18, r19 and 2 more"',
    ],
    [
      'what is left of one that was tampered with',
      { put: [null, 7, { kind: 'unit' }, { kind: 'unit', key: 'a' }] },
      '  "unit changed: a"',
    ],
    ['nothing that is left', { put: 'one', added: 7 }, ''],
  ])('when a change of the catalogue has %s, then they are told', (_what, body, expected) => {
    expect(wordsAfter('CATALOGUE', body)).toBe(expected);
  });

  it.each<[EntryKind, unknown]>([
    ['CATALOGUE', null],
    ['RETURN', null],
    ['RETURN', { reasons: 'one' }],
    ['RETURN', { reasons: [7, null] }],
    ['WITHDRAW', {}],
    ['SAVE', { correction: 'one' }],
    ['PUBLISH', 'nothing left'],
  ])('when the body of %s was tampered with to be %j, then no words are told', (kind, body) => {
    expect(wordsAfter(kind, body)).toBe('');
  });
});
