import { describe, expect, it } from 'vitest';

import type { Instant } from '../../../../schema/values/index.ts';
import { createKnowledgeClock } from '../../../../subgraphs/_kit/publishing/knowledgeClock.ts';
import { instant } from '../../../support/parsed.ts';
import { openStore } from '../../../support/stores.ts';

const NOON = Date.parse('2024-04-01T12:00:00.000Z');
const at = (milliseconds: number): Instant => new Date(NOON + milliseconds).toISOString() as Instant;

/** A gate that stays shut until it is opened. */
function gate() {
  let open: () => void = () => undefined;
  const opened = new Promise<void>((resolve) => (open = resolve));
  return { opened, open };
}

/** Lets everything run that waits for nothing but its turn. */
const turn = () => new Promise<void>((resolve) => setImmediate(resolve));

/** A clock of the agency `inspection` at noon of 1 April 2024, and its store. */
async function givenClock(now = () => NOON) {
  const store = await openStore();
  return { store, clock: createKnowledgeClock('inspection', store, now) };
}

const stampOf = (stamp: Instant) => Promise.resolve(stamp);

describe('given an agency that has answered nothing', () => {
  it('when it publishes, then the stamp is the time', async () => {
    const { clock } = await givenClock();

    const stamp = await clock.publish(null, stampOf);

    expect(stamp).toBe(at(0));
  });

  it.each([
    ['earlier', at(-1000), at(0)],
    ['now', at(0), at(1)],
    ['later, since the clock has stepped back', at(60_000), at(60_001)],
  ])('when the release before was published %s, then the stamp is later', async (_when, after, expected) => {
    const { clock } = await givenClock();

    const stamp = await clock.publish(after, stampOf);

    expect(stamp).toBe(expected);
  });
});

describe('given an agency that has answered for a moment', () => {
  it.each([
    ['in the past', at(-5000), at(0)],
    ['now', at(0), at(1)],
    ['in the future', at(30_000), at(30_001)],
  ])(
    'when the moment lies %s and it publishes, then the stamp is later than it',
    async (_when, asOf, expected) => {
      const { clock } = await givenClock();
      await clock.announce(asOf);

      const stamp = await clock.publish(null, stampOf);

      expect(stamp).toBe(expected);
    },
  );

  it('when it answers for an earlier one afterwards, then the stamp is still later than the latest', async () => {
    const { clock } = await givenClock();
    await clock.announce(at(10));
    await clock.announce(at(5));

    const stamp = await clock.publish(null, stampOf);

    expect(stamp).toBe(at(11));
  });

  it('when it has started again, then the stamp is still later', async () => {
    const { store, clock } = await givenClock();
    await clock.announce(at(500));
    const restarted = createKnowledgeClock('inspection', store, () => NOON);

    const stamp = await restarted.publish(null, stampOf);

    expect(stamp).toBe(at(501));
  });

  it('when its clock has stepped back, then the stamp is still later', async () => {
    let now = NOON;
    const { clock } = await givenClock(() => now);
    await clock.announce(at(0));
    now = NOON - 3_600_000;

    const stamp = await clock.publish(null, stampOf);

    expect(stamp).toBe(at(1));
  });

  it('when the moment is announced, then it is stored before it is answered for', async () => {
    const { store, clock } = await givenClock();

    await clock.announce(at(0));

    expect(await store.answeredUntil('inspection')).toBe(at(0));
  });

  it('when another agency with the same store publishes, then it is not held up', async () => {
    const { store, clock } = await givenClock();
    await clock.announce(at(9999));
    const other = createKnowledgeClock('party-building', store, () => NOON);

    const stamp = await other.publish(null, stampOf);

    expect(stamp).toBe(at(0));
  });
});

describe('given a publish that is not done', () => {
  it.each([
    ['at its stamp', at(0), ['published', 'answered']],
    ['after its stamp', at(5), ['published', 'answered']],
    ['before its stamp', at(-1), ['answered', 'published']],
  ])('when a reader asks for a moment %s, then these happen in this order', async (_when, asOf, expected) => {
    const { clock } = await givenClock();
    const { opened, open } = gate();
    const events: string[] = [];
    const publishing = clock.publish(null, () => opened).then(() => events.push('published'));
    await turn();

    const reading = clock.announce(asOf).then(() => events.push('answered'));
    await turn();
    open();
    await Promise.all([publishing, reading]);

    expect(events).toEqual(expected);
  });

  it('when it fails, then the reader is answered and the publisher is told', async () => {
    const { clock } = await givenClock();
    const publishing = clock.publish(null, () => Promise.reject(new Error('disk full')));

    const reading = clock.announce(at(0));

    await expect(publishing).rejects.toThrow('disk full');
    await expect(reading).resolves.toBeUndefined();
  });

  it('when another publishes, then it has its turn afterwards', async () => {
    const { clock } = await givenClock();
    const { opened, open } = gate();
    const events: string[] = [];
    const first = clock.publish(null, () => opened).then(() => events.push('first'));
    const second = clock.publish(null, () => Promise.resolve(events.push('second')));
    await turn();

    open();
    await Promise.all([first, second]);

    expect(events).toEqual(['first', 'second']);
  });
});

describe('given a store that fails once', () => {
  it('when it could not tell until when was answered, then the next question asks it again', async () => {
    const { store } = await givenClock();
    await store.raiseAnsweredUntil('inspection', at(500));
    const answers = [
      () => Promise.reject(new Error('connection lost')),
      () => store.answeredUntil('inspection'),
    ];
    const clock = createKnowledgeClock(
      'inspection',
      { ...store, answeredUntil: () => answers.shift()!() },
      () => NOON,
    );

    await expect(clock.announce(at(0))).rejects.toThrow('connection lost');
    const stamp = await clock.publish(null, stampOf);

    expect(stamp).toBe(at(501));
  });

  it('when it could not keep what was answered, then the moment is refused, and kept when asked again', async () => {
    const { store } = await givenClock();
    const raises = [() => Promise.reject(new Error('connection lost'))];
    const clock = createKnowledgeClock(
      'inspection',
      {
        ...store,
        raiseAnsweredUntil: (agency, until) => raises.shift()?.() ?? store.raiseAnsweredUntil(agency, until),
      },
      () => NOON,
    );

    await expect(clock.announce(at(0))).rejects.toThrow('connection lost');
    await clock.announce(at(0));

    expect(await store.answeredUntil('inspection')).toBe(instant('2024-04-01T12:00:00Z'));
  });
});
