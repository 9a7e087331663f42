/** What a published suite says of one of our servers. */
export interface Yardstick {
  /** What was measured with which suite. */
  readonly name: string;
  /** Number of cases, all of them. */
  readonly cases: number;
  /** Those that are not ok, each with its cause. */
  readonly failures: readonly string[];
}

/** `gateway, graphql-http audits: 60 of 61 ok`, and every case that is not. */
export function formatYardstick({ name, cases, failures }: Yardstick): string {
  return [
    `${name}: ${cases - failures.length} of ${cases} ok`,
    ...failures.map((failure) => failure.replaceAll(/^/gm, '  ')),
  ].join('\n');
}
