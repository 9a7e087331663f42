import { growthOfQuotientOutcomes } from './kinds/growthOfQuotientRules.ts';
import { growthWithinPartsOutcomes } from './kinds/growthWithinPartsRules.ts';
import { averageOutcomes, rateOutcomes } from './kinds/quotientRules.ts';
import { notBelowZeroOutcomes, partOfWholeOutcomes, sameFactOutcomes } from './kinds/relationRules.ts';
import type { Rule } from './rule.ts';
import type { CheckOutcome, RuleScope } from './scope.ts';
import { statedComparisonOutcomes } from './kinds/statedRules.ts';
import { stockFlowOutcomes } from './kinds/stockRules.ts';
import { structureOutcomes } from './kinds/structureRules.ts';
import { sumAcrossOutcomes, totalOfPartsOutcomes, weightedTotalOutcomes } from './kinds/totalRules.ts';

/**
 * Judges all rules on the figures of one report: in the order of the rules, then of the figures. A rule speaks where
 * its subject is shown; where the agency of its subject was not reached, once, as NOT_TESTABLE.
 */
export function evaluateRules(rules: readonly Rule[], scope: RuleScope): readonly CheckOutcome[] {
  return rules.flatMap((rule) => outcomesOf(rule, scope));
}

function outcomesOf(rule: Rule, scope: RuleScope): readonly CheckOutcome[] {
  switch (rule.kind) {
    case 'TOTAL_OF_PARTS':
      return totalOfPartsOutcomes(rule, scope);
    case 'WEIGHTED_TOTAL':
      return weightedTotalOutcomes(rule, scope);
    case 'SUM_ACROSS':
      return sumAcrossOutcomes(rule, scope);
    case 'STRUCTURE':
      return structureOutcomes(rule, scope);
    case 'PART_OF_WHOLE':
      return partOfWholeOutcomes(rule, scope);
    case 'SAME_FACT':
      return sameFactOutcomes(rule, scope);
    case 'NOT_BELOW_ZERO':
      return notBelowZeroOutcomes(rule, scope);
    case 'SHARE':
    case 'ATTAINMENT':
    case 'GROWTH':
      return statedComparisonOutcomes(rule, scope);
    case 'RATE':
      return rateOutcomes(rule, scope);
    case 'AVERAGE':
      return averageOutcomes(rule, scope);
    case 'GROWTH_OF_QUOTIENT':
      return growthOfQuotientOutcomes(rule, scope);
    case 'GROWTH_WITHIN_PARTS':
      return growthWithinPartsOutcomes(rule, scope);
    case 'STOCK_FLOW':
      return stockFlowOutcomes(rule, scope);
  }
}
