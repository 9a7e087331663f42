import { describe, expect, it } from 'vitest';

import type { Command, Instant } from '../../../../schema/values/index.ts';
import { verifyChain } from '../../../../subgraphs/_kit/auditing/verifyChain.ts';
import { hashObservations } from '../../../../subgraphs/_kit/publishing/hashObservations.ts';
import { asStoredBefore, givenObservation } from '../../../support/given.ts';
import {
  APPROVE,
  correcting,
  givenLog,
  moves,
  NOON,
  outcomeOf,
  PUBLISH,
  publishing,
  requestOf,
  saving,
  SUBMIT,
  valuesOf,
  WITHDRAW,
} from '../../../support/submitting.ts';

const line = (asOf: Instant) =>
  [{ agency: 'invented', organisation: 'ha-tinh-khoi', period: '2024-Q1' as never, asOf }] as const;

describe('given what has been published', () => {
  it('when it is changed without a reason, then it is refused', async () => {
    const log = await givenLog();
    await moves(log, ...publishing());

    expect(await outcomeOf(log, requestOf(saving('3')))).toBe('CORRECTION_NOT_EXPLAINED');
  });

  it('when it is corrected, then number 2 replaces number 1 and says why', async () => {
    const log = await givenLog();
    await moves(log, ...publishing());

    const { move } = await moves(log, correcting('3'), SUBMIT, APPROVE, PUBLISH);

    const [release] = await log.store.newestOfLines(line(move.at));
    expect(release).toMatchObject({
      number: 2,
      supersedes: 1,
      correction: { reason: 'CORRECTION', words: 'sai số' },
      publishedAt: move.at,
    });
    expect(valuesOf(release?.observations)).toEqual(['3']);
  });

  it('when a draft is under way, then what is published stands', async () => {
    const log = await givenLog();
    await moves(log, ...publishing());

    const { move } = await moves(log, correcting('3'), SUBMIT);

    const [release] = await log.store.newestOfLines(line(move.at));
    expect(valuesOf(release?.observations)).toEqual(['2']);
  });

  it('when it is withdrawn, then nothing stands, before it all is as it was, and the next is number 3', async () => {
    const log = await givenLog();
    const published = await moves(log, ...publishing());
    const withdrawn = await moves(log, WITHDRAW);

    const again = await moves(log, correcting('3'), SUBMIT, APPROVE, PUBLISH);

    expect(await log.store.newestOfLines(line(withdrawn.move.at))).toEqual([null]);
    expect((await log.store.newestOfLines(line(published.move.at)))[0]).toMatchObject({ number: 1 });
    expect((await log.store.newestOfLines(line(again.move.at)))[0]).toMatchObject({
      number: 3,
      supersedes: null,
    });
  });

  it('when it is withdrawn while a correction waits for approval, then the correction waits on', async () => {
    const log = await givenLog();
    await moves(log, ...publishing(), correcting('3'), SUBMIT);

    const { submission } = await moves(log, WITHDRAW);

    expect(submission).toMatchObject({ state: 'SUBMITTED', published: null, lastNumber: 2 });
    expect((await moves(log, APPROVE, PUBLISH)).move).toMatchObject({ number: 3 });
  });
});

describe('given an embargo', () => {
  const may = '2024-05-01T00:00:00.000Z' as Instant;
  const embargoed: Command = { kind: 'PUBLISH', publishAt: may };

  it.each([
    ['2024-04-30T23:59:59.999Z', null],
    ['2024-05-01T00:00:00.000Z', 1],
  ])('when it is asked as of %s, then release %s stands', async (asOf, number) => {
    const log = await givenLog();
    await moves(log, saving(), SUBMIT, APPROVE, embargoed);

    const [release] = await log.store.newestOfLines(line(asOf as Instant));

    expect(release?.number ?? null).toBe(number);
  });

  it.each([
    ['has passed', -1, 'PUBLISH_AT_PAST'],
    ['is now', 0, 'PUBLISHED'],
  ])('when its moment %s, then %s', async (_when, difference, expected) => {
    const log = await givenLog();
    await moves(log, saving(), SUBMIT, APPROVE);
    log.now = NOON + 1000;
    const publishAt = new Date(log.now + difference).toISOString() as Instant;

    expect(await outcomeOf(log, requestOf({ kind: 'PUBLISH', publishAt }))).toBe(expected);
  });

  it('when it is withdrawn before its moment, then it is never seen', async () => {
    const log = await givenLog();
    await moves(log, saving(), SUBMIT, APPROVE, embargoed, WITHDRAW);

    expect(await log.store.newestOfLines(line('2024-05-02T00:00:00.000Z' as Instant))).toEqual([null]);
  });

  it('when it is withdrawn before its moment, then no list ever tells of it', async () => {
    const log = await givenLog();
    await moves(log, saving(), SUBMIT, APPROVE, embargoed, WITHDRAW);

    expect(await log.store.headers({ agency: 'invented' }, '2024-06-01T00:00:00.000Z' as Instant)).toEqual(
      [],
    );
  });

  it.each<[string, Instant | null, number]>([
    ['at once', null, 1],
    ['from before its moment on', '2024-04-30T23:59:59.999Z' as Instant, 1],
    ['from its very moment on', may, 1],
    ['from after its moment on', '2024-05-01T00:00:00.001Z' as Instant, 2],
  ])(
    'when a correction of what waits for its moment is visible %s, then it replaces what stood until then',
    async (_when, publishAt, supersedes) => {
      const log = await givenLog();
      await moves(log, ...publishing(), correcting('3'), SUBMIT, APPROVE, embargoed);

      const { move } = await moves(log, correcting('4'), SUBMIT, APPROVE, { kind: 'PUBLISH', publishAt });

      expect(move).toMatchObject({ number: 3, body: { supersedes } });
    },
  );
});

describe('given a draft that was saved before it was told who may see a figure', () => {
  it('when it is published, then it is sealed as public figures are, and the chain is sound', async () => {
    const log = await givenLog();
    const figure = givenObservation({ value: '3' });

    const { move } = await moves(
      log,
      saving('3', { observations: [asStoredBefore(figure)] }),
      SUBMIT,
      APPROVE,
      PUBLISH,
    );

    const [release] = await log.store.newestOfLines(line(move.at));
    expect(release).toMatchObject({ hash: hashObservations([figure]), observations: [figure] });
    expect(move.body).not.toHaveProperty('salt');
    expect(await verifyChain(log.store, 'invented')).toMatchObject({ entries: 4, fault: null });
  });
});
