import { once } from 'node:events';

import { WebSocket } from 'undici';

import type { Program, Settings } from '../../test/support/processes.ts';

/** Starts node in such a way that {@link openHeap} can look into it; only this machine can. */
export const INSPECTED: Settings = { NODE_OPTIONS: '--inspect=127.0.0.1:0' };

/** The heap of another process. */
export interface Heap {
  /** Megabytes that are in use after what nobody needs has been thrown away. */
  used(): Promise<number>;
  close(): void;
}

/** Looks into a process that was started with {@link INSPECTED}. @throws Error when it was not. */
export async function openHeap({ stderr }: Program): Promise<Heap> {
  const [address] = /ws:\/\/\S+/.exec(stderr()) ?? [];
  if (address === undefined) throw new Error('The process cannot be looked into.');
  const socket = new WebSocket(address);
  await once(socket, 'open');
  let count = 0;
  const send = async (method: string): Promise<unknown> => {
    count += 1;
    const id = count;
    const answered = new Promise<unknown>((resolve) => {
      socket.addEventListener('message', ({ data }) => {
        const said = JSON.parse(String(data)) as { readonly id?: number; readonly result?: unknown };
        if (said.id === id) resolve(said.result);
      });
    });
    socket.send(JSON.stringify({ id, method }));
    return answered;
  };
  return {
    async used() {
      // What has finalizers is freed by the second.
      await send('HeapProfiler.collectGarbage');
      await send('HeapProfiler.collectGarbage');
      const { usedSize } = (await send('Runtime.getHeapUsage')) as { readonly usedSize: number };
      return usedSize / 2 ** 20;
    },
    close: () => socket.close(),
  };
}
