import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

import { createClient } from '@libsql/client';
import { describe, expect, it } from 'vitest';

import type { Instant } from '../../../../schema/values/index.ts';
import { chainFaultText } from '../../../../subgraphs/_kit/auditing/chainFault.ts';
import { verifyChain, type HowToVerify } from '../../../../subgraphs/_kit/auditing/verifyChain.ts';
import { openSqliteMoveStore } from '../../../../subgraphs/_kit/storage/sqliteMoveStore.ts';
import { hashOfMove } from '../../../../subgraphs/_kit/submitting/storedMove.ts';
import { givenChain } from '../../../support/chains.ts';
import { tempFolder } from '../../../support/tempFolder.ts';

/** A folder with the chain of twelve moves in `inspection.sqlite`, after somebody has been at the file. */
async function givenTamperedFile(statements: readonly string[]): Promise<string> {
  const folder = tempFolder();
  const store = await openSqliteMoveStore(folder, 'inspection');
  await givenChain(store);
  await store.close();
  await tamper(folder, statements);
  return folder;
}

async function tamper(folder: string, statements: readonly string[]): Promise<void> {
  const client = createClient({ url: pathToFileURL(join(folder, 'inspection.sqlite')).href });
  for (const statement of statements) await client.execute(statement);
  client.close();
}

/** What is said of the chain: how many sound moves, and the first fault. */
async function verdictOn(folder: string, how: HowToVerify = {}): Promise<[number, string | null]> {
  const store = await openSqliteMoveStore(folder, 'inspection');
  const { entries, fault } = await verifyChain(store, 'inspection', how);
  await store.close();
  return [entries, fault && chainFaultText(fault)];
}

/** The table again, without what keeps sequences and keys unique. */
const WITHOUT_UNIQUE_KEYS = [
  'CREATE TABLE loose AS SELECT * FROM moves',
  'DROP TABLE moves',
  'ALTER TABLE loose RENAME TO moves',
];

const copyOf = (sequence: number, as: number) => [
  `CREATE TEMP TABLE copied AS SELECT * FROM moves WHERE sequence = ${sequence}`,
  `UPDATE copied SET sequence = ${as}, key = NULL`,
  'INSERT INTO moves SELECT * FROM copied',
];

describe('given a chain of twelve moves', () => {
  it('when nobody has touched it, then it is sound', async () => {
    expect(await verdictOn(await givenTamperedFile([]))).toEqual([12, null]);
  });

  it.each([
    ['organisation', "organisation = 'ha-tinh'"],
    ['period', "period = '2024-Q2'"],
    ['kind', "kind = 'WITHDRAW'"],
    ['moment', "at = '2024-04-20T12:00:00.001Z'"],
    ['idempotency key', `key = '"another"'`],
    ['number', 'number = 4'],
    ['embargo', "visible_from = '2024-05-01T00:00:00.000Z'"],
    ['figures', `body = replace(body, '"value":"3"', '"value":"5"')`],
    ['author', `body = replace(body, '"subject":"binh"', '"subject":"chi"')`],
    ['request', `body = replace(body, 'request-7', 'request-8')`],
    ['link', `previous_hash = '${'a'.repeat(64)}'`],
    ['hash', `hash = '${'a'.repeat(64)}'`],
    ['body, which is null now', "body = 'null'"],
  ])('when the %s of entry 7 is altered, then entry 7 is named', async (_what, change) => {
    const folder = await givenTamperedFile([`UPDATE moves SET ${change} WHERE sequence = 7`]);

    expect(await verdictOn(folder)).toEqual([6, 'Entry 7 was altered: what it says is not what was hashed.']);
  });

  it.each([
    ['its text cut', 'UPDATE moves SET body = substr(body, 1, 50) WHERE sequence = 1', 1],
    ['its text cut', 'UPDATE moves SET body = substr(body, 1, 50) WHERE sequence = 7', 7],
    ['its key cut', `UPDATE moves SET key = '"key' WHERE sequence = 12`, 12],
  ])('when an entry has %s, then it is named', async (_what, statement, sequence) => {
    expect(await verdictOn(await givenTamperedFile([statement]))).toEqual([
      sequence - 1,
      `Entry ${sequence} was altered: it cannot be read.`,
    ]);
  });

  it('when an entry is put in the place of another with a hash that fits, then the link is named', async () => {
    const folder = await givenTamperedFile([]);
    const store = await openSqliteMoveStore(folder, 'inspection');
    const [seventh] = await store.chain('inspection', 6, 1);
    const forged = { ...seventh!, body: { ...seventh!.body, observations: [], hash: '4f53' } };
    await store.close();
    const client = createClient({ url: pathToFileURL(join(folder, 'inspection.sqlite')).href });
    await client.execute({
      sql: 'UPDATE moves SET body = ?, hash = ? WHERE sequence = 7',
      args: [JSON.stringify(forged.body), hashOfMove(forged)],
    });
    client.close();

    // The figures do not fit the hash that is published with them.
    expect(await verdictOn(folder)).toEqual([6, 'Entry 7 was altered: what it says is not what was hashed.']);
  });

  it('when an entry before a publication is replaced with a hash that fits, then the link behind it is named', async () => {
    const folder = await givenTamperedFile([]);
    const store = await openSqliteMoveStore(folder, 'inspection');
    const [third] = await store.chain('inspection', 2, 1);
    const forged = { ...third!, body: { ...third!.body, reasons: ['three!'] } };
    await store.close();
    const client = createClient({ url: pathToFileURL(join(folder, 'inspection.sqlite')).href });
    await client.execute({
      sql: 'UPDATE moves SET body = ?, hash = ? WHERE sequence = 3',
      args: [JSON.stringify(forged.body), hashOfMove(forged)],
    });
    client.close();

    expect(await verdictOn(folder)).toEqual([
      3,
      'Entry 4 does not follow on entry 3: one of the two was replaced.',
    ]);
  });

  it.each([
    ['the first', 'sequence = 1', 0, 'Entry 1 was removed.'],
    ['one', 'sequence = 5', 4, 'Entry 5 was removed.'],
    ['several', 'sequence BETWEEN 5 AND 8', 4, 'Entries 5 to 8 were removed.'],
  ])('when %s is removed, then it is named', async (_what, condition, entries, said) => {
    const folder = await givenTamperedFile([`DELETE FROM moves WHERE ${condition}`]);

    expect(await verdictOn(folder)).toEqual([entries, said]);
  });

  it('when an entry is handed to another agency, then it is named as removed', async () => {
    const folder = await givenTamperedFile(["UPDATE moves SET agency = 'office' WHERE sequence = 5"]);

    expect(await verdictOn(folder)).toEqual([4, 'Entry 5 was removed.']);
  });

  it('when an entry is removed and the rest moves up, then the first in a wrong place is named', async () => {
    const folder = await givenTamperedFile([
      'DELETE FROM moves WHERE sequence = 5',
      'UPDATE moves SET sequence = -sequence WHERE sequence > 5',
      'UPDATE moves SET sequence = -sequence - 1 WHERE sequence < 0',
    ]);

    expect(await verdictOn(folder)).toEqual([4, 'Entry 5 was reordered: it was written as entry 6.']);
  });

  it('when two entries change places, then the first is named', async () => {
    const folder = await givenTamperedFile([
      'UPDATE moves SET sequence = 100 WHERE sequence = 4',
      'UPDATE moves SET sequence = 4 WHERE sequence = 8',
      'UPDATE moves SET sequence = 8 WHERE sequence = 100',
    ]);

    expect(await verdictOn(folder)).toEqual([3, 'Entry 4 was reordered: it was written as entry 8.']);
  });

  it('when an entry without a key is copied to the end, then the copy is named', async () => {
    const folder = await givenTamperedFile(copyOf(7, 13));

    expect(await verdictOn(folder)).toEqual([
      12,
      'Entry 13 was altered: what it says is not what was hashed.',
    ]);
  });

  it.each([1, 7, 12])('when entry %i is there twice, then it is named', async (sequence) => {
    const folder = await givenTamperedFile([...WITHOUT_UNIQUE_KEYS, ...copyOf(sequence, sequence)]);

    expect(await verdictOn(folder)).toEqual([sequence, `Entry ${sequence} is there more than once.`]);
  });

  it.each([0, -3])('when an entry is added as number %i, then it is named', async (sequence) => {
    const folder = await givenTamperedFile(copyOf(7, sequence));

    expect(await verdictOn(folder)).toEqual([
      0,
      `Entry ${sequence} was added: entries are numbered 1, 2, 3…`,
    ]);
  });

  it.each([
    ['hash', "release_hash = 'b'"],
    ['predecessor', 'supersedes = 9'],
  ])(
    'when the %s that lists tell of a release is altered, then its entry is named',
    async (_what, change) => {
      const folder = await givenTamperedFile([`UPDATE moves SET ${change} WHERE sequence = 11`]);

      expect(await verdictOn(folder)).toEqual([
        12,
        'Entry 11 was altered: lists tell something else than the entry itself.',
      ]);
    },
  );

  it('when lists have lost the hash of a release, then that is named', async () => {
    const folder = await givenTamperedFile(['UPDATE moves SET release_hash = NULL WHERE sequence = 11']);

    expect(await verdictOn(folder)).toEqual([
      12,
      'Lists tell of a release without its number, moment or hash, which no entry has made.',
    ]);
  });
});

describe('given a chain with a release that was taken back before its moment', () => {
  const givenTakenBack = async (statements: readonly string[]): Promise<string> => {
    const folder = tempFolder();
    const store = await openSqliteMoveStore(folder, 'inspection');
    await givenChain(store, 'inspection', '2024-05-01T00:00:00.000Z' as Instant);
    await store.close();
    await tamper(folder, statements);
    return folder;
  };

  it('when nobody has touched it, then it is sound', async () => {
    expect(await verdictOn(await givenTakenBack([]))).toEqual([12, null]);
  });

  it('when lists tell something else of a release that did stand, then its entry is named', async () => {
    const folder = await givenTakenBack(["UPDATE moves SET release_hash = 'b' WHERE sequence = 7"]);

    expect(await verdictOn(folder)).toEqual([
      12,
      'Entry 7 was altered: lists tell something else than the entry itself.',
    ]);
  });
});

describe('given a chain whose end was removed', () => {
  const REMOVED = ['DELETE FROM moves WHERE sequence > 10'];

  it('when nobody has noted it, then nobody can tell', async () => {
    expect(await verdictOn(await givenTamperedFile(REMOVED))).toEqual([10, null]);
  });

  it('when its last entry was noted, then the removed entries are named', async () => {
    const noted = { sequence: 12, hash: 'c'.repeat(64) };

    expect(await verdictOn(await givenTamperedFile(REMOVED), { noted })).toEqual([
      10,
      'Entries 11 to 12 were removed.',
    ]);
  });

  it('when others stand in the place of what was noted, then they are named', async () => {
    const noted = { sequence: 9, hash: 'c'.repeat(64) };

    expect(await verdictOn(await givenTamperedFile(REMOVED), { noted })).toEqual([
      8,
      'Entry 9 was replaced: its hash is not the one that was noted.',
    ]);
  });

  it('when everything is removed, then a noted entry tells, and without one nobody can', async () => {
    const folder = await givenTamperedFile(['DELETE FROM moves']);
    const noted = { sequence: 1, hash: 'c'.repeat(64) };

    expect(await verdictOn(folder)).toEqual([0, null]);
    expect(await verdictOn(folder, { noted })).toEqual([0, 'Entry 1 was removed.']);
  });

  it('when a noted entry is still there with all after it, then it is sound', async () => {
    const folder = await givenTamperedFile([]);
    const store = await openSqliteMoveStore(folder, 'inspection');
    const [fifth] = await store.chain('inspection', 4, 1);
    await store.close();
    const noted = { sequence: 5, hash: fifth!.hash };

    expect(await verdictOn(folder, { noted })).toEqual([12, null]);
  });
});
