import { type GraphQLError, print, type DocumentNode, type OperationDefinitionNode } from 'graphql';

import { catalogued } from '../../schema/errors/index.ts';
import { compileOperation, operationForPlanner, type CompiledOperation } from '../execution/index.ts';
import type { Supergraph } from '../supergraph.ts';
import { asGraphqlError, checkOperation } from './checkOperation.ts';
import { asksSchema } from './asksSchema.ts';
import { inTime } from './inTime.ts';
import { NO_KEPT_OPERATIONS, type KeptOperations } from './manifest.ts';
import { compileCost } from './operationCost.ts';
import { DEFAULT_OPERATION_SETTINGS, type OperationSettings } from './operationSettings.ts';
import { parseOperation } from './parseOperation.ts';
import { createTwoPartCache } from './twoPartCache.ts';

/** Texts that are kept have so many characters in all: what is made of them takes many times as much. */
const KEPT_CHARACTERS = 16 * 1024 * 1024;

type CostOf = ReturnType<typeof compileCost>;

/** One query text, taken as far as it can be without variables. */
interface Entry {
  readonly document: DocumentNode;
  readonly errors: readonly GraphQLError[];
  readonly introspects: boolean;
  readonly costs: Map<OperationDefinitionNode, CostOf>;
  readonly compiled: Map<OperationDefinitionNode, Planning>;
}

interface Planning {
  readonly outcome: Promise<CompiledOperation>;
  isDone: boolean;
}

/** Whether what there is may be asked, and guessed. */
export interface Telling {
  readonly introspection: boolean;
}

/** Query texts parsed, validated, planned and compiled: each once, as long as there is room. */
export interface OperationCache {
  /** The document of a text, the same object each time. @throws GraphQLError when it is not GraphQL. */
  parse(text: string): DocumentNode;
  /** What is wrong with a document that {@link parse} has given; empty when nothing. */
  validate(document: DocumentNode, telling?: Telling): readonly GraphQLError[];
  /** What it costs to answer an operation of a valid document with these variables, at most. */
  cost(
    document: DocumentNode,
    operation: OperationDefinitionNode,
    variables: Readonly<Record<string, unknown>>,
  ): number;
  /**
   * The operation of such a document, ready to run; a failed planning is tried again the next time. Rejects with
   * OPERATION_PLANNING_TIMEOUT when that takes too long: planning goes on, and its outcome is kept.
   */
  compile(document: DocumentNode, operation: OperationDefinitionNode): Promise<CompiledOperation>;
  /** How many texts are kept. */
  readonly size: number;
}

export function createOperationCache(
  { planner, schema, costs }: Supergraph,
  size: number,
  { limits, planTimeoutMs }: OperationSettings = DEFAULT_OPERATION_SETTINGS,
  kept: KeptOperations = NO_KEPT_OPERATIONS,
): OperationCache {
  const byText = createTwoPartCache<Entry>(
    size,
    KEPT_CHARACTERS,
    ({ errors }) => errors.length === 0,
    new Set(kept.values()),
  );
  const byDocument = new WeakMap<DocumentNode, Entry>();

  const entryOf = (document: DocumentNode): Entry => {
    const known = byDocument.get(document);
    if (known) return known;
    const entry = {
      document,
      errors: checkOperation(schema, document, { limits }),
      introspects: asksSchema(document),
      costs: new Map(),
      compiled: new Map(),
    };
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
    get size() {
      return byText.size;
    },

    parse(text) {
      const known = byText.get(text);
      if (known) return known.document;
      const entry = entryOf(parseOperation(text, limits));
      byText.set(text, entry);
      return entry.document;
    },

    validate(document, { introspection } = { introspection: true }) {
      const { errors, introspects } = entryOf(document);
      if (introspection) return errors;
      if (errors.length > 0) return checkOperation(schema, document, { limits, hideSuggestions: true });
      return introspects ? [asGraphqlError(catalogued('INTROSPECTION_NOT_SERVED', {}))] : [];
    },

    cost(document, operation, variables) {
      const known = entryOf(document).costs;
      const costOf = known.get(operation) ?? compileCost({ schema, costs }, document, operation);
      known.set(operation, costOf);
      return costOf(variables);
    },

    compile(document, operation) {
      const { compiled } = entryOf(document);
      const known = compiled.get(operation) ?? { outcome: plan(document, operation), isDone: false };
      if (known.isDone) return known.outcome;
      if (!compiled.has(operation)) {
        compiled.set(operation, known);
        known.outcome.then(
          () => (known.isDone = true),
          () => compiled.delete(operation),
        );
      }
      return inTime(known.outcome, planTimeoutMs, () =>
        asGraphqlError(catalogued('OPERATION_PLANNING_TIMEOUT', { limitMs: planTimeoutMs })),
      );
    },
  };
}

/** The planner's word where a field that needs several agencies stands behind another one; it gives no other sign. */
const INTERWOVEN = 'Expected a single parent, but the FetchStep';

/** Whether whoever asks can mend it that an operation was not planned; all else is our mistake. */
function isInterwoven(error: unknown): boolean {
  return error instanceof Error && error.message.includes(INTERWOVEN);
}
