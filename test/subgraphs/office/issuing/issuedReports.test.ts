import { describe, expect, it } from 'vitest';

import { dataOf, faultCodesOf } from '../../../support/answers.ts';
import { person } from '../../../support/people.ts';
import { APPROVER, givenIssued, givenOffice, release, sections } from './givenOffice.ts';

describe('given an office that nobody has asked to issue a report', () => {
  it('when an agency was not reached, or has sent something else, then there is no seal', async () => {
    const { sealOf } = await givenOffice();
    const answer = await sealOf(
      sections({ inspection: null, massOrganisations: { releases: [{ number: 1 }] } }),
    );

    expect(faultCodesOf(answer)).toEqual(['REPORT_NOT_WHOLE']);
    expect(answer.errors?.[0]?.message).toContain('inspection, mass-organisations not reached');
  });

  it.each([
    ['by nobody in particular', {}, null, 'TOKEN_REQUIRED'],
    ['by an officer', {}, person('lan', 'OFFICER', 'office'), 'RIGHT_MISSING'],
    ['by an approver of another agency', {}, person('lan', 'APPROVER', 'inspection'), 'RIGHT_MISSING'],
    [
      'by an approver for another organisation',
      {},
      person('lan', 'APPROVER', 'office', 'ha-tinh'),
      'RIGHT_MISSING',
    ],
    ['with a seal that it has not made', { seal: 'e30.e30' }, APPROVER, 'SEAL_INVALID'],
    ['with no seal at all', { seal: '' }, APPROVER, 'SEAL_INVALID'],
    ['under no number', { number: ' ' }, APPROVER, 'ARGUMENT_INVALID'],
    ['under a number of which nothing is seen', { number: '\u200b \u0007' }, APPROVER, 'ARGUMENT_INVALID'],
    ['under a number of 101 characters', { number: '1'.repeat(101) }, APPROVER, 'ARGUMENT_INVALID'],
    ['by no role', { signedBy: '' }, APPROVER, 'ARGUMENT_INVALID'],
  ])('when it is asked %s, then it is refused, and nothing is issued', async (_how, change, who, code) => {
    const { ask, issue } = await givenOffice();

    expect(faultCodesOf(await issue('1-BC', change, who))).toEqual([code]);
    expect(dataOf(await ask('{ issuedReport(number: "1-BC") { number } }'))).toEqual({ issuedReport: null });
  });

  it('when the same comes twice, then it is issued once; another report needs another number', async () => {
    const { running, issue } = await givenOffice();
    const first = dataOf(await issue('1-BC'));
    running.now += 5000;

    expect(dataOf(await issue(' 1-BC '))).toEqual(first);
    expect(faultCodesOf(await issue('1-BC', { signedBy: 'Bí thư' }))).toEqual(['REPORT_NUMBER_TAKEN']);
    expect(dataOf(await issue('2-BC'))).toMatchObject({ issued: { number: '2-BC' } });
  });
});

describe('given a report that was issued under a number with accents and blanks', () => {
  it.each([
    ['with accents of their own', '231 - BC/\u0110U\u0302K'],
    ['with other blanks', ' 231\t-\u00a0\n BC/\u0110\u00dbK '],
    ['with characters that nobody sees', '231\u200b -\u2060 \ufeff BC/\u200dĐÛK\u0000\u200c'],
  ])('when it is typed %s, then it is the same number', async (_how, typed) => {
    const { ask, issue } = await givenOffice();
    const first = dataOf(await issue('231 - BC/ĐÛK'));

    expect(first).toMatchObject({ issued: { number: '231 - BC/ĐÛK' } });
    expect(dataOf(await issue(typed))).toEqual(first);
    expect(faultCodesOf(await issue(typed, { signedBy: 'Bí thư' }))).toEqual(['REPORT_NUMBER_TAKEN']);
    expect(
      dataOf(
        await ask('query ($number: ID!) { issuedReport(number: $number) { number } }', { number: typed }),
      ),
    ).toEqual({ issuedReport: { number: '231 - BC/ĐÛK' } });
  });
});

describe('given a report that was issued, of one release of every agency', () => {
  it('when nothing has changed, then it is among those that are not affected', async () => {
    const { listed } = await givenIssued();
    const asked = [{ organisation: 'ha-tinh-khoi' }];

    expect(await listed(false, sections())).toEqual({ asked, unreached: [], numbers: ['1-BC'] });
    expect(await listed(true, sections())).toEqual({ asked, unreached: [], numbers: [] });
    expect(await listed(null)).toEqual({ asked: [], unreached: [], numbers: ['1-BC'] });
  });

  it.each([
    ['a release has other figures', [release(2)], ['1-BC']],
    ['the same figures were published again', [release(2, 'hash-of-1')], []],
    ['nothing stands any more', [], ['1-BC']],
    [
      'there is one about the area as well',
      [release(1), { ...release(1), organisation: 'ha-tinh' }],
      ['1-BC'],
    ],
  ])('when %s, then that tells whether it is affected', async (_what, releases, expected) => {
    const { listed } = await givenIssued();

    expect((await listed(true, sections({ inspection: { releases } }))).numbers).toEqual(expected);
    expect((await listed(false, sections({ inspection: { releases } }))).numbers).toEqual(
      expected.length === 0 ? ['1-BC'] : [],
    );
  });

  it('when an agency was not reached, then it is named, and a report is affected only by what is known', async () => {
    const { listed } = await givenIssued();
    const unreached = { socioEconomic: null };

    expect(await listed(true, sections(unreached))).toMatchObject({
      unreached: ['socio-economic'],
      numbers: [],
    });
    expect(await listed(false, sections(unreached))).toMatchObject({ numbers: [] });
    expect(await listed(true, sections({ ...unreached, inspection: { releases: [] } }))).toMatchObject({
      numbers: ['1-BC'],
    });
  });

  it('when several reports of several periods are listed, then each is held against its own, the last one first', async () => {
    const { running, issue, listed } = await givenIssued();
    dataOf(await issue('2-BC'));
    running.now += 2000;

    const { asked, numbers } = await listed(true, sections({ inspection: { releases: [] } }));

    expect(asked).toHaveLength(1);
    expect(numbers).toEqual(['2-BC', '1-BC']);
  });

  it('when the directory puts the organisation into another area, then the issued report stays in its own', async () => {
    const { ask } = await givenIssued();
    const { issuedReport } = dataOf(
      await ask(
        '{ issuedReport(number: "1-BC") { report { organisation area period asOf } current { area } } }',
      ),
    ) as { issuedReport: { report: { area: string } } };
    const of = [{ ...issuedReport.report, __typename: 'Report', area: 'the area of that time' }];
    const query = 'query ($of: [_Any!]!) { _entities(representations: $of) { ... on Report { area } } }';

    expect(issuedReport).toMatchObject({ report: { area: 'ha-tinh' }, current: { area: 'ha-tinh' } });
    expect(dataOf(await ask(query, { of }))).toEqual({ _entities: [{ area: 'the area of that time' }] });
  });
});
