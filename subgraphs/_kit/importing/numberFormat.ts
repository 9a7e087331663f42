/** What a number format shows of a number. */
export interface Shown {
  readonly isPercent: boolean;
  /** Decimals that are always shown, and that are shown at most; null where it shows what there is. */
  readonly decimals: { readonly least: number; readonly most: number } | null;
  /** Whether it shows thousands or millions of the number. */
  readonly isScaled: boolean;
}

/** Why it cannot be told what people see. */
export interface Unsure {
  readonly reason: string;
}

/** One of up to four parts of a format, for positive numbers, negative ones, zero, and texts. */
interface Section {
  /** Its codes, with signs and brackets that are not quoted. */
  readonly codes: string;
  /** What it writes beside the digits. */
  readonly words: string;
  /** Colours, currencies and conditions, as they stand in square brackets. */
  readonly marks: string;
}

const GENERAL = { isPercent: false, decimals: null, isScaled: false };

/** How a spreadsheet shows a number of that sign in a number format, such as `#,##0.0;(#,##0.0);"-"`. */
export function shownIn(format: string, sign: -1 | 0 | 1): Shown | Unsure {
  const sections = sectionsOf(format);
  if (sections.some(({ marks }) => /\[[<>=]/.test(marks))) {
    return { reason: 'in a number format that depends on how large it is' };
  }
  const own = sign < 0 && sections.length > 1 ? 1 : sign === 0 && sections.length > 2 ? 2 : 0;
  const section = sections[own];
  if (!section) return GENERAL;
  const { codes, words, marks } = section;
  if (/%|tỷ|tỉ|triệu|nghìn|ngàn|trăm/i.test(words)) {
    return { reason: `and its number format writes "${words.trim()}" beside it` };
  }
  if (own === 2 && /^\s*[-–—]\s*$/.test(codes.replaceAll('?', '') + words)) {
    return { ...GENERAL, decimals: { least: 0, most: 0 } };
  }
  const hasSign = /[-(–−]/.test(codes + words) || /\[red\]/i.test(marks);
  if (own === 1 && !hasSign) return { reason: 'and its number format hides that it is negative' };
  return own !== 1 && /^[^0#?]*[-(]/.test(codes)
    ? { reason: 'and its number format shows it as negative' }
    : shownBy(codes);
}

function shownBy(codes: string): Shown | Unsure {
  if (/^[^0#?]*(general|@)/i.test(codes)) return GENERAL;
  const match = /^[^0#?e/]*[0#?][0#?,]*(?:\.([0#?]*))?(,*)[^0#?e/]*$/i.exec(codes);
  if (!match) return { reason: 'in a number format that does not show its digits' };
  const decimals = match[1] ?? '';
  return {
    isPercent: codes.includes('%'),
    isScaled: /[0#?],+(?![0#?,])/.test(codes),
    decimals: { least: decimals.replaceAll(/[^0]/g, '').length, most: decimals.length },
  };
}

/** Quoted and escaped characters are words; `_x` and `*x` are blanks. */
function sectionsOf(format: string): readonly Section[] {
  const sections = [{ codes: '', words: '', marks: '' }];
  for (const [token] of format.matchAll(/"[^"]*"|\\.|_.|\*.|\[[^\]]*\]|[^]/g)) {
    const section = sections.at(-1);
    if (token === ';') sections.push({ codes: '', words: '', marks: '' });
    else if (!section || token.startsWith('_') || token.startsWith('*')) continue;
    else if (token.startsWith('"')) section.words += token.slice(1, -1);
    else if (token.startsWith('\\')) section.words += token.slice(1);
    else if (token.startsWith('[')) section.marks += token;
    else section.codes += token;
  }
  return sections;
}
