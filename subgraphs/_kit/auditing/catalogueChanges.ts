import { groupBy } from '../../../schema/values/index.ts';
import { shortened } from '../../../schema/errors/index.ts';

/** How many codes of a list are told. */
const MOST_TOLD = 20;

/** What may be left of an entry that was put: anything. */
interface PossiblePut {
  readonly kind: string;
  readonly key: string;
  readonly entry?: { readonly retired?: unknown } | null;
}

/**
 * What a change of the catalogue has put, one text for each list and what was done, in the order of the file: "indicator
 * new: tea, tea-area", "code changed: form=warning and 7 more", "rule retired: …". Of what was tampered with, what is left.
 */
export function catalogueChanges(put: unknown, added: unknown): readonly string[] {
  if (!Array.isArray(put)) return [];
  const isNew = new Set(Array.isArray(added) ? (added as unknown[]) : []);
  const changes = groupBy((put as unknown[]).filter(isPut), ({ kind, key, entry }) => {
    const isRetired = Boolean(entry?.retired);
    return `${kind} ${isRetired ? 'retired' : isNew.has(key) ? 'new' : 'changed'}`;
  });
  return [...changes].map(([what, entries]) => {
    const told = entries.slice(0, MOST_TOLD).map(({ key }) => shortened(key));
    const others = entries.length - told.length;
    return `${what}: ${told.join(', ')}${others > 0 ? ` and ${others} more` : ''}`;
  });
}

function isPut(one: unknown): one is PossiblePut {
  const put = one as Partial<PossiblePut> | null | undefined;
  return typeof put?.kind === 'string' && typeof put.key === 'string';
}
