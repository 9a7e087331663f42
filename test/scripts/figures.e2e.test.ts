import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { AGENCY_CODES, camelCase } from '../../schema/values/index.ts';
import { readCatalogue, readUnits } from '../../subgraphs/_kit/catalogue/readCatalogue.ts';
import { readFigures } from '../../subgraphs/_kit/figures/readFigures.ts';
import { hashObservations } from '../../subgraphs/_kit/publishing/hashObservations.ts';
import { ROOT, startHouse, startProgram, type House } from '../support/processes.ts';

/** `organisation period hash` of what an agency would publish from a figures file. */
function importInto(agency: string, csv: string): string[] {
  const units = readUnits(join(ROOT, 'schema/units.csv'));
  const catalogue = readCatalogue(join(ROOT, 'subgraphs', agency, 'catalogue.csv'), units);
  return readFigures([{ name: 'figures.csv', bytes: Buffer.from(csv) }], catalogue, agency)
    .map(
      ({ organisation, period, observations }) =>
        `${organisation} ${period} ${hashObservations(observations)}`,
    )
    .sort();
}

describe('given a running house', () => {
  let house: House;

  beforeAll(async () => {
    house = await startHouse();
  });

  afterAll(() => house.stop());

  const figures = async (...args: string[]) => {
    const url = `http://127.0.0.1:${house.gatewayPort}/graphql`;
    const program = startProgram('scripts/figures.ts', { args: [...args, '--url', url] });
    const { code } = await program.exited;
    return { code, csv: program.stdout(), complaints: program.stderr() };
  };

  it('when all figures are printed and imported by every agency, then the releases have the same hashes', async () => {
    const { code, csv } = await figures();

    const fields = AGENCY_CODES.map(
      (agency) => `${camelCase(agency)} { releases { organisation period hash } }`,
    );
    const { data } = await house.ask(`{ ${fields.join(' ')} }`);
    const published = data as Record<
      string,
      { releases: { organisation: string; period: string; hash: string }[] }
    >;
    expect(code).toBe(0);
    for (const agency of AGENCY_CODES) {
      const releases = published[camelCase(agency)]?.releases ?? [];
      expect(releases.length).toBeGreaterThan(0);
      expect(importInto(agency, csv)).toEqual(
        releases.map(({ organisation, period, hash }) => `${organisation} ${period} ${hash}`).sort(),
      );
    }
  });

  it('when one document is asked for, then only its numbers are printed, one row each', async () => {
    const { csv } = await figures('--document', 'khoi-2024-q1', '--organisation', 'ha-tinh-khoi');

    const rows = csv.trim().split('\n').slice(1);
    expect(rows.every((row) => row.includes('khoi-2024-q1'))).toBe(true);
    // 63 numbers, of which 16 about the economy and 3 about administrative reform belong to the province.
    expect(rows).toHaveLength(44);
  });

  it('when an agency is missing, then nothing is printed as if it were all', async () => {
    await house.agencies.get('inspection')?.stop();

    const { code, csv, complaints } = await figures();

    expect(code).toBe(1);
    expect(csv).toBe('');
    expect(complaints).toContain('AGENCY_UNREACHABLE');
  });
});

describe('given no gateway', () => {
  it('when figures are asked for, then that is said and it ends with 1', async () => {
    const program = startProgram('scripts/figures.ts', { args: ['--url', 'http://127.0.0.1:9/graphql'] });
    const { code } = await program.exited;

    expect(code).toBe(1);
    expect(program.stderr()).toContain('No gateway answers');
  });
});
