import { memoryOf } from '../bench/measuring/processUse.ts';
import type { ChaosHouse } from './house.ts';
import type { MemorySample } from './memory.ts';

/** The numbers at `/metrics` of the gateway, by name and labels as they are printed. */
export async function readMetrics(origin: string): Promise<ReadonlyMap<string, number>> {
  const text = await (await fetch(`${origin}/metrics`)).text();
  const lines = text.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  return new Map(
    lines.map((line) => {
      const end = line.lastIndexOf(' ');
      return [line.slice(0, end), Number(line.slice(end + 1))];
    }),
  );
}

/** What the gateway holds now. */
export async function sampleMemory({ gateway, origin }: ChaosHouse): Promise<MemorySample> {
  const heap = (await readMetrics(origin)).get('nodejs_heap_size_used_bytes') ?? Number.NaN;
  return { rss: memoryOf(gateway.pid, 'now'), heap: heap / 2 ** 20 };
}

/** How often the gateway has given up each agency: its log tells each time once. */
export function countBreaks({ gateway }: ChaosHouse): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const [, agency = ''] of gateway
    .stdout()
    .matchAll(/"agency":"([^"]+)"[^\n]*"agency given up for a while"/g)) {
    counts[agency] = (counts[agency] ?? 0) + 1;
  }
  return counts;
}

/** The supergraph that serves: SHA-256 of its text. */
export async function servedHash(origin: string): Promise<string> {
  const { supergraph } = (await (await fetch(`${origin}/health/ready`)).json()) as {
    readonly supergraph: { readonly hash: string };
  };
  return supergraph.hash;
}
