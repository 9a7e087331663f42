import { expect } from 'vitest';

import { AGENCY_CODES, defaultAgencyPort } from '../../../schema/values/index.ts';
import { FULL_REPORT, SECTION_FIELDS, reportOf, type Answer } from '../../support/ask.ts';
import { SECRETS, codeOf, type Fault } from '../../support/faults.ts';
import { startFaultProxy, type FaultProxy } from '../../support/faultProxy.ts';
import { NOTHING_KEPT, startHouse, waitUntil, type House } from '../../support/processes.ts';

/** The agencies that answer for one section of a report each and nothing else. */
export const SECTION_AGENCIES = [
  'party-building',
  'inspection',
  'mass-organisations',
  'socio-economic',
] as const;
export type SectionAgency = (typeof SECTION_AGENCIES)[number];

/** How long the gateway waits for an agency here. */
export const AGENCY_TIMEOUT_MS = 600;
/** Nobody waits longer than this for a report, whatever is missing: the limit and a generous rest. */
const ANSWER_LIMIT_MS = AGENCY_TIMEOUT_MS + 2000;

/** A house whose gateway reaches every agency through a proxy that can fail in its place. */
export interface FaultyHouse extends Omit<House, 'stop'> {
  readonly proxy: FaultProxy;
  stop(): Promise<void>;
}

export async function startFaultyHouse(): Promise<FaultyHouse> {
  let proxy: FaultProxy | undefined;
  const house = await startHouse(async (gatewayPort) => {
    proxy = await startFaultProxy(
      new Map(AGENCY_CODES.map((code) => [code, defaultAgencyPort(code, gatewayPort)])),
    );
    return {
      ...proxy.settings,
      AGENCY_TIMEOUT_MS: String(AGENCY_TIMEOUT_MS),
      // Here every question is to meet its fault; that agencies are given up is tested beside the gateway's client, and
      // what is kept beside its caches.
      AGENCY_BREAKER_FAILURES: '1000000',
      ...NOTHING_KEPT,
    };
  });
  const started = proxy!;
  // The first answer of each process is its slowest, and the time limit here is short.
  await waitUntil(
    'the house answers within its time limit',
    async () => (await house.ask(FULL_REPORT)).errors.length === 0,
  );
  return {
    ...house,
    proxy: started,
    async stop() {
      await Promise.all([house.stop(), started.stop()]);
    },
  };
}

/** Every choice of one agency or more: fifteen of them. */
export const SUBSETS: readonly (readonly SectionAgency[])[] = Array.from({ length: 15 }, (_, index) =>
  SECTION_AGENCIES.filter((_agency, place) => ((index + 1) >> place) & 1),
);

/** Sets the faults, asks, and holds the promises that are the same for every answer: status, time, no secrets. */
export async function askWithFaults(
  house: FaultyHouse,
  faults: ReadonlyMap<string, Fault>,
  query: string,
  variables: Readonly<Record<string, unknown>> = {},
): Promise<Answer> {
  await house.proxy.setFaults(faults);
  const started = Date.now();
  const answer = await house.ask(query, variables);

  expect(Date.now() - started).toBeLessThan(ANSWER_LIMIT_MS);
  expect(answer.status).toBe(200);
  expectNoSecrets(house, answer);
  return answer;
}

/** No address, port or word of a faulty agency. Ports are sought in the errors only: a figure may have such digits. */
function expectNoSecrets(house: FaultyHouse, { text, errors }: Answer): void {
  for (const secret of [...SECRETS, '127.0.0.1', 'localhost', '.invalid', 'ECONN']) {
    expect(text).not.toContain(secret);
  }
  const told = JSON.stringify(errors);
  const agencyPorts = AGENCY_CODES.map((code) => house.portOf(code));
  for (const port of [...house.proxy.ports, ...agencyPorts, house.gatewayPort]) {
    expect(told).not.toContain(String(port));
  }
}

/** The errors as a client sorts them: where, what, who. */
export function toldErrors({ errors }: Answer): string[] {
  return errors
    .map(({ path, extensions }) => [path?.join('.'), extensions?.code, extensions?.agency].join(' '))
    .sort();
}

/**
 * Holds that an answer is the whole one without the agencies that fail, and one error for each of these. What the
 * report then says of itself is held by `expectSelfCheck`; here only that it says something.
 */
export function expectOnlyMissing(
  answer: Answer,
  whole: Answer,
  faults: ReadonlyMap<SectionAgency, Fault>,
): void {
  const missing = [...faults].map(([agency, fault]) => ({ agency, fault, field: SECTION_FIELDS[agency] }));
  expect(toldErrors(answer)).toEqual(
    missing.map(({ agency, fault, field }) => `report.${field} ${codeOf(fault)} ${agency}`).sort(),
  );
  const missingSections = Object.fromEntries(missing.map(({ field }) => [field, null]));
  expect(reportOf(answer)).toEqual({
    ...reportOf(whole),
    ...missingSections,
    reconciliation: expect.any(Array) as [],
    completeness: expect.objectContaining({ expected: expect.any(Number) as number }) as object,
  });
}
