import { compareDecimals, isNegative, type Decimal } from '../decimal.ts';
import type { SaidComparison } from './figure.ts';
import { isOtherTime, join, type Grammar } from './grammar.ts';
import { formatPeriod } from './period.ts';

export const vietnamese: Grammar = {
  powers: [
    [15, 'triệu tỷ'],
    [12, 'nghìn tỷ'],
    [9, 'tỷ'],
    [6, 'triệu'],
    [4, 'vạn'],
    [3, 'nghìn'],
    [0, ''],
  ],
  qualifiers: { NEARLY: 'gần', ABOUT: 'khoảng', OVER: 'trên', AT_LEAST: 'ít nhất', AT_MOST: 'không quá' },
  stages: { PLANNED: 'kế hoạch', ESTIMATED: 'ước đạt', PRELIMINARY: 'sơ bộ', FINAL: '' },
  bareStages: { PLANNED: 'kế hoạch', ESTIMATED: 'ước', PRELIMINARY: 'sơ bộ', FINAL: '' },
  final: 'chính thức',
  missing: {
    NOT_COLLECTED: 'không thu thập',
    NOT_APPLICABLE: 'không áp dụng',
    NOT_YET_AVAILABLE: 'chưa có số liệu',
    WITHHELD: 'không công bố',
  },
  setBy: (who) => `${who} giao`,
  compare,
};

function compare(comparison: SaidComparison, amount: string, rank: string): string {
  const { measure, value } = comparison;
  const base = baseOf(comparison);
  switch (measure) {
    case 'PERCENT_CHANGE':
    case 'PERCENTAGE_POINTS':
    case 'ABSOLUTE_CHANGE':
      return join(isNegative(value) ? 'giảm' : 'tăng', amount, 'so với', base || 'tổng số');
    case 'TIMES': {
      const verb = compareDecimals(value, '1' as Decimal) < 0 ? 'bằng' : 'gấp';
      return join(verb, amount, 'so với', base || 'tổng số');
    }
    case 'ATTAINMENT':
      return join('bằng', amount, isOtherTime(comparison) ? 'so với' : '', base || 'tổng số');
    case 'SHARE':
      return join('chiếm', amount, isOtherTime(comparison) ? 'so với' : '', base);
    case 'CONTRIBUTION':
      return join('đóng góp', amount, 'vào', base || 'mức tăng trưởng chung');
    case 'RANK':
      return join('đứng thứ', rank, isOtherTime(comparison) ? 'so với' : '', base);
  }
}

function baseOf({ against, baseTime, setBy, peer }: SaidComparison): string {
  const time = baseTime && formatPeriod(baseTime, 'VI');
  switch (against) {
    case 'SAME_PERIOD_LAST_YEAR':
      return 'cùng kỳ năm trước';
    case 'PREVIOUS_PERIOD':
      return 'kỳ trước';
    case 'PERIOD':
    case 'DATE':
      return time ?? 'kỳ khác';
    case 'PLAN':
      return join('kế hoạch', time, setBy && `${setBy} giao`);
    case 'RESOLUTION_TARGET':
      return join('chỉ tiêu nghị quyết', setBy, time);
    case 'WHOLE':
    case 'PEERS':
      return join(peer, time);
  }
}
