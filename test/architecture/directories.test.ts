import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';

import { AGENCY_CODES } from '../../schema/values/index.ts';
import { directory } from '../../subgraphs/office/directory/directory.ts';

const SUBGRAPHS = join(import.meta.dirname, '../../subgraphs');

const rows = AGENCY_CODES.flatMap((agency) =>
  readdirSync(join(SUBGRAPHS, agency, 'figures')).flatMap((name) =>
    parse<Record<'organisation' | 'document', string>>(
      readFileSync(join(SUBGRAPHS, agency, 'figures', name)),
      {
        columns: true,
        bom: true,
      },
    ),
  ),
);
const namedIn = (column: 'organisation' | 'document'): string[] =>
  [...new Set(rows.map((row) => row[column]))].sort();

describe('given that agencies name organisations and documents that only office keeps', () => {
  it('when their figures files are read, then office knows every organisation', () => {
    expect(namedIn('organisation').filter((code) => !directory.organisations.has(code))).toEqual([]);
  });

  it('when their figures files are read, then office knows every document, and each is used', () => {
    expect(namedIn('document')).toEqual([...directory.documents.keys()].sort());
  });

  it("when office's list of agencies is read, then it is the house's", () => {
    expect([...directory.agencies.keys()]).toEqual([...AGENCY_CODES]);
  });

  it('when its list of obligations is read, then every indicator is one of the agency that owes it', () => {
    const counted = new Set(
      AGENCY_CODES.flatMap((agency) =>
        parse<Record<'kind' | 'code', string>>(readFileSync(join(SUBGRAPHS, agency, 'catalogue.csv')), {
          columns: true,
          bom: true,
        })
          .filter(({ kind }) => kind === 'indicator')
          .map(({ code }) => `${agency} ${code}`),
      ),
    );

    const owed = directory.obligations.flatMap(({ agency, indicators }) =>
      indicators.map((code) => `${agency} ${code}`),
    );

    expect(owed).not.toEqual([]);
    expect(owed.filter((name) => !counted.has(name))).toEqual([]);
  });
});
