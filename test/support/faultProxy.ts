import { upperSnakeCase } from '../../schema/values/index.ts';
import type { Ailment, Fault } from './faults.ts';
import { findFreePorts, startProgram, waitUntilListening, type Settings } from './processes.ts';

/** A process between the gateway and agencies that can be told to answer in their place, wrongly or not at all. */
export interface FaultProxy {
  /** `<AGENCY>_URL` for the gateway. */
  readonly settings: Settings;
  /** All ports that it listens at. */
  readonly ports: readonly number[];
  /** Sets the faults of the agencies named; all others pass. Answers when every switch has been made. */
  setFaults(faults: ReadonlyMap<string, Fault>): Promise<void>;
  /** Sets the fault of one agency, null for none; what is on its way to it breaks off. */
  setFault(agency: string, fault: Fault | Ailment | null): Promise<void>;
  /** The requests that an agency has got since {@link setFaults}, the last thousand of them. */
  requestsTo(agency: string): Promise<readonly AgencyQuestion[]>;
  /**
   * From when to when, in epoch ms, an agency has let one wait for a second or longer while nothing was set for it: on a busy
   * machine it, or this proxy, is slow by itself.
   */
  slowTimesOf(agency: string): Promise<readonly (readonly [number, number])[]>;
  stop(): Promise<void>;
}

export interface AgencyQuestion {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** Starts a proxy in front of these agencies, given with their ports. */
export async function startFaultProxy(targets: ReadonlyMap<string, number>): Promise<FaultProxy> {
  const controlPort = await findFreePorts(targets.size + 1);
  const doors = [...targets].map(([agency, target], index) => {
    return { agency, target, port: controlPort + 1 + index };
  });
  const program = startProgram('test/support/faultProxyMain.ts', {
    args: [String(controlPort), ...doors.map(({ agency, port, target }) => `${agency}=${port}=${target}`)],
  });
  await waitUntilListening(program);
  const control = (path: string, method: string): Promise<Response> =>
    fetch(`http://127.0.0.1:${controlPort}/${encodeURIComponent(path)}`, { method });
  const setFault = async (agency: string, fault: Fault | Ailment | null): Promise<void> => {
    await control(`${agency}/${fault ?? 'passing'}`, 'POST');
  };
  return {
    settings: Object.fromEntries(
      doors.map(({ agency, port }) => [`${upperSnakeCase(agency)}_URL`, `http://127.0.0.1:${port}/graphql`]),
    ),
    ports: [controlPort, ...doors.map(({ port }) => port)],
    async setFaults(faults) {
      await Promise.all(doors.map(({ agency }) => setFault(agency, faults.get(agency) ?? null)));
    },
    setFault,
    async requestsTo(agency) {
      const bodies = (await (await control(agency, 'GET')).json()) as string[];
      return bodies.map((body) => JSON.parse(body) as AgencyQuestion);
    },
    async slowTimesOf(agency) {
      return (await (await control(`${agency}/slow`, 'GET')).json()) as [number, number][];
    },
    async stop() {
      await program.stop();
    },
  };
}
