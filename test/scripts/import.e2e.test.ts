import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import ExcelJS from 'exceljs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { AGENCY_CODES } from '../../schema/values/index.ts';
import { readCatalogue, readUnits } from '../../subgraphs/_kit/catalogue/readCatalogue.ts';
import { readFigures } from '../../subgraphs/_kit/figures/readFigures.ts';
import { hashObservations } from '../../subgraphs/_kit/publishing/hashObservations.ts';
import { createAsk } from '../support/ask.ts';
import {
  createFolder,
  findFreePorts,
  ROOT,
  startProgram,
  waitUntil,
  type Program,
} from '../support/processes.ts';

let folder: string;
let remove: () => Promise<void>;
let port: number;
let house: Program;

beforeAll(async () => {
  ({ folder, remove } = await createFolder());
  port = await findFreePorts(AGENCY_CODES.length + 1);
  house = startProgram('scripts/start.ts', {
    settings: { GATEWAY_PORT: String(port), DATA_DIR: folder },
    isGroup: true,
  });
  await waitUntil('it says that it is ready', () => house.stdout().includes('Ready.'), {
    limitMs: 90_000,
    seen: house.log,
  });
});

afterAll(async () => {
  await house.stop();
  await remove();
});

const start = (script: string, ...args: readonly string[]): Program =>
  startProgram(`scripts/${script}.ts`, { args, settings: { GATEWAY_PORT: String(port), DATA_DIR: folder } });

async function run(script: string, ...args: readonly string[]) {
  const program = start(script, ...args);
  const { code } = await program.exited;
  return { code, said: program.stdout(), complaints: program.stderr() };
}

const at = (name: string): string => join(folder, name);
const NUMBERS = { 'resolutions-issued': 3, 'study-venues': 115, 'party-work-trainees': '1.234' };

/** Fills in the values of some indicators' totals, as an officer does. */
async function fillIn(path: string, values: Readonly<Record<string, number | string>>): Promise<void> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.readFile(path);
  workbook.getWorksheet('Số liệu')!.eachRow((row) => {
    const value = values[row.getCell(14).text];
    if (value !== undefined && !row.getCell(15).value) row.getCell(6).value = value;
  });
  await workbook.xlsx.writeFile(path);
}

async function releases(period: string): Promise<readonly { number: number; hash: string }[]> {
  const ask = createAsk(`http://127.0.0.1:${port}/graphql`);
  const { data } = await ask(
    `{ partyBuilding { releases(organisation: "ha-tinh-khoi", period: "${period}") { number hash } } }`,
  );
  return (data as { partyBuilding: { releases: { number: number; hash: string }[] } }).partyBuilding.releases;
}

describe('given a running house and an officer with Excel', () => {
  const FORM = ['--agency', 'party-building', '--organisation', 'ha-tinh-khoi', '--period', '2024-Q2'];

  it('when the template is filled in and imported, then the figures are published as they print, and once', async () => {
    const file = at('quy-2.xlsx');
    const written = await run('template', ...FORM, '-o', file, '--document', 'khoi-2024-q2');
    await fillIn(file, NUMBERS);

    const imported = await run('import', file, '--publish');
    const again = await run('import', file, '--publish');

    expect([written.code, imported.code, again.code]).toEqual([0, 0, 0]);
    expect(imported.said).toBe(
      'ha-tinh-khoi 2024-Q2: 3 figures (3 new, 0 changed, 0 the same, 0 removed), PUBLISHED\n',
    );
    expect(again.said).toBe('ha-tinh-khoi 2024-Q2: 3 figures, PUBLISHED before\n');
    const [release, ...others] = await releases('2024-Q2');
    expect(others).toEqual([]);

    // Seen by a question without "asOf" from the next full second on.
    await waitUntil(
      'the figures are seen',
      async () => (await run('figures', '--period', '2024-Q2')).code === 0,
    );
    const { said } = await run('figures', '--period', '2024-Q2', '--organisation', 'ha-tinh-khoi');
    const catalogue = readCatalogue(
      join(ROOT, 'subgraphs/party-building/catalogue.csv'),
      readUnits(join(ROOT, 'schema/units.csv')),
    );
    const [draft] = readFigures([{ name: 'f.csv', bytes: Buffer.from(said) }], catalogue, 'party-building');
    expect(draft!.observations.map(({ indicator, value }) => [indicator, value])).toEqual([
      ['resolutions-issued', '3'],
      ['study-venues', '115'],
      ['party-work-trainees', '1234'],
    ]);
    expect(hashObservations(draft!.observations)).toBe(release!.hash);
  });

  it('when cells are wrong, then all of them are told and nothing is stored', async () => {
    const file = at('loi.xlsx');
    await run(
      'template',
      ...FORM.slice(0, 4),
      '--period',
      '2024-Q3',
      '-o',
      file,
      '--document',
      'khoi-2024-q3',
    );
    await fillIn(file, { 'theory-classes': 'gần 3', 'study-venues': 1.5, 'party-work-trainees': 4 });

    const { code, said, complaints } = await run('import', file, '--publish');

    expect(code).toBe(1);
    expect(said).toBe('');
    expect(complaints).toMatch(
      /^loi\.xlsx, sheet "Số liệu", row \d+, column "F": Number "1\.5" is not valid: .*\nloi\.xlsx, sheet "Số liệu", row \d+, column "F": Number "gần 3" is not valid: .*\n2 faults: nothing has been stored\.\n$/,
    );
    expect(await releases('2024-Q3')).toEqual([]);
  });

  it('when figures contradict each other, then they are published once somebody says why', async () => {
    const file = at('mau-thuan.csv');
    const rows = [
      'indicator,breakdown,value,unit,stage',
      'congress-works,,3,work,FINAL',
      'congress-works-plaqued,,4,work,FINAL',
    ];
    await writeFile(file, rows.join('\n'));
    const line = [...FORM.slice(0, 4), '--period', '2024-Q4', '--document', 'khoi-2024-q4'];

    const silent = await run('import', file, ...line, '--publish');
    const explained = await run(
      'import',
      file,
      ...line,
      '--publish',
      '--acknowledge',
      'theo báo cáo của cơ sở',
    );

    expect(silent.code).toBe(1);
    expect(silent.complaints).toContain('4 > 3');
    expect(silent.said).toBe(
      'ha-tinh-khoi 2024-Q4: 2 figures (2 new, 0 changed, 0 the same, 0 removed), DRAFT; not submitted, since figures contradict each other. Correct them, or say why they stand with --acknowledge\n',
    );
    expect([explained.code, explained.said]).toEqual([
      0,
      'ha-tinh-khoi 2024-Q4: 2 figures (0 new, 0 changed, 2 the same, 0 removed), PUBLISHED\n',
    ]);
  });

  it('when a file lacks figures that are published, then they are named, and gone only where that is said', async () => {
    const file = at('mot-dong.csv');
    const line = [...FORM.slice(0, 4), '--period', '2023-Q1', '--document', 'khoi-2023-q1'];
    const head = 'indicator,value,unit,stage';
    await writeFile(file, `${head}\ntheory-classes,5,class,FINAL\ncongress-works,3,work,FINAL\n`);
    await run('import', file, ...line, '--publish');
    await writeFile(file, `${head}\ntheory-classes,6,class,FINAL\n`);
    const correcting = [...line, '--publish', '--words', 'đính chính'];

    const refused = await run('import', file, ...correcting);
    const tried = await run('import', file, ...correcting, '--remove-missing', '--dry-run');
    const published = await run('import', file, ...correcting, '--remove-missing');

    expect([refused.code, refused.said]).toEqual([1, '']);
    expect(refused.complaints).toContain(
      'mot-dong.csv: The file lacks 1 figure of "ha-tinh-khoi" for 2023-Q1, which would be gone: congress-works (work, 2023-Q1). Hand in the whole report; or, if it is to go, say so with --remove-missing ("removesMissing"). [FIGURES_MISSING]\n1 fault: nothing has been stored.\n',
    );
    const warning = 'Warning: ha-tinh-khoi 2023-Q1: 1 figure is removed: congress-works (work, 2023-Q1)\n';
    expect([tried.complaints, published.complaints]).toEqual([
      expect.stringContaining(warning),
      expect.stringContaining(warning),
    ]);
    const counts = 'ha-tinh-khoi 2023-Q1: 1 figure (0 new, 1 changed, 0 the same, 1 removed)';
    expect(tried.said).toBe(`${counts}, can be imported, now PUBLISHED\n`);
    expect(published.said).toBe(`${counts}, PUBLISHED\n`);
  });

  it('when it is interrupted, then whole releases are there, and the same command goes on', async () => {
    const file = at('nhieu-ky.csv');
    const periods = Array.from({ length: 20 }, (_, index) => String(1990 + index));
    const rows = periods.map(
      (period) => `theory-classes,5,class,FINAL,ha-tinh-khoi,${period},bao-cao-${period}`,
    );
    await writeFile(file, ['indicator,value,unit,stage,organisation,period,document', ...rows].join('\n'));

    const first = start('import', file, '--agency', 'party-building', '--publish');
    await waitUntil('some are imported', () => first.stderr().includes('imported 2 of 20'), {
      limitMs: 60_000,
    });
    await first.stop('SIGINT');
    const told = first.stdout().trim().split('\n');
    const second = await run('import', file, '--agency', 'party-building', '--publish');

    expect(
      told.every((line) =>
        /^ha-tinh-khoi \d{4}: 1 figure \(1 new, 0 changed, 0 the same, 0 removed\), PUBLISHED$/.test(line),
      ),
    ).toBe(true);
    expect(told.length).toBeLessThan(20);
    expect(first.stderr()).toContain(`${20 - told.length} of 20 are left. Run the same command again`);
    expect((await first.exited).code).toBe(1);
    expect(second.code).toBe(0);
    expect(second.said.match(/PUBLISHED before/g)).toHaveLength(told.length);
    expect(second.said.match(/PUBLISHED\n/g)).toHaveLength(20 - told.length);
  });

  it('when an organisation is not known, then the nearest is named', async () => {
    const file = at('la.csv');
    await writeFile(
      file,
      'indicator,value,unit,stage,organisation\ntheory-classes,5,class,FINAL,ha-tinh-khoy\nstudy-venues,5,venue,FINAL,ha-tinh-khoy\n',
    );

    const line = ['--agency', 'party-building', '--period', '2024', '--document', 'd'];
    const { code, complaints } = await run('import', file, ...line);

    expect(code).toBe(1);
    const said =
      'column "organisation": Organisation "ha-tinh-khoy" is not known. Did you mean "ha-tinh-khoi"? New organisations come in before their figures: npm run import -- LIST.csv --catalogue organisations [ORGANISATION_UNKNOWN]';
    expect(complaints).toContain(
      `la.csv, row 2, ${said}\nla.csv, row 3, ${said}\n2 faults: nothing has been stored.\n`,
    );
  });

  it('when new indicators stand on their sheet, then that is to come in first, and nothing is stored', async () => {
    const file = at('moi.xlsx');
    const line = [...FORM.slice(0, 4), '--period', '2023-Q4'];
    await run('template', ...line, '-o', file, '--document', 'khoi-2023-q4');
    await fillIn(file, NUMBERS);
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.readFile(file);
    workbook.getWorksheet('Chỉ tiêu mới')!.getRow(2).values = ['indicator', 'houses-built'];
    const free = ['houses-built', null, null, null, 5, 'house', null, null, 'chính thức'];
    workbook.getWorksheet('Số liệu khác')!.getRow(2).values = free;
    await workbook.xlsx.writeFile(file);

    const { code, complaints } = await run('import', file, '--publish');

    expect(code).toBe(1);
    expect(complaints).toContain(
      `moi.xlsx, sheet "Chỉ tiêu mới": New indicators stand here ("houses-built"): they come in before any figures. Hand them in with npm run import -- ${file} --catalogue indicators --agency party-building, or empty the sheet. [INDICATORS_FIRST]\n`,
    );
    expect(complaints).toContain(
      'moi.xlsx, sheet "Số liệu khác", row 2, column "A": Indicator "houses-built" is not known. It stands on the sheet "Chỉ tiêu mới": hand that in first. [CODE_UNKNOWN]\n2 faults: nothing has been stored.\n',
    );
    expect(await releases('2023-Q4')).toEqual([]);
  });

  it('when the template is asked for as CSV, then its settings stand in front', async () => {
    const { code } = await run('template', ...FORM, '-o', at('m.csv'));

    expect(code).toBe(0);
    expect((await readFile(at('m.csv'), 'utf8')).split('\n')[0]).toMatch(/^\ufeff#agency;party-building;+$/);
  });
});

describe('given a list of the catalogue that is taken out', () => {
  it.each([
    ['units', 'csv', ['--agency', 'inspection']],
    ['indicators', 'xlsx', ['--agency', 'inspection']],
    ['organisations', 'csv', []],
  ])('when %s are handed in again as they are (%s), then nothing changes', async (list, form, whose) => {
    const file = at(`${list}.${form}`);

    const taken = await run('template', '--catalogue', list, ...whose, '-o', file);
    const { code, said } = await run('import', file, '--catalogue', list, ...whose);

    expect([taken.code, taken.complaints]).toEqual([0, '']);
    expect(taken.said).toMatch(new RegExp(`${list}\\.${form}: \\d+ rows, as they are now\n$`));
    expect(said).toMatch(/^unchanged \(\d+\): [^\n]+\n$/);
    expect(code).toBe(0);
  });

  it.each([
    ['a list of the office from another agency', ['--catalogue', 'documents', '--agency', 'inspection'], 1],
    ['a list of nobody', ['--catalogue', 'units'], 2],
    ['a form of nobody', ['--period', '2024'], 2],
  ])('when %s is asked for, then it is not written', async (_what, args, expected) => {
    expect((await run('template', ...args, '-o', at('none.csv'))).code).toBe(expected);
  });
});
