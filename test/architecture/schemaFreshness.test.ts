import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import { findStaleSdl, loadAgencies, makeSdlFiles } from '../../scripts/sdlFiles.ts';

const COMMITTED = join(import.meta.dirname, '../../schema/sdl');

describe('given the SDL files that the code makes', () => {
  let wanted: ReadonlyMap<string, string>;
  let copy: string;

  beforeAll(async () => {
    wanted = makeSdlFiles(await loadAgencies());
  });

  beforeEach(async () => {
    copy = await mkdtemp(join(tmpdir(), 'sdl-'));
    await cp(COMMITTED, copy, { recursive: true });
  });

  afterEach(() => rm(copy, { recursive: true }));

  it('when the committed ones are compared, then they are the same', async () => {
    expect(await findStaleSdl(COMMITTED, wanted)).toEqual([]);
  });

  it('when one has another text, then it is stale', async () => {
    await writeFile(join(copy, 'office.graphql'), 'type Query { old: Int }');

    expect(await findStaleSdl(copy, wanted)).toEqual(['office.graphql is stale']);
  });

  it('when one is missing, then that is said', async () => {
    await rm(join(copy, 'supergraph.graphql'));

    expect(await findStaleSdl(copy, wanted)).toEqual(['supergraph.graphql is missing']);
  });

  it('when one belongs to no agency, then it is to be deleted', async () => {
    await writeFile(join(copy, 'weather.graphql'), 'type Query { rain: Int }');

    expect(await findStaleSdl(copy, wanted)).toEqual(['weather.graphql belongs to no agency: delete it']);
  });
});
