import { formatBreakdown } from '../breakdown.ts';
import { comparisonKey } from '../comparison.ts';
import type { CheckOutcome } from './scope.ts';

/**
 * What a check is called: its rule and the figure that it is about, told by what they are and never by their numbers.
 * So it is the same for a draft and for what is published of it, and differs between the checks of one report.
 */
export function checkKey({ rule, organisation, time, figures }: CheckOutcome): string {
  const [subject] = figures;
  const held = subject?.fact?.observation;
  const stated = figures.find(({ comparison }) => comparison !== null)?.comparison;
  const parts = [
    rule.code,
    organisation,
    time,
    subject?.indicator,
    subject && formatBreakdown(subject.breakdown),
    subject?.unit,
    held?.calendar,
    held?.setBy,
    stated && comparisonKey(stated),
  ];
  // What is empty at the end is left out: most figures have neither calendar nor setter.
  return parts
    .map((part) => part ?? '')
    .join('|')
    .replace(/\|+$/, '');
}
