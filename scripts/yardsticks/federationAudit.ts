import { isDeepStrictEqual } from 'node:util';

import { upperSnakeCase } from '../../schema/values/index.ts';
import { findFreePorts, startProgram, waitUntilListening } from '../../test/support/processes.ts';
import { createAuditGateway, type AuditGateway } from './auditGateway.ts';
import type { Yardstick } from './yardstick.ts';

interface AuditCase {
  readonly query: string;
  readonly expected: {
    readonly data?: unknown;
    /** Whether errors are expected; whether there are any is not looked at where it is left out. */
    readonly errors?: boolean;
  };
}

/** Every case of the public federation audit, from a checkout of it with its dependencies, through a gateway's HTTP. */
export async function runFederationAudit(auditDir: string): Promise<Yardstick> {
  const port = await findFreePorts(2);
  const origin = `http://127.0.0.1:${port}`;
  const subgraphs = startProgram('scripts/yardsticks/auditSubgraphs.ts', {
    settings: { AUDIT_DIR: auditDir, PORT: `${port}` },
  });
  let gateway: AuditGateway | null = null;
  try {
    await waitUntilListening(subgraphs);
    const suites = await readJson<readonly string[]>(`${origin}/ids`);
    gateway = await createAuditGateway(port + 1, await addressesOf(origin, suites));
    const failures: string[] = [];
    let cases = 0;
    for (const suite of suites) {
      const asked = await readJson<readonly AuditCase[]>(`${origin}/${suite}/tests`);
      cases += asked.length;
      failures.push(...(await runSuite(gateway, origin, suite, asked)));
    }
    const processes = gateway.starts() === 1 ? 'one process' : `${gateway.starts()} processes`;
    const name = `gateway, federation audit, ${suites.length} suites, ${processes}`;
    return { name, cases, failures };
  } finally {
    await gateway?.stop();
    await subgraphs.stop();
  }
}

/** Where the gateway finds each subgraph that any suite names: always that of the suite that is asked now. */
async function addressesOf(origin: string, suites: readonly string[]): Promise<Record<string, string>> {
  const addresses: Record<string, string> = {};
  for (const suite of suites) {
    const subgraphs = await readJson<readonly { readonly name: string }[]>(`${origin}/${suite}/subgraphs`);
    for (const { name } of subgraphs) addresses[`${upperSnakeCase(name)}_URL`] = `${origin}/now/${name}`;
  }
  return addresses;
}

async function runSuite(
  gateway: AuditGateway,
  origin: string,
  suite: string,
  cases: readonly AuditCase[],
): Promise<readonly string[]> {
  await fetch(`${origin}/now/${suite}`, { method: 'PUT' });
  const supergraph = await (await fetch(`${origin}/${suite}/supergraph`)).text();
  try {
    await gateway.serve(supergraph);
  } catch (error) {
    return cases.map((_, index) => `${suite} ${index + 1}: ${(error as Error).message}`);
  }
  const failures: string[] = [];
  for (const [index, one] of cases.entries()) {
    const difference = await runCase(gateway.url, one);
    if (difference !== null) failures.push(`${suite} ${index + 1}: ${difference}\n${one.query.trim()}`);
  }
  return failures;
}

/** What differs from what the case expects; null when nothing does. */
async function runCase(url: string, { query, expected }: AuditCase): Promise<string | null> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { accept: 'application/json', 'content-type': 'application/json' },
    body: JSON.stringify({ query }),
    signal: AbortSignal.timeout(10_000),
  });
  const text = await response.text();
  return differenceOf(expected, JSON.parse(text) as AuditAnswer);
}

interface AuditAnswer {
  readonly data?: unknown;
  readonly errors?: readonly unknown[];
}

/** As the audit compares: no data are null, and errors are looked at only where the case tells of them. */
export function differenceOf(expected: AuditCase['expected'], { data, errors }: AuditAnswer): string | null {
  const hasErrors = (errors?.length ?? 0) > 0;
  const isSame = isDeepStrictEqual(data ?? null, expected.data ?? null);
  if (isSame && (expected.errors ?? hasErrors) === hasErrors) return null;
  return [
    `expected ${JSON.stringify(expected)}`,
    `answered ${JSON.stringify({ data, ...(errors && { errors }) })}`,
  ].join('\n');
}

async function readJson<T>(url: string): Promise<T> {
  const response = await fetch(url, { headers: { accept: 'application/json' } });
  if (!response.ok) throw new Error(`${url} answers with ${response.status}: ${await response.text()}`);
  return (await response.json()) as T;
}
