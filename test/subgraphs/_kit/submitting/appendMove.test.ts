import { describe, expect, it } from 'vitest';

import { catalogued } from '../../../../schema/errors/index.ts';
import type { MoveStore } from '../../../../subgraphs/_kit/storage/moveStore.ts';
import { makeMove } from '../../../../subgraphs/_kit/submitting/makeMove.ts';
import { hashOfMove } from '../../../../subgraphs/_kit/submitting/storedMove.ts';
import { person } from '../../../support/people.ts';
import {
  APPROVE,
  givenLog,
  moves,
  NOON,
  outcomeOf,
  PUBLISH,
  publishing,
  requestOf,
  saving,
  SUBMIT,
} from '../../../support/submitting.ts';

const chainOf = (store: MoveStore) => store.chain('invented', 0, 1000);

describe('given a key under which a move was made', () => {
  it.each([
    ['at once', []],
    ['after further moves', [SUBMIT, APPROVE, PUBLISH]],
  ])(
    'when the same request comes again %s, then it is answered as then, and nothing is added',
    async (_when, between) => {
      const log = await givenLog();
      const request = requestOf(saving(), { key: 'k-1' });
      const first = await makeMove(log, request);
      if (between.length > 0) await moves(log, ...between);
      const before = await chainOf(log.store);

      const again = await makeMove(log, request);

      expect(again).toEqual(first);
      expect(await chainOf(log.store)).toEqual(before);
    },
  );

  it.each([
    ['other figures', requestOf(saving('3'), { key: 'k-1' })],
    ['another move', requestOf(SUBMIT, { key: 'k-1' })],
    ['another organisation', requestOf(saving(), { key: 'k-1', organisation: 'ha-tinh' })],
    ['another person', requestOf(saving(), { key: 'k-1', principal: person('hoa', 'OFFICER') })],
  ])('when a request with %s comes under it, then it is refused', async (_what, other) => {
    const log = await givenLog();
    await makeMove(log, requestOf(saving(), { key: 'k-1' }));

    expect(await outcomeOf(log, other)).toBe('KEY_REUSED');
    expect(await chainOf(log.store)).toHaveLength(1);
  });

  it('when somebody without the right comes with it, then they learn nothing of the move', async () => {
    const log = await givenLog();
    await makeMove(log, requestOf(saving(), { key: 'k-1' }));

    const stranger = requestOf(saving(), { key: 'k-1', principal: person('lan', 'READER') });

    expect(await outcomeOf(log, stranger)).toBe('RIGHT_MISSING');
  });

  it('when its move was refused, then the key is free', async () => {
    const log = await givenLog();
    await outcomeOf(log, requestOf(SUBMIT, { key: 'k-1' }));

    expect(await outcomeOf(log, requestOf(saving(), { key: 'k-1' }))).toBe('DRAFT');
  });
});

describe('given a store whose answer was lost after it had stored a move', () => {
  it('when the client sends the same again, then it gets the answer, and the move is there once', async () => {
    const { store, ...rest } = await givenLog();
    let isLost = true;
    const losing: MoveStore = {
      ...store,
      append: async (move) => {
        await store.append(move);
        if (!isLost) return;
        isLost = false;
        throw catalogued('STORE_UNAVAILABLE', { store: 'invented', reason: 'the connection is lost' });
      },
    };
    const log = { ...rest, store: losing };
    const request = requestOf(saving(), { key: 'k-1' });

    const first = await outcomeOf(log, request);
    const second = await outcomeOf(log, request);

    expect([first, second]).toEqual(['STORE_UNAVAILABLE', 'DRAFT']);
    expect(await chainOf(store)).toHaveLength(1);
  });
});

describe('given two processes of one agency on one store', () => {
  it('when both publish at once, fifty times, then each time exactly one wins and the other is refused', async () => {
    const one = await givenLog();
    const other = await givenLog(one.store);
    const outcomes: string[][] = [];

    for (let round = 0; round < 50; round += 1) {
      const organisation = `to-chuc-${round}`;
      for (const command of [saving(), SUBMIT, APPROVE]) {
        await makeMove(one, requestOf(command, { organisation }));
      }
      const rivals = [one, other].map((log) => outcomeOf(log, requestOf(PUBLISH, { organisation })));
      outcomes.push((await Promise.all(rivals)).sort());
    }

    expect(new Set(outcomes.map(String))).toEqual(new Set(['MOVE_NOT_ALLOWED,PUBLISHED']));
    const published = (await one.store.chain('invented', 0, 1000)).filter(({ kind }) => kind === 'PUBLISH');
    expect(new Set(published.map(({ organisation }) => organisation)).size).toBe(50);
    expect(published).toHaveLength(50);
  });

  it('when the same request comes to both at once, fifty times, then both give the same answer', async () => {
    const one = await givenLog();
    const other = await givenLog(one.store);

    for (let round = 0; round < 50; round += 1) {
      const request = requestOf(saving(), { organisation: `to-chuc-${round}`, key: `k-${round}` });

      const [first, second] = await Promise.all([makeMove(one, request), makeMove(other, request)]);

      expect(second).toEqual(first);
    }
    expect(await chainOf(one.store)).toHaveLength(50);
  });

  it('when the clock of one is an hour ahead, then the other goes on behind it', async () => {
    const one = await givenLog(undefined, NOON + 3_600_000);
    const other = await givenLog(one.store);
    const ahead = await moves(one, saving());

    const behind = await moves(other, SUBMIT);

    expect([ahead.move.at, behind.move.at]).toEqual(['2024-04-20T13:00:00.000Z', '2024-04-20T13:00:00.001Z']);
  });
});

describe('given one process', () => {
  it('when fifty people save at once, then all are saved, each in its place of one chain', async () => {
    const log = await givenLog();
    const requests = Array.from({ length: 50 }, (_, index) =>
      requestOf(saving(), { organisation: `to-chuc-${index}` }),
    );

    await Promise.all(requests.map((request) => makeMove(log, request)));

    const chain = await chainOf(log.store);
    expect(chain.map(({ sequence }) => sequence)).toEqual(
      Array.from({ length: 50 }, (_, index) => index + 1),
    );
    expect(chain.slice(1).map(({ previousHash }) => previousHash)).toEqual(
      chain.slice(0, -1).map(({ hash }) => hash),
    );
    expect(chain.map(hashOfMove)).toEqual(chain.map(({ hash }) => hash));
  });

  it('when others always take the next place, then it gives up with a conflict', async () => {
    const log = await givenLog();
    const store: MoveStore = {
      ...log.store,
      append: () => Promise.reject(catalogued('MOVE_CONFLICT', { move: 'invented|1' })),
    };

    expect(await outcomeOf({ ...log, store }, requestOf(saving()))).toBe('MOVE_CONFLICT');
  });

  it('when a move was made, then it is stamped later than all that was answered for', async () => {
    const log = await givenLog();
    const moment = '2024-04-20T12:00:05.000Z';
    await log.clock.announce(moment as never);

    const { move } = await moves(log, ...publishing());

    expect(move.at > moment).toBe(true);
  });
});
