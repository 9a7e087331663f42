import { CheckResultType } from '../../../schema/graphql/index.ts';
import {
  checkKey,
  evaluateRules,
  termsOf,
  type CheckOutcome,
  type FactBook,
  type Instant,
  type Release,
  type Rule,
  type RuleScope,
  type Verdict,
} from '../../../schema/values/index.ts';
import type { RequestReading } from '../reading/knowledge.ts';
import type { Presenter } from '../reading/presenter.ts';
import type { SectionSource } from '../reading/sectionSource.ts';

/** What rules are judged on: some releases, as those that a report shows. */
type Judged = Pick<SectionSource, 'key' | 'releases'>;

/**
 * What an agency's rules say of a section: judged on the figures that it shows and, for bases and stocks, on all that
 * the agency holds about its organisations at the report's knowledge time. In the order of the rules.
 */
export async function checkSection(
  rules: readonly Rule[],
  source: Judged,
  reading: RequestReading,
): Promise<readonly CheckResultType[]> {
  const presenter = await reading.presenters.at(source.key.asOf);
  return checkResults(await judge(rules, source, reading), source.releases, presenter);
}

/** The same by all rules that the agency has at the report's knowledge time. */
export async function ownChecks(
  source: Judged,
  reading: RequestReading,
): Promise<readonly CheckResultType[]> {
  await reading.clock.announce(source.key.asOf);
  const { rules } = await reading.presenters.at(source.key.asOf);
  return checkSection(rules, source, reading);
}

/**
 * What an agency's rules say of one release, published or not, against all that the agency holds at `asOf`. Rules that
 * also speak of the area around an organisation are left out: which one that is, office alone knows.
 */
export async function judgeRelease(
  release: Release,
  asOf: Instant,
  reading: RequestReading,
): Promise<readonly CheckOutcome[]> {
  const { rules } = await reading.presenters.at(asOf);
  const ofOneRelease = rules.filter((rule) => termsOf(rule).every(({ about }) => about === 'organisation'));
  const { organisation, period } = release;
  const key = { organisation, period, asOf, area: null };
  return judge(ofOneRelease, { key, releases: [release] }, reading);
}

/**
 * What was found, beside what was said of it when the releases were submitted. Only with a conflict: whoever sees none,
 * because a figure is not for them, is not told of it by a note either.
 */
export function checkResults(
  outcomes: readonly CheckOutcome[],
  releases: readonly Release[],
  { catalogue }: Pick<Presenter, 'catalogue'>,
): readonly CheckResultType[] {
  const notes = new Map(
    releases.flatMap(({ acknowledgements }) =>
      acknowledgements.map(({ check, note }) => [check, note] as const),
    ),
  );
  const noteOn = (outcome: CheckOutcome): string | null =>
    outcome.finding.verdict === 'CONFLICT' ? (notes.get(checkKey(outcome)) ?? null) : null;
  return outcomes.map((outcome) => new CheckResultType(outcome, () => catalogue, noteOn(outcome)));
}

async function judge(
  rules: readonly Rule[],
  { key, releases }: Judged,
  { agency, knowledgeAt }: RequestReading,
): Promise<readonly CheckOutcome[]> {
  const { organisation, period, asOf } = key;
  const area = key.area ?? organisation;
  // Only stated comparisons are judged by what was held before.
  const stating = releases.filter(({ observations }) =>
    observations.some(({ comparisons }) => comparisons.length > 0),
  );
  const book = await knowledgeAt(asOf).datedBook([organisation, area], releases, stating);
  return outcomesOnce(
    rules,
    { organisation, area, period, own: agency, books: new Map([[agency, book]]) },
    book,
  );
}

/** By book, which lives as long as a request: however often a query asks for the checks, they are judged once. */
const found = new WeakMap<FactBook, WeakMap<readonly Rule[], Map<string, readonly CheckOutcome[]>>>();

function outcomesOnce(rules: readonly Rule[], scope: RuleScope, book: FactBook): readonly CheckOutcome[] {
  const ofBook = found.get(book) ?? new WeakMap<readonly Rule[], Map<string, readonly CheckOutcome[]>>();
  const ofRules = ofBook.get(rules) ?? new Map<string, readonly CheckOutcome[]>();
  const key = [scope.organisation, scope.area, scope.period].join('|');
  const outcomes = ofRules.get(key) ?? evaluateRules(rules, scope);
  found.set(book, ofBook);
  ofBook.set(rules, ofRules);
  ofRules.set(key, outcomes);
  return outcomes;
}

/** The results with one of the verdicts; all where none is asked for. */
export function withVerdict(
  results: readonly CheckResultType[],
  verdicts: readonly Verdict[] | null | undefined,
): readonly CheckResultType[] {
  return verdicts ? results.filter(({ verdict }) => verdicts.includes(verdict)) : results;
}
