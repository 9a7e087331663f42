import { fault, RefusedFile, type FileFault } from '../../../../schema/errors/index.ts';
import type { Instant, Rule } from '../../../../schema/values/index.ts';
import { FileReading } from '../../csv/FileReading.ts';
import type { TableRow } from '../../csv/readTable.ts';
import { canonicalJson } from '../../publishing/canonicalJson.ts';
import { misfitOf } from '../../rules/assertRulesFit.ts';
import type { CatalogueOutcome, PutEntry } from '../catalogueMove.ts';
import type { ReadEntry } from '../readEntry.ts';
import { withEntries, type CatalogueVersion } from '../replay.ts';
import type { CatalogueList } from './catalogueList.ts';
import type { Usage } from './usage.ts';

/** Rows of one file that shall come into a catalogue. */
export interface UpdateRows {
  readonly file: string;
  readonly rows: readonly TableRow[];
  readonly list: CatalogueList;
}

/** What the rows come to: what is put, and what that is to what was there. */
export interface UpdatePlan extends CatalogueOutcome {
  readonly put: readonly PutEntry[];
}

/** Into what rows are planned. */
export interface PlanBase {
  readonly version: CatalogueVersion;
  /** The moment at which they come into it. */
  readonly at: Instant;
  /** The rules of the agency's code. */
  readonly coded: readonly Rule[];
  /** What figures use; asked for only where the meaning of something would change. */
  readonly usage: () => Promise<Usage>;
}

/**
 * What rows would make of a catalogue. @throws RefusedFile with all that is wrong with them, in the order of the rows;
 * then nothing may be stored.
 */
export async function planUpdate({ file, rows, list }: UpdateRows, base: PlanBase): Promise<UpdatePlan> {
  const { version, at } = base;
  const reading = new FileReading(file);
  const entries = list.read(reading, rows, version).map((entry) => {
    const standing = list.standing(version, entry);
    return { entry, standing, isSame: standing !== undefined && isSame(standing, entry.entry) };
  });
  reading.finish();
  const changed = entries.filter(({ standing, isSame }) => standing && !isSame);
  const changes = changed.flatMap(({ entry, standing }) =>
    list
      .meaningChanges(standing ?? {}, entry, { version, at })
      .map((change) => ({ ...change, row: entry.row })),
  );
  const usage = changes.some(({ isUsed }) => isUsed) ? await base.usage() : null;
  for (const { row, column, fault: said, isUsed } of changes) {
    if (!isUsed || (usage && isUsed(usage))) reading.refuse(row, column, said);
  }
  reading.finish();
  const put = entries.filter(({ isSame }) => !isSame).map(({ entry }) => entry);
  const faults = misfits(file, put, base);
  if (faults.length > 0) throw new RefusedFile(faults);
  const keysOf = (some: typeof entries) => some.map(({ entry }) => entry.key);
  return {
    put: put.map(({ kind, key, entry }) => ({ kind, key, entry })),
    added: keysOf(entries.filter(({ standing }) => !standing)),
    changed: keysOf(changed),
    unchanged: keysOf(entries.filter(({ isSame }) => isSame)),
  };
}

function isSame(one: object, other: object): boolean {
  return canonicalJson(one) === canonicalJson(other);
}

/** Rules that the catalogue would not fit any more, or that would be declared twice. */
function misfits(
  file: string,
  put: readonly ReadEntry[],
  { version, coded }: PlanBase,
): readonly FileFault[] {
  const { catalogue, rules } = withEntries(version, put, coded);
  const rowOf = new Map(put.filter(({ kind }) => kind === 'rule').map(({ key, row }) => [key, row]));
  const faultOf = (rule: string, reason: string): FileFault => {
    const row = rowOf.get(rule);
    const said = fault('RULE_INVALID', { rule, reason });
    return row === undefined ? { file, fault: said } : { file, row, column: 'rule', fault: said };
  };
  const twice = coded.filter(({ code, kind }) => rowOf.has(code) && !MERGED.has(kind));
  return [
    ...twice.map(({ code }) => faultOf(code, 'the code of the agency declares it already')),
    ...rules.flatMap((rule) => {
      const reason = misfitOf(rule, (agency) => (agency === null ? catalogue : undefined));
      return reason === null ? [] : [faultOf(rule.code, reason)];
    }),
  ];
}

/** Rules about all figures: a file names further exceptions. */
const MERGED: ReadonlySet<Rule['kind']> = new Set(['NOT_BELOW_ZERO', 'GROWTH', 'ATTAINMENT', 'SHARE']);
