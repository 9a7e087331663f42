import type { ObservationType } from '../../../schema/graphql/index.ts';
import { formatBreakdown, groupBy, periodStart, type Period } from '../../../schema/values/index.ts';
import { breakdownText } from '../reading/breakdownText.ts';
import type { SectionSource } from '../reading/sectionSource.ts';
import { formFields, type FieldTime, type FormClass, type FormField } from './formFields.ts';

type IndicatorField = Extract<FormField, { kind: 'indicator' }>;

/** Puts what an agency holds for a report into the places of its form; a figure not reported is null. */
export function fillForm(form: FormClass, source: SectionSource): Record<string, unknown> {
  const results = source.observations.filter(
    ({ stage, unit, indicator }) => stage !== 'PLANNED' && unit.code === indicator.unit.code,
  );
  const found = groupBy(results, ({ organisation, time, indicator }) =>
    [organisation, time, indicator.code].join('|'),
  );
  const figuresOf = (field: IndicatorField): readonly ObservationType[] => {
    const { organisation, area, period } = source.key;
    const about = field.about === 'area' ? (area ?? organisation) : organisation;
    return found.get([about, fieldPeriod(field.time, period), field.indicator].join('|')) ?? [];
  };
  return fill(form, figuresOf);
}

function fill(
  form: FormClass,
  figuresOf: (field: IndicatorField) => readonly ObservationType[],
): Record<string, unknown> {
  return Object.fromEntries(
    formFields(form).map((field) => [
      field.name,
      field.kind === 'group' ? fill(field.type(), figuresOf) : pick(field, figuresOf(field)),
    ]),
  );
}

function pick({ by, part }: IndicatorField, figures: readonly ObservationType[]): unknown {
  if (!by) return figures.find(({ breakdown }) => breakdownText(breakdown) === formatBreakdown(part)) ?? null;
  const wanted = [...by].sort().join();
  return figures.filter(
    ({ breakdown }) => breakdown.map(({ dimension }) => dimension.code).join() === wanted,
  );
}

/** The time that a field shows in the report of a period. */
function fieldPeriod(time: FieldTime, period: Period): Period {
  const start = periodStart(period);
  const year = Number(start.slice(0, 4));
  switch (time) {
    case 'period':
      return period;
    case 'year':
      return String(year) as Period;
    case 'previous-year':
      return String(year - 1) as Period;
    case 'school-year':
      return `${start.slice(5, 7) >= '09' ? year : year - 1}-09/P9M` as Period;
  }
}
