import { catalogued, nearest, type CataloguedError } from '../../../schema/errors/index.ts';
import { parseDecimal, termsOf, type Rule, type Term } from '../../../schema/values/index.ts';
import type { Catalogue } from '../catalogue/catalogue.ts';

/** What a rule is held against of a catalogue. */
interface Words {
  readonly indicators: ReadonlyMap<
    string,
    { readonly units: readonly string[]; readonly dimensions: readonly string[] }
  >;
  readonly codes: ReadonlyMap<string, ReadonlyMap<string, unknown>>;
}

/**
 * Finds the catalogue of an agency; `null` is the agency that declares the rules. `UNSEEN`: nothing can be said here of
 * what that agency counts; undefined: there is no such agency, or no rule may speak of it.
 */
export type CatalogueOf = (agency: string | null) => Words | 'UNSEEN' | undefined;

/**
 * Checks that the catalogue knows all that an agency's rules name, that sums are of one unit, and that no rule is
 * declared twice. @throws RULE_INVALID naming the first rule that does not fit.
 */
export function assertRulesFit(rules: readonly Rule[], catalogue: Catalogue): void {
  const codes = new Set<string>();
  for (const rule of rules) {
    if (codes.has(rule.code)) throw invalid(rule, 'it is declared twice');
    codes.add(rule.code);
    const reason = misfitOf(rule, (agency) => (agency === null ? catalogue : undefined));
    if (reason !== null) throw invalid(rule, reason);
  }
}

function invalid(rule: Rule, reason: string): CataloguedError {
  return catalogued('RULE_INVALID', { rule: rule.code, reason });
}

/** The first thing about a rule that the catalogues contradict; `null` where it fits. */
export function misfitOf(rule: Rule, catalogueOf: CatalogueOf): string | null {
  for (const term of [...termsOf(rule), ...partTermsOf(rule)]) {
    const catalogue = catalogueOf(term.agency);
    if (!catalogue)
      return `agency "${term.agency ?? ''}" is none whose figures these rules can see: rules between agencies are a list of the office`;
    const reason = catalogue === 'UNSEEN' ? null : misfitOfTerm(term, catalogue);
    if (reason !== null) return reason;
  }
  return misfitOfEach(rule) ?? misfitOfSum(rule, catalogueOf) ?? misfitOfWeights(rule, catalogueOf(null));
}

/** What a rule says about an indicator and its dimensions, as terms. */
function partTermsOf(rule: Rule): readonly Term[] {
  const about = (indicator: string, dimensions: readonly string[]): readonly Term[] =>
    [null, ...dimensions].map((each) => ({
      agency: null,
      indicator,
      breakdown: {},
      unit: null,
      about: 'organisation',
      each,
      sumOver: null,
    }));
  switch (rule.kind) {
    case 'TOTAL_OF_PARTS':
      return about(rule.indicator, rule.dimensions);
    case 'WEIGHTED_TOTAL':
      return about(rule.count, [rule.dimension]);
    case 'STRUCTURE':
    case 'GROWTH_WITHIN_PARTS':
      return about(rule.indicator, [rule.dimension]);
    case 'NOT_BELOW_ZERO':
      return rule.except.flatMap((indicator) => about(indicator, []));
    case 'GROWTH':
    case 'ATTAINMENT':
    case 'SHARE':
      return rule.mayBeNegative.flatMap((indicator) => about(indicator, []));
    default:
      return [];
  }
}

function misfitOfTerm(term: Term, { indicators, codes }: Words): string | null {
  const indicator = indicators.get(term.indicator);
  if (!indicator)
    return `the catalogue has no indicator "${term.indicator}"${hint(term.indicator, indicators.keys())}`;
  const { units, dimensions } = indicator;
  if (term.unit !== null && !units.includes(term.unit)) {
    return `indicator "${term.indicator}" has no unit "${term.unit}"${hint(term.unit, units)}`;
  }
  const named = [...Object.keys(term.breakdown), ...[term.each, term.sumOver].filter((one) => one !== null)];
  const foreign = named.find((dimension) => !dimensions.includes(dimension));
  if (foreign !== undefined) {
    return `indicator "${term.indicator}" has no dimension "${foreign}"${hint(foreign, dimensions)}`;
  }
  for (const [dimension, code] of Object.entries(term.breakdown)) {
    const known = codes.get(dimension);
    if (!known?.has(code))
      return `dimension "${dimension}" has no code "${code}"${hint(code, known?.keys() ?? [])}`;
  }
  return null;
}

/** For each part of what it is, the subject has to say: it comes first. */
function misfitOfEach(rule: Rule): string | null {
  const [subject, ...others] = termsOf(rule);
  const stray = others.find(({ each }) => each !== null && each !== subject?.each);
  return stray
    ? `it is not about each part by "${stray.each ?? ''}", as "${stray.indicator}" in it is`
    : null;
}

/** Persons and person-times are never added together. */
function misfitOfSum(rule: Rule, catalogueOf: CatalogueOf): string | null {
  if (rule.kind !== 'SUM_ACROSS' && rule.kind !== 'STOCK_FLOW') return null;
  const units = new Set(
    termsOf(rule).flatMap(({ agency, unit, indicator }) => {
      const catalogue = catalogueOf(agency);
      const first = catalogue === 'UNSEEN' ? undefined : catalogue?.indicators.get(indicator)?.units[0];
      return unit ?? first ?? [];
    }),
  );
  return units.size > 1 ? `it adds figures of different units (${[...units].join(', ')})` : null;
}

function misfitOfWeights(rule: Rule, catalogue: ReturnType<CatalogueOf>): string | null {
  if (rule.kind !== 'WEIGHTED_TOTAL' || catalogue === 'UNSEEN') return null;
  const known = catalogue?.codes.get(rule.dimension);
  for (const [code, weight] of Object.entries(rule.weights)) {
    if (!known?.has(code)) {
      return `dimension "${rule.dimension}" has no code "${code}"${hint(code, known?.keys() ?? [])}`;
    }
    if (!parseDecimal(weight).ok) return `the weight "${weight}" of "${code}" is no plain number`;
  }
  return null;
}

function hint(value: string, known: Iterable<string>): string {
  const [suggestion] = nearest(value, known);
  return suggestion === undefined ? '' : ` (did you mean "${suggestion}"?)`;
}
