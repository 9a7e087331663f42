import { OFFICE, sectionsOf, type Size } from './shape.ts';

/** What the processes of one bench are told: how large the report is, and from which port on its agencies listen. */
export interface StubSettings extends Size {
  readonly firstPort: number;
}

type Variables = Readonly<Record<string, string | undefined>>;

export function writeStubSettings({ firstPort, agencies, figures }: StubSettings): Record<string, string> {
  return { BENCH_FIRST_PORT: `${firstPort}`, BENCH_AGENCIES: `${agencies}`, BENCH_FIGURES: `${figures}` };
}

/** Reads what {@link writeStubSettings} has written. */
export function readStubSettings(variables: Variables): StubSettings {
  const { BENCH_FIRST_PORT, BENCH_AGENCIES, BENCH_FIGURES } = variables;
  return {
    firstPort: Number(BENCH_FIRST_PORT),
    agencies: Number(BENCH_AGENCIES),
    figures: Number(BENCH_FIGURES),
  };
}

/** Subgraph → its address. */
export function stubUrls({ firstPort, ...size }: StubSettings): ReadonlyMap<string, string> {
  const names = [OFFICE, ...sectionsOf(size).map(({ agency }) => agency)];
  return new Map(names.map((name, index) => [name, `http://127.0.0.1:${firstPort + index}/graphql`]));
}
