import { readFileSync } from 'node:fs';
import { relative } from 'node:path';

import { fault, RefusedFile, type Fault, type FileFault } from '../../../schema/errors/index.ts';
import type { Label, Retirable } from '../../../schema/values/index.ts';
import { readTable, type Columns, type TableRow } from './readTable.ts';

/** How many faults of a file say what may be meant. */
const MOST_HINTS = 100;

/** What codes of a list look like. */
export interface CodeForm {
  readonly pattern: RegExp;
  readonly expected: string;
}

/** Codes that figures are told apart by: `form=warning`, organisations. */
export const PLAIN_CODE: CodeForm = {
  pattern: /^(?=.{1,100}$)[a-z0-9]+(-[a-z0-9]+)*$/,
  expected: 'small letters and digits joined by "-"',
};

const ANY_CODE: CodeForm = {
  pattern: /^(?=.{1,100}$)[a-zA-Z0-9]+(-[a-zA-Z0-9]+)*$/,
  expected: 'letters and digits joined by "-"',
};

/** What a text may hold at most, and what it must not: it stands in one line of reports. */
const LONGEST_TEXT = 2000;
const UNPRINTABLE = /\p{Cc}/u;

/** Collects what is wrong with one file of codes and labels while it is read. */
export class FileReading {
  readonly faults: FileFault[] = [];
  readonly file: string;

  constructor(path: string) {
    this.file = relative(process.cwd(), path);
  }

  rows(path: string, columns: Columns): readonly TableRow[] {
    return this.table(readFileSync(path), columns);
  }

  /** The rows of a CSV that came as bytes. */
  table(bytes: Uint8Array, columns: Columns): readonly TableRow[] {
    const table = readTable(this.file, bytes, columns);
    this.faults.push(...table.faults);
    return table.rows;
  }

  refuse(row: number, column: string, what: Fault): void {
    this.faults.push({ file: this.file, row, column, fault: what });
  }

  /** The code of a row, refused where it is malformed or taken. */
  code({ row, cells }: TableRow, taken: ReadonlyMap<string, unknown>, form: CodeForm = ANY_CODE): string {
    const code = cells.code ?? '';
    if (!form.pattern.test(code)) {
      this.refuse(row, 'code', fault('CELL_INVALID', { value: code, expected: form.expected }));
    } else if (taken.has(code)) {
      this.refuse(
        row,
        'code',
        fault('CELL_INVALID', { value: code, expected: 'a code that no other row has' }),
      );
    }
    return code;
  }

  /** A required text in both languages, from the columns `<name>_vi` and `<name>_en`. */
  text({ row, cells }: TableRow, name: 'label' | 'definition' | 'title' | 'source' | 'words'): Label {
    for (const column of [`${name}_vi`, `${name}_en`]) {
      const text = cells[column] ?? '';
      if (text === '') this.refuse(row, column, fault('CELL_REQUIRED', { expected: `a ${name}` }));
      if (text.length <= LONGEST_TEXT && !UNPRINTABLE.test(text)) continue;
      const expected = `one line of at most ${LONGEST_TEXT} characters`;
      this.refuse(row, column, fault('CELL_INVALID', { value: text.slice(0, 40), expected }));
    }
    return { VI: cells[`${name}_vi`] ?? '', EN: cells[`${name}_en`] ?? '' };
  }

  /** Whether the row's code is retired, by the columns `retired` and `superseded_by`; what supersedes it may stand below. */
  retirement({ row, cells }: TableRow): Retirable {
    const [value = '', by = ''] = [cells.retired, cells.superseded_by];
    if (value !== '' && value !== 'yes')
      this.refuse(row, 'retired', fault('CELL_INVALID', { value, expected: '"yes", or an empty cell' }));
    return value === 'yes' || by !== '' ? { retired: { supersededBy: by || null } } : {};
  }

  /** Codes joined by ";", each of which must be known. */
  references(
    { row, cells }: TableRow,
    column: string,
    what: string,
    known: ReadonlyMap<string, unknown>,
  ): string[] {
    const codes = (cells[column] ?? '').split(';').filter((code) => code !== '');
    for (const value of codes) {
      if (known.has(value)) continue;
      // What may be meant is looked for among all codes: not for every row of a file that is wholly wrong.
      const meant = this.faults.length < MOST_HINTS ? [...known.keys()] : [];
      this.refuse(row, column, fault('CODE_UNKNOWN', { what, value, known: meant }));
    }
    return codes;
  }

  oneOf<Member extends string>(
    { row, cells }: TableRow,
    column: string,
    members: readonly [Member, ...Member[]],
  ): Member {
    const value = cells[column] ?? '';
    const found = members.find((member) => member === value);
    if (found === undefined)
      this.refuse(row, column, fault('CELL_INVALID', { value, expected: members.join(' or ') }));
    return found ?? members[0];
  }

  /** @throws RefusedFile when anything was wrong. */
  finish(): void {
    if (this.faults.length === 0) return;
    throw new RefusedFile(this.inOrder());
  }

  /** What is wrong, in the order of the rows. */
  inOrder(): readonly FileFault[] {
    return [...this.faults].sort((a, b) => (a.row ?? 0) - (b.row ?? 0));
  }
}
