import { readFileSync } from 'node:fs';
import { relative } from 'node:path';

import { fault, RefusedFile, type Fault, type FileFault } from '../../../schema/errors/index.ts';
import type { Label } from '../../../schema/values/index.ts';
import { readTable, type Columns, type TableRow } from './readTable.ts';

const CODE = /^[a-zA-Z0-9]+(-[a-zA-Z0-9]+)*$/;

/** Collects what is wrong with one file of codes and labels while it is read. */
export class FileReading {
  readonly faults: FileFault[] = [];
  readonly file: string;

  constructor(path: string) {
    this.file = relative(process.cwd(), path);
  }

  rows(path: string, columns: Columns): readonly TableRow[] {
    const table = readTable(this.file, readFileSync(path), columns);
    this.faults.push(...table.faults);
    return table.rows;
  }

  refuse(row: number, column: string, what: Fault): void {
    this.faults.push({ file: this.file, row, column, fault: what });
  }

  /** The code of a row, refused where it is malformed or taken. */
  code({ row, cells }: TableRow, taken: ReadonlyMap<string, unknown>): string {
    const code = cells.code ?? '';
    if (!CODE.test(code)) {
      this.refuse(
        row,
        'code',
        fault('CELL_INVALID', { value: code, expected: 'letters and digits joined by "-"' }),
      );
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
  text({ row, cells }: TableRow, name: 'label' | 'definition' | 'title'): Label {
    for (const column of [`${name}_vi`, `${name}_en`]) {
      if (!cells[column]) this.refuse(row, column, fault('CELL_REQUIRED', { expected: `a ${name}` }));
    }
    return { VI: cells[`${name}_vi`] ?? '', EN: cells[`${name}_en`] ?? '' };
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
      if (!known.has(value))
        this.refuse(row, column, fault('CODE_UNKNOWN', { what, value, known: [...known.keys()] }));
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
    throw new RefusedFile([...this.faults].sort((a, b) => (a.row ?? 0) - (b.row ?? 0)));
  }
}
