import { define } from './define.ts';
import { shortened } from './shortened.ts';

/** A file's name as it can be typed at a prompt: whoever made it up does not say what is carried out there. */
function inShell(path: string): string {
  return /^[\w./][\w./-]*$/.test(path) ? path : `'${path.replaceAll("'", "'\\''")}'`;
}

/** What is wrong with files that officers hand in, in words for people who know spreadsheets and no programs. */
export const importFaults = {
  FILE_KIND_UNKNOWN: define<{ value: string }>(
    ({ value }) =>
      `File "${value}" is of no kind that is read. Save it as an Excel workbook (.xlsx), or as "CSV UTF-8" (.csv).`,
  ),
  FILE_TOO_LARGE: define<{ what: string; limit: string; remedy?: string }>(
    ({ what, limit, remedy = 'Split it by organisation or period.' }) =>
      `The file has ${what}: at most ${limit} are read at once. ${remedy}`,
  ),
  WORKBOOK_REFUSED: define<{ reason: string; remedy: string }>(
    ({ reason, remedy }) => `The workbook is not read: ${reason}. ${remedy}`,
  ),
  FILE_NOT_JSON: define<{ reason: string }>(
    ({ reason }) =>
      `The file is not readable as JSON: ${reason}. Give a list of objects, one for each number, whose members are named as the columns of the figures CSV.`,
  ),
  // Many at once: the first of them are named.
  COLUMNS_UNKNOWN: define<{ columns: readonly string[]; count: number }>(
    ({ columns, count }) =>
      `The file has ${count} columns that are not known: ${columns.map((name) => `"${shortened(name, 40)}"`).join(', ')}${count > columns.length ? ` and ${count - columns.length} more` : ''}. ` +
      'Hand in a filled-in template, or a file with the columns of the figures CSV.',
  ),
  SHEET_UNKNOWN: define<{ value: string; known: readonly string[] }>(
    ({ value, known }) =>
      `Sheet "${value}" is not one of the template. Move its figures to ${known.map((name) => `"${name}"`).join(' or ')}, and delete it.`,
  ),
  HIDDEN_CONTENT: define<{ what: string }>(
    ({ what }) =>
      `${what} is hidden and not empty: nobody sees what would be imported. Unhide it, or delete it.`,
  ),
  CELLS_MERGED: define<{ range: string }>(
    ({ range }) =>
      `The cells ${range} are merged: it cannot be told which rows their content is about. Unmerge them, and fill every cell.`,
  ),
  CELL_REFUSED: define<{ value: string; reason: string; remedy: string }>(
    ({ value, reason, remedy }) => `The cell holds "${value}", ${reason}. ${remedy}`,
  ),
  TEMPLATE_OF_OTHER: define<{ what: string; value: string; expected: string }>(
    ({ what, value, expected }) =>
      `The template was made for ${what} "${value}", and is imported for "${expected}". Import it for "${value}", or fill in a template for "${expected}".`,
  ),
  TEMPLATE_CHANGED: define<{ what: string }>(
    ({ what }) =>
      `${what} of the template has been changed. Undo that, or fill in a new template; figures that it has no row for belong on the sheet "Số liệu khác".`,
  ),
  INDICATORS_FIRST: define<{ codes: readonly string[]; agency: string; path: string }>(
    ({ codes, agency, path }) =>
      `New indicators stand here (${codes
        .slice(0, 10)
        .map((code) => `"${code}"`)
        .join(', ')}${codes.length > 10 ? ', …' : ''}): they come in before any figures. Hand them in with ` +
      `npm run import -- ${inShell(path)} --catalogue indicators --agency ${agency}, or empty the sheet.`,
  ),
  // All that a file does not name would be gone from the report: the first of it are named.
  FIGURES_MISSING: define<{
    organisation: string;
    period: string;
    count: number;
    figures: readonly string[];
  }>(({ organisation, period, count, figures }) => {
    const [what, they] = count === 1 ? ['1 figure', 'it is'] : [`${count} figures`, 'they are'];
    const further = count > figures.length ? `; and ${count - figures.length} more` : '';
    return (
      `The file lacks ${what} of "${organisation}" for ${period}, which would be gone: ${figures.join('; ')}${further}. ` +
      `Hand in the whole report; or, if ${they} to go, say so with --remove-missing ("removesMissing").`
    );
  }),
  LINE_OF_OTHER: define<{ what: string; value: string; expected: string }>(
    ({ what, value, expected }) =>
      `The row is about ${what} "${value}", and is imported for "${expected}". Leave the cell empty, or import the file without naming the ${what}.`,
  ),
} as const;
