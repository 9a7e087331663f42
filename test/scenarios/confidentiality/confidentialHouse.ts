import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { AGENCY_CODES, type Observation } from '../../../schema/values/index.ts';
import { openSqliteMoveStore } from '../../../subgraphs/_kit/storage/sqliteMoveStore.ts';
import { createAsk, type Answer } from '../../support/ask.ts';
import { givenObservation, givenRelease } from '../../support/given.ts';
import { createFolder, findFreePorts, startProgram, waitUntil } from '../../support/processes.ts';
import { april, insertRelease } from '../../support/stores.ts';

const at = (indicator: string, value: string, change: Partial<Observation> = {}): Observation =>
  givenObservation({ indicator, value, time: '2023-Q1', ...change });

/** What inspection has in its store before the house starts: public, internal, restricted, and under an embargo. */
const PUBLISHED = givenRelease({
  period: '2023-Q1',
  observations: [
    at('members-inspected', '12'),
    at('members-supervised', '73320', { confidentiality: 'INTERNAL' }),
    at('members-disciplined', '73310', { confidentiality: 'RESTRICTED' }),
  ],
});
const EMBARGOED = givenRelease({
  period: '2023-Q1',
  number: 2,
  publishedAt: '2099-01-01T00:00:00.000Z',
  observations: [at('members-inspected', '73330')],
});
/** The values that are not for everyone, as no other text holds them. */
export const SECRETS = ['73310', '73320', '73330'];

const PEOPLE: Readonly<Record<string, readonly string[]>> = {
  'a reader': ['--role', 'reader', '--agency', 'inspection'],
  'an analyst': ['--role', 'analyst', '--agency', 'inspection'],
  'an officer of the organisation': [
    '--role',
    'officer',
    '--agency',
    'inspection',
    '--organisation',
    'ha-tinh-khoi',
  ],
  'an officer of another organisation': [
    '--role',
    'officer',
    '--agency',
    'inspection',
    '--organisation',
    'ha-tinh',
  ],
  'an officer of another agency': ['--role', 'officer', '--agency', 'party-building'],
  'an analyst of office': ['--role', 'analyst', '--agency', 'office'],
  'an approver of office': ['--role', 'approver', '--agency', 'office'],
};

/** A house that `npm start` has started on such a store, and the tokens of its people. */
export interface ConfidentialHouse {
  readonly port: number;
  /** The token of one of the people; null for `nobody`. */
  readonly tokenOf: (who: string) => string | null;
  /** Asks the gateway in the name of one of the people, or of `nobody`. */
  readonly askAs: (who: string, query: string, variables?: Record<string, unknown>) => Promise<Answer>;
  /** Id and secret that its gateway signs with. */
  readonly gatewayKey: () => readonly [id: string, secret: string];
  readonly stop: () => Promise<void>;
}

export async function startConfidentialHouse(): Promise<ConfidentialHouse> {
  const { folder, remove } = await createFolder();
  await fillStore(folder);
  const port = await findFreePorts(AGENCY_CODES.length + 1);
  const program = startProgram('scripts/start.ts', {
    settings: { GATEWAY_PORT: String(port), DATA_DIR: folder },
    isGroup: true,
  });
  await waitUntil('it says that it is ready', () => program.stdout().includes('Ready.'), {
    limitMs: 60_000,
    seen: program.log,
  });
  const tokens = new Map(
    await Promise.all(
      Object.entries(PEOPLE).map(async ([who, args]) => [who, await makeToken(folder, args)] as const),
    ),
  );
  const tokenOf = (who: string) => tokens.get(who) ?? null;
  return {
    port,
    tokenOf,
    askAs: (who, query, variables = {}) =>
      createAsk(`http://127.0.0.1:${port}/graphql`, tokenOf(who))(query, variables),
    gatewayKey() {
      const file = readFileSync(join(folder, 'development-keys.json'), 'utf8');
      const { GATEWAY_KEYS } = JSON.parse(file) as { GATEWAY_KEYS: string };
      const [id = '', secret = ''] = GATEWAY_KEYS.split(':');
      return [id, secret];
    },
    async stop() {
      await program.stop();
      await remove();
    },
  };
}

async function fillStore(folder: string): Promise<void> {
  const store = await openSqliteMoveStore(folder, 'inspection');
  await insertRelease(store, PUBLISHED);
  await insertRelease(store, EMBARGOED, april(2));
  await store.close();
}

async function makeToken(folder: string, args: readonly string[]): Promise<string> {
  const run = startProgram('scripts/token.ts', { args, settings: { DATA_DIR: folder } });
  await run.exited;
  return run.stdout().trim();
}
