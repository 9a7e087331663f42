import { type DocumentNode, type SelectionSetNode, Kind } from 'graphql';

/** The keys that an agency's answer must hold, null or not: for each type, those asked whatever the variables are. */
export type ExpectedKeys = (typeName: unknown) => readonly string[];

/** For the objects under one root field of a fetch's operation (`_entities`), or for the root itself. */
export function compileExpectedKeys(document: DocumentNode, rootKey?: string): ExpectedKeys {
  const operation = document.definitions.find(({ kind }) => kind === Kind.OPERATION_DEFINITION);
  const root = operation && 'selectionSet' in operation ? operation.selectionSet : undefined;
  const set = rootKey === undefined ? root : fieldOf(root, rootKey);
  const byType = new Map<unknown, readonly string[]>();
  return (typeName) => {
    const known = byType.get(typeName);
    if (known) return known;
    const keys = keysFor(set, typeName);
    // Types are those of the schema: an agency cannot grow the map.
    if (keys.length > 0) byType.set(typeName, keys);
    return keys;
  };
}

function fieldOf(set: SelectionSetNode | undefined, key: string): SelectionSetNode | undefined {
  for (const selection of set?.selections ?? []) {
    if (selection.kind !== Kind.FIELD) continue;
    if ((selection.alias ?? selection.name).value === key) return selection.selectionSet;
  }
  return undefined;
}

/** What stands under a directive, a named fragment or another type may be left out with good reason. */
function keysFor(set: SelectionSetNode | undefined, typeName: unknown): string[] {
  return (set?.selections ?? []).flatMap((selection) => {
    if (selection.directives?.length) return [];
    if (selection.kind === Kind.FIELD) return [(selection.alias ?? selection.name).value];
    if (selection.kind === Kind.FRAGMENT_SPREAD) return [];
    const condition = selection.typeCondition?.name.value;
    return condition === undefined || condition === typeName ? keysFor(selection.selectionSet, typeName) : [];
  });
}
