import { describe, expect, it, vi } from 'vitest';

import type { Instant } from '../../../../schema/values/index.ts';
import { formatCursor } from '../../../../subgraphs/_kit/graph/cursor.ts';
import { issuesFingerprint } from '../../../../subgraphs/office/issuing/issuesAsked.ts';
import { dataOf, faultCodesOf } from '../../../support/answers.ts';
import { APPROVER, givenIssued, givenOffice, REPORTS } from './givenOffice.ts';

const PAGE = `query ($organisation: ID, $affected: Boolean, $first: Int! = 100, $after: String) {
  issuedReports(organisation: $organisation, affected: $affected, first: $first, after: $after) {
    __typename id pageInfo { endCursor hasNextPage } } }`;
/** What an "id" holds that the office has made. */
const ASKED = {
  ...{ organisation: null, period: null, affected: null, first: 100, before: null },
  asOf: '2024-04-25T12:00:00.000Z',
};

interface Listed {
  readonly id: string;
  readonly pageInfo: { readonly endCursor: string | null; readonly hasNextPage: boolean };
}

describe('given a report that was issued', () => {
  it.each([
    ['no list at all', 'nonsense'],
    ['a list of something', '[]'],
    ['a number', '5'],
    ['nothing', 'null'],
    ['nobody knows how many', JSON.stringify({ ...ASKED, first: undefined })],
    ['less than none', JSON.stringify({ ...ASKED, first: -1 })],
    ['none', JSON.stringify({ ...ASKED, first: 0 })],
    ['half a report', JSON.stringify({ ...ASKED, first: 0.5 })],
    ['too many', JSON.stringify({ ...ASKED, first: 1001 })],
    ['what stands before the first', JSON.stringify({ ...ASKED, before: 0 })],
    ['no period', JSON.stringify({ ...ASKED, period: 'some day' })],
    ['no moment', JSON.stringify({ ...ASKED, asOf: 'now' })],
    ['those that are perhaps affected', JSON.stringify({ ...ASKED, affected: 'perhaps' })],
    ['organisations', JSON.stringify({ ...ASKED, organisation: ['ha-tinh-khoi'] })],
  ])('when a list is made up that asks for %s, then it is refused', async (_what, asked) => {
    const { ask } = await givenIssued();
    const of = [{ __typename: 'IssuedReportList', id: Buffer.from(asked).toString('base64url') }];

    expect(faultCodesOf(await ask(REPORTS, { of }))).toEqual(['ARGUMENT_INVALID']);
  });

  it('when the gateway sends nothing of a report, then no agency was reached', async () => {
    const { listed } = await givenIssued();

    expect(await listed(true, null)).toMatchObject({
      unreached: ['party-building', 'inspection', 'mass-organisations', 'socio-economic'],
      numbers: [],
    });
  });

  it.each([-1, 0, 1001])('when %i reports are asked for, then that is refused', async (first) => {
    const { ask } = await givenIssued();

    expect(faultCodesOf(await ask(PAGE, { first }))).toEqual(['PAGE_SIZE_INVALID']);
  });
});

describe('given five issued reports, of two organisations in turn', () => {
  async function givenFive() {
    const given = await givenOffice();
    for (const number of ['1', '2', '3', '4', '5']) {
      dataOf(await given.issue(number, {}, APPROVER, Number(number) % 2 === 0 ? 'ha-tinh' : 'ha-tinh-khoi'));
      given.running.now += 2000;
    }
    const page = async (variables: object) => {
      const { issuedReports } = dataOf(await given.ask(PAGE, variables)) as { issuedReports: Listed };
      const { _entities } = dataOf(await given.ask(REPORTS, { of: [issuedReports] })) as {
        _entities: [{ reports: { number: string }[] }];
      };
      const numbers = _entities[0].reports.map(({ number }) => number);
      return { numbers, ...issuedReports.pageInfo };
    };
    return { ...given, page };
  }

  it('when they are read page by page, then each is told once, also where others are issued meanwhile', async () => {
    const { page, issue } = await givenFive();
    const first = await page({ first: 2 });
    dataOf(await issue('6'));
    const second = await page({ first: 2, after: first.endCursor });
    const third = await page({ first: 2, after: second.endCursor });

    expect(first).toMatchObject({ numbers: ['5', '4'], hasNextPage: true });
    expect(second).toMatchObject({ numbers: ['3', '2'], hasNextPage: true });
    expect(third).toMatchObject({ numbers: ['1'], hasNextPage: false });
    expect(await page({ first: 2, after: third.endCursor })).toEqual({
      numbers: [],
      endCursor: null,
      hasNextPage: false,
    });
  });

  it('when those of one organisation are asked for, then the others take no room on its pages', async () => {
    const { page } = await givenFive();
    const one = { organisation: 'ha-tinh-khoi' };
    const first = await page({ ...one, first: 2 });

    expect(first).toMatchObject({ numbers: ['5', '3'], hasNextPage: true });
    expect(await page({ ...one, first: 2, after: first.endCursor })).toMatchObject({
      numbers: ['1'],
      hasNextPage: false,
    });
    expect(await page({ ...one, first: 3 })).toMatchObject({ hasNextPage: false });
  });

  it.each([
    ['of another organisation', { organisation: 'ha-tinh' }],
    ['of those that are affected', { affected: true }],
  ])('when a cursor is taken for the list %s, then it is refused', async (_which, other) => {
    const { ask, page } = await givenFive();
    const { endCursor } = await page({ first: 2 });

    expect(faultCodesOf(await ask(PAGE, { ...other, after: endCursor }))).toEqual(['CURSOR_INVALID']);
  });

  it('when a cursor is made up for a moment to come, then it is refused', async () => {
    const { ask } = await givenFive();
    const list = issuesFingerprint({ organisation: null, period: null, affected: null });
    const after = formatCursor({ asOf: '2999-01-01T00:00:00.000Z' as Instant, list, position: 3 });

    expect(faultCodesOf(await ask(PAGE, { after }))).toEqual(['AS_OF_IN_FUTURE']);
  });

  it('when a list is asked for, then only as much of the chain is read as it holds, and once', async () => {
    const { store, ask } = await givenFive();
    const chain = vi.spyOn(store, 'chain');

    dataOf(
      await ask(
        '{ issuedReports(first: 2, affected: true) { current { organisation } pageInfo { hasNextPage } } }',
      ),
    );

    expect(chain).toHaveBeenCalledTimes(1);
  });
});
