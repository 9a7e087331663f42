import {
  type ASTNode,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  Kind,
  parse,
  print,
  visit,
} from 'graphql';

import type { Trial } from './house.ts';
import { tidyDocument, tidyVariables } from './tidyOperation.ts';

/** What stands for a node in a smaller document: null where nothing does. */
type Smaller = ASTNode | null;

const typename: FieldNode = { kind: Kind.FIELD, name: { kind: Kind.NAME, value: '__typename' } };

/** The smallest trial that still fails and that can be reached by leaving out, unwrapping and writing out. */
export async function shrink(trial: Trial, fails: (smaller: Trial) => Promise<boolean>): Promise<Trial> {
  let smallest = trial;
  for (let position = 0; ;) {
    const next = smallerTrial(smallest, position);
    if (next === 'no more') return smallest;
    // What has failed once is looked at from the same place: the nodes after it have moved up.
    if (next !== 'no smaller' && (await fails(next))) smallest = next;
    else position++;
  }
}

/** The trial made smaller at one position; positions count the agencies, then the ways to change each node. */
function smallerTrial(trial: Trial, position: number): Trial | 'no smaller' | 'no more' {
  const { operation, failing } = trial;
  const agency = [...failing.keys()][position];
  if (agency !== undefined) {
    return { operation, failing: new Map([...failing].filter(([code]) => code !== agency)) };
  }
  const smaller = changeOne(parse(operation.query, { noLocation: true }), position - failing.size);
  if (!smaller) return 'no more';
  const tidy = tidyDocument(smaller);
  const query = print(tidy);
  if (query.length >= operation.query.length) return 'no smaller';
  return { operation: { ...operation, query, variables: tidyVariables(tidy, operation.variables) }, failing };
}

/** The document with the change of this number made; nothing when there are not so many. */
function changeOne(document: DocumentNode, number: number): DocumentNode | undefined {
  let left = number;
  const changed: DocumentNode = visit(document, {
    enter: (node, _key, parent) => {
      if (left < 0) return undefined;
      const ways = waysOf(node, document, Array.isArray(parent) ? parent.length : 1);
      const way = ways[left];
      left -= ways.length;
      return way;
    },
  });
  return left < 0 ? changed : undefined;
}

function waysOf(node: ASTNode, document: DocumentNode, siblings: number): Smaller[] {
  switch (node.kind) {
    case Kind.FIELD:
      return [
        ...(siblings > 1 ? [null] : [typename]),
        ...(node.alias ? [{ ...node, alias: undefined } as unknown as FieldNode] : []),
      ];
    case Kind.INLINE_FRAGMENT:
      return [siblings > 1 ? null : typename, ...node.selectionSet.selections];
    case Kind.FRAGMENT_SPREAD: {
      const fragment = document.definitions.find(
        (each): each is FragmentDefinitionNode =>
          each.kind === Kind.FRAGMENT_DEFINITION && each.name.value === node.name.value,
      );
      return [siblings > 1 ? null : typename, ...(fragment?.selectionSet.selections ?? [])];
    }
    case Kind.DIRECTIVE:
    case Kind.ARGUMENT:
    case Kind.OBJECT_FIELD:
      return [null];
    case Kind.OPERATION_DEFINITION:
      return siblings > 1 ? [null] : [];
    default:
      return [];
  }
}
