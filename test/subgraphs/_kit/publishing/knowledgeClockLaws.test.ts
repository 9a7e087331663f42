import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { instantOf, type Instant } from '../../../../schema/values/index.ts';
import { createKnowledgeClock } from '../../../../subgraphs/_kit/publishing/knowledgeClock.ts';
import type { ReleaseStore } from '../../../../subgraphs/_kit/storage/releaseStore.ts';
import { givenRelease, Q1 } from '../../../support/given.ts';
import { openStore, insertRelease } from '../../../support/stores.ts';

type Step =
  | { readonly kind: 'publish' }
  | { readonly kind: 'read'; readonly ago: number }
  | { readonly kind: 'time'; readonly passes: number }
  | { readonly kind: 'restart' }
  | { readonly kind: 'work'; readonly tasks: number };

const anyStep: fc.Arbitrary<Step> = fc.oneof(
  { weight: 3, arbitrary: fc.constant({ kind: 'publish' as const }) },
  {
    weight: 4,
    arbitrary: fc.record({ kind: fc.constant('read' as const), ago: fc.integer({ min: -4, max: 4 }) }),
  },
  {
    weight: 3,
    arbitrary: fc.record({ kind: fc.constant('time' as const), passes: fc.integer({ min: -6, max: 6 }) }),
  },
  { weight: 1, arbitrary: fc.constant({ kind: 'restart' as const }) },
  {
    weight: 4,
    arbitrary: fc.record({ kind: fc.constant('work' as const), tasks: fc.integer({ min: 1, max: 5 }) }),
  },
);

/** The store with each call begun and each answer given only when the scheduler says so. */
function slowed(store: ReleaseStore, scheduler: fc.Scheduler): ReleaseStore {
  const slow =
    <Args extends unknown[], Result>(name: string, call: (...args: Args) => Promise<Result>) =>
    async (...args: Args): Promise<Result> => {
      await scheduler.schedule(Promise.resolve(), `${name} begins`);
      const result = await call(...args);
      return scheduler.schedule(Promise.resolve(result), `${name} ends`);
    };
  return {
    ...store,
    append: slow('append', (move) => store.append(move)),
    newestOfLines: slow('newestOfLines', (lines) => store.newestOfLines(lines)),
    answeredUntil: slow('answeredUntil', (agency) => store.answeredUntil(agency)),
    raiseAnsweredUntil: slow('raiseAnsweredUntil', (agency, until) =>
      store.raiseAnsweredUntil(agency, until),
    ),
  };
}

describe('given readers and publishers of one agency, a slow store and a clock that jumps', () => {
  let agencies = 0;

  /** Runs the steps; gives what was answered for each moment, then what is answered for it in the end. */
  async function run(store: ReleaseStore, scheduler: fc.Scheduler, steps: readonly Step[]) {
    const agency = `agency-${++agencies}`;
    const slow = slowed(store, scheduler);
    const answers: { asOf: Instant; hash: string | undefined }[] = [];
    const running: Promise<unknown>[] = [];
    let now = Date.parse('2024-04-01T00:00:00.000Z');
    let number = 0;
    let clock = createKnowledgeClock(agency, slow, () => now);
    const newestAt = async (from: ReleaseStore, asOf: Instant) => {
      const [found] = await from.newestOfLines([{ agency, organisation: 'ha-tinh-khoi', period: Q1, asOf }]);
      return found?.hash;
    };
    const read = async (asOf: Instant) => {
      await clock.announce(asOf);
      answers.push({ asOf, hash: await newestAt(slow, asOf) });
    };
    const publish = () =>
      clock.publish(null, (publishedAt) =>
        insertRelease(slow, givenRelease({ agency, number: ++number, publishedAt })),
      );

    for (const step of steps) {
      if (step.kind === 'time') now += step.passes;
      if (step.kind === 'read') running.push(read(instantOf(now - step.ago)));
      if (step.kind === 'publish') running.push(publish());
      if (step.kind === 'work') await scheduler.waitNext(Math.min(step.tasks, scheduler.count()));
      if (step.kind === 'restart') {
        // A process ends when its work is done: what is under way comes to its end first.
        await scheduler.waitFor(Promise.all(running));
        clock = createKnowledgeClock(agency, slow, () => now);
      }
    }
    await scheduler.waitFor(Promise.all(running));
    const finally_ = await Promise.all(
      answers.map(async ({ asOf }) => ({ asOf, hash: await newestAt(store, asOf) })),
    );
    return { answers, finally_ };
  }

  it('when they meet in any order, then a moment once answered for keeps its answer', async () => {
    const store = await openStore();

    await fc.assert(
      fc.asyncProperty(fc.scheduler(), fc.array(anyStep, { maxLength: 30 }), async (scheduler, steps) => {
        const { answers, finally_ } = await run(store, scheduler, steps);

        expect(answers).toEqual(finally_);
      }),
      { numRuns: 200 },
    );
  });
});
