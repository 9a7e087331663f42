import { describe, expect, it } from 'vitest';

import type { Command, MoveKind, Principal } from '../../../../schema/values/index.ts';
import { makeMove } from '../../../../subgraphs/_kit/submitting/makeMove.ts';
import { givenSource } from '../../../support/given.ts';
import { ADMINISTRATOR, ANALYST, APPROVER, OFFICER, person, READER } from '../../../support/people.ts';
import {
  APPROVE,
  correcting,
  givenLog,
  moves,
  outcomeOf,
  PUBLISH,
  publishing,
  requestOf,
  RETURN,
  saving,
  SUBMIT,
  WITHDRAW,
} from '../../../support/submitting.ts';

const COMMANDS: Readonly<Record<MoveKind, Command>> = {
  SAVE: correcting('3'),
  SUBMIT,
  RETURN,
  APPROVE,
  PUBLISH,
  WITHDRAW,
};

/** How a line comes to a state, and which moves are allowed there. */
const STATES: readonly (readonly [string, readonly Command[], Partial<Record<MoveKind, string>>])[] = [
  ['nothing saved', [], { SAVE: 'DRAFT' }],
  ['DRAFT', [saving()], { SAVE: 'DRAFT', SUBMIT: 'SUBMITTED' }],
  ['SUBMITTED', [saving(), SUBMIT], { RETURN: 'RETURNED', APPROVE: 'APPROVED' }],
  ['RETURNED', [saving(), SUBMIT, RETURN], { SAVE: 'DRAFT', SUBMIT: 'SUBMITTED' }],
  ['APPROVED', [saving(), SUBMIT, APPROVE], { RETURN: 'RETURNED', PUBLISH: 'PUBLISHED' }],
  ['PUBLISHED', publishing(), { SAVE: 'DRAFT', WITHDRAW: 'WITHDRAWN' }],
  ['WITHDRAWN', [...publishing(), WITHDRAW], { SAVE: 'DRAFT' }],
  [
    'DRAFT of a correction',
    [...publishing(), correcting('3')],
    { SAVE: 'DRAFT', SUBMIT: 'SUBMITTED', WITHDRAW: 'DRAFT' },
  ],
];

describe('given a line in any state', () => {
  const cases = STATES.flatMap(([state, before, allowed]) =>
    Object.values(COMMANDS).map(
      (command) =>
        [state, command.kind, allowed[command.kind] ?? 'MOVE_NOT_ALLOWED', before, command] as const,
    ),
  );

  it.each(cases)(
    'when it is %s and somebody makes %s, then %s',
    async (_state, _kind, expected, before, command) => {
      const log = await givenLog();
      await moves(log, ...before);

      expect(await outcomeOf(log, requestOf(command))).toBe(expected);
    },
  );

  it('when a move is not allowed, then the error tells the state and what is', async () => {
    const log = await givenLog();
    await moves(log, saving());

    await expect(makeMove(log, requestOf(APPROVE))).rejects.toMatchObject({
      message: 'APPROVE is not possible in state DRAFT. Possible now: SAVE, SUBMIT.',
      fault: { details: { move: 'APPROVE', state: 'DRAFT', allowed: ['SAVE', 'SUBMIT'] } },
    });
  });

  it.each([
    ['SUBMIT', publishing(), SUBMIT, 'in state PUBLISHED. Possible now: CORRECT, WITHDRAW.'],
    ['SUBMIT', [...publishing(), WITHDRAW], SUBMIT, 'in state WITHDRAWN. Possible now: CORRECT.'],
    [
      'APPROVE',
      [...publishing(), correcting('3')],
      APPROVE,
      'in state DRAFT. Possible now: CORRECT, SUBMIT, WITHDRAW.',
    ],
    ['CORRECT', [saving(), SUBMIT], correcting('3'), 'in state SUBMITTED. Possible now: RETURN, APPROVE.'],
  ])('when %s is not possible, then moves have the names of mutations', async (name, before, move, said) => {
    const log = await givenLog();
    await moves(log, ...before);

    await expect(makeMove(log, requestOf(move))).rejects.toThrow(`${name} is not possible ${said}`);
  });

  it('when a move is refused, then nothing is appended', async () => {
    const log = await givenLog();
    await moves(log, saving());
    const before = await log.store.head('invented');

    await outcomeOf(log, requestOf(APPROVE));

    expect(await log.store.head('invented')).toEqual(before);
  });
});

const MAY: Readonly<Record<string, readonly MoveKind[]>> = {
  officer: ['SAVE', 'SUBMIT'],
  approver: ['RETURN', 'APPROVE', 'PUBLISH', 'WITHDRAW'],
  administrator: ['WITHDRAW'],
  analyst: [],
  reader: [],
};
const WHO: Readonly<Record<string, Principal>> = {
  officer: OFFICER,
  approver: APPROVER,
  administrator: ADMINISTRATOR,
  analyst: ANALYST,
  reader: READER,
};
/** The moves before which each move is allowed. */
const BEFORE: Readonly<Record<MoveKind, readonly Command[]>> = {
  SAVE: [],
  SUBMIT: [saving()],
  RETURN: [saving(), SUBMIT],
  APPROVE: [saving(), SUBMIT],
  PUBLISH: [saving(), SUBMIT, APPROVE],
  WITHDRAW: publishing(),
};

describe('given people of an agency', () => {
  const cases = Object.keys(WHO).flatMap((role) =>
    Object.values(COMMANDS).map((command) => {
      const { kind } = command;
      return [role, kind, MAY[role]?.includes(kind) ? 'may' : 'may not', command] as const;
    }),
  );

  it.each(cases)('when an %s makes %s, then they %s', async (role, kind, expected, command) => {
    const log = await givenLog();
    await moves(log, ...BEFORE[kind]);

    const outcome = await outcomeOf(log, requestOf(command, { principal: WHO[role]! }));

    expect(outcome === 'RIGHT_MISSING' ? 'may not' : 'may').toBe(expected);
  });

  it.each([
    ['nobody in particular', null, 'TOKEN_REQUIRED'],
    ['an officer of another agency', person('hoa', 'OFFICER', 'inspection'), 'RIGHT_MISSING'],
    ['an officer for another organisation', person('hoa', 'OFFICER', 'invented', 'ha-tinh'), 'RIGHT_MISSING'],
    ['an officer for this organisation', person('hoa', 'OFFICER', 'invented', 'ha-tinh-khoi'), 'DRAFT'],
    ['an officer of all agencies', person('hoa', 'OFFICER', null), 'DRAFT'],
  ])('when %s saves, then %s', async (_who, principal, expected) => {
    const log = await givenLog();

    expect(await outcomeOf(log, requestOf(saving(), { principal }))).toBe(expected);
  });

  it('when a right is missing, then the error tells which role for what', async () => {
    const log = await givenLog();

    await expect(makeMove(log, requestOf(WITHDRAW, { principal: OFFICER }))).rejects.toThrow(
      'WITHDRAW needs the role APPROVER or ADMINISTRATOR for agency "invented" and organisation "ha-tinh-khoi".',
    );
  });
});

describe('given the rule of four eyes', () => {
  const both = person('lan', ['OFFICER', 'APPROVER']);

  it.each([
    [
      'who wrote and submitted it',
      [requestOf(saving(), { principal: both }), requestOf(SUBMIT, { principal: both })],
    ],
    [
      'who submitted what another wrote',
      [requestOf(saving(), { principal: person('hoa', 'OFFICER') }), requestOf(SUBMIT, { principal: both })],
    ],
    [
      'who wrote what another submitted',
      [requestOf(saving(), { principal: both }), requestOf(SUBMIT, { principal: person('hoa', 'OFFICER') })],
    ],
    [
      'whose draft another has replaced',
      [
        requestOf(saving(), { principal: both }),
        requestOf(saving('3'), { principal: person('hoa', 'OFFICER') }),
        requestOf(SUBMIT, { principal: person('hoa', 'OFFICER') }),
      ],
    ],
  ])('when somebody approves %s, then it is refused', async (_who, before) => {
    const log = await givenLog();
    for (const request of before) await makeMove(log, request);

    expect(await outcomeOf(log, requestOf(APPROVE, { principal: both }))).toBe('OWN_WORK');
  });

  it('when the author comes with another token that makes them approver only, then it is refused', async () => {
    const log = await givenLog();
    await moves(log, saving(), SUBMIT);

    const outcome = await outcomeOf(log, requestOf(APPROVE, { principal: person('lan', 'APPROVER', null) }));

    expect(outcome).toBe('OWN_WORK');
  });

  it('when it was returned and submitted again, then its author still cannot approve', async () => {
    const log = await givenLog();
    await makeMove(log, requestOf(saving(), { principal: both }));
    await moves(log, SUBMIT, RETURN, saving('3'), SUBMIT);

    expect(await outcomeOf(log, requestOf(APPROVE, { principal: both }))).toBe('OWN_WORK');
  });

  it('when a correction is written by another, then the author of the first may approve it', async () => {
    const log = await givenLog();
    await makeMove(log, requestOf(saving(), { principal: both }));
    await moves(log, SUBMIT, APPROVE, PUBLISH);
    const other = person('hoa', 'OFFICER');
    await makeMove(log, requestOf(correcting('3'), { principal: other }));
    await makeMove(log, requestOf(SUBMIT, { principal: other }));

    expect(await outcomeOf(log, requestOf(APPROVE, { principal: both }))).toBe('APPROVED');
  });

  it('when the author publishes what another has approved, then they may', async () => {
    const log = await givenLog();
    await makeMove(log, requestOf(saving(), { principal: both }));
    await moves(log, SUBMIT, APPROVE);

    expect(await outcomeOf(log, requestOf(PUBLISH, { principal: both }))).toBe('PUBLISHED');
  });
});

describe('given a move with its request id', () => {
  it('when it is read back, then it tells who, in which role, and the request', async () => {
    const log = await givenLog();

    const { move } = await makeMove(log, requestOf(saving(), { requestId: 'r-17' }));

    expect(move.body).toMatchObject({
      by: { subject: 'lan', role: 'OFFICER' },
      requestId: 'r-17',
      observations: [{ value: '2', sources: [givenSource()] }],
    });
  });
});
