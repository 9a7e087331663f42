import { GraphQLError, getOperationAST, type DocumentNode, type OperationDefinitionNode } from 'graphql';
import { describe, expect, it, vi } from 'vitest';

import { createOperationCache } from '../../../gateway/operations/operationCache.ts';
import { DEFAULT_OPERATION_SETTINGS } from '../../../gateway/operations/operationSettings.ts';
import { faultOf } from '../../../schema/errors/index.ts';
import { committedSupergraph } from '../committedSupergraph.ts';

type Planner = typeof committedSupergraph.planner;

/** The committed graph, whose planner fails the first times and tells what it was asked. */
function givenPlanner(failures = 0): { cache: ReturnType<typeof createOperationCache>; planned: string[] } {
  const planned: string[] = [];
  const planAsync: Planner['planAsync'] = (operation, ...rest) => {
    planned.push(operation);
    if (planned.length <= failures) return Promise.reject(new Error('the planner is out of order'));
    return committedSupergraph.planner.planAsync(operation, ...rest);
  };
  const planner = { planAsync } as Planner;
  return { cache: createOperationCache({ ...committedSupergraph, planner }, 2), planned };
}

function operationOf(document: DocumentNode, name?: string): OperationDefinitionNode {
  return getOperationAST(document, name)!;
}

describe('given a cache of two query texts', () => {
  it('when a text comes twice, then it is the same document', () => {
    const { cache } = givenPlanner();

    expect(cache.parse('{ organisations { code } }')).toBe(cache.parse('{ organisations { code } }'));
  });

  it('when two other texts have come in between, then it is parsed anew', () => {
    const { cache } = givenPlanner();
    const first = cache.parse('{ organisations { code } }');

    cache.parse('{ agencies { code } }');
    cache.parse('{ documents { code } }');

    const again = cache.parse('{ organisations { code } }');
    expect(again).not.toBe(first);
    expect(again).toEqual(first);
  });

  it('when a text has come twice, then others that come once each do not drive it out', () => {
    const { cache } = givenPlanner();
    const first = cache.parse('{ organisations { code } }');
    cache.parse('{ organisations { code } }');

    for (let index = 0; index < 300; index += 1) cache.parse(`{ organisations { a${index}: code } }`);

    expect(cache.parse('{ organisations { code } }')).toBe(first);
  });

  it('when a text is not GraphQL, then it throws each time', () => {
    const { cache } = givenPlanner();

    for (const text of ['{ organisations', '{ organisations', '']) {
      expect(() => cache.parse(text)).toThrow(GraphQLError);
    }
  });
});

describe('given a document', () => {
  it('when it fits the schema, then nothing is wrong with it', () => {
    const { cache } = givenPlanner();

    expect(cache.validate(cache.parse('{ organisations { code } }'))).toEqual([]);
  });

  it('when it asks for what there is not, then that is said, and the same list each time', () => {
    const { cache } = givenPlanner();
    const document = cache.parse('{ report(organisation: "a", period: "2024") { inspection { facts } } }');

    const errors = cache.validate(document);

    expect(errors.map(({ message }) => message)).toEqual([
      'Cannot query field "facts" on type "InspectionSection".',
    ]);
    expect(cache.validate(document)).toBe(errors);
  });
});

describe('given an operation to plan', () => {
  const TWO = 'query A { organisations { code } } query B { agencies { code } }';

  it('when it is compiled twice, then it is planned once', async () => {
    const { cache, planned } = givenPlanner();
    const document = cache.parse('{ organisations { code } }');
    const operation = operationOf(document);

    const compiled = await Promise.all([
      cache.compile(document, operation),
      cache.compile(document, operation),
    ]);

    expect(compiled[0]).toBe(compiled[1]);
    expect(planned).toHaveLength(1);
  });

  it('when a document has two, then each is planned by itself', async () => {
    const { cache, planned } = givenPlanner();
    const document = cache.parse(TWO);

    const a = await cache.compile(document, operationOf(document, 'A'));
    const b = await cache.compile(document, operationOf(document, 'B'));

    expect(a).not.toBe(b);
    expect(planned.map((text) => /query (\w)/.exec(text)?.[1])).toEqual(['A', 'B']);
  });

  it('when planning fails, then it is tried again the next time', async () => {
    const { cache, planned } = givenPlanner(1);
    const document = cache.parse('{ organisations { code } }');
    const operation = operationOf(document);

    await expect(cache.compile(document, operation)).rejects.toThrow('the planner is out of order');

    await expect(cache.compile(document, operation)).resolves.toHaveProperty('run');
    expect(planned).toHaveLength(2);
  });
});

describe('given an operation that asks several agencies behind a list that needs them itself', () => {
  it('when it is compiled, then whoever asks is told to ask in two steps', async () => {
    const { cache } = givenPlanner();
    const document = cache.parse('{ issuedReports { reports { report { reconciliation { code } } } } }');

    expect(cache.validate(document)).toEqual([]);
    await expect(cache.compile(document, operationOf(document))).rejects.toThrow(/in a second operation/);
  });
});

describe('given a planner that takes long', () => {
  it('when the time is over, then whoever asks is told, and the plan is there for the next', async () => {
    const asked: string[] = [];
    let release: () => void = () => undefined;
    const gate = new Promise<void>((resolve) => (release = resolve));
    const planAsync: Planner['planAsync'] = async (...args) => {
      asked.push(args[0]);
      await gate;
      return committedSupergraph.planner.planAsync(...args);
    };
    const supergraph = { ...committedSupergraph, planner: { planAsync } as Planner };
    const cache = createOperationCache(supergraph, 2, { ...DEFAULT_OPERATION_SETTINGS, planTimeoutMs: 20 });
    const document = cache.parse('{ organisations { code } }');
    const operation = operationOf(document);

    const late = await cache.compile(document, operation).catch((error: unknown) => faultOf(error)?.code);
    release();

    expect(late).toBe('OPERATION_PLANNING_TIMEOUT');
    // Under a limit of its own: planning takes longer than the twenty milliseconds on a busy machine.
    await vi.waitFor(
      async () => expect(await cache.compile(document, operation)).toHaveProperty('run'),
      5000,
    );
    expect(asked).toHaveLength(1);
  });
});
