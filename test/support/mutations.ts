import type { ExecutionResult } from 'graphql';

import type { Principal } from '../../schema/values/index.ts';
import { faultCodesOf } from './answers.ts';
import { givenInput } from './inputs.ts';
import { APPROVER, OFFICER } from './people.ts';
import type { RunningAgency } from './testAgency.ts';

/** All that a move answers with. */
export const RESULT = `{
  submission { organisation period state release { number publishedAt } }
  release { number supersedes publishedAt correction { reason words } }
  draftHash
  faults { path code message }
  checks { key code verdict acknowledgement }
}`;

/** What {@link RESULT} gives. */
export interface Result {
  readonly submission: { readonly state: string; readonly release: unknown } | null;
  readonly release: { readonly number: number; readonly publishedAt: string } | null;
  readonly draftHash: string | null;
  readonly faults: readonly {
    readonly path: readonly string[];
    readonly code: string;
    readonly message: string;
  }[];
  readonly checks:
    | readonly { readonly key: string; readonly verdict: string; readonly acknowledgement: string | null }[]
    | null;
}

type Move = 'save' | 'correct' | 'submit' | 'return' | 'approve' | 'publish' | 'withdraw';

/** The arguments that a move has beside line and key, and their types. */
const ARGUMENTS: Readonly<Record<Move, Readonly<Record<string, string>>>> = {
  save: { observations: '[ObservationInput!]!', draftHash: 'String' },
  correct: {
    reason: 'CorrectionReason!',
    words: 'String!',
    put: '[ObservationInput!]! = []',
    remove: '[ObservationKeyInput!]! = []',
    draftHash: 'String',
  },
  submit: { acknowledgements: '[AcknowledgementInput!]! = []', draftHash: 'String' },
  return: { reasons: '[String!]!' },
  approve: { draftHash: 'String' },
  publish: { publishAt: 'DateTime', draftHash: 'String' },
  withdraw: { reason: 'String!' },
};

const USUAL: Readonly<Record<Move, readonly [Readonly<Record<string, unknown>>, Principal]>> = {
  save: [{ observations: [givenInput()] }, OFFICER],
  correct: [{ reason: 'CORRECTION', words: 'sai số', put: [givenInput({ value: '3' })] }, OFFICER],
  submit: [{}, OFFICER],
  return: [{ reasons: ['thiếu nguồn'] }, APPROVER],
  approve: [{}, APPROVER],
  publish: [{}, APPROVER],
  withdraw: [{ reason: 'nhầm đơn vị' }, APPROVER],
};

/** The text of a mutation of one agency, whose name in the graph is `prefix`; what it asks for is under `made`. */
export function mutationText(move: Move, prefix: string, result = RESULT): string {
  const given = { organisation: 'ID!', period: 'Period!', key: 'ID!', ...ARGUMENTS[move] };
  const declared = Object.entries(given).map(([name, type]) => `$${name}: ${type}`);
  const passed = Object.keys(given).map((name) => `${name}: $${name}`);
  const field = `${move}${prefix}${move === 'save' ? 'Draft' : 'Figures'}`;
  return `mutation (${declared.join()}) { made: ${field}(${passed.join()}) ${result} }`;
}

/** The variables of a mutation about `ha-tinh-khoi` in the first quarter of 2024, with what it usually says. */
export function mutationVariables(
  move: Move,
  key: string,
  change: Readonly<Record<string, unknown>> = {},
): Record<string, unknown> {
  return { organisation: 'ha-tinh-khoi', period: '2024-Q1', key, ...USUAL[move][0], ...change };
}

/** Asks the invented agency for moves, each by whoever usually makes it and under a key of its own. */
export function createMoving(running: RunningAgency) {
  let count = 0;
  const answer = (
    move: Move,
    change: Readonly<Record<string, unknown>> = {},
    by: Principal | null = USUAL[move][1],
  ): Promise<ExecutionResult> => {
    count += 1;
    return running.ask(mutationText(move, 'Invented'), mutationVariables(move, `k-${count}`, change), by);
  };
  const make = async (...args: Parameters<typeof answer>): Promise<Result> => {
    const { data, errors } = await answer(...args);
    if (errors) throw new AggregateError(errors, errors.map(({ message }) => message).join('\n'));
    return (JSON.parse(JSON.stringify(data)) as { made: Result }).made;
  };
  return {
    answer,
    /** @throws AggregateError where the move is refused. */
    make,
    /** What a move comes to: the state after it, or the codes of its errors. */
    outcome: async (...args: Parameters<typeof answer>): Promise<string> => {
      const result = await answer(...args);
      if (result.errors) return faultCodesOf(result).join();
      return (result.data as unknown as { made: Result }).made.submission?.state ?? 'nothing';
    },
    /** Saves, submits, approves and publishes. */
    publish: async (observations = [givenInput()]): Promise<Result> => {
      await make('save', { observations });
      await make('submit');
      await make('approve');
      return make('publish');
    },
  };
}
