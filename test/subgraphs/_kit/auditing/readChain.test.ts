import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

import { createClient } from '@libsql/client';
import { describe, expect, it } from 'vitest';

import { readChain } from '../../../../subgraphs/_kit/auditing/readChain.ts';
import { givenMove } from '../../../support/moves.ts';
import { openStore } from '../../../support/stores.ts';
import { tempFolder } from '../../../support/tempFolder.ts';

/** The sequences that are read of 205 moves after some statements, and after which nothing could be read. */
async function sequencesAfter(statements: readonly string[]): Promise<(number | string)[]> {
  const folder = tempFolder();
  const store = await openStore(folder);
  await store.append(givenMove());
  const client = createClient({ url: pathToFileURL(join(folder, 'test.sqlite')).href });
  await client.batch(
    [
      'CREATE TABLE loose AS SELECT * FROM moves',
      `WITH RECURSIVE n(sequence) AS (SELECT 2 UNION ALL SELECT sequence + 1 FROM n WHERE sequence < 205)
        INSERT INTO loose SELECT agency, n.sequence, organisation, period, kind, at, key, number, visible_from,
          supersedes, release_hash, previous_hash, hash, body FROM moves, n`,
      'DROP TABLE moves',
      'ALTER TABLE loose RENAME TO moves',
      ...statements,
    ],
    'write',
  );
  client.close();
  const read: (number | string)[] = [];
  for await (const one of readChain(store, 'inspection')) {
    read.push(one.kind === 'MOVE' ? one.move.sequence : `broken after ${one.after}`);
  }
  return read;
}

const upTo = (last: number) => Array.from({ length: last }, (_, index) => index + 1);
const again = (sequence: number) => `INSERT INTO moves SELECT * FROM moves WHERE sequence = ${sequence}`;
const cut = (sequence: number) => `UPDATE moves SET body = '{' WHERE sequence = ${sequence}`;

describe('given more moves than are read at once', () => {
  it('when they are sound, then each is read once', async () => {
    expect(await sequencesAfter([])).toEqual(upTo(205));
  });

  it.each([1, 99, 100, 101, 200, 205])(
    'when move %i is there twice, then it is read twice',
    async (sequence) => {
      const read = await sequencesAfter([again(sequence)]);

      expect(read).toEqual([...upTo(205), sequence].sort((a, b) => a - b));
    },
  );

  it.each([1, 2, 100, 101, 150, 205])(
    'when move %i cannot be read, then those before it are',
    async (sequence) => {
      const read = await sequencesAfter([cut(sequence)]);

      expect(read).toEqual([...upTo(sequence - 1), `broken after ${sequence - 1}`]);
    },
  );
});
