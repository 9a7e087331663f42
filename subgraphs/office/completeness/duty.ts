import {
  addDays,
  comparePeriods,
  coveredDays,
  periodFrequency,
  type CalendarDate,
  type Instant,
  type Period,
} from '../../../schema/values/index.ts';
import type { Obligation } from '../directory/readObligations.ts';

/** The obligation that holds for an agency and organisation in a period; null where none does. */
export function obligationFor(
  obligations: readonly Obligation[],
  { agency, organisation, period }: Readonly<Record<'agency' | 'organisation', string> & { period: Period }>,
): Obligation | null {
  const holding = obligations.find(
    (one) => one.agency === agency && one.organisation === organisation && holdsIn(one, period),
  );
  return holding ?? null;
}

function holdsIn({ frequency, from, to }: Obligation, period: Period): boolean {
  return (
    periodFrequency(period) === frequency &&
    (from === null || comparePeriods(from, period) <= 0) &&
    (to === null || comparePeriods(period, to) <= 0)
  );
}

/** The last moment of the days that a period covers for an obligation. */
export function endOfCoveredDays({ calendar }: Obligation, period: Period): Instant {
  return endOfDay(coveredDays(period, calendar).last);
}

/** The last moment at which the figures of a period are in time; null without a deadline. */
export function dueAtOf({ calendar, deadlineDays }: Obligation, period: Period): Instant | null {
  if (deadlineDays === null) return null;
  return endOfDay(addDays(coveredDays(period, calendar).last, deadlineDays));
}

/** The last millisecond of a day in Vietnam, which is seven hours ahead of UTC in summer and winter. */
function endOfDay(day: CalendarDate): Instant {
  return `${day}T16:59:59.999Z` as Instant;
}
