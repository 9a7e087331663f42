import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, it } from 'vitest';

import { readAnswer } from '../../gateway/agencies/readAnswer.ts';
import { publishFigures } from '../../subgraphs/_kit/publishing/publishFigures.ts';
import { givenFigures } from '../support/given.ts';
import { tempFolder } from '../support/tempFolder.ts';
import { givenAgency, inventedAgency } from '../support/testAgency.ts';

/** Numbers that a floating-point number cannot hold. */
const EXACT = [
  '123456789012345678901234567890',
  '0.123456789012345678901234567890',
  '-9007199254740993.10',
  '0.30000000000000000',
  '1853.40',
];

describe('given figures of thirty digits in a figures file', () => {
  it('when they are published and asked for, then every digit arrives at the gateway as it was printed', async () => {
    const folder = join(tempFolder(), 'figures');
    mkdirSync(folder);
    const rows = EXACT.map((value, index) => ({
      agency: '',
      indicator: 'budget-revenue',
      unit: 'VND',
      value,
      time: `200${index}`,
    }));
    writeFileSync(join(folder, 'exact.csv'), givenFigures(...rows));
    const agency = await givenAgency();
    const { catalogue } = inventedAgency();
    agency.now += 60_000;
    await publishFigures({ ...agency.reading, catalogue }, folder);
    agency.now += 60_000;

    const answer = await agency.ask(
      '{ invented { observations { nodes { value interval { low high } } } } }',
    );

    const read = readAnswer(200, JSON.stringify(answer)) as {
      data: { invented: { observations: { nodes: unknown } } };
    };
    expect(read.data.invented.observations.nodes).toEqual([
      {
        value: EXACT[0],
        interval: { low: '123456789012345678901234567889.5', high: '123456789012345678901234567890.5' },
      },
      {
        value: EXACT[1],
        interval: { low: '0.1234567890123456789012345678895', high: '0.1234567890123456789012345678905' },
      },
      { value: EXACT[2], interval: { low: '-9007199254740993.105', high: '-9007199254740993.095' } },
      { value: EXACT[3], interval: { low: '0.299999999999999995', high: '0.300000000000000005' } },
      { value: EXACT[4], interval: { low: '1853.395', high: '1853.405' } },
    ]);
  });
});
