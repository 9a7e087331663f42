import { describe, expect, it } from 'vitest';

import { dataOf } from '../../../../support/answers.ts';
import { givenInput } from '../../../../support/inputs.ts';
import { createMoving } from '../../../../support/mutations.ts';
import { APPROVER } from '../../../../support/people.ts';
import { givenAgency } from '../../../../support/testAgency.ts';

const ANOTHER = '0'.repeat(64);
const DRAFT = '{ invented { draft(organisation: "ha-tinh-khoi", period: "2024-Q1") { draftHash } } }';

async function givenMoving() {
  const running = await givenAgency();
  const read = async (): Promise<string> => {
    running.now += 1000;
    const { invented } = dataOf(await running.ask(DRAFT, {}, APPROVER)) as {
      invented: { draft: { draftHash: string } };
    };
    return invented.draft.draftHash;
  };
  return { read, ...createMoving(running) };
}

describe('given a draft', () => {
  it('when it is read, then it has the hash that the move has answered with, also a refused one', async () => {
    const { make, read } = await givenMoving();
    const { draftHash } = await make('save');
    const refused = await make('save', { observations: [givenInput({ value: 'x' })] });

    expect(draftHash).toMatch(/^[0-9a-f]{64}$/);
    expect(await read()).toBe(draftHash);
    expect(refused.draftHash).toBe(draftHash);
  });

  it('when it is replaced after the approver has read it, then approving that one is refused', async () => {
    const { make, read, outcome } = await givenMoving();
    await make('save');
    await make('submit');
    const draftHash = await read();
    await make('return');
    await make('save', { observations: [givenInput({ value: '3' })] });
    await make('submit');

    expect(await outcome('approve', { draftHash })).toBe('DRAFT_CHANGED');
    expect(await outcome('approve', { draftHash: await read() })).toBe('APPROVED');
  });

  it.each([
    ['save', []],
    ['correct', ['submit', 'approve', 'publish', 'correct']],
    ['submit', []],
    ['approve', ['submit']],
    ['publish', ['submit', 'approve']],
  ] as const)('when %s comes with the hash of another, then it is refused', async (move, before) => {
    const { make, outcome } = await givenMoving();
    await make('save');
    for (const one of before) await make(one);

    expect(await outcome(move, { draftHash: ANOTHER })).toBe('DRAFT_CHANGED');
  });
});
