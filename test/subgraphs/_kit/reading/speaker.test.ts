import { describe, expect, it } from 'vitest';

import type { Observation } from '../../../../schema/values/index.ts';
import { firstVersion } from '../../../../subgraphs/_kit/catalogue/replay.ts';
import { createPresenter } from '../../../../subgraphs/_kit/reading/presenter.ts';
import { givenCatalogue, givenComparison, givenObservation, givenRelease } from '../../../support/given.ts';
import { givenKnowledge } from '../../../support/knowledge.ts';

const presenter = createPresenter(firstVersion(givenCatalogue(), []));
const knowledge = givenKnowledge();

/** The text of the first figure that the report shows of a release. */
function textOf(...observations: readonly Observation[]): string | undefined {
  const [first] = presenter.present(givenRelease({ observations }), knowledge);
  return first?.text('VI');
}

const reprimands = givenObservation({ value: '29', breakdown: { form: 'reprimand' } });
const warnings = givenObservation({ value: '3', breakdown: { form: 'warning' } });
const atGrassroots = givenObservation({ value: '30', breakdown: { level: 'grassroots' } });
const inBranches = givenObservation({ value: '28', breakdown: { level: 'branch' } });
const total = givenObservation({ value: '39' });

describe('given a figure', () => {
  it('when it is said, then with the noun of its indicator, in the language asked for', () => {
    const [shown] = presenter.present(
      givenRelease({ observations: [givenObservation({ value: '1' })] }),
      knowledge,
    );

    expect([shown?.text('VI'), shown?.text('EN')]).toEqual(['1 đảng viên', '1 Party member']);
  });

  it('when its indicator has no noun, then with that of its unit', () => {
    const gifts = givenObservation({ indicator: 'gifts', unit: 'gift', value: '1200', qualifier: 'NEARLY' });

    expect(textOf(gifts)).toBe('gần 1.200 suất quà');
  });

  it('when it is in another unit than the first of its indicator, then with the noun of that unit', () => {
    const value = givenObservation({ indicator: 'gifts', unit: 'VND', value: '1.2', unitMultiplier: 9 });

    expect(textOf(value)).toBe('1,2 tỷ đồng');
  });

  it('when it has no value but comparisons, then these are said', () => {
    const growth = givenObservation({
      indicator: 'industrial-production',
      unit: 'not-stated',
      value: null,
      comparisons: [givenComparison({ value: '4.27' })],
    });

    expect(textOf(growth)).toBe('tăng 4,27% so với cùng kỳ năm trước');
  });

  it('when a comparison is in its own unit, then with its own noun', () => {
    const change = givenObservation({
      comparisons: [givenComparison({ measure: 'ABSOLUTE_CHANGE', value: '-12', unit: 'person' })],
    });

    expect(textOf(change)).toBe('2 đảng viên, giảm 12 đảng viên so với cùng kỳ năm trước');
  });
});

describe('given a total', () => {
  it.each([
    ['parts, in any order', [warnings, total, reprimands], '39 đảng viên (khiển trách 29, cảnh cáo 3)'],
    [
      'parts in two dimensions: those of the first of the indicator',
      [atGrassroots, warnings, total],
      '39 đảng viên (cảnh cáo 3)',
    ],
    ['parts of parts: only those at the top', [total, inBranches, atGrassroots], '39 đảng viên (cơ sở 30)'],
    ['nothing but parts of parts', [total, inBranches], '39 đảng viên'],
    [
      'parts over two dimensions at once',
      [total, givenObservation({ breakdown: { form: 'warning', level: 'branch' } })],
      '39 đảng viên',
    ],
    ['parts of another time', [total, { ...reprimands, time: '2023' }], '39 đảng viên'],
    ['parts that were planned', [total, { ...reprimands, stage: 'PLANNED', setBy: 'Tỉnh' }], '39 đảng viên'],
    [
      'parts of a list that is open',
      [{ ...total, openDimensions: ['form'] }, reprimands],
      '39 đảng viên (khiển trách 29, …)',
    ],
    [
      'a part without a value',
      [total, reprimands, { ...warnings, value: null, missing: 'WITHHELD' }],
      '39 đảng viên (khiển trách 29, …)',
    ],
    [
      'only parts without a value in the first dimension',
      [total, { ...warnings, value: null, missing: 'WITHHELD' }, atGrassroots],
      '39 đảng viên (cơ sở 30)',
    ],
    [
      'no value of its own',
      [{ ...total, value: null, comparisons: [givenComparison()] }, reprimands],
      'tăng 5,23% so với cùng kỳ năm trước',
    ],
  ])('when its release holds %s, then it is said so', (_what, observations, expected) => {
    expect(textOf(...(observations as Observation[]))).toBe(expected);
  });

  it('when another release holds parts, then they are not said', () => {
    presenter.present(givenRelease({ number: 2, observations: [total, reprimands] }), knowledge);

    expect(textOf(total)).toBe('39 đảng viên');
  });
});
