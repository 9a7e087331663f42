import type { Decimal } from '../decimal.ts';
import type { Label, Locale } from '../label.ts';
import type { Expression } from '../rules/expression.ts';
import type { RuleKind } from '../rules/rule.ts';
import type { CheckOutcome } from '../rules/scope.ts';
import { formatNumber } from './number.ts';

/** What a number is stated of, and what it needs: "no whole base for this growth". */
interface Contradiction {
  readonly whole: Label;
  readonly any: Label;
}

const CONTRADICTIONS: Readonly<Partial<Record<RuleKind, Contradiction>>> = {
  GROWTH: {
    whole: {
      VI: 'không có số gốc nguyên nào cho mức tăng, giảm này',
      EN: 'no whole base gives this growth',
    },
    any: {
      VI: 'không có số gốc nào cho mức tăng, giảm này',
      EN: 'no base gives this growth',
    },
  },
  ATTAINMENT: {
    whole: { VI: 'không có kế hoạch nguyên nào cho mức đạt này', EN: 'no whole plan gives this attainment' },
    any: { VI: 'không có kế hoạch nào cho mức đạt này', EN: 'no plan gives this attainment' },
  },
  SHARE: {
    whole: { VI: 'không có tổng thể nguyên nào cho tỷ trọng này', EN: 'no whole number has this share' },
    any: { VI: 'tỷ trọng không vượt 100%', EN: 'no share is above 100%' },
  },
  RATE: {
    whole: { VI: 'không có mẫu số nguyên nào cho tỷ lệ này', EN: 'no whole denominator gives this rate' },
    any: { VI: 'tỷ lệ không vượt 100%', EN: 'no rate is above 100%' },
  },
  AVERAGE: {
    whole: {
      VI: 'không có số đếm nguyên nào cho mức bình quân này',
      EN: 'no whole count gives this average',
    },
    any: { VI: 'không có số đếm nào cho mức bình quân này', EN: 'no count gives this average' },
  },
};

const NEAREST: Label = { VI: 'gần nhất là', EN: 'the nearest is' };

/**
 * What is said of a number that contradicts every base, whole or count that there can be, so that none need be held:
 * with the nearest whole one where there is one. `null` for all other checks.
 */
export function contradictionText(outcome: CheckOutcome, about: string, locale: Locale): string | null {
  const words = CONTRADICTIONS[outcome.rule.kind];
  if (!words || outcome.finding.verdict !== 'CONFLICT') return null;
  if (outcome.relation === 'AT_MOST') return `${about}: ${words.any[locale]}`;
  const assumed = assumedNumber(outcome.right);
  if (assumed === null) return null;
  if (outcome.right.kind === 'SUM') return `${about}: ${words.any[locale]}`;
  return `${about}: ${words.whole[locale]}; ${NEAREST[locale]} ${formatNumber(assumed, locale)}`;
}

/** The number that stands in the place of a base that is not held. */
function assumedNumber(right: Expression): Decimal | null {
  const terms = right.kind === 'PRODUCT' ? right.factors : right.kind === 'SUM' ? right.terms : [];
  const [first] = terms;
  return first?.kind === 'NUMBER' ? first.value : null;
}
