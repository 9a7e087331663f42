import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { createFolder, startProgram } from '../support/processes.ts';

let folder: string;
let remove: () => Promise<void>;

beforeAll(async () => {
  ({ folder, remove } = await createFolder());
});

afterAll(() => remove());

async function run(script: string, ...args: readonly string[]) {
  const program = startProgram(`scripts/${script}.ts`, { args, settings: { DATA_DIR: folder } });
  const { code } = await program.exited;
  return { code, complaints: program.stderr() };
}

describe('given a command that cannot be carried out', () => {
  it('when there is no gateway, then that is said with code 3', async () => {
    const file = join(folder, 'x.csv');
    await writeFile(file, 'indicator,value,unit,stage\ntheory-classes,5,class,FINAL\n');

    const { code, complaints } = await run(
      'import',
      file,
      ...[
        '--agency',
        'party-building',
        '--organisation',
        'ha-tinh-khoi',
        '--period',
        '2024',
        '--document',
        'd',
      ],
      ...['--gateway', 'http://127.0.0.1:9/graphql'],
    );

    expect([code, complaints]).toEqual([
      3,
      'No gateway answers at http://127.0.0.1:9/graphql. Start one with "npm start", or name another with --gateway.\n',
    ]);
  });

  it('when a file cannot be read and nobody says whose it is, then its fault alone is told', async () => {
    const file = join(folder, 'y.json');
    await writeFile(file, '{}');

    expect(await run('import', file)).toEqual({
      code: 1,
      complaints:
        'y.json: The file is not readable as JSON: it is no list. Give a list of objects, one for each number, whose members are named as the columns of the figures CSV. [FILE_NOT_JSON]\n1 fault: nothing has been stored.\n',
    });
  });

  it('when a form is to be written into a folder that is not there, then that is said with code 2', async () => {
    const file = join(folder, 'khong-co', 'a.xlsx');
    const form = ['--agency', 'inspection', '--organisation', 'ha-tinh', '--period', '2024'];

    expect(await run('template', ...form, '-o', file)).toEqual({
      code: 2,
      complaints: `File "${file}" cannot be written. Name one in a folder that is there.\n`,
    });
  });

  it.each([
    ['no such file', ['nicht.csv', '--agency', 'party-building']],
    ['no agency', ['test/scenarios/onboarding/lam-son/inspection/figures.csv']],
    ['an agency that is none', ['package.json', '--agency', 'party']],
    ['a period that is none', ['package.json', '--agency', 'party-building', '--period', 'Q1']],
  ])('when it names %s, then it ends with code 2', async (_what, args) => {
    expect((await run('import', ...args)).code).toBe(2);
  });
});
