import { describe, expect, it } from 'vitest';

import { createAdmission, type Admission, type Visit } from '../../../../gateway/http/door/admission.ts';
import { faultOf } from '../../../../schema/errors/index.ts';

const given = (limits: Partial<Parameters<typeof createAdmission>[0]> = {}): Admission =>
  createAdmission({ requestsAtWork: 1, requestsWaiting: 2, requestsPerPerson: 10, ...limits });

/** The visit, or the code of why there is none. */
function enter(admission: Admission, person = 'an'): Visit | string | undefined {
  try {
    return admission.enter(person);
  } catch (error) {
    return faultOf(error)?.code;
  }
}

/** What a visit that waits is told until now. */
async function toldOf(work: Promise<boolean>): Promise<boolean | 'nothing'> {
  await Promise.resolve();
  return Promise.race([work, Promise.resolve('nothing' as const)]);
}

describe('given room for one at work and two that wait', () => {
  it('when a fourth comes, then it is refused until one has left', () => {
    const admission = given();
    const [first] = [admission.enter('an'), admission.enter('binh'), admission.enter('chi')];

    expect(enter(admission, 'dung')).toBe('GATEWAY_BUSY');
    first.leave();
    expect(enter(admission, 'dung')).toBeTypeOf('object');
  });

  it('when several wait for work, then they begin one after the other, in the order in which they asked', async () => {
    const admission = given();
    const visits = [1, 2, 3].map(() => admission.enter('an'));
    const [first, second, third] = visits.map((visit) => visit.work());

    expect([await toldOf(first!), await toldOf(second!), await toldOf(third!)]).toEqual([
      true,
      'nothing',
      'nothing',
    ]);
    visits[0]!.done();
    expect([await toldOf(second!), await toldOf(third!)]).toEqual([true, 'nothing']);
    visits[1]!.leave();
    expect(await toldOf(third!)).toBe(true);
  });

  it('when somebody looks, then it is told how many are inside, at work and waiting', async () => {
    const admission = given();
    const [first, second, third] = [1, 2, 3].map(() => admission.enter('an'));
    void first?.work();
    void second?.work();
    await Promise.resolve();

    expect(admission.occupancy()).toEqual({ inside: 3, atWork: 1, waiting: 1 });
    third?.leave();
    first?.done();
    expect(admission.occupancy()).toEqual({ inside: 2, atWork: 1, waiting: 0 });
  });

  it('when work is done but its answer not yet taken, then the next begins, and room is not yet free', async () => {
    const admission = given({ requestsWaiting: 0, requestsAtWork: 2 });
    const visits = [admission.enter('an'), admission.enter('an')];
    await Promise.all(visits.map((visit) => visit.work()));

    visits.forEach((visit) => visit.done());

    expect(enter(admission)).toBe('GATEWAY_BUSY');
  });

  it('when one that waits has left, then it does not begin, and nobody waits for it', async () => {
    const admission = given();
    const [first, second, third] = [1, 2, 3].map(() => admission.enter('an'));
    await first!.work();
    const [left, next] = [second!.work(), third!.work()];

    second!.leave();
    first!.leave();

    expect([await left, await toldOf(next)]).toEqual([false, true]);
  });

  it('when one has left before it asks for work, then it does not begin', async () => {
    const visit = given().enter('an');
    visit.leave();

    expect(await visit.work()).toBe(false);
  });

  it('when each ends in its own way and often, then all room is free again', async () => {
    const admission = given({ requestsAtWork: 3, requestsWaiting: 4, requestsPerPerson: 7 });
    for (let round = 0; round < 200; round += 1) {
      const visits = Array.from({ length: 7 }, () => admission.enter('an'));
      const works = visits.map((visit) => visit.work());
      visits.forEach((visit, index) => {
        if ((index + round) % 3 === 0) visit.done();
        visit.leave();
        visit.done();
        visit.leave();
      });
      await Promise.all(works);
    }

    const visits = Array.from({ length: 7 }, () => enter(admission));
    expect(visits.filter((visit) => typeof visit === 'string')).toEqual([]);
    expect(enter(admission, 'binh')).toBe('GATEWAY_BUSY');
  });
});

describe('given two requests at once for each person', () => {
  it('when one sends a third, then it is refused, and others are let in', () => {
    const admission = given({ requestsWaiting: 100, requestsPerPerson: 2 });
    const [first] = [admission.enter('an'), admission.enter('an')];

    expect([enter(admission, 'an'), typeof enter(admission, 'binh')]).toEqual([
      'TOO_MANY_REQUESTS',
      'object',
    ]);
    first.leave();
    expect(enter(admission, 'an')).toBeTypeOf('object');
  });
});
