import { fault } from '../../../schema/errors/index.ts';
import {
  observationKey,
  RELEASE_SIZE_LIMIT,
  type Observation,
  type ObservationIdentity,
} from '../../../schema/values/index.ts';
import { inputFault, type InputFault } from './inputFault.ts';

/** How figures are changed: some put in, in the place of their like where there are any, and some left out. */
export interface FigureChanges {
  readonly put: readonly Observation[];
  readonly remove: readonly ObservationIdentity[];
}

/** The figures as changed, in their order, new ones last; with faults where the changes do not fit them. */
export function correctFigures(
  standing: readonly Observation[],
  { put, remove }: FigureChanges,
): { readonly figures: readonly Observation[]; readonly faults: readonly InputFault[] } {
  const held = new Map(standing.map((one) => [observationKey(one), one]));
  const added = new Set(put.map(observationKey));
  const faults = remove.flatMap((identity, index) => {
    const [key, path] = [observationKey(identity), ['remove', String(index)]];
    if (added.has(key)) return [inputFault(path, fault('FIGURE_REPEATED', { first: 'put' }))];
    if (held.has(key)) return [];
    return [inputFault(path, fault('FIGURE_UNKNOWN', { value: key, known: [...held.keys()] }))];
  });
  const changed = new Map([...held, ...put.map((one) => [observationKey(one), one] as const)]);
  for (const identity of remove) changed.delete(observationKey(identity));
  const figures = [...changed.values()];
  return { figures, faults: [...faults, ...faultsOfSize(figures.length)] };
}

function faultsOfSize(size: number): readonly InputFault[] {
  if (size === 0) return [inputFault(['remove'], fault('FIGURES_REQUIRED', {}))];
  if (size <= RELEASE_SIZE_LIMIT) return [];
  return [inputFault(['put'], fault('RELEASE_TOO_LARGE', { size, limit: RELEASE_SIZE_LIMIT }))];
}
