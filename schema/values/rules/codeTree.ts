import type { Breakdown } from '../breakdown.ts';
import type { Fact, FactVocabulary } from '../facts/factBook.ts';
import { lineageOf } from '../indicator.ts';

/** Some dimensions by which a total is broken down together, with the parents of their codes. */
export interface CodeTree {
  readonly dimensions: readonly string[];
  readonly codes: FactVocabulary['codes'];
}

/** The codes of a part, one of each dimension, as one text. */
type Cell = string;

/** Whether a part lies below the total's own codes of the dimensions; always, where the total has none of them. */
export function isWithin(part: Breakdown, total: Breakdown, tree: CodeTree): boolean {
  return tree.dimensions.every((dimension) => {
    const around = total[dimension];
    return (
      around === undefined ||
      lineageOf(part[dimension] ?? '', tree.codes.get(dimension))
        .slice(1)
        .includes(around)
    );
  });
}

/** The outermost of some parts; none where some of these lie across each other, so that they do not add up. */
export function disjointParts(parts: readonly Fact[], tree: CodeTree): readonly Fact[] {
  const told = new Set(parts.map((part) => cellsOf(part, tree)[0]));
  const outermost = parts.filter(
    (part) =>
      !cellsOf(part, tree)
        .slice(1)
        .some((cell) => told.has(cell)),
  );
  // Only codes below others can lie across each other, of two dimensions at least.
  const inner = tree.dimensions.length < 2 ? [] : outermost.filter((part) => cellsOf(part, tree).length > 1);
  const isMixed = inner.some((a, index) => inner.slice(index + 1).some((b) => liesAcross(a, b, tree)));
  return isMixed ? [] : outermost;
}

/** Tells of a part whether it is one of some others, lies within one, or around one. */
export function coverageOf(others: readonly Fact[], tree: CodeTree): (part: Fact) => boolean {
  const told = new Set(others.map((one) => cellsOf(one, tree)[0]));
  const around = new Set(others.flatMap((one) => cellsOf(one, tree)));
  return (part) => {
    const [own = '', ...outer] = cellsOf(part, tree);
    return around.has(own) || outer.some((cell) => told.has(cell));
  };
}

/** Whether some things may belong to both: of each dimension, the code of one lies within that of the other. */
function liesAcross(a: Fact, b: Fact, tree: CodeTree): boolean {
  const others = linesOf(b, tree);
  return linesOf(a, tree).every((line, index) => {
    const other = others[index] ?? [];
    return line.includes(other[0] ?? '') || other.includes(line[0] ?? '');
  });
}

/** The cell of a part, then those that it lies within. */
function cellsOf(part: Fact, tree: CodeTree): readonly Cell[] {
  return linesOf(part, tree).reduce<readonly Cell[]>(
    (cells, line) => cells.flatMap((cell) => line.map((code) => `${cell}|${code}`)),
    [''],
  );
}

function linesOf({ observation }: Fact, tree: CodeTree): readonly (readonly string[])[] {
  return tree.dimensions.map((dimension) =>
    lineageOf(observation.breakdown[dimension] ?? '', tree.codes.get(dimension)),
  );
}
