import {
  type ArgumentNode,
  type DirectiveNode,
  type GraphQLArgument,
  type GraphQLInputType,
  type TypeNode,
  type ValueNode,
  type VariableDefinitionNode,
  GraphQLBoolean,
  GraphQLNonNull,
  Kind,
  astFromValue,
  getNullableType,
  isInputObjectType,
  isListType,
  isNonNullType,
  parseType,
} from 'graphql';

import type { Random } from './random.ts';
import type { DrawValue } from './values.ts';

/** Writes the arguments and conditions of one operation, and keeps the variables that they use. */
export interface ArgumentWriter {
  argumentsOf(wanted: readonly GraphQLArgument[]): ArgumentNode[];
  /** `@skip` and `@include`; mostly none. */
  conditions(): DirectiveNode[];
  readonly definitions: readonly VariableDefinitionNode[];
  readonly variables: Readonly<Record<string, unknown>>;
}

/** Names that a planner might use for itself, beside plain ones. */
const NAMES = [
  'a',
  'organisation',
  'x',
  'asOf',
  'representations',
  '__batch_reps_0',
  '_condition_0',
  '_variable___batch_reps_0',
  'period',
  'if',
  'on',
];

export function createArgumentWriter(random: Random, drawValue: DrawValue): ArgumentWriter {
  const definitions: VariableDefinitionNode[] = [];
  const variables: Record<string, unknown> = {};

  const declare = (type: string, value?: unknown, defaultValue?: ValueNode): ValueNode => {
    const named = random.chance(60) ? random.pick(NAMES) : 'v';
    const isTaken = definitions.some((one) => one.variable.name.value === named);
    const variable = variableNode(isTaken ? `${named}${definitions.length}` : named);
    definitions.push({
      kind: Kind.VARIABLE_DEFINITION,
      variable,
      type: parseType(type),
      ...(defaultValue && { defaultValue: defaultValue as never }),
    });
    if (value !== undefined) variables[variable.name.value] = value;
    return variable;
  };

  /** A variable for a place of this type, in one of the ways in which a value may reach it. */
  const variableFor = (name: string, type: GraphQLInputType, value: unknown, mayLack: boolean): ValueNode => {
    const known = definitions.filter((one) => printType(one.type) === String(type));
    if (known.length > 0 && random.chance(35)) return random.pick(known).variable;
    const inner = String(getNullableType(type));
    if (value === null) return declare(inner, random.chance(50) ? null : undefined);
    const another = drawValue(random, name, new GraphQLNonNull(getNullableType(type)));
    const ways = [
      () => declare(`${inner}!`, value),
      () => declare(`${inner}!`, undefined, literal(getNullableType(type), value)),
      () => declare(inner, undefined, literal(getNullableType(type), value)),
      () => declare(inner, value, literal(getNullableType(type), another)),
      ...(mayLack ? [() => declare(inner, value), () => declare(inner)] : []),
    ];
    return random.pick(ways)();
  };

  const valueFor = (name: string, type: GraphQLInputType, value: unknown, mayLack: boolean): ValueNode => {
    if (random.chance(30)) return variableFor(name, type, value, mayLack);
    const nullable = getNullableType(type);
    if (isListType(nullable) && Array.isArray(value)) {
      const item = nullable.ofType;
      const values = value.map((each) => valueFor(name, item, each, !isNonNullType(item)));
      return { kind: Kind.LIST, values };
    }
    if (isInputObjectType(nullable) && value !== null && !Array.isArray(value)) {
      const fields = nullable.getFields();
      return {
        kind: Kind.OBJECT,
        fields: Object.entries(value as object).map(([key, each]) => {
          const fieldType = fields[key]!.type;
          const node = valueFor(key, fieldType, each, !isNonNullType(fieldType));
          return { kind: Kind.OBJECT_FIELD, name: nameNode(key), value: node };
        }),
      };
    }
    return literal(nullable, value);
  };

  const condition = (directive: string): DirectiveNode => {
    const type = new GraphQLNonNull(GraphQLBoolean);
    // Most of an operation should be answered.
    const value = directive === 'skip' ? random.chance(25) : random.chance(75);
    const node = valueFor('if', type, value, false);
    const given = { kind: Kind.ARGUMENT, name: nameNode('if'), value: node } as const;
    return { kind: Kind.DIRECTIVE, name: nameNode(directive), arguments: [given] };
  };

  return {
    definitions,
    variables,
    argumentsOf: (wanted) =>
      random.shuffled(wanted).flatMap((argument): ArgumentNode[] => {
        const { name, type, defaultValue } = argument;
        const isRequired = isNonNullType(type) && defaultValue === undefined;
        if (!isRequired && random.chance(name === 'after' ? 85 : 55)) return [];
        const value = valueFor(name, type, drawValue(random, name, type), !isRequired);
        return [{ kind: Kind.ARGUMENT, name: nameNode(name), value }];
      }),
    conditions: () => {
      if (!random.chance(12)) return [];
      return random.chance(20)
        ? [condition('skip'), condition('include')]
        : [condition(random.pick(['skip', 'include']))];
    },
  };
}

function literal(type: GraphQLInputType, value: unknown): ValueNode {
  const node = astFromValue(value, type);
  if (!node) throw new Error(`${JSON.stringify(value)} is no ${String(type)}.`);
  return node;
}

function variableNode(name: string) {
  return { kind: Kind.VARIABLE, name: nameNode(name) } as const;
}

export function nameNode(value: string) {
  return { kind: Kind.NAME, value } as const;
}

function printType(type: TypeNode): string {
  if (type.kind === Kind.NON_NULL_TYPE) return `${printType(type.type)}!`;
  return type.kind === Kind.LIST_TYPE ? `[${printType(type.type)}]` : type.name.value;
}
