import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, it } from 'vitest';

import { readCatalogue, readUnits } from '../../../../subgraphs/_kit/catalogue/readCatalogue.ts';
import { givenCatalogue } from '../../../support/given.ts';
import { faultLine, faultsOf } from '../../../support/refusals.ts';
import { tempFolder } from '../../../support/tempFolder.ts';

const HEADER = 'kind,code,in,parent,label_vi,label_en,definition_vi,definition_en,units,basis,dimensions';
const GOOD = [
  'group,g,,,Nhóm,Group,Nhóm.,A group.,,,',
  'dimension,form,,,Hình thức,Form,Hình thức.,A form.,,,',
  'code,warning,form,,Cảnh cáo,Warning,,,,,',
  'indicator,i,g,,Chỉ tiêu,Indicator,Chỉ tiêu.,An indicator.,person,FLOW,form',
];

function csv(...lines: readonly string[]): string {
  const path = join(tempFolder(), 'catalogue.csv');
  writeFileSync(path, `${lines.join('\n')}\n`);
  return path;
}
const units = new Map([...givenCatalogue().units].filter(([code]) => ['person', 'VND'].includes(code)));
const faultsOfRows = (...rows: readonly string[]) =>
  faultsOf(() => readCatalogue(csv(HEADER, ...rows), units)).map((fault) =>
    faultLine({ ...fault, file: 'c' }),
  );

describe('given a good catalogue', () => {
  it('when it is read, then indicators stand in its order with all that is said of them', () => {
    const { indicators } = givenCatalogue();

    expect([...indicators.keys()]).toEqual([
      'members-disciplined',
      'gifts',
      'budget-revenue',
      'industrial-production',
    ]);
    expect(indicators.get('gifts')).toEqual({
      code: 'gifts',
      group: 'charity',
      label: { VI: 'Quà tặng', EN: 'Gifts' },
      definition: {
        VI: 'Quà tặng trong kỳ, theo suất hoặc giá trị.',
        EN: 'Gifts in the period, by number or value.',
      },
      units: ['gift', 'VND'],
      basis: 'FLOW',
      dimensions: [],
      counted: { VI: null, EN: null },
    });
  });

  it('when an indicator has a noun of its own, then it is what is said after its numbers', () => {
    const { indicators } = givenCatalogue();

    expect(indicators.get('members-disciplined')?.counted).toEqual({
      VI: { one: 'đảng viên', other: 'đảng viên' },
      EN: { one: 'Party member', other: 'Party members' },
    });
  });

  it('when it is read, then the codes of each dimension know their parents', () => {
    const { codes } = givenCatalogue();

    expect([...(codes.get('level')?.values() ?? [])]).toEqual([
      { dimension: 'level', code: 'grassroots', parent: null, label: { VI: 'Cơ sở', EN: 'Grassroots' } },
      { dimension: 'level', code: 'branch', parent: 'grassroots', label: { VI: 'Chi bộ', EN: 'Branch' } },
    ]);
  });

  it('when rows stand in another order, then they still know each other', () => {
    const catalogue = readCatalogue(csv(HEADER, ...[...GOOD].reverse()), units);

    expect(catalogue.indicators.get('i')).toMatchObject({ group: 'g', dimensions: ['form'] });
  });

  it('when it has no columns for nouns, then its indicators have those of their units', () => {
    const catalogue = readCatalogue(csv(HEADER, ...GOOD), units);

    expect(catalogue.indicators.get('i')?.counted).toEqual({ VI: null, EN: null });
  });
});

describe('given a faulty catalogue', () => {
  it.each([
    ['an unknown kind', 'groop,h,,,Nhóm,Group,Nhóm.,A group.,,,', ['c 6 kind CELL_INVALID']],
    ['no code', 'group,,,,Nhóm,Group,Nhóm.,A group.,,,', ['c 6 code CELL_INVALID']],
    ['a code with a blank', 'group,a b,,,Nhóm,Group,Nhóm.,A group.,,,', ['c 6 code CELL_INVALID']],
    ['a code that is taken', 'group,g,,,Nhóm,Group,Nhóm.,A group.,,,', ['c 6 code CELL_INVALID']],
    ['no label', 'group,h,,,,Group,Nhóm.,A group.,,,', ['c 6 label_vi CELL_REQUIRED']],
    ['no definition', 'group,h,,,Nhóm,Group,Nhóm.,,,,', ['c 6 definition_en CELL_REQUIRED']],
    ['an indicator of no group', 'indicator,j,,,a,b,c,d,person,FLOW,', ['c 6 in CELL_REQUIRED']],
    ['an indicator of an unknown group', 'indicator,j,x,,a,b,c,d,person,FLOW,', ['c 6 in CODE_UNKNOWN']],
    ['an indicator without a unit', 'indicator,j,g,,a,b,c,d,,FLOW,', ['c 6 units CELL_REQUIRED']],
    ['an unknown unit', 'indicator,j,g,,a,b,c,d,person;tonne,FLOW,', ['c 6 units CODE_UNKNOWN']],
    ['an unknown basis', 'indicator,j,g,,a,b,c,d,person,flow,', ['c 6 basis CELL_INVALID']],
    ['an unknown dimension', 'indicator,j,g,,a,b,c,d,person,FLOW,forms', ['c 6 dimensions CODE_UNKNOWN']],
    ['a code of no dimension', 'code,reprimand,,,a,b,,,,,', ['c 6 in CELL_REQUIRED']],
    ['a code of an unknown dimension', 'code,reprimand,x,,a,b,,,,,', ['c 6 in CODE_UNKNOWN']],
    ['a code twice in its dimension', 'code,warning,form,,a,b,,,,,', ['c 6 code CELL_INVALID']],
    ['a code with an unknown parent', 'code,x,form,y,a,b,,,,,', ['c 6 parent CODE_UNKNOWN']],
    ['a code that is its own parent', 'code,x,form,x,a,b,,,,,', ['c 6 parent CODE_UNKNOWN']],
  ])('when it has %s, then it is refused there', (_what, row, expected) => {
    const faults = faultsOfRows(...GOOD, row);

    expect(faults).toEqual(expected);
  });

  it('when rows of several kinds are faulty, then all faults are told in the order of the rows', () => {
    const faults = faultsOfRows(
      'indicator,i,x,,a,b,c,d,tonne,flow,',
      'code,warning,x,,,b,,,,,',
      'thing,t,,,a,b,c,d,,,',
      'group,g,,,a,b,c,,,,',
    );

    expect(faults).toEqual([
      'c 2 in CODE_UNKNOWN',
      'c 2 units CODE_UNKNOWN',
      'c 2 basis CELL_INVALID',
      'c 3 in CODE_UNKNOWN',
      'c 3 label_vi CELL_REQUIRED',
      'c 4 kind CELL_INVALID',
      'c 5 definition_en CELL_REQUIRED',
    ]);
  });

  it('when a noun has too many forms, then it is refused there', () => {
    const faults = faultsOf(() =>
      readCatalogue(
        csv(`${HEADER},counted_en`, ...GOOD.map((row) => `${row},${row.startsWith('i') ? 'a|b|c' : ''}`)),
        units,
      ),
    );

    expect(faults.map((fault) => faultLine({ ...fault, file: 'c' }))).toEqual([
      'c 5 counted_en CELL_INVALID',
    ]);
  });

  it('when a column is missing, then it is refused for that alone', () => {
    const faults = faultsOf(() => readCatalogue(csv('kind,code'), units));

    expect(new Set(faults.map(({ fault }) => fault.code))).toEqual(new Set(['COLUMN_MISSING']));
  });
});

describe('given a list of units', () => {
  const UNITS = 'code,kind,label_vi,label_en,definition_vi,definition_en';

  it('when it is read, then each is counted or measured', () => {
    const read = readUnits(
      csv(UNITS, 'person,COUNT,Người,Person,Người.,People.', 'VND,MEASURE,Đồng,Dong,a,b'),
    );

    expect([...read.values()].map(({ code, kind }) => `${code} ${kind}`)).toEqual([
      'person COUNT',
      'VND MEASURE',
    ]);
  });

  it('when a unit names no noun, then its label in small letters is said after a number', () => {
    const read = readUnits(
      csv(
        `${UNITS},counted_vi,counted_en`,
        'person,COUNT,Người,Person,a,b,,person|people',
        'USD,MEASURE,Đô la Mỹ,US dollar,a,b,USD,',
      ),
    );

    expect([...read.values()].map(({ noun }) => noun)).toEqual([
      { VI: { one: 'người', other: 'người' }, EN: { one: 'person', other: 'people' } },
      { VI: { one: 'USD', other: 'USD' }, EN: { one: 'US dollar', other: 'US dollar' } },
    ]);
  });

  it('when a kind is unknown and a label empty, then both are told', () => {
    const faults = faultsOf(() =>
      readUnits(csv(UNITS, 'person,count,Người,Person,a,b', 'VND,MEASURE,,Dong,a,b')),
    );

    expect(faults.map((fault) => faultLine({ ...fault, file: 'u' }))).toEqual([
      'u 2 kind CELL_INVALID',
      'u 3 label_vi CELL_REQUIRED',
    ]);
  });
});
