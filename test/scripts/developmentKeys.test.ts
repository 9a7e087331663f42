import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, it } from 'vitest';

import { developmentKeys } from '../../scripts/developmentKeys.ts';
import { tempFolder } from '../support/tempFolder.ts';

const OWN = { JWT_SECRET: 'own-secret', GATEWAY_KEYS: 'own:keys' };
const MADE = {
  JWT_SECRET: expect.stringMatching(/^[\w-]{43}$/) as string,
  GATEWAY_KEYS: expect.stringMatching(/^development:[\w-]{43}$/) as string,
};

describe('given a folder without keys', () => {
  it.each<[string, Record<string, string>, object]>([
    ['neither', {}, MADE],
    ['a secret of tokens', { JWT_SECRET: OWN.JWT_SECRET }, { GATEWAY_KEYS: MADE.GATEWAY_KEYS }],
    ['public keys of tokens', { JWT_JWKS: 'keys.json' }, { GATEWAY_KEYS: MADE.GATEWAY_KEYS }],
    ['keys of the gateway', { GATEWAY_KEYS: OWN.GATEWAY_KEYS }, { JWT_SECRET: MADE.JWT_SECRET }],
  ])('when %s is set, then the rest is made', async (_what, environment, expected) => {
    expect(await developmentKeys({ ...environment, DATA_DIR: join(tempFolder(), 'data') })).toEqual(expected);
  });

  it.each<[string, Record<string, string>]>([
    ['all is set', OWN],
    ['it is production', { NODE_ENV: 'production' }],
  ])('when %s, then none are made, and no file', async (_what, environment) => {
    const folder = tempFolder();

    expect(await developmentKeys({ ...environment, DATA_DIR: folder })).toEqual({});
    expect(readdirSync(folder)).toEqual([]);
  });

  it('when several want keys at the same moment, then all get the same, and one file is left', async () => {
    const folder = tempFolder();

    const keys = await Promise.all(Array.from({ length: 8 }, () => developmentKeys({ DATA_DIR: folder })));

    expect(new Set(keys.map((one) => JSON.stringify(one))).size).toBe(1);
    expect(readdirSync(folder)).toEqual(['development-keys.json']);
  });

  it('when two folders get keys, then they differ', async () => {
    const [a, b] = await Promise.all(
      [tempFolder(), tempFolder()].map((DATA_DIR) => developmentKeys({ DATA_DIR })),
    );

    expect(a?.JWT_SECRET).not.toBe(b?.JWT_SECRET);
    expect(a?.GATEWAY_KEYS).not.toBe(b?.GATEWAY_KEYS);
  });
});

describe('given a folder with something else in their place', () => {
  it.each([
    ['no JSON', '{'],
    ['null', 'null'],
    ['half of them', '{"JWT_SECRET":"hidden-secret"}'],
  ])('when it is %s, then that is told with the way out, and nothing of it', async (_what, content) => {
    const folder = tempFolder();
    writeFileSync(join(folder, 'development-keys.json'), content);

    await expect(developmentKeys({ DATA_DIR: folder })).rejects.toThrow(
      `Setting DATA_DIR="${folder}" is not valid: expected a folder whose development-keys.json is as "npm start" has made it; remove that file to have it made anew.`,
    );
  });

  it('when it is a folder, then that is told too', async () => {
    const folder = tempFolder();
    mkdirSync(join(folder, 'development-keys.json'));

    await expect(developmentKeys({ DATA_DIR: folder })).rejects.toThrow('remove that file');
  });
});

describe('given a place where no folder can be made', () => {
  // Asked for one within /proc, the system says that there is nothing by that name, however often it is made.
  it.each(['/proc', '/proc/party-report/data', '/dev/null', '/dev/null/data'])(
    'when it is %s, then that is told at once',
    async (folder) => {
      await expect(developmentKeys({ DATA_DIR: folder })).rejects.toThrow(
        `Setting DATA_DIR="${folder}" is not valid: expected a folder to write to.`,
      );
    },
  );
});
