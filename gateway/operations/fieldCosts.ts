import { Kind, parse, valueFromASTUntyped, visit, type ConstDirectiveNode } from 'graphql';

/** What the directives of an agency say of a field. */
export interface FieldCost {
  /** `@cost(weight)`; left out where the agency does not say. */
  readonly weight?: number;
  /** `@listSize(assumedSize)`: how many entries the list has. */
  readonly assumedSize?: number;
  /** `@listSize(slicingArguments)`: the arguments that say how many entries are asked for. */
  readonly slicingArguments?: readonly string[];
  /** `@listSize(sizedFields)`: which lists of the object that means; the field itself where left out. */
  readonly sizedFields?: readonly string[];
}

/** `Type.field` → its cost; without the fields of which nothing is said. */
export type FieldCosts = ReadonlyMap<string, FieldCost>;

/** Reads `@cost` and `@listSize` of the fields of a composed supergraph. */
export function readFieldCosts(sdl: string): FieldCosts {
  const costs = new Map<string, FieldCost>();
  visit(parse(sdl, { noLocation: true }), {
    ObjectTypeDefinition: ({ name, fields }) => {
      for (const field of fields ?? []) {
        const cost = Object.assign({}, ...(field.directives ?? []).map(costOf)) as FieldCost;
        if (Object.keys(cost).length > 0) costs.set(`${name.value}.${field.name.value}`, cost);
      }
      return false;
    },
  });
  return costs;
}

function costOf(directive: ConstDirectiveNode): FieldCost {
  if (!['cost', 'listSize'].includes(directive.name.value)) return {};
  const said = directive.arguments?.filter(({ value }) => value.kind !== Kind.NULL) ?? [];
  return Object.fromEntries(said.map(({ name, value }) => [name.value, valueFromASTUntyped(value)]));
}
