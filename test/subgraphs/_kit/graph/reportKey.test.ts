import { describe, expect, it } from 'vitest';

import { dataOf, faultCodesOf } from '../../../support/answers.ts';
import { givenRelease } from '../../../support/given.ts';
import { report, SECTIONS } from '../../../support/reports.ts';
import { april } from '../../../support/stores.ts';
import { givenAgency } from '../../../support/testAgency.ts';

describe('given the key of a report as a gateway sends it', () => {
  it.each([
    ['a malformed period', { period: '2024-Q5' }, 'PERIOD_INVALID'],
    ['no period', { period: undefined }, 'PERIOD_INVALID'],
    ['a malformed moment', { asOf: 'now' }, 'DATE_TIME_INVALID'],
    ['a moment that is more than a minute ahead', { asOf: '2024-04-20T12:01:00.251Z' }, 'AS_OF_IN_FUTURE'],
  ])('when it has %s, then it is refused', async (_what, change, expected) => {
    const { ask } = await givenAgency();

    const answer = await ask(SECTIONS('observations { value }'), { reports: [report(change)] });

    expect(faultCodesOf(answer)).toEqual([expected]);
  });

  it('when another machine is up to a minute ahead, then it is answered', async () => {
    const { ask } = await givenAgency();

    const answer = await ask(SECTIONS('observations { value }'), {
      reports: [report({ asOf: '2024-04-20T12:01:00.250Z' })],
    });

    expect(faultCodesOf(answer)).toEqual([]);
  });

  it('when its moment has an offset, then it is the same moment in UTC', async () => {
    const { ask } = await givenAgency([givenRelease()]);

    const answer = await ask(
      'query ($reports: [_Any!]!) { _entities(representations: $reports) { ... on Report { asOf period } } }',
      { reports: [report({ asOf: '2024-04-01T07:00:00+07:00' })] },
    );

    expect((dataOf(answer) as { _entities: unknown })._entities).toEqual([
      { asOf: april(1), period: '2024-Q1' },
    ]);
  });
});
