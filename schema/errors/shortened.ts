/** How many characters of what somebody has sent are said again. */
const LONGEST_REPEAT = 200;

/** A text that somebody has sent, to be said again: what is too long ends with "…". */
export function shortened(text: string, longest = LONGEST_REPEAT): string {
  if (text.length <= longest) return text;
  // Half a character would be none.
  return `${text.slice(0, longest).replace(/[\uD800-\uDBFF]$/, '')}…`;
}
