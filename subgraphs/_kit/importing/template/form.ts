import { lowerInitial, type Decimal } from '../../../../schema/values/index.ts';
import { newRows, type Asked } from './newRows.ts';

interface Labelled {
  readonly code: string;
  readonly label: string;
}

/** An indicator as the graph tells it. */
export interface FormIndicator extends Labelled {
  readonly definition: string;
  readonly retired: boolean;
  readonly group: Labelled;
  readonly units: readonly Labelled[];
  readonly dimensions: readonly Labelled[];
}

/** A code of a dimension as the graph tells it. */
export interface FormPart extends Labelled {
  readonly dimension: Labelled;
}

/** A figure that was published earlier. */
export interface FormFigure {
  readonly indicator: Pick<Labelled, 'code'>;
  readonly breakdown: readonly FormPart[];
  readonly unit: Labelled;
  readonly unitMultiplier: number;
  readonly value: Decimal | null;
  readonly calendar: string;
  readonly sources: readonly { readonly section: string }[];
}

/** What a form is laid out from; figures are those about its organisation, of the period before and of the year before. */
export interface FormMaterial {
  readonly indicators: readonly FormIndicator[];
  readonly parts: readonly FormPart[];
  readonly lastPeriod: readonly FormFigure[];
  readonly lastYear: readonly FormFigure[];
}

/** One figure that the form asks for. */
export interface FormRow {
  readonly group: string;
  readonly indicator: string;
  readonly label: string;
  /** `dimension=code;dimension=code`, sorted; empty for a total. */
  readonly breakdown: string;
  readonly breakdownLabel: string;
  readonly unit: string;
  readonly unitLabel: string;
  readonly unitMultiplier: number;
  readonly calendar: string;
  readonly lastPeriod: Decimal | null;
  readonly lastYear: Decimal | null;
  readonly section: string;
}

/**
 * The rows of a form, in the order of the catalogue: what was reported in the period before or the year before, and what
 * may be reported now ({@link newRows}).
 */
export function layOutForm(material: FormMaterial): readonly FormRow[] {
  return material.indicators.flatMap((indicator) => {
    const ofIndicator = ({ indicator: { code } }: FormFigure): boolean => code === indicator.code;
    const before = material.lastPeriod.filter(ofIndicator);
    const year = material.lastYear.filter(ofIndicator);
    const asked = new Map<string, Asked>();
    const known = [...before, ...year];
    for (const one of [...known, ...newRows(indicator, known, material.parts)]) {
      const key = keyOf(one);
      if (!asked.has(key)) asked.set(key, one);
    }
    const order = orderOf(indicator, material.parts);
    return [...asked.entries()]
      .sort(([, a], [, b]) => order(a, b))
      .map(([key, one]) => {
        const last = before.find((figure) => keyOf(figure) === key);
        const sameOfYear = year.find((figure) => keyOf(figure) === key);
        return rowOf(indicator, one, last, sameOfYear);
      });
  });
}

/** Multipliers are not part of it: the row of another period in millions is the row of this one in billions. */
function keyOf({ breakdown, unit, calendar }: Asked): string {
  return `${breakdownCode(breakdown)}|${unit.code}|${calendar}`;
}

function breakdownCode(breakdown: readonly FormPart[]): string {
  return breakdown
    .map(({ dimension, code }) => `${dimension.code}=${code}`)
    .sort()
    .join(';');
}

/**
 * Compares rows: totals first, then parts by dimensions, then combinations of them; each by their codes in the order of the
 * catalogue, and of several units the first of the indicator.
 */
function orderOf(
  { dimensions, units }: FormIndicator,
  parts: readonly FormPart[],
): (one: Asked, other: Asked) => number {
  const codes = new Map(parts.map(({ dimension, code }, index) => [`${dimension.code}=${code}`, index]));
  const placeOf = ({ breakdown, unit }: Asked): readonly number[] => {
    const inOrder = breakdown
      .map((part) => ({
        dimension: dimensions.findIndex(({ code }) => code === part.dimension.code),
        code: codes.get(`${part.dimension.code}=${part.code}`) ?? 0,
      }))
      .sort((a, b) => a.dimension - b.dimension);
    const ofUnit = units.findIndex((one) => one.code === unit.code);
    const place = [...inOrder.map((part) => part.dimension), ...inOrder.map((part) => part.code)];
    return [breakdown.length, ...place, ofUnit];
  };
  return (one, other) => {
    const [left, right] = [placeOf(one), placeOf(other)];
    return left.reduce((order, place, index) => order || place - (right[index] ?? 0), 0);
  };
}

function rowOf(
  { code, label, group }: FormIndicator,
  one: Asked,
  last: FormFigure | undefined,
  sameOfYear: FormFigure | undefined,
): FormRow {
  const multiplier = one.unitMultiplier;
  const valueIn = (figure: FormFigure | undefined): Decimal | null =>
    figure?.unitMultiplier === multiplier ? figure.value : null;
  return {
    group: group.label,
    indicator: code,
    label,
    breakdown: breakdownCode(one.breakdown),
    breakdownLabel: one.breakdown.map((part) => part.label).join('; '),
    unit: one.unit.code,
    unitLabel: unitLabel(one.unit.label, multiplier),
    unitMultiplier: multiplier,
    calendar: one.calendar === 'CALENDAR' ? '' : one.calendar,
    lastPeriod: valueIn(last),
    lastYear: valueIn(sameOfYear),
    section: last?.sources[0]?.section ?? '',
  };
}

const POWERS: ReadonlyMap<number, string> = new Map([
  [0, ''],
  [3, 'nghìn '],
  [6, 'triệu '],
  [9, 'tỷ '],
  [12, 'nghìn tỷ '],
  [15, 'triệu tỷ '],
]);

/** "tỷ đồng" for the unit "Đồng" and 9. */
function unitLabel(label: string, multiplier: number): string {
  return `${POWERS.get(multiplier) ?? `10^${multiplier} `}${lowerInitial(label)}`;
}
