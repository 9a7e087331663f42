/** What a spreadsheet takes for the beginning of a formula, behind any number of apostrophes. */
const FORMULA = /^'*[=+\-@\t\r]/;

/**
 * A text as it may stand in a CSV file: what a spreadsheet would carry out gets an apostrophe in front. For texts only:
 * "-5" is a number, and stays one.
 */
export function inertText(text: string): string {
  return FORMULA.test(text) ? `'${text}` : text;
}

/** The inverse of {@link inertText}: takes that one apostrophe off again. */
export function plainText(cell: string): string {
  return cell.startsWith("'") && FORMULA.test(cell) ? cell.slice(1) : cell;
}
