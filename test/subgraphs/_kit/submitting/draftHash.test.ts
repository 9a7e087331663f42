import { describe, expect, it } from 'vitest';

import type { Command, Draft } from '../../../../schema/values/index.ts';
import type { MoveStore } from '../../../../subgraphs/_kit/storage/moveStore.ts';
import { draftHash } from '../../../../subgraphs/_kit/submitting/draftHash.ts';
import { makeMove } from '../../../../subgraphs/_kit/submitting/makeMove.ts';
import { person } from '../../../support/people.ts';
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
} from '../../../support/submitting.ts';

const ACKNOWLEDGING: Command = { kind: 'SUBMIT', acknowledgements: [{ check: 'a', note: 'đúng nguồn' }] };
const ANOTHER = '0'.repeat(64);

/** The draft after some moves on an empty line. */
async function draftAfter(...commands: readonly Command[]): Promise<Draft> {
  const { submission } = await moves(await givenLog(), ...commands);
  return submission.draft!;
}

describe('given the hash of a draft', () => {
  it.each([
    ['other figures', [saving('3'), SUBMIT]],
    ['a correction', [...publishing('1'), correcting('2'), SUBMIT]],
    ['an acknowledgement', [saving(), ACKNOWLEDGING]],
  ])('when another has %s, then its hash is another', async (_what, commands) => {
    const hash = draftHash(await draftAfter(saving(), SUBMIT));

    expect(draftHash(await draftAfter(...commands))).not.toBe(hash);
  });

  it('when the same draft has gone on, then it is the same', async () => {
    const hash = draftHash(await draftAfter(saving()));

    expect(hash).toMatch(/^[0-9a-f]{64}$/);
    expect(draftHash(await draftAfter(saving('3'), SUBMIT, RETURN, saving(), SUBMIT, APPROVE))).toBe(hash);
  });
});

describe('given a person who says which draft they have seen', () => {
  const cases: readonly (readonly [string, readonly Command[], Command])[] = [
    ['saves over it', [saving()], saving('3')],
    ['corrects over it', [...publishing(), correcting('3')], correcting('4')],
    ['submits it', [saving()], SUBMIT],
    ['approves it', [saving(), SUBMIT], APPROVE],
    ['publishes it', [saving(), SUBMIT, APPROVE], PUBLISH],
  ];

  it.each(cases)(
    'when one %s, then it is done; were it another, it is refused',
    async (_how, before, move) => {
      const log = await givenLog();
      const { submission } = await moves(log, ...before);

      const another = await outcomeOf(log, requestOf(move, { draftHash: ANOTHER }));
      const same = await outcomeOf(log, requestOf(move, { draftHash: draftHash(submission.draft!) }));

      expect(another).toBe('DRAFT_CHANGED');
      expect(same).toMatch(/^(DRAFT|SUBMITTED|APPROVED|PUBLISHED)$/);
    },
  );

  it.each([
    ['there is another', [saving('3'), SUBMIT], 'read. Look at it again.'],
    ['there is none', publishing(), 'read: there is none now. Look at it again.'],
  ])('when %s, then the error says so, and nothing is appended', async (_what, commands, said) => {
    const log = await givenLog();
    const { move } = await moves(log, ...commands);

    const made = makeMove(log, requestOf(APPROVE, { draftHash: ANOTHER }));

    await expect(made).rejects.toThrow(`The draft has changed since "draftHash" was ${said}`);
    expect(await log.store.head('invented')).toMatchObject({ sequence: move.sequence });
  });

  it('when they have no right, then they do not learn whether it is the draft', async () => {
    const log = await givenLog();
    await moves(log, saving(), SUBMIT);
    const stranger = { principal: person('hoa', 'READER'), draftHash: ANOTHER };

    expect(await outcomeOf(log, requestOf(APPROVE, stranger))).toBe('RIGHT_MISSING');
  });

  it('when another process replaces it while they approve, then what they have not seen is not approved', async () => {
    const one = await givenLog();
    const { submission } = await moves(one, saving(), SUBMIT);
    const other = await givenLog(one.store);
    let isReplaced = false;
    const store: MoveStore = {
      ...one.store,
      append: async (move) => {
        if (!isReplaced) await moves(other, RETURN, saving('3'), SUBMIT);
        isReplaced = true;
        await one.store.append(move);
      },
    };
    const seen = { draftHash: draftHash(submission.draft!) };

    expect(await outcomeOf({ ...one, store }, requestOf(APPROVE, seen))).toBe('DRAFT_CHANGED');
    expect(isReplaced).toBe(true);
  });
});

describe('given a key under which a draft was approved by its hash', () => {
  it('when the same comes again after it was published, then it is answered as then', async () => {
    const log = await givenLog();
    const { submission } = await moves(log, saving(), SUBMIT);
    const request = requestOf(APPROVE, { key: 'k-1', draftHash: draftHash(submission.draft!) });
    const first = await makeMove(log, request);
    await moves(log, PUBLISH);

    expect(await makeMove(log, request)).toEqual(first);
    expect(await outcomeOf(log, { ...request, draftHash: ANOTHER })).toBe('KEY_REUSED');
  });
});
