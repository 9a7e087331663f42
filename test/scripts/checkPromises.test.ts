import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

import { createClient } from '@libsql/client';
import { describe, expect, it } from 'vitest';

import { checkPromises } from '../../scripts/crash/checkPromises.ts';
import type { Said } from '../../scripts/crash/moverWords.ts';
import type { Instant } from '../../schema/values/index.ts';
import { givenChain } from '../support/chains.ts';
import { openStore } from '../support/stores.ts';
import { tempFolder } from '../support/tempFolder.ts';

// The crash test is worth what it would find: here it is shown what a store that breaks promises looks like.

/** What is found after twelve moves, all acknowledged, of which the first and the seventh moment were read. */
async function foundAfter(statement: string): Promise<readonly string[]> {
  const folder = tempFolder();
  const store = await openStore(folder);
  await givenChain(store);
  const said: Said[] = (await store.chain('inspection', 0, 12)).map(({ sequence, hash }) => ({
    sequence,
    hash,
  }));
  const [release] = await store.headers({ agency: 'inspection' }, '2024-04-20T12:00:00.006Z' as Instant);
  const shown = [null, null, `1 ${release!.hash}`, null];
  said.push({ asOf: '2024-04-20T12:00:00.000Z' as Instant, shown: [null, null, null, null] });
  said.push({ asOf: '2024-04-20T12:00:00.006Z' as Instant, shown });
  const client = createClient({ url: pathToFileURL(join(folder, 'test.sqlite')).href });
  await client.execute(statement);
  client.close();
  return (await checkPromises(store, said)).broken;
}

describe('given a store with twelve acknowledged moves', () => {
  it('when nothing is lost, then nothing is broken', async () => {
    expect(await foundAfter('SELECT 1')).toEqual([]);
  });

  it('when the last move is lost, then the broken promise is named', async () => {
    expect(await foundAfter('DELETE FROM moves WHERE sequence = 12')).toEqual([
      'Move 12 was acknowledged and is not there.',
    ]);
  });

  it('when a release is visible at another moment than it was, then the broken answer is named', async () => {
    const found = await foundAfter(
      "UPDATE moves SET visible_from = '2024-04-20T12:00:00.000Z' WHERE sequence = 7",
    );

    expect(found).toContainEqual(
      expect.stringMatching(/^As of 2024-04-20T12:00:00\.000Z it was null, and is 1 /),
    );
  });

  it('when a release is there by half, then what is wrong is named', async () => {
    const found = await foundAfter(
      'UPDATE moves SET body = replace(body, \'"value":"4"\', \'"value":"5"\') WHERE sequence = 11',
    );

    expect(found[0]).toBe('Entry 11 was altered: what it says is not what was hashed.');
  });
});
