import { describe, expect, it } from 'vitest';

import type { Decimal } from '../../schema/values/index.ts';
import { readAgencies, readDocuments } from '../../scripts/judgeDocuments.ts';
import { changedDigits, measureCoverage } from '../../scripts/measureCoverage.ts';

describe('given a printed number', () => {
  it.each([
    ['39', ['49', '29', '38']],
    ['1.5', ['2.5', '0.5', '1.6', '1.4']],
    ['-0.43', ['-1.43', '-0.53', '-0.33', '-0.44', '-0.42']],
    ['1', ['2', '0']],
    ['100', ['200', '110', '101']],
  ])(
    'when the digits of %s are changed, then each goes one up and down and none becomes another length',
    (value, expected) => {
      expect(changedDigits(value as Decimal)).toEqual(expected);
    },
  );
});

describe('given the report of the first quarter of 2024', () => {
  it('when the digits of its numbers are changed, then every change that an equation could notice is a conflict', async () => {
    const agencies = await readAgencies();
    const document = readDocuments().find(({ code }) => code === 'khoi-2024-q1');
    const progress: number[] = [];

    const measured = document ? measureCoverage(document, agencies, (done) => progress.push(done)) : [];

    const testable = measured.filter(({ isTestable }) => isTestable);
    expect(testable.length).toBe(19);
    expect(testable.filter(({ changes, caught }) => caught < changes)).toEqual([]);
    expect(progress.at(-1)).toBe(measured.length);
  });
});
