import type { GraphQLSchema } from 'graphql';
import { isObjectType } from 'graphql';
import { strict as assert } from 'node:assert';

import { catalogued, nearest } from '../../../schema/errors/index.ts';
import { camelCase } from '../../../schema/values/index.ts';
import type { Catalogue } from '../catalogue/catalogue.ts';
import { formFields, type FormClass, type FormField } from '../form/formFields.ts';

/**
 * Checks a form against the catalogue and describes its fields in the schema from there, so that what a field means
 * is written once. @throws FORM_INVALID naming the first field that does not fit.
 */
export function describeForm(
  schema: GraphQLSchema,
  form: FormClass,
  typeName: string,
  catalogue: Catalogue,
): void {
  const type = schema.getType(typeName);
  assert(isObjectType(type), `form "${typeName}" is not an object type`);
  const fields = type.getFields();
  for (const field of formFields(form)) {
    const target = fields[field.name];
    assert(target !== undefined, `form "${typeName}" has no field "${field.name}"`);
    if (field.kind === 'indicator') {
      target.description = describeIndicator(field, typeName, catalogue);
      continue;
    }
    const group = [...catalogue.groups.values()].find(({ code }) => camelCase(code) === field.name);
    if (!group) {
      const known = nearest(field.name, [...catalogue.groups.keys()].map(camelCase));
      throw invalid(
        typeName,
        field,
        `is not a group of the catalogue${known[0] ? ` (did you mean "${known[0]}"?)` : ''}`,
      );
    }
    const text = `${group.label.EN} (${group.label.VI}). ${group.definition.EN}`;
    target.description = text;
    const groupType = target.type.toString().replaceAll('!', '');
    const groupObject = schema.getType(groupType);
    if (isObjectType(groupObject)) groupObject.description = text;
    describeForm(schema, field.type(), groupType, catalogue);
  }
}

function describeIndicator(
  field: Extract<FormField, { kind: 'indicator' }>,
  typeName: string,
  { indicators, dimensions, codes, units }: Catalogue,
): string {
  const indicator = indicators.get(field.indicator);
  if (!indicator) {
    const [suggestion] = nearest(field.indicator, indicators.keys());
    const hint = suggestion ? ` (did you mean "${suggestion}"?)` : '';
    throw invalid(
      typeName,
      field,
      `shows indicator "${field.indicator}", which the catalogue does not have${hint}`,
    );
  }
  for (const dimension of [...(field.by ?? []), ...Object.keys(field.part)]) {
    if (!indicator.dimensions.includes(dimension)) {
      throw invalid(
        typeName,
        field,
        `uses dimension "${dimension}", which indicator "${indicator.code}" does not have`,
      );
    }
  }
  const parts = Object.entries(field.part).map(([dimension, code]) => {
    const part = codes.get(dimension)?.get(code);
    if (!part)
      throw invalid(typeName, field, `uses code "${code}", which dimension "${dimension}" does not have`);
    return `, part ${part.label.EN} (${part.label.VI})`;
  });
  const by = field.by?.map((dimension) => dimensions.get(dimension)?.label.EN.toLowerCase() ?? dimension);
  const heading = `${indicator.label.EN} (${indicator.label.VI})${parts.join('')}${by ? `, by ${by.join(' and ')}` : ''}`;
  const unit = units.get(indicator.units[0]);
  return [
    `${heading}.`,
    indicator.definition.EN,
    `Unit: ${unit?.label.EN ?? indicator.units[0]}.${TIMES[field.time]}${ABOUT[field.about]}`,
    by ? 'Empty when not reported.' : 'Null when not reported.',
  ].join(' ');
}

const TIMES = {
  period: '',
  year: ' Of the whole year.',
  'previous-year': ' Of the year before.',
  'school-year': ' Of the school year.',
} as const;

const ABOUT = { organisation: '', area: ' About the area around the organisation.' } as const;

function invalid(typeName: string, field: FormField, reason: string) {
  return catalogued('FORM_INVALID', { reason: `field "${field.name}" of "${typeName}" ${reason}` });
}
