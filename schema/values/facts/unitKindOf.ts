import type { UnitKind } from '../unit.ts';
import type { FactBook } from './factBook.ts';

/** Whether a unit counts things; what is not known is taken for a measure, of which less is claimed. */
export function unitKindOf(unit: string, { vocabulary }: Pick<FactBook, 'vocabulary'>): UnitKind {
  return vocabulary.units.get(unit)?.kind ?? 'MEASURE';
}
