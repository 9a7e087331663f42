import { BREAK, visit, type DocumentNode, type FieldNode } from 'graphql';

/** Whether a document asks, anywhere, what there is to ask for; `__typename` does not. */
export function asksSchema(document: DocumentNode): boolean {
  let found = false;
  visit(document, {
    Field: ({ name }: FieldNode) => {
      found = name.value === '__schema' || name.value === '__type';
      return found ? BREAK : undefined;
    },
  });
  return found;
}
