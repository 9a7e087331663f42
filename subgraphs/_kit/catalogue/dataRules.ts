import type { Retirable, Rule } from '../../../schema/values/index.ts';

/** A rule that a file declares. */
export interface DataRule extends Retirable {
  readonly rule: Rule;
}

/**
 * The rules of an agency's code with those of its files that are in force. NOT_BELOW_ZERO and the rules on stated
 * comparisons are about all figures: a file's names further indicators that may be below zero.
 */
export function addRules(coded: readonly Rule[], declared: readonly DataRule[]): readonly Rule[] {
  const rules = new Map(coded.map((rule) => [rule.code, rule]));
  for (const { rule, retired } of declared) {
    if (!retired) rules.set(rule.code, withExceptionsOf(rules.get(rule.code), rule));
  }
  return [...rules.values()];
}

function withExceptionsOf(known: Rule | undefined, rule: Rule): Rule {
  if (known === undefined) return rule;
  if (known.kind === 'NOT_BELOW_ZERO' && rule.kind === 'NOT_BELOW_ZERO') {
    return { ...known, except: union(known.except, rule.except) };
  }
  if ('mayBeNegative' in known && 'mayBeNegative' in rule) {
    return { ...known, mayBeNegative: union(known.mayBeNegative, rule.mayBeNegative) };
  }
  return known;
}

function union(one: readonly string[], other: readonly string[]): readonly string[] {
  return [...new Set([...one, ...other])];
}
