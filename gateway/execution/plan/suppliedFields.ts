import { type DocumentNode, type SelectionSetNode, Kind } from 'graphql';

/** The keys that a fetch brings, level by level, under the names they have once rewritten. */
export interface SuppliedFields {
  readonly fields: ReadonlyMap<string, SuppliedFields>;
}

interface GrowingFields {
  readonly fields: Map<string, GrowingFields>;
}

/** Type conditions are not kept: an object shows by what it lacks whether a field was meant for it. */
export function suppliedFields(document: DocumentNode, renames: ReadonlyMap<string, string>): SuppliedFields {
  const fragments = new Map<string, SelectionSetNode>();
  let root: SelectionSetNode | undefined;
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) {
      fragments.set(definition.name.value, definition.selectionSet);
    } else if (definition.kind === Kind.OPERATION_DEFINITION) {
      root = definition.selectionSet;
    }
  }

  const collect = (set: SelectionSetNode | undefined, into: GrowingFields): GrowingFields => {
    for (const selection of set?.selections ?? []) {
      if (selection.kind === Kind.FIELD) {
        const key = (selection.alias ?? selection.name).value;
        const name = renames.get(key) ?? key;
        const below = into.fields.get(name) ?? { fields: new Map<string, GrowingFields>() };
        into.fields.set(name, collect(selection.selectionSet, below));
      } else {
        const inline = selection.kind === Kind.INLINE_FRAGMENT;
        collect(inline ? selection.selectionSet : fragments.get(selection.name.value), into);
      }
    }
    return into;
  };
  return collect(root, { fields: new Map() });
}

export function suppliedAt(supplied: SuppliedFields, path: readonly string[]): SuppliedFields | undefined {
  let at: SuppliedFields | undefined = supplied;
  for (const key of path) at = at?.fields.get(key);
  return at;
}
