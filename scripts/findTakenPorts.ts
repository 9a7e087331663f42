import { once } from 'node:events';
import { createServer } from 'node:net';

import { fault, type Fault } from '../schema/errors/index.ts';

/** A port that a program is going to listen at, and the variable that sets it. */
export interface WantedPort {
  readonly port: number;
  readonly variable: string;
}

/** The faults of all ports that another program has at this address; empty when none is taken. */
export async function findTakenPorts(host: string, wanted: readonly WantedPort[]): Promise<Fault[]> {
  const taken = await Promise.all(wanted.map(({ port }) => isTaken(host, port)));
  return wanted.filter((_wanted, index) => taken[index]).map((one) => fault('PORT_TAKEN', { ...one }));
}

async function isTaken(host: string, port: number): Promise<boolean> {
  const server = createServer().listen(port, host);
  try {
    await once(server, 'listening');
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EADDRINUSE';
  }
  server.close();
  await once(server, 'close');
  return false;
}
