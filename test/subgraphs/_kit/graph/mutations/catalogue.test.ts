import { describe, expect, it } from 'vitest';

import { faultCodesOf } from '../../../../support/answers.ts';
import { createUpdating, INDICATORS_HEADER, indicatorRow } from '../../../../support/catalogueFiles.ts';
import { givenInput } from '../../../../support/inputs.ts';
import { createMoving } from '../../../../support/mutations.ts';
import { APPROVER, OFFICER, person } from '../../../../support/people.ts';
import { givenAgency } from '../../../../support/testAgency.ts';

const HOUSES = [INDICATORS_HEADER, indicatorRow('houses')];

describe('given an agency with a catalogue', () => {
  it('when an administrator puts in new entries of all lists, then they are told as added, and figures may use them', async () => {
    const running = await givenAgency();
    const { update } = createUpdating(running);

    const made = [
      await update('UNITS', [
        'code,kind,label_vi,label_en,definition_vi,definition_en',
        'hut,COUNT,Chòi,Hut,Một chòi.,One hut.',
      ]),
      await update('DIMENSIONS', [
        'code,in,label_vi,label_en,definition_vi,definition_en',
        'wall,,Tường,Wall,Loại tường.,Kind of wall.',
        'brick,wall,Gạch,Brick,,',
        'bamboo,wall,Tre,Bamboo,,',
      ]),
      await update('INDICATORS', [
        INDICATORS_HEADER,
        indicatorRow('housing', { kind: 'group', units: '', basis: '' }).replace('charity', ''),
        indicatorRow('houses', { in: 'housing', units: 'hut', dimensions: 'wall' }),
      ]),
    ];
    running.now += 2000;
    const saved = await createMoving(running).make('save', {
      observations: [
        givenInput({ indicator: 'houses', unit: 'hut', breakdown: [{ dimension: 'wall', code: 'brick' }] }),
      ],
    });

    expect(made.map(({ added, changed, faults }) => [added, changed, faults])).toEqual([
      [['hut'], [], []],
      [['wall', 'wall=brick', 'wall=bamboo'], [], []],
      [['housing', 'houses'], [], []],
    ]);
    expect([saved.faults, saved.submission?.state]).toEqual([[], 'DRAFT']);
  });

  it('when the same key comes again, then it is answered as before and nothing is done twice', async () => {
    const running = await givenAgency();
    const { update } = createUpdating(running);

    const first = await update('INDICATORS', HOUSES, { key: 'k' });
    const again = await update('INDICATORS', HOUSES, { key: 'k' });

    expect(again).toEqual(first);
    expect((await running.store.head('invented'))?.sequence).toBe(1);
  });

  it('when the same file comes under another key, then nothing is new and no move is made', async () => {
    const running = await givenAgency();
    const { update } = createUpdating(running);
    await update('INDICATORS', HOUSES, { key: 'k' });

    expect(await update('INDICATORS', HOUSES, { key: 'l' })).toEqual({
      ...{ added: [], changed: [], unchanged: ['houses'], at: null, faults: [] },
    });
    expect((await running.store.head('invented'))?.sequence).toBe(1);
  });

  it('when a key comes again with another file, then it is refused', async () => {
    const { answer, update } = createUpdating(await givenAgency());
    await update('INDICATORS', HOUSES, { key: 'k' });

    const again = await answer('INDICATORS', [INDICATORS_HEADER, indicatorRow('homes')], { key: 'k' });

    expect(faultCodesOf(again)).toEqual(['KEY_REUSED']);
  });

  it('when it is a dry run, then it is told what would come of it and nothing is stored', async () => {
    const running = await givenAgency();

    const made = await createUpdating(running).update('INDICATORS', HOUSES, { dryRun: true });

    expect(made).toEqual({ added: ['houses'], changed: [], unchanged: [], at: null, faults: [] });
    expect(await running.store.head('invented')).toBeNull();
  });

  it.each([
    ['nobody in particular', null, 'TOKEN_REQUIRED'],
    ['an officer', OFFICER, 'RIGHT_MISSING'],
    ['an approver', APPROVER, 'RIGHT_MISSING'],
    ['an administrator of one organisation', person('a', 'ADMINISTRATOR', 'invented', 'x'), 'RIGHT_MISSING'],
    ['an administrator of another agency', person('a', 'ADMINISTRATOR', 'inspection'), 'RIGHT_MISSING'],
  ])('when %s puts a file in, dry or not, then it is refused', async (_who, by, code) => {
    const { answer } = createUpdating(await givenAgency());

    expect(faultCodesOf(await answer('INDICATORS', HOUSES, {}, by))).toEqual([code]);
    expect(faultCodesOf(await answer('INDICATORS', HOUSES, { dryRun: true }, by))).toEqual([code]);
  });

  it.each([
    ['a list of the office', 'ORGANISATIONS', {}],
    ['what is not base64', 'INDICATORS', { file: { name: 'a.csv', content: 'ä' } }],
    ['no key', 'INDICATORS', { key: ' ' }],
  ])('when it is %s, then it is refused', async (_what, kind, change) => {
    const { answer } = createUpdating(await givenAgency());

    expect(faultCodesOf(await answer(kind, HOUSES, change))).toEqual(['ARGUMENT_INVALID']);
  });

  it('when several rows are faulty, then all faults are told with row and column, and nothing is stored', async () => {
    const running = await givenAgency();

    const { faults, added } = await createUpdating(running).update('INDICATORS', [
      INDICATORS_HEADER,
      indicatorRow('houses'),
      indicatorRow('homes', { units: 'gifts', basis: 'FLUX' }),
      indicatorRow('huts', { superseded_by: 'hauses' }),
    ]);

    expect(added).toEqual([]);
    expect(faults).toEqual([
      {
        ...{ file: 'indicators.csv', row: 3, column: 'units', code: 'CODE_UNKNOWN' },
        message: 'Unit "gifts" is not known. Did you mean "gift"? Use a code of the agency\'s catalogue.',
      },
      {
        ...{ file: 'indicators.csv', row: 3, column: 'basis', code: 'CELL_INVALID' },
        message: 'Value "FLUX" is not valid: expected STOCK or FLOW or CUMULATIVE.',
      },
      {
        ...{ file: 'indicators.csv', row: 4, column: 'superseded_by', code: 'CODE_UNKNOWN' },
        message:
          'Indicator "hauses" is not known. Did you mean "houses"? Use a code of the agency\'s catalogue.',
      },
    ]);
    expect(await running.store.head('invented')).toBeNull();
  });

  it.each([
    ['retired in other words', { retired: 'true' }, '2 retired CELL_INVALID'],
    ['superseded by itself', { superseded_by: 'houses' }, '2 superseded_by CELL_INVALID'],
    [
      'superseded by one of another unit',
      { superseded_by: 'budget-revenue' },
      '2 superseded_by CELL_INVALID',
    ],
    ['labelled with a line break', { label_vi: '"a\nb"' }, '2 label_vi CELL_INVALID'],
    ['labelled with 2001 letters', { label_vi: 'a'.repeat(2001) }, '2 label_vi CELL_INVALID'],
  ])('when an indicator is %s, then it is refused', async (_what, change, expected) => {
    const { faults } = createUpdating(await givenAgency());

    expect(await faults('INDICATORS', [INDICATORS_HEADER, indicatorRow('houses', change)])).toEqual([
      expected,
    ]);
  });

  it('when two supersede each other, then both are refused', async () => {
    const { faults } = createUpdating(await givenAgency());
    const rows = [indicatorRow('a', { superseded_by: 'b' }), indicatorRow('b', { superseded_by: 'a' })];

    expect(await faults('INDICATORS', [INDICATORS_HEADER, ...rows])).toEqual([
      '2 superseded_by CELL_INVALID',
      '3 superseded_by CELL_INVALID',
    ]);
  });

  it('when entries of earlier files would supersede each other in a circle, then it is named', async () => {
    const { update } = createUpdating(await givenAgency());
    const chain = ['a', 'b', 'c', 'd'].map((code, index, all) =>
      indicatorRow(code, { superseded_by: all[index + 1] ?? '' }),
    );
    expect((await update('INDICATORS', [INDICATORS_HEADER, ...chain])).faults).toEqual([]);

    const { faults } = await update('INDICATORS', [
      INDICATORS_HEADER,
      indicatorRow('d', { superseded_by: 'b' }),
      indicatorRow('e', { superseded_by: 'e' }),
    ]);

    expect(faults.map(({ row, message }) => `${row}: ${message}`)).toEqual([
      '2: Value "b" is not valid: expected a code that does not lead back to this one (d → b → c → d).',
      '3: Value "e" is not valid: expected a code that does not lead back to this one (e → e).',
    ]);
  });

  it('when a code is made a part of its own part, then it is refused', async () => {
    const { faults } = createUpdating(await givenAgency());

    const rows = ['code,in,parent,label_vi,label_en', 'grassroots,level,branch,Cơ sở,Grassroots'];

    expect(await faults('DIMENSIONS', rows)).toEqual(['2 parent CELL_INVALID']);
  });
});
