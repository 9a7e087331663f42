/** How large a made report is. */
export interface Size {
  /** Subgraphs in all: the office, which owns the report, and one section each of the others. */
  readonly agencies: number;
  /** Figures in the whole report, spread evenly over the sections; each section has one at least. */
  readonly figures: number;
}

/** Figures that have a field of their own in a section's form; what is more stands in its `observations`. */
const FORM_FIELDS = 40;
const GROUP_FIELDS = 10;

/** What one figure is asked for: about what a report shows of one. */
export const FIGURE_SELECTION =
  '{ value text time stage qualifier unit { code label } indicator { code label } }';

/** The section of one agency. */
export interface SectionShape {
  /** Name of the subgraph: `agency-1`. */
  readonly agency: string;
  /** Its field in the report: `section1`. */
  readonly field: string;
  readonly type: string;
  /** Number of form fields of each group, in order. */
  readonly groups: readonly number[];
  /** Number of figures in `observations`. */
  readonly observations: number;
}

/** Name of the subgraph that owns the report. */
export const OFFICE = 'office';

export function sectionsOf({ agencies, figures }: Size): readonly SectionShape[] {
  const count = agencies - 1;
  return Array.from({ length: count }, (_, index): SectionShape => {
    const own = Math.max(1, Math.floor(figures / count) + (index < figures % count ? 1 : 0));
    const inForm = Math.min(own, FORM_FIELDS);
    return {
      agency: `agency-${index + 1}`,
      field: `section${index + 1}`,
      type: `Section${index + 1}`,
      groups: Array.from({ length: Math.ceil(inForm / GROUP_FIELDS) }, (_group, place) =>
        Math.min(GROUP_FIELDS, inForm - place * GROUP_FIELDS),
      ),
      observations: own - inForm,
    };
  });
}

/** How many figures an answer of that size holds. */
export function figuresIn(size: Size): number {
  return sectionsOf(size).reduce(
    (sum, { groups, observations }) =>
      sum + observations + groups.reduce((fields, count) => fields + count, 0),
    0,
  );
}

/** What is asked of one section. */
export function sectionSelection({ field, groups, observations }: SectionShape, ofFigure: string): string {
  const asked = groups.map((count, place) => {
    const fields = Array.from({ length: count }, (_, index) => `f${index + 1} ${ofFigure}`);
    return `group${place + 1} { ${fields.join(' ')} }`;
  });
  if (observations > 0) asked.push(`observations ${ofFigure}`);
  return `${field} { ${asked.join(' ')} }`;
}
