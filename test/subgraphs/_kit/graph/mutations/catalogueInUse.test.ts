import { describe, expect, it } from 'vitest';

import { createUpdating, INDICATORS_HEADER, indicatorRow } from '../../../../support/catalogueFiles.ts';
import { givenObservation, givenRelease } from '../../../../support/given.ts';
import { givenInput } from '../../../../support/inputs.ts';
import { createMoving } from '../../../../support/mutations.ts';
import { givenAgency } from '../../../../support/testAgency.ts';

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
