import { randomBytes, randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { link, readFile, unlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { createSettingsReader, fault, RefusedSettings, type Environment } from '../schema/errors/index.ts';
import { makeFolder } from '../subgraphs/_kit/storage/makeFolder.ts';

const FILE = 'development-keys.json';

/** The settings that make tokens and sign requests on one machine. */
type Keys = Readonly<Record<'JWT_SECRET' | 'GATEWAY_KEYS', string>>;

/**
 * The keys that the environment has not: those of DATA_DIR, made there once and kept, for its owner alone. None in
 * production. @throws RefusedSettings when the folder cannot be written to, or holds something else in that place.
 */
export async function developmentKeys(environment: Environment): Promise<Partial<Keys>> {
  const { JWT_SECRET, JWT_JWKS, GATEWAY_KEYS, NODE_ENV } = environment;
  const needsTokens = !JWT_SECRET && !JWT_JWKS;
  if (NODE_ENV === 'production' || (!needsTokens && GATEWAY_KEYS)) return {};
  const keys = await readOrMakeKeys(createSettingsReader(environment).text('DATA_DIR', '.data'));
  return {
    ...(needsTokens && { JWT_SECRET: keys.JWT_SECRET }),
    ...(!GATEWAY_KEYS && { GATEWAY_KEYS: keys.GATEWAY_KEYS }),
  };
}

async function readOrMakeKeys(folder: string): Promise<Keys> {
  const file = join(folder, FILE);
  if (!existsSync(file)) {
    try {
      await makeFolder(folder);
      await makeOnce(file);
    } catch {
      throw refused(folder, 'a folder to write to');
    }
  }
  const keys = await readFile(file, 'utf8').then(parseKeys, () => null);
  if (keys) return keys;
  throw refused(
    folder,
    `a folder whose ${FILE} is as "npm start" has made it; remove that file to have it made anew`,
  );
}

/** Writes the file under another name first: whoever comes at the same moment finds it whole or not at all. */
async function makeOnce(file: string): Promise<void> {
  const newSecret = (): string => randomBytes(32).toString('base64url');
  const keys: Keys = { JWT_SECRET: newSecret(), GATEWAY_KEYS: `development:${newSecret()}` };
  const draft = `${file}.${randomUUID()}`;
  await writeFile(draft, `${JSON.stringify(keys, null, 2)}\n`, { mode: 0o600, flag: 'wx' });
  try {
    await link(draft, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    await unlink(draft);
  }
}

function parseKeys(text: string): Keys | null {
  try {
    const { JWT_SECRET, GATEWAY_KEYS } = JSON.parse(text) as Partial<Record<keyof Keys, unknown>>;
    if (typeof JWT_SECRET !== 'string' || typeof GATEWAY_KEYS !== 'string') return null;
    return { JWT_SECRET, GATEWAY_KEYS };
  } catch {
    return null;
  }
}

function refused(value: string, expected: string): RefusedSettings {
  return new RefusedSettings([fault('SETTING_INVALID', { variable: 'DATA_DIR', value, expected })]);
}
