import { fault, type Fault } from '../../../schema/errors/index.ts';
import type { FigureColumn } from '../figures/columns.ts';

/** What officers say for codes of closed lists, in the order in which drop-downs offer them. */
export const WORDS = {
  qualifier: {
    NEARLY: 'gần',
    ABOUT: 'khoảng',
    OVER: 'trên',
    AT_LEAST: 'ít nhất',
    AT_MOST: 'không quá',
  },
  stage: { FINAL: 'chính thức', PRELIMINARY: 'sơ bộ', ESTIMATED: 'ước', PLANNED: 'kế hoạch' },
  missing: {
    NOT_COLLECTED: 'không thu thập',
    NOT_APPLICABLE: 'không áp dụng',
    NOT_YET_AVAILABLE: 'chưa có số liệu',
    WITHHELD: 'không công bố',
  },
  confidentiality: { PUBLIC: 'công khai', INTERNAL: 'nội bộ', RESTRICTED: 'hạn chế' },
  calendar: { CALENDAR: 'dương lịch', ADMINISTRATIVE: 'lịch hành chính' },
} as const satisfies Partial<Record<FigureColumn, Readonly<Record<string, string>>>>;

/**
 * The code that a word of a column stands for; codes, and the texts of other columns, stay as they are. What looks like a
 * code is left to be refused as one.
 */
export function readWord(column: FigureColumn, word: string): string | Fault {
  const words: Readonly<Record<string, string>> | undefined = Object.hasOwn(WORDS, column)
    ? WORDS[column as keyof typeof WORDS]
    : undefined;
  if (words === undefined || word === '' || /^[A-Z_]+$/.test(word)) return word;
  const said = word.normalize('NFC').toLowerCase();
  const code = Object.entries(words).find(([, known]) => known === said)?.[0];
  if (code !== undefined) return code;
  const known = Object.values(words);
  return fault('CELL_INVALID', { value: word, expected: known.map((one) => `"${one}"`).join(', '), known });
}
