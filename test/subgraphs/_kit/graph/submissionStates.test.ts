import { describe, expect, it } from 'vitest';

import type { Principal } from '../../../../schema/values/index.ts';
import type { Facts } from '../../../../subgraphs/_kit/index.ts';
import { dataOf } from '../../../support/answers.ts';
import { createMoving, type Result } from '../../../support/mutations.ts';
import { ADMINISTRATOR, ANALYST, APPROVER, OFFICER, person, READER } from '../../../support/people.ts';
import { report, SECTIONS, type Entities } from '../../../support/reports.ts';
import { givenAgency } from '../../../support/testAgency.ts';

type Moving = ReturnType<typeof createMoving>;

const STRANGERS: readonly (readonly [string, Principal | null])[] = [
  ['nobody in particular', null],
  ['a reader', READER],
  ['an officer of another agency', person('hoa', 'OFFICER', 'inspection')],
  ['an officer for the area alone', person('hoa', 'OFFICER', 'invented', 'ha-tinh')],
];
const INSIDERS: readonly (readonly [string, Principal | null])[] = [
  ['an analyst', ANALYST],
  ['an officer', OFFICER],
  ['an approver', APPROVER],
  ['an administrator', ADMINISTRATOR],
  ['an officer for the organisation', person('hoa', 'OFFICER', 'invented', 'ha-tinh-khoi')],
];

/** Lines after some moves, with what strangers and insiders are told of them, and what office is. */
const LINES: readonly (readonly [string, (moving: Moving) => Promise<unknown>, Told, Told])[] = [
  ['saved', ({ make }) => make('save'), told(null), told('DRAFT')],
  ['submitted', submitted, told(null), told('SUBMITTED', 'SUBMITTED')],
  [
    'returned',
    async (moving) => [await submitted(moving), await moving.make('return')],
    told(null),
    told('RETURNED', 'RETURNED'),
  ],
  ['approved', approved, told(null), told('APPROVED', 'SUBMITTED')],
  [
    'published under an embargo',
    async (moving) => [
      await approved(moving),
      await moving.make('publish', { publishAt: '2024-05-01T00:00:00Z' }),
    ],
    told(null),
    told('PUBLISHED', 'SUBMITTED'),
  ],
  [
    'published',
    ({ publish }) => publish(),
    told('PUBLISHED', 'PUBLISHED', 1),
    told('PUBLISHED', 'PUBLISHED', 1),
  ],
  [
    'published, and its correction saved',
    async ({ publish, make }) => [await publish(), await make('correct')],
    told('PUBLISHED', 'PUBLISHED', 1),
    told('DRAFT', 'PUBLISHED', 1),
  ],
  [
    'withdrawn',
    async ({ publish, make }) => [await publish(), await make('withdraw')],
    told('WITHDRAWN', 'WITHHELD'),
    told('WITHDRAWN', 'WITHHELD'),
  ],
  [
    'withdrawn while its correction waits',
    async ({ publish, make }) => [
      await publish(),
      await make('correct'),
      await make('submit'),
      await make('withdraw'),
    ],
    told('WITHDRAWN', 'WITHHELD'),
    told('SUBMITTED', 'WITHHELD'),
  ],
];

interface Told {
  readonly submissions: readonly object[];
  readonly facts: readonly object[];
}

/** What sections tell of a line in a state, with the number of what stands; and facts, in the words of completeness. */
function told(state: string | null, fact: string | null = null, number: number | null = null): Told {
  const release = number === null ? null : { number };
  return {
    submissions: state === null ? [] : [{ organisation: 'ha-tinh-khoi', period: '2024-Q1', state, release }],
    facts: fact === null ? [] : [{ organisation: 'ha-tinh-khoi', period: '2024-Q1', state: fact }],
  };
}

async function submitted({ make }: Moving): Promise<Result> {
  await make('save');
  return make('submit');
}

async function approved(moving: Moving): Promise<Result> {
  await submitted(moving);
  return moving.make('approve');
}

async function givenLine(move: (moving: Moving) => Promise<unknown>) {
  const running = await givenAgency();
  await move(createMoving(running));
  running.now += 60_000;
  const asOf = new Date(running.now).toISOString();
  const askAs = async (principal: Principal | null, change: Record<string, unknown> = {}): Promise<Told> => {
    const answer = await running.ask(
      SECTIONS('submissions { organisation period state release { number } } facts'),
      { reports: [report({ asOf, ...change })] },
      principal,
    );
    const [entity] = (dataOf(answer) as Entities<{ submissions: Told['submissions']; facts: Facts }>)
      ._entities;
    const { submissions, facts } = entity!.invented;
    const lines = [...facts.releases, ...(facts.pending ?? [])];
    return {
      submissions,
      facts: lines.map(({ organisation, period, state }) => ({ organisation, period, state })),
    };
  };
  return { running, askAs };
}

describe('given a line somewhere on its way', () => {
  const ask = LINES.flatMap(([line, move, toStrangers, toInsiders]) => [
    ...STRANGERS.map(([who, principal]) => [who, line, toStrangers, move, principal] as const),
    ...INSIDERS.map(([who, principal]) => [who, line, toInsiders, move, principal] as const),
  ]);

  it.each(ask)(
    'when %s asks for one that is %s, then they learn %j',
    async (_who, _line, expected, move, principal) => {
      const { askAs } = await givenLine(move);

      expect(await askAs(principal)).toEqual(expected);
    },
  );

  it('when it is asked as of a moment before, then the state is that of the moment', async () => {
    const { running, askAs } = await givenLine(async ({ publish, make }) => [
      await publish(),
      await make('withdraw'),
    ]);
    const chain = await running.store.chain('invented', 0, 100);

    const states = [];
    for (const { at } of chain) states.push((await askAs(OFFICER, { asOf: at })).submissions);

    expect(states.map(([one]) => (one as { state: string }).state)).toEqual([
      'DRAFT',
      'SUBMITTED',
      'APPROVED',
      'PUBLISHED',
      'WITHDRAWN',
    ]);
  });
});

const DRAFT = `query ($organisation: ID! = "ha-tinh-khoi") { invented { draft(organisation: $organisation, period: "2024-Q1") {
  organisation period state reasons correction { reason words } acknowledgements { check note }
  observations { value release { number publishedAt } } checks { verdict }
} } }`;

describe('given a draft', () => {
  it.each(INSIDERS)('when %s asks for it, then it is shown', async (_who, principal) => {
    const running = await givenAgency();
    const moving = createMoving(running);
    await submitted(moving);
    await moving.make('return');
    const head = await running.store.head('invented');

    const answer = await running.ask(DRAFT, {}, principal);

    expect(dataOf(answer)).toEqual({
      invented: {
        draft: {
          organisation: 'ha-tinh-khoi',
          period: '2024-Q1',
          state: 'RETURNED',
          reasons: ['thiếu nguồn'],
          correction: null,
          acknowledgements: [],
          observations: [{ value: '2', release: { number: 1, publishedAt: head?.at } }],
          checks: [],
        },
      },
    });
  });

  it.each(STRANGERS)('when %s asks for it, then it is null with an error', async (who, principal) => {
    const running = await givenAgency();
    await createMoving(running).make('save');

    const { data, errors } = await running.ask(DRAFT, {}, principal);

    expect(JSON.parse(JSON.stringify(data))).toEqual({ invented: { draft: null } });
    expect(errors?.map(({ originalError }) => originalError)).toMatchObject([
      { fault: { code: who === 'nobody in particular' ? 'TOKEN_REQUIRED' : 'RIGHT_MISSING' } },
    ]);
  });

  it.each([
    ['nothing was ever saved', () => Promise.resolve()],
    ['it was published', ({ publish }: Moving) => publish()],
  ])('when %s, then there is none', async (_what, move) => {
    const running = await givenAgency();
    await move(createMoving(running));

    expect(dataOf(await running.ask(DRAFT, {}, OFFICER))).toEqual({ invented: { draft: null } });
  });

  it('when it is of a correction, then it says why', async () => {
    const running = await givenAgency();
    const { publish, make } = createMoving(running);
    await publish();
    await make('correct');

    expect(dataOf(await running.ask(DRAFT, {}, OFFICER))).toMatchObject({
      invented: {
        draft: {
          state: 'DRAFT',
          correction: { reason: 'CORRECTION', words: 'sai số' },
          observations: [{ value: '3', release: { number: 2 } }],
        },
      },
    });
  });
});
