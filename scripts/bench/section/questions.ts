import { getNamedType, getNullableType, isObjectType, type GraphQLSchema } from 'graphql';

import { FIGURE_SELECTION } from '../graph/shape.ts';

/** How a gateway asks for a section: what of it, for a report by its key. */
export function sectionQuery(selection: string): string {
  return `query Report($reports: [_Any!]!) { _entities(representations: $reports) { ... on Report { partyBuilding { ${selection} } } } }`;
}

/** Every field of the section's form, each figure with value, unit and label. */
export function formSelection(schema: GraphQLSchema): string {
  const section = schema.getType('PartyBuildingSection');
  if (!isObjectType(section)) return '';
  const groups = Object.values(section.getFields()).flatMap(({ name, type }): string[] => {
    const group = getNullableType(type);
    if (!isObjectType(group)) return [];
    const figures = Object.values(group.getFields()).filter(
      (field) => getNamedType(field.type).name === 'Observation',
    );
    if (figures.length === 0) return [];
    return [`${name} { ${figures.map((field) => `${field.name} ${FIGURE_SELECTION}`).join(' ')} }`];
  });
  return groups.join(' ');
}
