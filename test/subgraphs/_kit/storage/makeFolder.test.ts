import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, it } from 'vitest';

import { makeFolder } from '../../../../subgraphs/_kit/storage/makeFolder.ts';
import { openSqliteMoveStore } from '../../../../subgraphs/_kit/storage/sqliteMoveStore.ts';
import { tempFolder } from '../../../support/tempFolder.ts';

describe('given a folder', () => {
  it('when one three levels below is made, twice and by several at once, then it is there', async () => {
    const folder = tempFolder();
    const deep = join(folder, 'a', 'b', 'c');

    await Promise.all(Array.from({ length: 8 }, () => makeFolder(deep)));
    await makeFolder(deep);

    expect(readdirSync(join(folder, 'a', 'b'))).toEqual(['c']);
  });

  it.each([
    ['in the place of the folder', 'file'],
    ['in the place of one around it', 'file/data'],
  ])('when a file stands %s, then that is refused', async (_where, path) => {
    const folder = tempFolder();
    writeFileSync(join(folder, 'file'), '');

    await expect(makeFolder(join(folder, path))).rejects.toThrow(/EEXIST|ENOTDIR/);
  });
});

describe('given a file system that makes no folders, and says that there is none', () => {
  it('when a folder is asked for, then it is refused, and not tried for ever', async () => {
    await expect(makeFolder('/proc/party-report/data')).rejects.toThrow('ENOENT');
  });

  it('when a store is opened there, then it is refused as well', async () => {
    await expect(openSqliteMoveStore('/proc/party-report', 'inspection')).rejects.toThrow('ENOENT');
  });
});
