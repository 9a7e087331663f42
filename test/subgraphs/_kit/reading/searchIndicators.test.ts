import { join } from 'node:path';

import { describe, expect, it } from 'vitest';

import { readCatalogue, readUnits } from '../../../../subgraphs/_kit/catalogue/readCatalogue.ts';
import { firstVersion } from '../../../../subgraphs/_kit/catalogue/replay.ts';
import { createPresenter } from '../../../../subgraphs/_kit/reading/presenter.ts';
import { searchIndicators } from '../../../../subgraphs/_kit/reading/searchIndicators.ts';

const ROOT = join(import.meta.dirname, '../../../..');
const units = readUnits(join(ROOT, 'schema/units.csv'));
const { indicators } = createPresenter(
  firstVersion(readCatalogue(join(ROOT, 'subgraphs/socio-economic/catalogue.csv'), units), []),
);

const found = (search: string): string[] => searchIndicators(indicators, search).map(({ code }) => code);

describe('given the indicators of the economy', () => {
  it.each([
    'doanh nghiep thanh lap',
    'Doanh nghiệp thành lập',
    'THÀNH LẬP doanh   nghiệp',
    'enterprises founded',
    'new enterprise',
  ])('when "%s" is searched, then founding enterprises is found, first those that are named so', (search) => {
    expect(found(search)).toContain('new-enterprises');
  });

  it('when "dau tu" is searched, then "đầu tư" is found: đ counts as d', () => {
    expect(found('dau tu')).toContain('social-investment');
  });

  it('when no indicator holds all words, then nothing is found', () => {
    expect(found('doanh nghiệp sao hoả')).toEqual([]);
  });
});
