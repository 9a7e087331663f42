import type { FormFigure, FormIndicator, FormPart } from './form.ts';

/** What a row of the form asks for. */
export type Asked = Pick<FormFigure, 'breakdown' | 'unit' | 'unitMultiplier' | 'calendar'>;

/** Lists of codes that are longer are not laid out: a figure of them is entered on the sheet of free rows. */
const SHORT_LIST = 12;

/** So many rows at most are laid out of the combinations of an indicator's codes; others are entered on that sheet. */
export const COMBINATIONS_LAID_OUT = 30;

/**
 * What was not reported of an indicator and may be now. Where nothing was: the total, the codes of each short list, and
 * all combinations of lists where these are few; else the codes beside those that were reported, each list or combination
 * of lists by itself.
 */
export function newRows(
  indicator: FormIndicator,
  known: readonly FormFigure[],
  parts: readonly FormPart[],
): readonly Asked[] {
  const [unit] = indicator.units;
  const total: Asked | undefined =
    known.find(({ breakdown }) => breakdown.length === 0) ??
    (known.length === 0 && unit
      ? { breakdown: [], unit, unitMultiplier: 0, calendar: 'CALENDAR' }
      : undefined);
  const rows = setsOf(indicator, known, parts).flatMap((set) => {
    const model = known.find(({ breakdown }) => keyOfSet(dimensionsOf(breakdown)) === keyOfSet(set)) ?? total;
    const lists = set.map((dimension) => codesOf(dimension, parts));
    const size = lists.reduce((product, list) => product * list.length, 1);
    if (!model || size > (set.length === 1 ? SHORT_LIST : COMBINATIONS_LAID_OUT)) return [];
    return combine(lists).map((breakdown): Asked => ({ ...model, breakdown }));
  });
  return total ? [total, ...rows] : rows;
}

/** Codes of dimensions by which an indicator is broken down at once, in its order. */
type DimensionSet = readonly string[];

function setsOf(
  { dimensions }: FormIndicator,
  known: readonly FormFigure[],
  parts: readonly FormPart[],
): readonly DimensionSet[] {
  const codes = dimensions.map(({ code }) => code);
  const inOrder = (set: DimensionSet): DimensionSet => codes.filter((code) => set.includes(code));
  const single = codes.map((code) => [code]);
  if (known.length > 0) {
    const sets = [
      ...known.map(({ breakdown }) => inOrder(dimensionsOf(breakdown))),
      ...(codes.length === 1 ? single : []),
    ];
    return [...new Map(sets.map((set) => [keyOfSet(set), set])).values()].filter(({ length }) => length > 0);
  }
  const size = codes.reduce((product, code) => product * (codesOf(code, parts).length + 1), 1);
  if (size > COMBINATIONS_LAID_OUT) return single;
  return codes
    .reduce<DimensionSet[]>((sets, code) => [...sets, ...sets.map((set) => [...set, code])], [[]])
    .filter(({ length }) => length > 0);
}

function codesOf(dimension: string, parts: readonly FormPart[]): readonly FormPart[] {
  return parts.filter((part) => part.dimension.code === dimension);
}

function dimensionsOf(breakdown: readonly FormPart[]): DimensionSet {
  return breakdown.map(({ dimension }) => dimension.code);
}

function keyOfSet(set: DimensionSet): string {
  return [...set].sort().join(';');
}

/** Every choice of one code of each list. */
function combine(lists: readonly (readonly FormPart[])[]): readonly (readonly FormPart[])[] {
  return lists.reduce<readonly (readonly FormPart[])[]>(
    (chosen, list) => chosen.flatMap((some) => list.map((part) => [...some, part])),
    [[]],
  );
}
