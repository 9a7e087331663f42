import {
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLSchema,
  type InlineFragmentNode,
  type SelectionNode,
  type SelectionSetNode,
  Kind,
  OperationTypeNode,
  SchemaMetaFieldDef,
  TypeMetaFieldDef,
  TypeNameMetaFieldDef,
  getNamedType,
  isLeafType,
  isObjectType,
  parse,
  print,
} from 'graphql';
import assert from 'node:assert/strict';

import { type ArgumentWriter, createArgumentWriter, nameNode } from './generateArguments.ts';
import type { Operation } from './operation.ts';
import type { Random } from './random.ts';
import { type Scope, addScope, agree, createScope } from './scope.ts';
import { tidyDocument, tidyVariables } from './tidyOperation.ts';
import type { DrawValue } from './values.ts';

const DEEPEST = 7;
/** The planner names its own fragments by letters, and the gateway its copies. */
const FRAGMENT_NAMES = ['a', 'Figure', '_copy_0', 'b'];

/** Aliases that are somebody's own names: of the planner, of federation, of JavaScript. */
const ALIASES = [
  'a',
  'b',
  'facts',
  '_entities',
  '_alias_a',
  '__typename',
  'constructor',
  '__proto__',
  'toString',
];

const INTROSPECTION = '{ kind name fields { name args { name defaultValue } } enumValues { name } }';

/** A valid operation of the schema, of whatever clients may write. */
export function generateOperation(schema: GraphQLSchema, drawValue: DrawValue, random: Random): Operation {
  const writer = createArgumentWriter(random, drawValue);
  const root = schema.getQueryType();
  assert(root, 'The schema has queries.');
  const { selectionSet, fragments } = new Selecting(random, writer).ofOperation(root);
  const operationName = random.chance(30) ? 'Asked' : undefined;
  const document = tidyDocument({
    kind: Kind.DOCUMENT,
    definitions: random.shuffled([
      {
        kind: Kind.OPERATION_DEFINITION,
        operation: OperationTypeNode.QUERY,
        ...(operationName && { name: nameNode(operationName) }),
        variableDefinitions: writer.definitions,
        selectionSet,
      },
      ...fragments,
      ...(operationName && random.chance(30)
        ? parse('query Other { organisations { code } }').definitions
        : []),
    ]),
  });
  const variables = tidyVariables(document, writer.variables);
  return { query: print(document), variables, ...(operationName && { operationName }) };
}

/** Behind this list nothing can be planned that needs several agencies; test/scenarios/publishing asks it. */
const NOT_ASKED = new Set(['issuedReports']);

class Selecting {
  readonly #random: Random;
  readonly #writer: ArgumentWriter;
  readonly #fragments: { readonly definition: FragmentDefinitionNode; readonly scope: Scope }[] = [];
  /** Fragments that were begun, so that each has a name of its own. */
  #begun = 0;

  constructor(random: Random, writer: ArgumentWriter) {
    this.#random = random;
    this.#writer = writer;
  }

  ofOperation(root: GraphQLObjectType) {
    const selectionSet = this.#selectionSet(root, createScope(), 0);
    return { selectionSet, fragments: this.#fragments.map(({ definition }) => definition) };
  }

  #selectionSet(type: GraphQLObjectType, scope: Scope, depth: number): SelectionSetNode {
    const wanted = 1 + this.#random.below(depth < 3 ? 4 : 3);
    const selections: SelectionNode[] = [];
    for (let i = 0; i < wanted; i++) selections.push(...this.#selection(type, scope, depth));
    // A key that is taken, or a type without leaves too deep down, leaves nothing.
    return {
      kind: Kind.SELECTION_SET,
      selections: selections.length > 0 ? selections : [this.#typename(scope)],
    };
  }

  #selection(type: GraphQLObjectType, scope: Scope, depth: number): SelectionNode[] {
    const kind = this.#random.below(100);
    if (kind < 9) return [this.#inlineFragment(type, scope, depth)];
    if (kind < 20) return this.#spread(type, scope, depth);
    return this.#field(type, scope, depth);
  }

  #inlineFragment(type: GraphQLObjectType, scope: Scope, depth: number): InlineFragmentNode {
    const typeCondition = { kind: Kind.NAMED_TYPE, name: nameNode(type.name) } as const;
    return {
      kind: Kind.INLINE_FRAGMENT,
      ...(this.#random.chance(60) && { typeCondition }),
      directives: this.#writer.conditions(),
      selectionSet: this.#selectionSet(type, scope, depth),
    };
  }

  #spread(type: GraphQLObjectType, scope: Scope, depth: number): SelectionNode[] {
    const known = this.#fragments.filter(
      (one) => one.definition.typeCondition.name.value === type.name && agree(scope, one.scope),
    );
    const isNew = this.#begun < FRAGMENT_NAMES.length && (known.length === 0 || this.#random.chance(40));
    const fragment = isNew
      ? this.#fragment(type, depth)
      : known.length > 0
        ? this.#random.pick(known)
        : undefined;
    if (!fragment) return [];
    if (!agree(scope, fragment.scope)) {
      this.#fragments.splice(this.#fragments.indexOf(fragment), 1);
      return [];
    }
    addScope(scope, fragment.scope);
    const name = nameNode(fragment.definition.name.value);
    return [{ kind: Kind.FRAGMENT_SPREAD, name, directives: this.#writer.conditions() }];
  }

  #fragment(type: GraphQLObjectType, depth: number) {
    const name = nameNode(FRAGMENT_NAMES[this.#begun++] ?? '');
    const scope = createScope();
    const definition: FragmentDefinitionNode = {
      kind: Kind.FRAGMENT_DEFINITION,
      name,
      typeCondition: { kind: Kind.NAMED_TYPE, name: nameNode(type.name) },
      selectionSet: this.#selectionSet(type, scope, depth),
    };
    const fragment = { definition, scope };
    this.#fragments.push(fragment);
    return fragment;
  }

  #field(type: GraphQLObjectType, scope: Scope, depth: number): SelectionNode[] {
    if (this.#random.chance(6)) return [this.#typename(scope)];
    if (depth === 0 && this.#random.chance(4)) return this.#introspection(scope);
    const all = Object.values(type.getFields()).filter(({ name }) => !NOT_ASKED.has(name));
    const fields = all.filter((field) => depth < DEEPEST - 1 || isLeafType(getNamedType(field.type)));
    if (fields.length === 0) return [];
    const report = fields.find(({ name }) => depth === 0 && name === 'report');
    const field = report && this.#random.chance(50) ? report : this.#random.pick(fields);
    const own = this.#aliased(field, all);
    return this.#asked(own, field, scope, depth);
  }

  /** The field under the key, as it was asked before where it was. */
  #asked(key: string, field: GraphQLField<unknown, unknown>, scope: Scope, depth: number): SelectionNode[] {
    const given = this.#writer.argumentsOf(field.args);
    const plain: FieldNode = {
      kind: Kind.FIELD,
      ...((key !== field.name || this.#random.chance(3)) && { alias: nameNode(key) }),
      name: nameNode(field.name),
      arguments: given,
    };
    const printed = print({ ...plain, alias: undefined } as unknown as FieldNode);
    const known = scope.keys.get(key) ?? { field: printed, below: createScope() };
    if (known.field !== printed) return [];
    scope.keys.set(key, known);
    const type = getNamedType(field.type);
    const selectionSet = isObjectType(type) ? this.#selectionSet(type, known.below, depth + 1) : undefined;
    return [{ ...plain, directives: this.#writer.conditions(), ...(selectionSet && { selectionSet }) }];
  }

  #aliased({ name }: { readonly name: string }, all: readonly { readonly name: string }[]): string {
    const kind = this.#random.below(100);
    if (kind < 65) return name;
    if (kind < 82) return this.#random.pick(all).name;
    return this.#random.pick(ALIASES);
  }

  #typename(scope: Scope): FieldNode {
    const { name } = TypeNameMetaFieldDef;
    const wanted = this.#random.chance(70) ? name : this.#random.pick(ALIASES);
    const field = { field: name, below: createScope() };
    const isFree = (scope.keys.get(wanted)?.field ?? name) === name;
    for (let key = isFree ? wanted : name, i = 0; ; key = `t${i++}`) {
      if ((scope.keys.get(key)?.field ?? name) !== name) continue;
      scope.keys.set(key, field);
      return { kind: Kind.FIELD, ...(key !== name && { alias: nameNode(key) }), name: nameNode(name) };
    }
  }

  #introspection(scope: Scope): SelectionNode[] {
    const meta = this.#random.pick([SchemaMetaFieldDef, TypeMetaFieldDef]);
    const key = this.#random.chance(60) ? meta.name : this.#random.pick(ALIASES);
    const given = this.#writer.argumentsOf(meta.args);
    const plain: FieldNode = { kind: Kind.FIELD, name: nameNode(meta.name), arguments: given };
    const known = scope.keys.get(key)?.field;
    if (known !== undefined && known !== print(plain)) return [];
    scope.keys.set(key, { field: print(plain), below: createScope() });
    const text = meta === TypeMetaFieldDef ? INTROSPECTION : `{ queryType ${INTROSPECTION} }`;
    const [definition] = parse(text).definitions;
    assert(definition?.kind === Kind.OPERATION_DEFINITION);
    const alias = key === meta.name ? {} : { alias: nameNode(key) };
    const { selectionSet } = definition;
    return [{ ...plain, ...alias, directives: this.#writer.conditions(), selectionSet }];
  }
}
