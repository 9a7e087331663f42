import { describe, expect, it } from 'vitest';

import type { Observation } from '../../../../schema/values/index.ts';
import { readFigures } from '../../../../subgraphs/_kit/figures/readFigures.ts';
import { givenCatalogue, givenFigures, givenFile, GROWTH } from '../../../support/given.ts';
import { faultsOf } from '../../../support/refusals.ts';

const read = (text: string): readonly Observation[] =>
  readFigures([givenFile(text)], givenCatalogue(), 'inspection').flatMap(({ observations }) => observations);
const told = (text: string) => read(text).map(({ confidentiality }) => confidentiality);
const refused = (text: string) =>
  faultsOf(() => read(text)).map(({ row, fault }) => `${row ?? '-'} ${fault.code}`);

describe('given figures files that say who may see a figure', () => {
  it.each([
    ['', null],
    ['PUBLIC', null],
    ['INTERNAL', 'INTERNAL'],
    ['RESTRICTED', 'RESTRICTED'],
  ])('when the cell is "%s", then it is %s', (confidentiality, expected) => {
    expect(told(givenFigures({ confidentiality }))).toEqual([expected]);
  });

  it('when a growth does not repeat it, then the whole figure is what its value says', () => {
    expect(told(givenFigures({ confidentiality: 'RESTRICTED' }, GROWTH))).toEqual(['RESTRICTED']);
    expect(told(givenFigures(GROWTH, { confidentiality: 'RESTRICTED' }))).toEqual(['RESTRICTED']);
  });

  it('when a growth says more than the value, then it is a fault, and nothing is public by mistake', () => {
    expect(refused(givenFigures({}, { ...GROWTH, confidentiality: 'RESTRICTED' }))).toEqual([
      '3 OBSERVATION_CONTRADICTED',
    ]);
  });

  it('when the same figure is printed twice, once for everyone, then it is a fault', () => {
    const twice = givenFigures({ confidentiality: 'RESTRICTED' }, { section: 'B' });

    expect(refused(twice)).toEqual(['3 OBSERVATION_CONTRADICTED']);
  });

  it('when the column is misspelt, then the file is refused', () => {
    const misspelt = givenFigures({ confidentiality: 'RESTRICTED' }).replace(
      'confidentiality',
      'confidential',
    );

    expect(refused(misspelt)).not.toEqual([]);
  });
});
