import { AGENCY_CODES } from '../../../schema/values/index.ts';
import { createAsk, type Ask } from '../../support/ask.ts';
import {
  createFolder,
  findFreePorts,
  startProgram,
  waitUntil,
  type Program,
} from '../../support/processes.ts';

/** A house as `npm start` makes it, and people with tokens of `npm run token`. */
export interface PublishingHouse {
  readonly settings: Readonly<Record<string, string>>;
  readonly asNobody: Ask;
  readonly asOfficer: Ask;
  readonly asApprover: Ask;
  /** An officer of another agency. */
  readonly asStranger: Ask;
  readonly asOfficeApprover: Ask;
  /** Anybody with a token of `npm run token`. */
  readonly askAs: (role: string, agency: string) => Promise<Ask>;
  stop(): Promise<unknown>;
  restart(): Promise<void>;
  /** Forgets all that it has kept. */
  remove(): Promise<void>;
}

/** Starts it in a folder of its own. `store` says where figures are kept. */
export async function startPublishingHouse(
  store: Readonly<Record<string, string>>,
): Promise<PublishingHouse> {
  const { folder, remove } = await createFolder();
  const port = await findFreePorts(AGENCY_CODES.length + 1);
  const settings = { GATEWAY_PORT: String(port), DATA_DIR: folder, ...store };
  const url = `http://127.0.0.1:${port}/graphql`;
  let house = await startHouse(settings);
  const askAs = async (role: string, agency: string): Promise<Ask> => {
    const args = ['--role', role, '--agency', agency];
    const run = startProgram('scripts/token.ts', { args, settings: { DATA_DIR: folder } });
    await run.exited;
    return createAsk(url, run.stdout().trim());
  };
  const [asOfficer, asApprover, asStranger, asOfficeApprover] = await Promise.all([
    askAs('officer', 'inspection'),
    askAs('approver', 'inspection'),
    askAs('officer', 'party-building'),
    askAs('approver', 'office'),
  ]);
  const stop = (): Promise<unknown> => house.stop();
  return {
    ...{ settings, asNobody: createAsk(url), asOfficer, asApprover, asStranger, asOfficeApprover },
    ...{ stop, remove, askAs },
    async restart() {
      await stop();
      house = await startHouse(settings);
    },
  };
}

async function startHouse(settings: Readonly<Record<string, string>>): Promise<Program> {
  const house = startProgram('scripts/start.ts', { settings, isGroup: true });
  const ready = { limitMs: 60_000, seen: house.log };
  await waitUntil('it says that it is ready', () => house.stdout().includes('Ready.'), ready);
  return house;
}
