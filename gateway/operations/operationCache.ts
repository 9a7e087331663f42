import { type GraphQLError, parse, print, type DocumentNode, type OperationDefinitionNode } from 'graphql';
import { LRUCache } from 'lru-cache';

import { catalogued } from '../../schema/errors/index.ts';
import { compileOperation, operationForPlanner, type CompiledOperation } from '../execution/index.ts';
import type { Supergraph } from '../supergraph.ts';
import { asGraphqlError, checkOperation } from './checkOperation.ts';

/** One query text, taken as far as it can be without variables. */
interface Entry {
  readonly document: DocumentNode;
  readonly errors: readonly GraphQLError[];
  readonly compiled: Map<OperationDefinitionNode, Promise<CompiledOperation>>;
}

/** Query texts parsed, validated, planned and compiled: each once, as long as there is room. */
export interface OperationCache {
  /** The document of a text, the same object each time. @throws GraphQLError when it is not GraphQL. */
  parse(text: string): DocumentNode;
  /** What is wrong with a document that {@link parse} has given; empty when nothing. */
  validate(document: DocumentNode): readonly GraphQLError[];
  /** The operation of such a document, ready to run; a failed planning is tried again the next time. */
  compile(document: DocumentNode, operation: OperationDefinitionNode): Promise<CompiledOperation>;
}

export function createOperationCache({ planner, schema }: Supergraph, size: number): OperationCache {
  const byText = new LRUCache<string, Entry>({ max: size });
  const byDocument = new WeakMap<DocumentNode, Entry>();

  const entryOf = (document: DocumentNode): Entry => {
    const known = byDocument.get(document);
    if (known) return known;
    const entry = { document, errors: checkOperation(schema, document), compiled: new Map() };
    byDocument.set(document, entry);
    return entry;
  };

  const plan = async (
    document: DocumentNode,
    operation: OperationDefinitionNode,
  ): Promise<CompiledOperation> => {
    const planned = operationForPlanner(document, operation);
    const queryPlan = await planner
      .planAsync(print(planned), operation.name?.value ?? null, new Set(), 0)
      .catch((error: unknown) => {
        throw isInterwoven(error) ? asGraphqlError(catalogued('OPERATION_NOT_PLANNED', {})) : error;
      });
    return compileOperation({ schema, document, operation, plan: queryPlan });
  };

  return {
    parse(text) {
      const known = byText.get(text);
      if (known) return known.document;
      const entry = entryOf(parse(text));
      byText.set(text, entry);
      return entry.document;
    },

    validate: (document) => entryOf(document).errors,

    compile(document, operation) {
      const { compiled } = entryOf(document);
      const known = compiled.get(operation);
      if (known) return known;
      const planned = plan(document, operation);
      compiled.set(operation, planned);
      planned.catch(() => compiled.delete(operation));
      return planned;
    },
  };
}

/** The planner's word where a field that needs several agencies stands behind another one; it gives no other sign. */
const INTERWOVEN = 'Expected a single parent, but the FetchStep';

/** Whether whoever asks can mend it that an operation was not planned; all else is our mistake. */
function isInterwoven(error: unknown): boolean {
  return error instanceof Error && error.message.includes(INTERWOVEN);
}
