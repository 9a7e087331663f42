import { createHash } from 'node:crypto';
import { rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import {
  createFolder,
  startProgram,
  waitUntil,
  waitUntilListening,
  type Program,
  type Settings,
} from '../../test/support/processes.ts';

/** A gateway that takes over one supergraph after the other. */
export interface AuditGateway {
  readonly url: string;
  /** Has the gateway serve a supergraph. Rejects with its reason when it does not. */
  serve(supergraph: string): Promise<void>;
  /** How many processes that has taken: one where the gateway replaces its supergraph by itself. */
  starts(): number;
  stop(): Promise<void>;
}

interface Health {
  readonly supergraph?: { readonly hash: string; readonly refused: { readonly reason: string } | null };
}

/**
 * One gateway process whose supergraph file is replaced. A gateway that does not tell in its health which supergraph it
 * serves cannot do that; it is started again for each.
 */
export async function createAuditGateway(port: number, settings: Settings): Promise<AuditGateway> {
  const { folder, remove } = await createFolder();
  const file = join(folder, 'supergraph.graphql');
  const origin = `http://127.0.0.1:${port}`;
  let program: Program | null = null;
  let starts = 0;

  const start = async (): Promise<void> => {
    await program?.stop();
    starts += 1;
    program = startProgram('gateway/main.ts', {
      settings: { ...settings, GATEWAY_PORT: `${port}`, SUPERGRAPH_FILE: file },
    });
    await waitUntilListening(program);
  };

  const readHealth = async (): Promise<Health> =>
    (await (await fetch(`${origin}/health/ready`)).json()) as Health;

  return {
    url: `${origin}/graphql`,
    starts: () => starts,
    async serve(supergraph) {
      const hash = createHash('sha256').update(supergraph).digest('hex');
      const before = program ? (await readHealth()).supergraph : undefined;
      // Renamed into its place: nobody ever reads half of it.
      await writeFile(`${file}.new`, supergraph);
      await rename(`${file}.new`, file);
      if (!before) {
        await start();
        return;
      }
      await waitUntil(`the gateway serves supergraph ${hash}`, async () => {
        const now = (await readHealth()).supergraph;
        if (now?.refused) throw new Error(`The gateway refuses the supergraph: ${now.refused.reason}`);
        return now?.hash === hash;
      });
    },
    async stop() {
      await program?.stop();
      await remove();
    },
  };
}
