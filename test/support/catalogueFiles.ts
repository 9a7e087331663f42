import { createHash } from 'node:crypto';

import type { Principal } from '../../schema/values/index.ts';
import { dataOf } from './answers.ts';
import { ADMINISTRATOR } from './people.ts';
import type { RunningAgency } from './testAgency.ts';

/** What a file for the catalogue comes to. */
export interface CatalogueUpdate {
  readonly added: readonly string[];
  readonly changed: readonly string[];
  readonly unchanged: readonly string[];
  readonly at: string | null;
  readonly faults: readonly {
    readonly row: number | null;
    readonly column: string | null;
    readonly code: string;
    readonly message: string;
  }[];
}

const UPDATE = `mutation ($kind: CatalogueKind!, $file: FileInput!, $dryRun: Boolean! = false, $key: ID!) {
  made: updateInventedCatalogue(kind: $kind, file: $file, dryRun: $dryRun, key: $key) {
    added changed unchanged at faults { file row column code message }
  }
}`;

/** The variables of a file of some lines, the header first. */
export function catalogueFile(
  kind: string,
  lines: readonly string[],
  change: Readonly<Record<string, unknown>> = {},
): Record<string, unknown> {
  const content = Buffer.from(`${lines.join('\n')}\n`).toString('base64');
  const name = `${kind.toLowerCase()}.csv`;
  return {
    kind,
    file: { name, content },
    key: `${kind} ${createHash('sha256').update(content).digest('hex')}`,
    ...change,
  };
}

/** Asks the invented agency to put files into its catalogue, in the name of its administrator. */
export function createUpdating(running: RunningAgency) {
  const answer = (
    kind: string,
    lines: readonly string[],
    change: Readonly<Record<string, unknown>> = {},
    by: Principal | null = ADMINISTRATOR,
  ) => running.ask(UPDATE, catalogueFile(kind, lines, change), by);
  return {
    answer,
    /** @throws AggregateError where it is refused for another reason than its rows. */
    update: async (...args: Parameters<typeof answer>): Promise<CatalogueUpdate> =>
      (dataOf(await answer(...args)) as { made: CatalogueUpdate }).made,
    /** What is wrong with it, as `row column CODE`. */
    faults: async (...args: Parameters<typeof answer>): Promise<readonly string[]> => {
      const { made } = dataOf(await answer(...args)) as { made: CatalogueUpdate };
      return made.faults.map(({ row, column, code }) => `${row ?? '-'} ${column ?? '-'} ${code}`);
    },
  };
}

/** The header of a file of indicators, and an indicator of the invented group `charity`. */
export const INDICATORS_HEADER =
  'kind,code,in,label_vi,label_en,definition_vi,definition_en,units,basis,dimensions,retired,superseded_by';

/** A row of {@link INDICATORS_HEADER}. */
export function indicatorRow(code: string, change: Partial<Record<string, string>> = {}): string {
  const cells: Record<string, string | undefined> = {
    kind: 'indicator',
    code,
    in: 'charity',
    label_vi: `Nhà ${code}`,
    label_en: `House ${code}`,
    definition_vi: 'Số nhà.',
    definition_en: 'Houses.',
    units: 'gift',
    basis: 'FLOW',
    ...change,
  };
  return INDICATORS_HEADER.split(',')
    .map((column) => cells[column] ?? '')
    .join(',');
}
