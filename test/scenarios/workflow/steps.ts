import fc from 'fast-check';

/** How one request comes about. Numbers choose among what there is when it is its turn. */
export interface RequestPlan {
  /** Something that the line's state and somebody's rights allow; anything by anybody; or an earlier request again. */
  readonly how: 'SENSIBLE' | 'WILD' | 'AGAIN';
  readonly line: number;
  readonly person: number;
  readonly command: number;
  /** None, one of a few that come again, or one of its own. */
  readonly key: 'NONE' | 'SHARED' | 'OWN';
  /** Whether a change of what was published is explained. */
  readonly isExplained: boolean;
  /** In hours after the beginning, half an hour past the full one; null for at once, -1 for a moment that is past. */
  readonly embargo: number | null;
}

/** One thing that happens to the agency. */
export type Step =
  | { readonly kind: 'ONE'; readonly plan: RequestPlan }
  /** Two at the same time, through two connections; the second may be the very same request. */
  | { readonly kind: 'TWO'; readonly plans: readonly [RequestPlan, RequestPlan]; readonly isSame: boolean }
  /** An administrator hands in an indicator; the number chooses which, and what it says. */
  | { readonly kind: 'CATALOGUE'; readonly choice: number }
  /** All processes end and start again. */
  | { readonly kind: 'RESTART' }
  /** A reader is answered; the same moment must give the same answer for ever. */
  | { readonly kind: 'READ' }
  | { readonly kind: 'WAIT'; readonly seconds: number };

const plan: fc.Arbitrary<RequestPlan> = fc.record({
  how: fc.oneof(
    { weight: 8, arbitrary: fc.constant('SENSIBLE' as const) },
    { weight: 3, arbitrary: fc.constant('WILD' as const) },
    { weight: 1, arbitrary: fc.constant('AGAIN' as const) },
  ),
  // Most is about one line, so that it comes far.
  line: fc.constantFrom(0, 0, 0, 0, 1, 2),
  person: fc.nat(1000),
  command: fc.nat(1000),
  key: fc.constantFrom('NONE', 'SHARED', 'OWN', 'OWN', 'OWN'),
  isExplained: fc.oneof(
    { weight: 2, arbitrary: fc.constant(true) },
    { weight: 1, arbitrary: fc.constant(false) },
  ),
  embargo: fc.constantFrom(null, null, null, -1, 0, 1, 2, 3),
});

/** What happens, in any order. */
export const anySteps: fc.Arbitrary<Step[]> = fc.array(
  fc.oneof(
    { weight: 20, arbitrary: plan.map((one): Step => ({ kind: 'ONE', plan: one })) },
    {
      weight: 3,
      arbitrary: fc
        .tuple(plan, plan, fc.boolean())
        .map(([one, other, isSame]): Step => ({ kind: 'TWO', plans: [one, other], isSame })),
    },
    { weight: 3, arbitrary: fc.nat(1000).map((choice): Step => ({ kind: 'CATALOGUE', choice })) },
    { weight: 1, arbitrary: fc.constant<Step>({ kind: 'RESTART' }) },
    { weight: 3, arbitrary: fc.constant<Step>({ kind: 'READ' }) },
    {
      weight: 3,
      arbitrary: fc.constantFrom(0.5, 1, 3600).map((seconds): Step => ({ kind: 'WAIT', seconds })),
    },
  ),
  { minLength: 15, maxLength: 50, size: 'max' },
);
