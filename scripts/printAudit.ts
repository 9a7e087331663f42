import type { AuditEntry } from '../subgraphs/_kit/auditing/auditEntry.ts';
import { chainFaultText } from '../subgraphs/_kit/auditing/chainFault.ts';
import type { ChainVerdict } from '../subgraphs/_kit/auditing/verifyChain.ts';

/** How much of a hash is printed among other things. */
const SHORT_HASH = 12;

/** One line of the log; hashes are shortened, and what people said, or what changed in the catalogue, stands at the end, each text in quotation marks. */
export function auditEntryLine(agency: string, entry: AuditEntry): string {
  const { sequence, at, kind, subject, role, organisation, period, visibleFrom, requestId } = entry;
  const number = entry.number ?? entry.reportNumber;
  const release = number === null ? '' : ` number ${number}`;
  const embargo = visibleFrom === null || visibleFrom === at ? '' : ` (seen from ${visibleFrom})`;
  return [
    agency,
    String(sequence).padStart(6),
    at,
    kind.padEnd('CATALOGUE'.length),
    `${subject ?? '?'} (${role ?? '?'})`,
    organisation === null ? '-' : `${organisation} ${period ?? '-'}${release}${embargo}`,
    `${entry.previousHash.slice(0, SHORT_HASH)} -> ${entry.hash.slice(0, SHORT_HASH)}`,
    `request ${requestId ?? '-'}`,
    // As JSON: no text can end its quotation marks and go on as if it were another column.
    ...[...entry.words, ...entry.changes].map((text) => JSON.stringify(text)),
  ]
    .map(printable)
    .join('  ');
}

/** Whether a log is sound, and what to note of it. */
export function verdictText(agency: string, { entries, head, fault }: ChainVerdict): string {
  const noted = head ? `${head.sequence}:${head.hash}` : 'none';
  if (fault) {
    return printable(`${agency}: NOT SOUND. ${chainFaultText(fault)} The last sound entry before: ${noted}.`);
  }
  const count = entries === 1 ? '1 entry' : `${entries} entries`;
  const hint = head ? ` Note ${noted}: given as --head it shows later that none of them was removed.` : '';
  return `${agency}: sound, ${count}.${hint}`;
}

/**
 * Names and words come from tokens, files and people: what would steer a terminal, break the line or turn its direction
 * is made visible.
 */
function printable(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, (control) => {
    const code = (control.codePointAt(0) ?? 0).toString(16);
    return code.length > 4 ? `\\u{${code}}` : `\\u${code.padStart(4, '0')}`;
  });
}
