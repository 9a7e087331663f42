import { formFields, type FormClass } from './formFields.ts';

/** The dimensions that a form shows indicators by, or one part of, each as `indicator dimension`. */
export function shownDimensions(form: FormClass): ReadonlySet<string> {
  return new Set(
    formFields(form).flatMap((field) =>
      field.kind === 'group'
        ? [...shownDimensions(field.type())]
        : [...(field.by ?? []), ...Object.keys(field.part)].map((one) => `${field.indicator} ${one}`),
    ),
  );
}
