import { figure, type Parsed, type Term } from '../../../../schema/values/index.ts';

const TERM = /^(?:([a-z0-9-]+):)?([a-zA-Z0-9-]+)(?:\[([^[\]]+)\])?(?:\/([a-zA-Z0-9-]+))?(@area)?$/;
const PART = /^([a-z0-9-]+)=([a-z0-9-]+|\*|\+)$/;
const EXPECTED =
  'an indicator, as in gifts, gifts[form=warning], gifts[form=*] (each reported part), gifts[form=+] (the sum of the parts where no total is reported), gifts/VND (in that unit), gifts@area or inspection:gifts (of that agency)';

/** Reads a figure of a rule: `agency:indicator[dimension=code;dimension=*]/unit@area`. */
export function parseTerm(text: string): Parsed<Term> {
  const [, agency = null, indicator, parts, unit = null, area] = TERM.exec(text.trim()) ?? [];
  const refused = { ok: false, expected: EXPECTED } as const;
  if (indicator === undefined) return refused;
  const breakdown: Record<string, string> = {};
  let each: string | null = null;
  let sumOver: string | null = null;
  for (const part of parts?.split(';') ?? []) {
    const [, dimension, code] = PART.exec(part.trim()) ?? [];
    if (dimension === undefined || code === undefined || Object.hasOwn(breakdown, dimension)) return refused;
    if ((code === '*' && each !== null) || (code === '+' && sumOver !== null)) return refused;
    if (code === '*') each = dimension;
    else if (code === '+') sumOver = dimension;
    else breakdown[dimension] = code;
  }
  const about = area === undefined ? 'organisation' : 'area';
  return { ok: true, value: figure(indicator, { agency, breakdown, unit, about, each, sumOver }) };
}

/** Takes a list apart at ";", but not within brackets. */
export function splitTerms(text: string): readonly string[] {
  return [...text.matchAll(/(?:[^;[]|\[[^\]]*\]?)+/g)].map(([one]) => one.trim()).filter((one) => one !== '');
}
