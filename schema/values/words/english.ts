import { isNegative } from '../decimal.ts';
import type { SaidComparison } from './figure.ts';
import { isOtherTime, join, type Grammar } from './grammar.ts';
import { formatPeriod } from './period.ts';

export const english: Grammar = {
  powers: [
    [15, 'quadrillion'],
    [12, 'trillion'],
    [9, 'billion'],
    [6, 'million'],
    [3, 'thousand'],
    [0, ''],
  ],
  qualifiers: { NEARLY: 'nearly', ABOUT: 'about', OVER: 'over', AT_LEAST: 'at least', AT_MOST: 'at most' },
  stages: { PLANNED: 'planned', ESTIMATED: 'estimated', PRELIMINARY: 'preliminary', FINAL: '' },
  bareStages: { PLANNED: 'planned', ESTIMATED: 'estimated', PRELIMINARY: 'preliminary', FINAL: '' },
  final: 'final',
  missing: {
    NOT_COLLECTED: 'not collected',
    NOT_APPLICABLE: 'not applicable',
    NOT_YET_AVAILABLE: 'not yet available',
    WITHHELD: 'withheld',
  },
  setBy: (who) => `set by ${who}`,
  compare,
};

function compare(comparison: SaidComparison, amount: string, rank: string): string {
  const { measure, value, against } = comparison;
  const base = baseOf(comparison);
  const ofBase = isOtherTime(comparison) ? `that of ${base}` : base;
  switch (measure) {
    case 'PERCENT_CHANGE':
    case 'PERCENTAGE_POINTS':
    case 'ABSOLUTE_CHANGE': {
      const link = against === 'DATE' ? 'since' : isOtherTime(comparison) ? 'on' : 'against';
      return join(isNegative(value) ? 'down' : 'up', amount, link, base || 'the whole');
    }
    case 'TIMES':
      return join(amount, ofBase || 'the whole');
    case 'ATTAINMENT':
      return join(amount, 'of', ofBase || 'the whole');
    case 'SHARE':
      return join('accounting for', amount, ofBase && `of ${ofBase}`);
    case 'CONTRIBUTION':
      return join('contributing', amount, 'to', base || 'total growth');
    case 'RANK':
      return join(
        'ranked',
        ordinal(rank),
        base && (isOtherTime(comparison) ? `against ${base}` : `in ${base}`),
      );
  }
}

const ENDINGS: ReadonlyMap<string, string> = new Map([
  ['1', 'st'],
  ['2', 'nd'],
  ['3', 'rd'],
]);

/** "15" → "15th"; what is no whole number stays. */
function ordinal(rank: string): string {
  const [, tens, ones = ''] = /(\d?)(\d)$/.exec(rank) ?? [];
  if (rank.includes('.') || ones === '') return rank;
  return rank + (tens === '1' ? 'th' : (ENDINGS.get(ones) ?? 'th'));
}

function baseOf({ against, baseTime, setBy, peer }: SaidComparison): string {
  const time = baseTime && formatPeriod(baseTime, 'EN');
  switch (against) {
    case 'SAME_PERIOD_LAST_YEAR':
      return 'the same period of last year';
    case 'PREVIOUS_PERIOD':
      return 'the previous period';
    case 'PERIOD':
    case 'DATE':
      return time ?? 'another period';
    case 'PLAN':
      return join('the plan', time && `for ${time}`, setBy && `set by ${setBy}`);
    case 'RESOLUTION_TARGET':
      return join("the resolution's target", time && `for ${time}`, setBy && `set by ${setBy}`);
    case 'WHOLE':
    case 'PEERS':
      return join(peer, time && `for ${time}`);
  }
}
