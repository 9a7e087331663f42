import {
  type DirectiveNode,
  type DocumentNode,
  type FragmentDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
  Kind,
  visit,
} from 'graphql';

/** A condition that stands for several: they must all hold for `include`, one of them for `skip`. */
export interface JoinedCondition {
  readonly variable: string;
  readonly kind: 'skip' | 'include';
  readonly of: readonly string[];
}

export const JOINED_CONDITION = '_condition_';

/**
 * The same document with the conditions of fragments on the fields in them: `... @include(if: $x) { a b }` becomes
 * `... { a @include(if: $x) b @include(if: $x) }`. A named fragment that is spread under conditions gets a copy for
 * each of them. Where a field comes to several conditions of a kind, a new variable stands for all of them; the
 * document does not declare it. Conditions that are literals stay where they are.
 */
export function conditionsOnFields(document: DocumentNode): {
  readonly document: DocumentNode;
  readonly joined: readonly JoinedCondition[];
} {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const each of document.definitions) {
    if (each.kind === Kind.FRAGMENT_DEFINITION) fragments.set(each.name.value, each);
  }
  const copies = new Map<string, FragmentDefinitionNode>();
  const joined = new Map<string, JoinedCondition>();

  const join = (kind: 'skip' | 'include', conditions: readonly DirectiveNode[]): DirectiveNode[] => {
    const variables = conditions.filter(({ name }) => name.value === kind).map(variableOf);
    const known = [...joined.values()];
    const parts = variables.flatMap((name) => known.find(({ variable }) => variable === name)?.of ?? [name]);
    const of = [...new Set(parts)].sort();
    const [only, ...others] = of;
    if (only === undefined) return [];
    if (others.length === 0) return [condition(kind, only)];
    const identity = [kind, ...of].join(' ');
    const variable = joined.get(identity)?.variable ?? `${JOINED_CONDITION}${joined.size}`;
    joined.set(identity, { variable, kind, of });
    return [condition(kind, variable)];
  };

  const withConditions = (set: SelectionSetNode, conditions: readonly DirectiveNode[]): SelectionSetNode => ({
    ...set,
    selections: set.selections.map((selection) => {
      const [own, others] = conditionsOf(selection);
      const all = [...own, ...conditions];
      return { ...selection, directives: [...others, ...join('skip', all), ...join('include', all)] };
    }),
  });

  const copyOf = (fragment: FragmentDefinitionNode, conditions: readonly DirectiveNode[]): string => {
    const words = conditions.map((each) => `${each.name.value} ${variableOf(each)}`).sort();
    const identity = [fragment.name.value, ...words].join(' ');
    const known = copies.get(identity);
    if (known) return known.name.value;
    let name = `_copy_${copies.size}`;
    while (fragments.has(name)) name = `_${name}`;
    const selectionSet = withConditions(fragment.selectionSet, conditions);
    copies.set(identity, { ...fragment, name: { kind: Kind.NAME, value: name }, selectionSet });
    return name;
  };

  const moveConditions = <Node extends DocumentNode | FragmentDefinitionNode>(node: Node): Node =>
    visit(node, {
      InlineFragment: (fragment) => {
        const [conditions, others] = conditionsOf(fragment);
        if (conditions.length === 0) return undefined;
        const selectionSet = withConditions(fragment.selectionSet, conditions);
        return { ...fragment, directives: others, selectionSet };
      },
      FragmentSpread: (spread) => {
        const [conditions, others] = conditionsOf(spread);
        const fragment = fragments.get(spread.name.value);
        if (conditions.length === 0 || fragment === undefined) return undefined;
        const name = { ...spread.name, value: copyOf(fragment, conditions) };
        return { ...spread, name, directives: others };
      },
    });

  const definitions = [...moveConditions(document).definitions];
  // Copies may spread under conditions themselves: the map grows while it is read.
  for (const copy of copies.values()) definitions.push(moveConditions(copy));
  return { document: { ...document, definitions }, joined: [...joined.values()] };
}

/** The conditions that depend on variables, and all other directives. */
function conditionsOf({ directives = [] }: SelectionNode): [DirectiveNode[], DirectiveNode[]] {
  const isCondition = (directive: DirectiveNode): boolean =>
    ['skip', 'include'].includes(directive.name.value) && variableOf(directive) !== '';
  return [directives.filter(isCondition), directives.filter((each) => !isCondition(each))];
}

function variableOf(directive: DirectiveNode): string {
  const value = directive.arguments?.[0]?.value;
  return value?.kind === Kind.VARIABLE ? value.name.value : '';
}

function condition(kind: 'skip' | 'include', variable: string): DirectiveNode {
  const value = { kind: Kind.VARIABLE, name: { kind: Kind.NAME, value: variable } } as const;
  const given = { kind: Kind.ARGUMENT, name: { kind: Kind.NAME, value: 'if' }, value } as const;
  return { kind: Kind.DIRECTIVE, name: { kind: Kind.NAME, value: kind }, arguments: [given] };
}
