import { describe, expect, it } from 'vitest';

import { faultCodesOf } from '../../../../support/answers.ts';
import { createUpdating, INDICATORS_HEADER, indicatorRow } from '../../../../support/catalogueFiles.ts';
import { givenObservation, givenRelease } from '../../../../support/given.ts';
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

  it('when a code is made a part of its own part, then it is refused', async () => {
    const { faults } = createUpdating(await givenAgency());

    const rows = ['code,in,parent,label_vi,label_en', 'grassroots,level,branch,Cơ sở,Grassroots'];

    expect(await faults('DIMENSIONS', rows)).toEqual(['2 parent CELL_INVALID']);
  });
});

/** Gifts as the invented catalogue has them, but for one cell. */
const gifts = (change: Readonly<Record<string, string>>) => [
  INDICATORS_HEADER,
  indicatorRow('gifts', { units: 'gift;VND', label_vi: 'Quà', label_en: 'Gift', ...change }),
];
const disciplined = (change: Readonly<Record<string, string>>) => [
  INDICATORS_HEADER,
  indicatorRow('members-disciplined', {
    ...{ in: 'discipline', units: 'person', dimensions: 'form;level' },
    ...change,
  }),
];
const CODES = 'code,in,parent,label_vi,label_en';

describe.each(['published', 'withdrawn', 'drafted'])('given figures that are %s', (how) => {
  const given = async () => {
    const running = await givenAgency();
    const moving = createMoving(running);
    const observations = [
      givenInput({ indicator: 'gifts', unit: 'gift', breakdown: [] }),
      givenInput({ breakdown: [{ dimension: 'level', code: 'branch' }] }),
    ];
    if (how === 'drafted') await moving.make('save', { observations });
    else await moving.publish(observations);
    if (how === 'withdrawn') await moving.make('withdraw');
    return createUpdating(running);
  };

  it.each([
    ['a unit is left out', 'INDICATORS', gifts({ units: 'gift' }), '2 units CATALOGUE_IN_USE'],
    ['units change places', 'INDICATORS', gifts({ units: 'VND;gift' }), '2 units CATALOGUE_IN_USE'],
    ['the basis changes', 'INDICATORS', gifts({ basis: 'STOCK' }), '2 basis CATALOGUE_IN_USE'],
    [
      'a used dimension is left out',
      'INDICATORS',
      disciplined({ dimensions: 'form' }),
      '2 dimensions CATALOGUE_IN_USE',
    ],
    [
      'a dimension of the form is left out',
      'INDICATORS',
      disciplined({ dimensions: 'level' }),
      '2 dimensions CATALOGUE_IN_USE',
    ],
    [
      'a used code gets another parent',
      'DIMENSIONS',
      [CODES, 'branch,level,,Chi bộ,Branch'],
      '2 parent CATALOGUE_IN_USE',
    ],
    [
      'the code around a used one gets a parent',
      'DIMENSIONS',
      [CODES, 'top,level,,Trên,Top', 'grassroots,level,top,Cơ sở,Grassroots'],
      '3 parent CATALOGUE_IN_USE',
    ],
    [
      'a used unit is counted otherwise',
      'UNITS',
      ['code,kind,label_vi,label_en,definition_vi,definition_en', 'gift,MEASURE,Suất,Gift,Suất.,Gift.'],
      '2 kind CATALOGUE_IN_USE',
    ],
  ])('when %s, then it is refused', async (_what, kind, lines, expected) => {
    expect(await (await given()).faults(kind, lines)).toEqual([expected]);
  });

  it.each([
    ['labels change', gifts({ label_vi: 'Quà mới' })],
    ['a unit is added at the end', gifts({ units: 'gift;VND;person' })],
    ['a dimension is added', gifts({ dimensions: 'form' })],
    ['the group changes', gifts({ in: 'economy' })],
    ['it is retired', gifts({ retired: 'yes' })],
  ])('when %s, then that is done', async (_what, lines) => {
    const { changed, faults } = await (await given()).update('INDICATORS', lines);

    expect([changed, faults]).toEqual([['gifts'], []]);
  });
});

describe('given an indicator without figures', () => {
  it('when its units, basis and dimensions change, then that is done', async () => {
    const running = await givenAgency([givenRelease({ observations: [givenObservation()] })]);

    const { changed, faults } = await createUpdating(running).update(
      'INDICATORS',
      gifts({ units: 'VND', basis: 'STOCK', dimensions: 'form' }),
    );

    expect([changed, faults]).toEqual([['gifts'], []]);
  });
});

describe('given a retired indicator', () => {
  it('when new figures use it, then they are refused with what supersedes it', async () => {
    const running = await givenAgency();
    await createUpdating(running).update('INDICATORS', [
      ...gifts({ superseded_by: 'presents' }),
      indicatorRow('presents', { units: 'gift;VND' }),
    ]);

    const saved = await createMoving(running).make('save', {
      observations: [givenInput({ indicator: 'gifts', unit: 'gift', breakdown: [] })],
    });

    expect(saved.faults).toEqual([
      {
        path: ['observations', '0', 'indicator'],
        code: 'CODE_RETIRED',
        message:
          'Indicator "gifts" is retired: new figures do not use it. Use "presents", which has taken its place.',
      },
    ]);
  });

  it('when a figure of it that stands is corrected, then that is done', async () => {
    const running = await givenAgency();
    const moving = createMoving(running);
    const figure = givenInput({ indicator: 'gifts', unit: 'gift', breakdown: [] });
    await moving.publish([figure]);
    await createUpdating(running).update('INDICATORS', gifts({ retired: 'yes' }));

    const corrected = await moving.make('correct', { put: [{ ...figure, value: '7' }] });

    expect([corrected.faults, corrected.submission?.state]).toEqual([[], 'DRAFT']);
  });

  it.each([
    [
      'unit',
      'UNITS',
      [
        'code,kind,label_vi,label_en,definition_vi,definition_en,retired',
        'person,COUNT,Người,Person,Người.,Person.,yes',
      ],
      ['unit'],
    ],
    [
      'code',
      'DIMENSIONS',
      [`${CODES},retired`, 'warning,form,,Cảnh cáo,Warning,yes'],
      ['breakdown', '0', 'code'],
    ],
  ])(
    'when a %s is retired instead, then new figures with it are refused',
    async (_what, kind, lines, path) => {
      const running = await givenAgency();
      await createUpdating(running).update(kind, lines);

      const { faults } = await createMoving(running).make('save', {
        observations: [givenInput({ breakdown: [{ dimension: 'form', code: 'warning' }] })],
      });

      expect(faults.map((one) => [one.path, one.code])).toEqual([
        [['observations', '0', ...path], 'CODE_RETIRED'],
      ]);
    },
  );
});
