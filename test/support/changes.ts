import type { Observation, Release } from '../../schema/values/index.ts';
import { dataOf } from './answers.ts';
import { givenObservation, givenRelease, type Plain } from './given.ts';
import { report, SECTIONS, type Entities } from './reports.ts';
import { april } from './stores.ts';
import { givenAgency } from './testAgency.ts';

const FIELDS = `state organisation indicator { code } breakdown { code } unit { code }
  current { value time } base { value time }
  comparison { against baseTime reported { value } computed { value base { value release { period } } } reason }`;

interface Figure {
  readonly value: string | null;
  readonly time: string;
}

/** One change as {@link changesOf} answers it. */
export interface Change {
  readonly state: string;
  readonly organisation: string;
  readonly indicator: { readonly code: string };
  readonly breakdown: readonly { readonly code: string }[];
  readonly current: Figure | null;
  readonly base: Figure | null;
  readonly comparison: {
    readonly reported: { readonly value: string } | null;
    readonly computed: { readonly value: string; readonly base: { readonly value: string } } | null;
    readonly reason: string | null;
  } | null;
}

/** The changes of the section of 2024-Q1, of an agency with some releases. */
export async function changesOf(
  releases: readonly Release[],
  argumentsText = 'against: "2023-Q1"',
  key: Record<string, unknown> = {},
): Promise<readonly Change[]> {
  const { ask } = await givenAgency(releases);
  const answer = await ask(SECTIONS(`changes(${argumentsText}) { ${FIELDS} }`), { reports: [report(key)] });
  return (dataOf(answer) as Entities<{ changes: Change[] }>)._entities[0]!.invented.changes;
}

/** `STATE part: time value ← time value, computed or reason`. */
export function changeText({ state, breakdown, current, base, comparison }: Change): string {
  const [now, then] = [current, base].map((one) => (one ? `${one.time} ${one.value ?? '-'}` : '-'));
  const computed = comparison ? (comparison.computed?.value ?? comparison.reason) : '-';
  return `${[state, ...breakdown.map(({ code }) => code)].join(' ')}: ${now} ← ${then}, ${computed}`;
}

/** Members disciplined at a time. */
export const figure = (time: string, value: string | null, change: Plain<Observation> = {}): Observation =>
  givenObservation({ time, value, ...change });

/** The release of 2024-Q1. */
export const now = (...observations: readonly Observation[]) =>
  givenRelease({ period: '2024-Q1', publishedAt: april(2), observations });
/** The release of a year earlier. */
export const before = (...observations: readonly Observation[]) =>
  givenRelease({ period: '2023-Q1', publishedAt: april(1), observations });

export const warned = { breakdown: { form: 'warning' } };
