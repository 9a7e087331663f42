import type { AuditEntry } from '../subgraphs/_kit/auditing/auditEntry.ts';
import { chainFaultText } from '../subgraphs/_kit/auditing/chainFault.ts';
import type { ChainVerdict } from '../subgraphs/_kit/auditing/verifyChain.ts';

/** How much of a hash is printed among other things. */
const SHORT_HASH = 12;

/** One line of the log; hashes are shortened. */
export function auditEntryLine(agency: string, entry: AuditEntry): string {
  const { sequence, at, kind, subject, role, organisation, period, visibleFrom, requestId } = entry;
  const number = entry.number ?? entry.reportNumber;
  const release = number === null ? '' : ` number ${number}`;
  const embargo = visibleFrom === null || visibleFrom === at ? '' : ` (seen from ${visibleFrom})`;
  return [
    agency,
    String(sequence).padStart(6),
    at,
    kind.padEnd('WITHDRAW'.length),
    `${subject ?? '?'} (${role ?? '?'})`,
    `${organisation} ${period}${release}${embargo}`,
    `${entry.previousHash.slice(0, SHORT_HASH)} -> ${entry.hash.slice(0, SHORT_HASH)}`,
    `request ${requestId ?? '-'}`,
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

/** Names come from tokens and files: what would steer a terminal is made visible. */
function printable(text: string): string {
  return text.replace(/\p{Cc}/gu, (control) => `\\u${control.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
