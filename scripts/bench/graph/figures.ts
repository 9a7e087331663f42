import { sectionsOf, type SectionShape, type Size } from './shape.ts';

const UNITS = ['tỷ đồng', 'người', 'tổ chức', 'cuộc', '%'] as const;

/** One made figure; its digits tell where it stands, so that one in a wrong place is noticed. */
function figureOf(section: string, place: number): object {
  const value = `${1000 + place}.${String(section.length * 7 + place).padStart(2, '0')}`;
  const unit = place % UNITS.length;
  return {
    value,
    text: `${value.replace('.', ',')} ${UNITS[unit]}`,
    time: '2024-Q1',
    stage: place % 3 === 0 ? 'PRELIMINARY' : 'FINAL',
    qualifier: place % 7 === 0 ? 'NEARLY' : null,
    unit: { code: `unit-${unit}`, label: UNITS[unit] },
    indicator: { code: `${section}-indicator-${place}`, label: `Chỉ tiêu số ${place} của ${section}` },
  };
}

/** What a section's agency holds. */
export function sectionData({ field, groups, observations }: SectionShape): object {
  let place = 0;
  const next = (): object => figureOf(field, (place += 1));
  const data: Record<string, unknown> = {};
  groups.forEach((count, index) => {
    data[`group${index + 1}`] = Object.fromEntries(
      Array.from({ length: count }, (_, field_) => [`f${field_ + 1}`, next()]),
    );
  });
  if (observations > 0) data.observations = Array.from({ length: observations }, next);
  return data;
}

/** Agency → what it answers for a report, whoever asks and whenever. */
export function figuresOf(size: Size): ReadonlyMap<string, object> {
  return new Map(
    sectionsOf(size).map((section) => [section.agency, { [section.field]: sectionData(section) }]),
  );
}
