import { appendFile } from 'node:fs/promises';
import { join } from 'node:path';

import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { createAsk } from '../../support/ask.ts';
import {
  createFolder,
  findFreePorts,
  startProgram,
  waitUntil,
  waitUntilListening,
  type Program,
} from '../../support/processes.ts';
import { copyRepository } from '../../support/repositoryCopy.ts';

const CATALOGUE_ROW =
  'indicator,members-commended,discipline,,Đảng viên được khen thưởng,Members commended,Số đảng viên được khen thưởng trong kỳ.,Members commended in the period.,person,FLOW,,đảng viên,Party members';

/** One printed number of an invented document, with the columns of the figures CSV. */
const HEADER =
  'indicator,breakdown,organisation,period,time,as_at,value,unit,unit_multiplier,qualifier,stage,missing,open_dimensions,note,comparison_against,comparison_base_time,comparison_set_by,comparison_peer,comparison_measure,comparison_unit,document,section,footnote';
const row = (indicator: string, value: string, unit: string): string =>
  `${indicator},,ha-tinh-khoi,2024-Q2,2024-Q2,,"${value}",${unit},0,OVER,FINAL,,,,,,,,,,invented,A.I.3,`;

describe("given a newcomer in a copy of the repository who touches an agency's catalogue and figures only", () => {
  let folder: string;
  let remove: () => Promise<void>;
  let program: Program | undefined;

  beforeEach(async () => {
    ({ folder, remove } = await createFolder());
    await copyRepository(folder);
  });

  afterEach(async () => {
    await program?.stop();
    await remove();
  });

  const addLines = (file: string, ...lines: string[]): Promise<void> =>
    appendFile(join(folder, 'subgraphs/inspection', file), `${lines.join('\n')}\n`);

  const start = (port: number): Program =>
    startProgram('subgraphs/inspection/main.ts', {
      folder,
      settings: { INSPECTION_PORT: String(port), DATA_DIR: join(folder, '.data') },
    });

  it('when the indicator has a row in each, then the agency publishes it', async () => {
    await addLines('catalogue.csv', CATALOGUE_ROW);
    await addLines('figures/invented.csv', HEADER, row('members-commended', '120', 'person'));
    const port = await findFreePorts(1);
    program = start(port);
    await waitUntilListening(program);
    const ask = createAsk(`http://127.0.0.1:${port}/graphql`);
    const question =
      '{ inspection { observations(filter: { periods: ["2024-Q2"] }) { nodes { value qualifier indicator { label } } } } }';

    let answer = await ask(question);
    await waitUntil('the newest closed second is after the start', async () => {
      answer = await ask(question);
      return answer.text.includes('members') || answer.text.includes('120');
    });

    expect(answer.data).toEqual({
      inspection: {
        observations: {
          nodes: [{ value: '120', qualifier: 'OVER', indicator: { label: 'Đảng viên được khen thưởng' } }],
        },
      },
    });
  });

  it('when the figures file has faults, then all are printed with file, row and column, and nothing is published', async () => {
    await addLines(
      'figures/invented.csv',
      HEADER,
      row('members-commend', '120', 'person'),
      row('members-disciplined', '1,234.5', 'VND'),
    );
    program = start(await findFreePorts(1));

    const { code } = await program.exited;

    expect(code).toBe(78);
    expect(program.stderr().trim().split('\n')).toEqual([
      expect.stringMatching(
        /figures\/invented\.csv, row 2, column "indicator": Indicator "members-commend" is not known\./,
      ),
      expect.stringMatching(
        /figures\/invented\.csv, row 3, column "unit": Unit "VND" is not one that indicator/,
      ),
      expect.stringMatching(/figures\/invented\.csv, row 3, column "value": Number "1,234\.5" is not valid/),
    ]);
    expect(program.stdout()).not.toContain('published');
  });
});
