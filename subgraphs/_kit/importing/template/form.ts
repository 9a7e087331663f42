import { lowerInitial, type Decimal } from '../../../../schema/values/index.ts';

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

/** Lists of codes that are longer are not laid out: a figure of them is entered on the sheet of free rows. */
const SHORT_LIST = 12;

type Asked = Pick<FormFigure, 'breakdown' | 'unit' | 'unitMultiplier' | 'calendar'>;

/**
 * The rows of a form, in the order of the catalogue: what was reported in the period before or the year before, and the
 * total where nothing was; with all codes of a short list where one of them was reported, or where it is the only list.
 */
export function layOutForm(material: FormMaterial): readonly FormRow[] {
  return material.indicators.flatMap((indicator) => {
    const ofIndicator = ({ indicator: { code } }: FormFigure): boolean => code === indicator.code;
    const before = material.lastPeriod.filter(ofIndicator);
    const year = material.lastYear.filter(ofIndicator);
    const asked = new Map<string, Asked>();
    const known = [...before, ...year];
    for (const one of [...known, ...otherCodes(indicator, known, material.parts)]) {
      const key = keyOf(one);
      if (!asked.has(key)) asked.set(key, one);
    }
    const order = orderOf(indicator, material.parts);
    return [...asked.entries()]
      .sort(([, a], [, b]) => order(a) - order(b))
      .map(([key, one]) => {
        const last = before.find((figure) => keyOf(figure) === key);
        const sameOfYear = year.find((figure) => keyOf(figure) === key);
        return rowOf(indicator, one, last, sameOfYear);
      });
  });
}

/** What was not reported and may be now. */
function otherCodes(
  { units, dimensions }: FormIndicator,
  known: readonly FormFigure[],
  parts: readonly FormPart[],
): readonly Asked[] {
  const [unit] = units;
  const total: readonly Asked[] =
    known.length === 0 && unit ? [{ breakdown: [], unit, unitMultiplier: 0, calendar: 'CALENDAR' }] : [];
  return dimensions
    .flatMap((dimension) => {
      const model =
        known.find(
          ({ breakdown: [first, ...rest] }) => first?.dimension.code === dimension.code && rest.length === 0,
        ) ??
        (dimensions.length === 1
          ? (known.find(({ breakdown }) => breakdown.length === 0) ?? total[0])
          : undefined);
      const codes = parts.filter((part) => part.dimension.code === dimension.code);
      if (!model || codes.length > SHORT_LIST) return [];
      return codes.map((code): Asked => ({ ...model, breakdown: [code] }));
    })
    .concat(total);
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

/** Totals first, then parts by dimension and code; of several units the first of the indicator. */
function orderOf({ dimensions, units }: FormIndicator, parts: readonly FormPart[]): (one: Asked) => number {
  const position = new Map(parts.map(({ dimension, code }, index) => [`${dimension.code}=${code}`, index]));
  return ({ breakdown, unit }) => {
    const [first] = breakdown;
    const dimension = dimensions.findIndex(({ code }) => code === first?.dimension.code) + 1;
    const code = first ? (position.get(`${first.dimension.code}=${first.code}`) ?? 0) : 0;
    const ofUnit = Math.max(
      0,
      units.findIndex((one) => one.code === unit.code),
    );
    return ((dimension * 10 + breakdown.length) * 1e5 + code) * 10 + ofUnit;
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
