import { nearest } from '../schema/errors/index.ts';
import { checkExpression, ruleText, VERDICTS, type CheckOutcome } from '../schema/values/index.ts';
import { createCommand } from './createCommand.ts';
import {
  judge,
  readAgencies,
  readDocuments,
  type DeclaredAgency,
  type ReportedDocument,
} from './judgeDocuments.ts';
import { measureCoverage, type CoveredNumber } from './measureCoverage.ts';

const { document: wanted } = createCommand('rule-coverage')
  .description(
    'Judge the bundled documents by all rules, and measure what the rules would notice: every digit of every number\n' +
      'that takes part in a sum, share, average, attainment or growth is changed by one, and the changes that turn into\n' +
      'a conflict are counted. Exit codes: 0, 2 wrong arguments.',
  )
  .option('--document <code>', 'only this document; all where left out')
  .parse()
  .opts<{ document?: string }>();

const documents = readDocuments();
const chosen = documents.filter(({ code }) => wanted === undefined || code === wanted);
if (chosen.length === 0) {
  const [suggestion] = nearest(
    wanted ?? '',
    documents.map(({ code }) => code),
  );
  console.error(`There is no document "${wanted}".${suggestion ? ` Did you mean "${suggestion}"?` : ''}`);
  process.exit(2);
}
const agencies = await readAgencies();
for (const document of chosen) {
  printVerdicts(document, judge(document, agencies), agencies);
  printCoverage(measureCoverage(document, agencies, showProgress));
}

function printVerdicts(
  document: ReportedDocument,
  outcomes: readonly CheckOutcome[],
  declared: readonly DeclaredAgency[],
): void {
  console.log(`\n# ${document.code}`);
  console.log(['kind', ...VERDICTS].join('\t'));
  for (const kind of [...new Set(outcomes.map(({ rule }) => rule.kind))].sort()) {
    const ofKind = outcomes.filter(({ rule }) => rule.kind === kind);
    console.log([kind, ...VERDICTS.map((verdict) => count(ofKind, verdict))].join('\t'));
  }
  console.log(['all', ...VERDICTS.map((verdict) => count(outcomes, verdict))].join('\t'));
  const words = (agency: string) => declared.find(({ code }) => code === agency)?.vocabulary ?? null;
  for (const outcome of outcomes.filter(({ finding }) => finding.verdict === 'CONFLICT')) {
    console.log(
      `CONFLICT ${outcome.rule.code}: ${ruleText(outcome, words, 'VI')}: ${checkExpression(outcome, words, 'VI')}`,
    );
  }
}

function count(outcomes: readonly CheckOutcome[], verdict: (typeof VERDICTS)[number]): number {
  return outcomes.filter(({ finding }) => finding.verdict === verdict).length;
}

function printCoverage(numbers: readonly CoveredNumber[]): void {
  const testable = numbers.filter(({ isTestable }) => isTestable);
  console.log(
    `numbers in equations: ${numbers.length}, of which in one that can be told: ${testable.length}`,
  );
  console.log(
    `changes noticed: ${shareText(numbers)}; where an equation can be told: ${shareText(testable)}`,
  );
  for (const { number, changes, caught, isTestable } of numbers.filter((one) => one.caught < one.changes)) {
    console.log(
      `  not always: ${number.name} = ${number.value}: ${caught} of ${changes}${isTestable ? '' : ', nothing to compare with'}`,
    );
  }
}

function shareText(numbers: readonly CoveredNumber[]): string {
  const all = numbers.reduce((sum, { changes }) => sum + changes, 0);
  const caught = numbers.reduce((sum, one) => sum + one.caught, 0);
  return `${caught} of ${all}${all > 0 ? ` (${((100 * caught) / all).toFixed(1)} %)` : ''}`;
}

function showProgress(done: number, all: number): void {
  if (process.stderr.isTTY) process.stderr.write(`\r${done} of ${all} numbers${done === all ? '\n' : ''}`);
}
