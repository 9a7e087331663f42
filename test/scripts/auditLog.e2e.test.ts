import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

import { createClient } from '@libsql/client';
import { describe, expect, it } from 'vitest';

import { openSqliteMoveStore } from '../../subgraphs/_kit/storage/sqliteMoveStore.ts';
import { givenChain } from '../support/chains.ts';
import { startProgram, type Settings } from '../support/processes.ts';
import { tempFolder } from '../support/tempFolder.ts';

/** A folder with twelve moves of inspection, and what somebody did to its file afterwards. */
async function givenFolder(...statements: string[]): Promise<string> {
  const folder = tempFolder();
  const store = await openSqliteMoveStore(folder, 'inspection');
  await givenChain(store);
  await store.close();
  const client = createClient({ url: pathToFileURL(join(folder, 'inspection.sqlite')).href });
  for (const statement of statements) await client.execute(statement);
  client.close();
  return folder;
}

async function run(args: readonly string[], settings: Settings) {
  const program = startProgram('scripts/auditLog.ts', { args, settings });
  const { code } = await program.exited;
  return { code, stdout: program.stdout(), stderr: program.stderr() };
}

describe('given the log of one agency in DATA_DIR', () => {
  it('when it is printed, then each line says who did what, when, and where it stands', async () => {
    const { code, stdout, stderr } = await run(['--agency', 'inspection'], { DATA_DIR: await givenFolder() });

    const lines = stdout.trimEnd().split('\n');
    expect([code, stderr, lines.length]).toEqual([0, '', 12]);
    expect(lines[6]).toMatch(
      /^inspection {7}7 {2}2024-04-20T12:00:00\.006Z {2}PUBLISH {4}binh \(APPROVER\) {2}ha-tinh-khoi 2024-Q1 number 1 {2}[0-9a-f]{12} -> [0-9a-f]{12} {2}request request-7$/,
    );
    expect(lines[2]).toMatch(/ {2}request request-3 {2}"two or three\?"$/);
  });

  it('when it is printed as JSON, then each line is an entry', async () => {
    const { stdout } = await run(['--json'], { DATA_DIR: await givenFolder() });

    const last = JSON.parse(stdout.trimEnd().split('\n').at(-1)!) as unknown;
    expect(last).toMatchObject({ agency: 'inspection', sequence: 12, kind: 'WITHDRAW', subject: 'binh' });
  });

  it('when it is verified, then it is sound, and its end is told to be noted', async () => {
    const { code, stdout } = await run(['--verify'], { DATA_DIR: await givenFolder() });

    expect(code).toBe(0);
    expect(stdout).toMatch(
      /^inspection: sound, 12 entries\. Note 12:[0-9a-f]{64}: given as --head it shows later that none of them was removed\.\n$/,
    );
  });

  it('when its end is removed after it was noted, then that is named, and it ends with 1', async () => {
    const DATA_DIR = await givenFolder();
    const noted = /12:[0-9a-f]{64}/.exec((await run(['--verify'], { DATA_DIR })).stdout)![0];
    const client = createClient({ url: pathToFileURL(join(DATA_DIR, 'inspection.sqlite')).href });
    await client.execute('DELETE FROM moves WHERE sequence = 12');
    client.close();

    const { code, stdout } = await run(['--verify', '--agency', 'inspection', '--head', noted], { DATA_DIR });

    expect(code).toBe(1);
    expect(stdout).toMatch(
      /^inspection: NOT SOUND\. Entry 12 was removed\. The last sound entry before: 11:/,
    );
  });

  it('when an entry was altered, then it is named in words and in JSON, and it ends with 1', async () => {
    const DATA_DIR = await givenFolder(
      "UPDATE moves SET body = replace(body, 'binh', 'chi') WHERE sequence = 7",
    );

    const words = await run(['--verify'], { DATA_DIR });
    const json = await run(['--verify', '--json'], { DATA_DIR });

    expect([words.code, json.code]).toEqual([1, 1]);
    expect(words.stdout).toContain('Entry 7 was altered: what it says is not what was hashed.');
    expect(JSON.parse(json.stdout)).toMatchObject({
      agency: 'inspection',
      entries: 6,
      head: { sequence: 6 },
      fault: { kind: 'ALTERED', sequence: 7 },
    });
  });

  it('when a name would steer the terminal, then it is printed as text', async () => {
    const DATA_DIR = await givenFolder(
      String.raw`UPDATE moves SET body = replace(body, '"binh"', '"\u001b[2J"')`,
    );

    const { stdout } = await run(['--agency', 'inspection'], { DATA_DIR });

    expect(stdout).toContain(String.raw`\u001b[2J (APPROVER)`);
    expect(stdout).not.toContain('\u001b');
  });

  it('when its file is no database any more, then it says so, and ends with 1', async () => {
    const DATA_DIR = tempFolder();
    writeFileSync(
      join(DATA_DIR, 'inspection.sqlite'),
      'no database at all, but long enough to be one'.repeat(50),
    );

    const { code, stderr } = await run(['--verify'], { DATA_DIR });

    expect(code).toBe(1);
    expect(stderr).toContain('The file of inspection is damaged');
  });
});

describe('given the command line of audit-log', () => {
  it.each([
    [['--agency', 'inspektion'], 'Did you mean "inspection"?'],
    [['--head', '12', '--verify', '--agency', 'inspection'], 'Give a sequence and its hash'],
    [['--head', `12:${'a'.repeat(64)}`], '--head needs --verify and --agency.'],
    [['--agency', 'inspection'], 'There is no log of inspection in DATA_DIR="package.json".'],
    [[], 'There is no log of any agency in DATA_DIR="package.json".'],
  ])('when the arguments are %j, then it says what is wrong, and ends with 2', async (args, said) => {
    const { code, stdout, stderr } = await run(args, { DATA_DIR: 'package.json' });

    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain(said);
  });

  it('when the address of the database is wrong, then it says so without telling it, and ends with 2', async () => {
    const { code, stderr } = await run(['--verify'], { MONGODB_URI: 'mongodb://a:pass-of-the-test@' });

    expect(code).toBe(2);
    expect(stderr).toContain('Setting MONGODB_URI is not valid');
    expect(stderr).not.toContain('pass-of-the-test');
  });

  it('when no database answers, then it says so, and ends with 2', async () => {
    const { code, stderr } = await run(['--verify', '--agency', 'inspection'], {
      MONGODB_URI: 'mongodb://127.0.0.1:1/',
    });

    expect(code).toBe(2);
    expect(stderr).toContain('The store of "inspection" cannot be used at the moment: it cannot be reached.');
  });
});
