/** One way to serve the report, as a process of its own. */
export interface Contestant {
  /** What it is called in tables. */
  readonly name: string;
  /** The program, from the repository's folder. */
  readonly file: string;
  readonly settings: Readonly<Record<string, string>>;
  /** Whether all requests ask for the same moment: only then is there an answer to be found in a cache. */
  readonly asksTheSame: boolean;
  /** Whether it serves GraphQL, so that a new query costs something. */
  readonly plans: boolean;
}

/** What the others are measured against. */
export const BFF = 'hand-written BFF';

/** What is served without peers: the hand-written merge and our gateway. */
export const OWN: readonly Contestant[] = [
  { name: BFF, file: 'scripts/bench/bff.ts', settings: {}, asksTheSame: false, plans: false },
  ours('we, uncached', { CACHE_SECTIONS_MB: '0', CACHE_ANSWERS_MB: '0' }),
];

/** Our gateway with its caches: of sections all but the last one can be kept (the stub agencies see to that). */
export const CACHED: readonly Contestant[] = [
  ours('we, all but one section cached', { CACHE_SECTIONS_MB: '64', CACHE_ANSWERS_MB: '0' }),
  { ...ours('we, cached answers', { CACHE_SECTIONS_MB: '64', CACHE_ANSWERS_MB: '64' }), asksTheSame: true },
];

/** What others would use; needs `scripts/bench/peers/node_modules`. */
export const PEERS: readonly Contestant[] = [
  peer('Apollo Gateway', 'apolloGateway.js', { APOLLO_TELEMETRY_DISABLED: 'true' }),
  peer('Hive runtime, JS planner', 'hiveGateway.js', { PLANNER: 'js' }),
  peer('Hive runtime, Rust planner', 'hiveGateway.js', { PLANNER: 'rust' }),
];

function ours(name: string, settings: Readonly<Record<string, string>>): Contestant {
  return { name, file: 'gateway/main.ts', settings, asksTheSame: false, plans: true };
}

function peer(name: string, file: string, settings: Readonly<Record<string, string>>): Contestant {
  const production = { NODE_ENV: 'production', ...settings };
  return { name, file: `scripts/bench/peers/${file}`, settings: production, asksTheSame: false, plans: true };
}
