import { fault, type Fault } from '../../../schema/errors/index.ts';
import type { FigureColumn } from '../figures/columns.ts';
import type { GridCell, TypedCell } from './grid.ts';
import { FILE_LIMITS } from './limits.ts';
import { readNumberCell } from './numberCell.ts';
import { readNumberText, type ReadForm } from './numberText.ts';
import { readWord } from './words.ts';

/** How the numbers of a row are written, and whether its figure is in per cent. */
export interface NumberReading {
  readonly form: ReadForm;
  readonly isInPercent: boolean;
}

/** A cell as the text that the figures CSV would have in that column; or why it is none. */
export function readCell(column: FigureColumn, cell: GridCell, reading: NumberReading): string | Fault {
  if (typeof cell === 'string') return readText(column, cell, reading.form);
  const what = REFUSED_KINDS[cell.kind as keyof typeof REFUSED_KINDS] as
    (typeof REFUSED_KINDS)['formula'] | undefined;
  if (what) return fault('CELL_REFUSED', { value: cell.text, ...what });
  if (cell.kind === 'date') return readDay(column, cell);
  return column === 'value' ? readNumberCell(cell, reading.isInPercent) : readWhole(cell);
}

function readText(column: FigureColumn, cell: string, form: ReadForm): string | Fault {
  const text = cell.trim();
  if (text.length > FILE_LIMITS.cellCharacters) {
    const what = `a cell of ${text.length} characters`;
    const limit = `${FILE_LIMITS.cellCharacters} characters in a cell`;
    return fault('FILE_TOO_LARGE', { what, limit, remedy: 'Shorten its text.' });
  }
  if (column === 'as_at' && form === 'vi') return isoDay(text);
  if (column !== 'value' || text === '') return readWord(column, text);
  const read = readNumberText(text, form);
  return read.ok ? read.value : fault('DECIMAL_INVALID', { value: text, expected: read.expected });
}

/** 31/03/2024 as 2024-03-31: a spreadsheet with Vietnamese settings writes days so into a CSV. What is none stays as it is. */
function isoDay(text: string): string {
  const [, day = '', month = '', year = ''] = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text) ?? [];
  return year === '' ? text : `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}

/** A spreadsheet makes days of much that is none: only where a day is asked for it is one. */
function readDay(column: FigureColumn, { text }: TypedCell): string | Fault {
  if (column === 'as_at' && /^\d{4}-\d{2}-\d{2}$/.test(text)) return text;
  return fault('CELL_REFUSED', {
    value: text,
    reason: 'which the spreadsheet keeps as a date',
    remedy:
      column === 'value'
        ? 'Format the cell as a number, and enter the figure again.'
        : 'Format the cell as text, and enter again what is meant.',
  });
}

/** 2024 as a year, 7 as a footnote; of 1.10 a spreadsheet would leave 1.1. */
function readWhole({ text }: TypedCell): string | Fault {
  if (/^\d+$/.test(text)) return text;
  return fault('CELL_REFUSED', {
    value: text,
    reason: 'which the spreadsheet keeps as a number',
    remedy: 'Format the cell as text, and enter it again.',
  });
}

const REFUSED_KINDS = {
  formula: {
    reason: 'which is a formula',
    remedy: 'Copy the cell and paste it as a value, so that the figure itself stands there.',
  },
  error: {
    reason: 'which is an error of the spreadsheet',
    remedy: 'Enter the figure, or leave the cell empty and say why there is none.',
  },
  boolean: {
    reason: 'which is neither a number nor a text',
    remedy: 'Enter what is meant in words or digits.',
  },
} as const;
