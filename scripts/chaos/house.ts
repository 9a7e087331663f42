import { randomBytes, createSecretKey } from 'node:crypto';
import { join } from 'node:path';

import { createRequestSigner } from '../../schema/identity/index.ts';
import { AGENCY_CODES, defaultAgencyPort, type Role } from '../../schema/values/index.ts';
import type { Answer } from '../../test/support/ask.ts';
import { startFaultProxy, type FaultProxy } from '../../test/support/faultProxy.ts';
import { givenToken } from '../../test/support/identity.ts';
import {
  createFolder,
  findFreePorts,
  ROOT,
  startProgram,
  waitUntil,
  waitUntilListening,
  type Program,
  type Settings,
} from '../../test/support/processes.ts';
import { openSupergraphFile, type SupergraphFile } from './supergraphs.ts';

/** Real agencies with the real figures, the real gateway, and a proxy between them: each a process of its own. */
export interface ChaosHouse {
  /** `http://<host>:<port>` of the gateway. */
  readonly origin: string;
  readonly gateway: Program;
  /** Between the gateway and all agencies. */
  readonly proxy: FaultProxy;
  /** The file that the gateway serves. */
  readonly supergraph: SupergraphFile;
  /** A token for an hour; of one agency, or of all for null. */
  tokenOf(role: Role, agency?: string | null): Promise<string>;
  /**
   * Asks an agency as the gateway does, past gateway and proxy. @throws Error when there is no answer of GraphQL: the
   * agency is not there, or has broken off.
   */
  askAgency(agency: string, token: string, query: string, variables: object): Promise<Answer>;
  /** Ends an agency as a power cut does. */
  kill(agency: string): Promise<void>;
  /** Starts an agency that was killed. Fulfilled when it listens. @throws Error when it does not, or not in time. */
  restart(agency: string): Promise<void>;
  stop(): Promise<void>;
}

const TOKEN_SECONDS = 3600;

/** Starts a house on free ports and in a folder of its own, and waits until all agencies answer through the gateway. */
export async function startChaosHouse(gatewaySettings: Settings): Promise<ChaosHouse> {
  const { folder, remove } = await createFolder();
  const port = await findFreePorts(AGENCY_CODES.length + 1);
  const secrets = { tokens: newSecret(), gateway: newSecret() };
  const settings = {
    GATEWAY_PORT: String(port),
    DATA_DIR: folder,
    JWT_SECRET: secrets.tokens,
    GATEWAY_KEYS: `chaos:${secrets.gateway}`,
  };
  const startAgency = (agency: string): Program => startProgram(`subgraphs/${agency}/main.ts`, { settings });
  const agencies = new Map(AGENCY_CODES.map((code) => [code as string, startAgency(code)]));
  const portOf = (agency: string): number => defaultAgencyPort(agency, port);
  const proxy = await startFaultProxy(new Map(AGENCY_CODES.map((code) => [code, portOf(code)])));
  const supergraph = await openSupergraphFile(
    join(ROOT, 'schema/sdl/supergraph.graphql'),
    join(folder, 'supergraph.graphql'),
  );
  const gateway = startProgram('gateway/main.ts', {
    settings: { ...settings, ...proxy.settings, SUPERGRAPH_FILE: supergraph.file, ...gatewaySettings },
  });
  const origin = `http://127.0.0.1:${port}`;
  const stop = async (): Promise<void> => {
    const programs = [gateway, ...agencies.values()];
    await Promise.all([proxy.stop(), ...programs.map((program) => program.stop('SIGKILL'))]);
    await remove();
  };
  const sign = createRequestSigner(
    [{ id: 'chaos', secret: createSecretKey(secrets.gateway, 'utf8') }],
    Date.now,
  );
  try {
    await Promise.all([...agencies.values(), gateway].map(waitUntilListening));
    await waitUntil('all agencies answer', () => allAnswer(origin), { seen: gateway.log });
  } catch (error) {
    await stop();
    throw error;
  }
  return {
    ...{ origin, gateway, proxy, supergraph, stop },
    tokenOf: (role, agency = null) =>
      givenToken({
        key: createSecretKey(secrets.tokens, 'utf8'),
        claims: {
          sub: `${role.toLowerCase()}-of-${agency ?? 'all'}`,
          exp: Math.floor(Date.now() / 1000) + TOKEN_SECONDS,
          roles: [{ role: role.toLowerCase(), ...(agency !== null && { agency }) }],
        },
      }),
    async askAgency(agency, token, query, variables) {
      const [authorization, body] = [`Bearer ${token}`, JSON.stringify({ query, variables })];
      const path = '/graphql';
      const response = await fetch(`http://127.0.0.1:${portOf(agency)}${path}`, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          accept: 'application/json',
          authorization,
          ...sign?.({ agency, method: 'POST', path, body, authorization }),
        },
        body,
      });
      const text = await response.text();
      const { data, errors = [] } = JSON.parse(text) as Partial<Answer>;
      return { status: response.status, text, data, errors };
    },
    async kill(agency) {
      await agencies.get(agency)?.stop('SIGKILL');
    },
    async restart(agency) {
      const program = startAgency(agency);
      agencies.set(agency, program);
      // Whoever starts among all others, who are asked without end, has little of a machine that is shared.
      await waitUntilListening(program).catch(() => waitUntilListening(program));
    },
  };
}

/** Whether all agencies answer the gateway. */
async function allAnswer(origin: string): Promise<boolean> {
  const { agencies } = (await (await fetch(`${origin}/health/ready`)).json()) as {
    readonly agencies: Readonly<Record<string, string>>;
  };
  return Object.values(agencies).every((state) => state === 'up');
}

function newSecret(): string {
  return randomBytes(32).toString('base64url');
}
