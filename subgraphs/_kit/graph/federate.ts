import { buildSubgraphSchema, printSubgraphSchema } from '@apollo/subgraph';
import {
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  isScalarType,
  isSpecifiedScalarType,
  parse,
  printSchema,
  visit,
  type ConstDirectiveNode,
  type DocumentNode,
  type GraphQLNamedType,
  type GraphQLSchema,
} from 'graphql';

/** Answers `_entities` for one type: from a representation to the object that its fields resolve on. */
export type ReferenceResolver = (representation: Record<string, unknown>, context: unknown) => unknown;

/** The federation that all our subgraphs speak; each is composed with these directives in reach. */
const LINK = `extend schema @link(
  url: "https://specs.apollo.dev/federation/v2.9",
  import: ["@key", "@requires", "@external", "@shareable", "@inaccessible", "@cost", "@listSize"]
)`;

type GraphQLResolverMap =
  NonNullable<Parameters<typeof buildSubgraphSchema>[0] extends (infer M)[] ? M : never> extends {
    resolvers?: infer R;
  }
    ? NonNullable<R>
    : never;

/**
 * The bridge from a type-graphql schema to a federated one. Printing loses directives, so those of types, fields,
 * arguments, inputs and enum values are put back from the nodes that type-graphql keeps.
 */
export function federate(
  schema: GraphQLSchema,
  references: Readonly<Record<string, ReferenceResolver>>,
): GraphQLSchema {
  const typeDefs: DocumentNode = {
    ...parse(LINK, { noLocation: true }),
    definitions: [...parse(LINK, { noLocation: true }).definitions, ...withDirectives(schema).definitions],
  };
  return buildSubgraphSchema([{ typeDefs, resolvers: resolversOf(schema, references) }]);
}

/** The SDL that a subgraph is composed from. */
export function printSubgraph(schema: GraphQLSchema): string {
  return `${printSubgraphSchema(schema).trim()}\n`;
}

function withDirectives(schema: GraphQLSchema): DocumentNode {
  const document = parse(printSchema(schema), { noLocation: true });
  let type: GraphQLNamedType | undefined;
  let field: { args?: readonly { name: string; astNode?: Annotated }[] } | undefined;
  const annotate = <Node extends object>(node: Node, source: Annotated): Node => {
    const directives = source?.directives ?? [];
    return directives.length > 0 ? { ...node, directives } : node;
  };
  const enterType = (node: { readonly name: { readonly value: string } }) => {
    type = schema.getType(node.name.value);
    return annotate(node, type?.astNode);
  };
  return visit(document, {
    ObjectTypeDefinition: { enter: enterType },
    InterfaceTypeDefinition: { enter: enterType },
    ScalarTypeDefinition: { enter: enterType },
    EnumTypeDefinition: { enter: enterType },
    InputObjectTypeDefinition: { enter: enterType },
    FieldDefinition: {
      enter: (node) => {
        const found =
          isObjectType(type) || isInterfaceType(type) ? type.getFields()[node.name.value] : undefined;
        field = found as typeof field;
        return annotate(node, found?.astNode);
      },
      leave: () => {
        field = undefined;
      },
    },
    InputValueDefinition: (node) => {
      const argument = field?.args?.find(({ name }) => name === node.name.value);
      const input = isInputObjectType(type) ? type.getFields()[node.name.value] : undefined;
      return annotate(node, (argument ?? input)?.astNode);
    },
    EnumValueDefinition: (node) =>
      annotate(node, isEnumType(type) ? type.getValue(node.name.value)?.astNode : undefined),
  });
}

type Annotated = { readonly directives?: readonly ConstDirectiveNode[] } | null | undefined;

/** The resolvers that type-graphql has put on the schema; plain properties are left to graphql-js, which is faster. */
function resolversOf(
  schema: GraphQLSchema,
  references: Readonly<Record<string, ReferenceResolver>>,
): GraphQLResolverMap {
  const map: Record<string, unknown> = {};
  for (const type of Object.values(schema.getTypeMap())) {
    if (type.name.startsWith('__')) continue;
    if (isScalarType(type) && !isSpecifiedScalarType(type)) map[type.name] = type;
    if (!isObjectType(type)) continue;
    const fields = Object.values(type.getFields()).filter(({ resolve }) => resolve);
    const reference = references[type.name];
    map[type.name] = {
      ...Object.fromEntries(fields.map(({ name, resolve }) => [name, resolve])),
      ...(reference && { __resolveReference: reference }),
    };
  }
  return map;
}
