import { catalogued } from '../../../schema/errors/index.ts';
import type { AskedComparison } from '../../../schema/graphql/index.ts';
import {
  comparedTime,
  measuresFor,
  periodFrequency,
  usualMeasure,
  type Comparison,
  type ComparisonBase,
  type Observation,
  type Period,
  type WantedComparison,
} from '../../../schema/values/index.ts';

/** The comparison that is asked for, once it is sure that two figures can tell it. @throws ARGUMENT_INVALID */
export function readAsked(
  { kind, time, measure }: AskedComparison,
  observation: Observation,
): WantedComparison {
  const wantedMeasure = measure ?? usualMeasure(kind, observation.unit);
  if (kind === 'PEERS' || wantedMeasure === 'RANK' || wantedMeasure === 'CONTRIBUTION') {
    throw catalogued('ARGUMENT_INVALID', {
      reason: `Comparison "${kind === 'PEERS' ? kind : wantedMeasure}" cannot be computed from two figures.`,
      remedy: 'Ask for another one; what the source states of it is in "comparisons".',
    });
  }
  const measures = measuresFor(kind);
  if (!measures.includes(wantedMeasure)) {
    throw catalogued('ARGUMENT_INVALID', {
      reason: `Argument "measure" is ${wantedMeasure}, which does not go with ${kind}.`,
      remedy: `Ask for ${measures.length > 1 ? 'one of ' : ''}${measures.join(', ')}.`,
    });
  }
  const baseTime = readTime(kind, time, observation);
  return { against: kind, baseTime, setBy: null, measure: wantedMeasure };
}

/** Named for PERIOD and DATE; else as it follows from the figure. Plans and wholes have no time of their own. */
function readTime(
  against: AskedComparison['kind'],
  time: Period | null,
  observation: Observation,
): Period | null {
  const implied = comparedTime(observation, { against, baseTime: null });
  if (implied === null) {
    if (time !== null && (against !== 'DATE' || periodFrequency(time) === 'DAY')) return time;
    const example = against === 'DATE' ? 'a day such as 2022-12-31' : 'a period such as 2022 or 2023-Q1';
    throw catalogued('ARGUMENT_INVALID', {
      reason:
        time === null
          ? `Argument "time" is missing, which the comparison ${against} needs.`
          : `Argument "time" is "${time}", which is no day.`,
      remedy: `Give ${example}.`,
    });
  }
  if (time !== null && time !== implied) {
    throw catalogued('ARGUMENT_INVALID', {
      reason: `Argument "time" is "${time}", but the base of ${against} for "${observation.time}" is "${implied}".`,
      remedy: 'Leave it out, or ask for PERIOD.',
    });
  }
  return against === 'SAME_PERIOD_LAST_YEAR' || against === 'PREVIOUS_PERIOD' ? implied : null;
}

const OF_A_TIME: readonly ComparisonBase[] = ['SAME_PERIOD_LAST_YEAR', 'PREVIOUS_PERIOD', 'PERIOD', 'DATE'];

/**
 * The stated comparison that is the wanted one, whoever set the plan, and of whatever whole: one of the same kind, else
 * one with the same time that goes by another name, as 2022 and the same period of last year do for 2023. `null` where
 * the source states none.
 */
export function statedAs(wanted: WantedComparison, observation: Observation): Comparison | null {
  const { comparisons } = observation;
  const stated = comparisons.filter(({ measure }) => measure === wanted.measure);
  const isNamed = wanted.against === 'PERIOD' || wanted.against === 'DATE';
  const time = comparedTime(observation, wanted);
  const isOfTime = (one: Comparison): boolean => time !== null && comparedTime(observation, one) === time;
  const ofKind = stated.find((one) => one.against === wanted.against && (!isNamed || isOfTime(one)));
  const ofTime = OF_A_TIME.includes(wanted.against)
    ? stated.find((one) => OF_A_TIME.includes(one.against) && isOfTime(one))
    : undefined;
  return ofKind ?? ofTime ?? null;
}
