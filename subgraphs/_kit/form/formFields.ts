/** Whose figure a field of a form shows: the report's organisation, or the area around it. */
export type About = 'organisation' | 'area';

/** Of which time: the report's period, the whole year around it, the year before, or the school year that it falls in. */
export type FieldTime = 'period' | 'year' | 'previous-year' | 'school-year';

/** What a decorator of a form has recorded about one property. */
export type FormField =
  | {
      readonly kind: 'indicator';
      readonly name: string;
      readonly indicator: string;
      readonly about: About;
      readonly time: FieldTime;
      /** Dimensions of the parts that the field lists; undefined for a single figure. */
      readonly by?: readonly string[];
      /** The part that a single figure is about; empty for the total. */
      readonly part: Readonly<Record<string, string>>;
    }
  | { readonly kind: 'group'; readonly name: string; readonly type: () => FormClass };

/** A class whose properties are decorated with `@Indicator` and `@Group`. */
export type FormClass = new () => object;

const fields = new WeakMap<object, FormField[]>();

/** Records a field; called by the decorators only. */
export function recordField(prototype: object, field: FormField): void {
  fields.set(prototype, [...(fields.get(prototype) ?? []), field]);
}

/** The fields of a form class, in the order of its properties. */
export function formFields(form: FormClass): readonly FormField[] {
  return fields.get(form.prototype as object) ?? [];
}
