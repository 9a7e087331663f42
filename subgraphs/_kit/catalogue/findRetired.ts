import { fault, type Fault } from '../../../schema/errors/index.ts';
import type { ObservationIdentity, Retirable } from '../../../schema/values/index.ts';
import type { Catalogue } from './catalogue.ts';

/** A retired code that a figure uses. */
export interface RetiredUse {
  /** The column that names it. */
  readonly column: 'indicator' | 'unit' | 'breakdown';
  /** The dimension of a code of the breakdown; null for the others. */
  readonly dimension: string | null;
  readonly fault: Fault;
}

/** The retired codes that a figure uses: indicator, unit, then its breakdown. A new figure may use none. */
export function findRetired(
  { indicator, unit, breakdown }: Pick<ObservationIdentity, 'indicator' | 'unit' | 'breakdown'>,
  { indicators, units, codes }: Catalogue,
): readonly RetiredUse[] {
  const use = (
    column: RetiredUse['column'],
    dimension: string | null,
    what: string,
    value: string,
    entry: Retirable | undefined,
  ): readonly RetiredUse[] => {
    if (!entry?.retired) return [];
    const { supersededBy } = entry.retired;
    return [{ column, dimension, fault: fault('CODE_RETIRED', { what, value, supersededBy }) }];
  };
  return [
    ...use('indicator', null, 'Indicator', indicator, indicators.get(indicator)),
    ...use('unit', null, 'Unit', unit, units.get(unit)),
    ...Object.entries(breakdown).flatMap(([dimension, code]) =>
      use('breakdown', dimension, `Code of dimension "${dimension}"`, code, codes.get(dimension)?.get(code)),
    ),
  ];
}
