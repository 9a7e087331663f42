import {
  checkExpression,
  createFactBook,
  evaluateRules,
  type CheckOutcome,
  type FactBook,
  type FactVocabulary,
  type Observation,
  type Period,
  type Release,
  type Rule,
  type RuleScope,
} from '../../schema/values/index.ts';
import { givenVocabulary } from './book.ts';
import { givenObservation, givenRelease, type Plain } from './given.ts';
import { april } from './stores.ts';

/** Indicators of the invented agency that only rules speak of: code, first unit and others, basis. */
const INDICATORS: readonly (readonly [string, readonly [string, ...string[]], 'STOCK' | 'FLOW'])[] = [
  ['members', ['person'], 'STOCK'],
  ['members-admitted', ['person'], 'FLOW'],
  ['members-left', ['person'], 'FLOW'],
  ['members-removed', ['person'], 'FLOW'],
  ['commissions', ['commission'], 'FLOW'],
  ['commission-members', ['person'], 'FLOW'],
  ['enterprises', ['enterprise'], 'FLOW'],
  ['capital', ['VND'], 'FLOW'],
  ['average-capital', ['VND'], 'FLOW'],
  ['yield', ['tonne'], 'FLOW'],
  ['harvest', ['tonne'], 'FLOW'],
  ['fields', ['square-metre'], 'FLOW'],
  ['pupils', ['person'], 'FLOW'],
  ['prize-winners', ['person'], 'FLOW'],
  ['prize-rate', ['percent'], 'FLOW'],
];

/** Dimension → code → parent, beside those of the invented catalogue. */
const CODES: Readonly<Record<string, Readonly<Record<string, string | null>>>> = {
  form: { expulsion: null, 'private-reprimand': 'reprimand' },
  level: { group: 'grassroots', province: null },
  size: { five: null, three: null },
};

/** The words of the invented agency with indicators, dimensions and codes for every kind of rule. */
export function givenRuleWords(): FactVocabulary {
  const { indicators, dimensions, codes, units } = givenVocabulary();
  const entry = indicators.get('budget-revenue')!;
  const label = (code: string) => ({ VI: `Mã ${code}`, EN: `Code ${code}` });
  const further = INDICATORS.map(([code, of, basis]) => {
    const name = code.replaceAll('-', ' ');
    return [
      code,
      { ...entry, label: { VI: `Số ${name}`, EN: `Number of ${name}` }, units: of, basis },
    ] as const;
  });
  const sized = [['size', { label: { VI: 'Cỡ', EN: 'Size' } }]] as const;
  const grown = Object.entries(CODES).map(([dimension, own]) => {
    const told = Object.entries(own).map(([code, parent]) => [code, { label: label(code), parent }] as const);
    return [dimension, new Map([...(codes.get(dimension) ?? []), ...told])] as const;
  });
  return {
    units,
    indicators: new Map([...indicators, ...further]),
    dimensions: new Map([...dimensions, ...sized]),
    codes: new Map([...codes, ...grown]),
  };
}

const WORDS = givenRuleWords();

/** A figure of an indicator in its first unit, of the first quarter of 2024 about `ha-tinh-khoi`. */
export function told(indicator: string, value: string | null, change: Plain<Observation> = {}): Observation {
  const unit = WORDS.indicators.get(indicator)!.units[0];
  return givenObservation({ indicator, value, unit, ...change });
}

/** A part by forms of discipline, levels…: `part('form=warning', '3')` of the members disciplined. */
export function part(breakdown: string, value: string | null, change: Plain<Observation> = {}): Observation {
  const pairs = breakdown.split(';').map((pair) => pair.split('=') as [string, string]);
  return told(change.indicator ?? 'members-disciplined', value, {
    breakdown: Object.fromEntries(pairs),
    ...change,
  });
}

/** What an agency holds: figures that the report shows, one release of each organisation, and further releases. */
export function givenShownBook(
  shown: readonly Observation[],
  held: readonly Plain<Release>[] = [],
  vocabulary: FactVocabulary = WORDS,
): FactBook {
  const organisations = [...new Set(shown.map(({ organisation }) => organisation))];
  const releases = organisations.map((organisation) =>
    givenRelease({
      organisation,
      observations: shown.filter((observation) => observation.organisation === organisation),
    }),
  );
  return createFactBook(vocabulary, releases, held.map(givenRelease));
}

/** A release of another period, published before the one that the report shows. */
export function earlier(period: string, ...observations: readonly Observation[]): Plain<Release> {
  return { period, publishedAt: april(1), observations };
}

/** The report of `ha-tinh-khoi` in the first quarter of 2024, for rules of the agency `inspection`. */
export function givenScope(
  book: FactBook,
  others: Readonly<Record<string, FactBook | null>> = {},
): RuleScope {
  return {
    organisation: 'ha-tinh-khoi',
    area: 'ha-tinh',
    period: '2024-Q1' as Period,
    own: 'inspection',
    books: new Map([['inspection', book], ...Object.entries(others)]),
  };
}

/** What rules say of a report: verdict, reason where there is one, and the arithmetic in Vietnamese. */
export function judged(rules: Rule | readonly Rule[], scope: RuleScope): readonly string[] {
  return evaluateRules([rules].flat(), scope).map(saidOutcome);
}

/** The same of one rule on the figures that the report shows. */
export function judgedOn(rules: Rule | readonly Rule[], ...shown: readonly Observation[]): readonly string[] {
  return judged(rules, givenScope(givenShownBook(shown)));
}

function saidOutcome(outcome: CheckOutcome): string {
  const { verdict, reason } = outcome.finding;
  return [verdict, reason, checkExpression(outcome, () => WORDS, 'VI')].filter(Boolean).join(' ');
}
