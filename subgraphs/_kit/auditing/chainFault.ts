/** What is wrong with a chain of moves; `sequence` is the first place where it is, as far as there is one. */
export type ChainFault =
  /** The moves from `sequence` to `until` are not there. */
  | { readonly kind: 'REMOVED'; readonly sequence: number; readonly until: number }
  /** What is stored there is not what was hashed. */
  | { readonly kind: 'ALTERED'; readonly sequence: number }
  /** What is stored there was hashed as the move of another sequence. */
  | { readonly kind: 'REORDERED'; readonly sequence: number; readonly was: number }
  /** Several moves have the sequence. */
  | { readonly kind: 'DUPLICATED'; readonly sequence: number }
  /** It does not name the hash of the move before: one of the two was put in another's place. */
  | { readonly kind: 'UNLINKED'; readonly sequence: number }
  /** It is no number that moves have: whole, from 1. */
  | { readonly kind: 'NO_SEQUENCE'; readonly sequence: number }
  /** What is stored there cannot be read at all. */
  | { readonly kind: 'UNREADABLE'; readonly sequence: number }
  /** It is not the move whose hash was noted. */
  | { readonly kind: 'REPLACED'; readonly sequence: number }
  /** What lists and keys tell of the move is not what the move says. */
  | { readonly kind: 'LISTED_OTHERWISE'; readonly sequence: number }
  /** Lists tell of something, here in words, that no move has made. */
  | { readonly kind: 'NOT_LOGGED'; readonly what: string };

/** The fault as a sentence for people that names the entry. */
export function chainFaultText(fault: ChainFault): string {
  if (fault.kind === 'NOT_LOGGED') return `Lists tell of ${fault.what}, which no entry has made.`;
  const entry = `Entry ${fault.sequence}`;
  switch (fault.kind) {
    case 'REMOVED':
      return fault.until === fault.sequence
        ? `${entry} was removed.`
        : `Entries ${fault.sequence} to ${fault.until} were removed.`;
    case 'ALTERED':
      return `${entry} was altered: what it says is not what was hashed.`;
    case 'REORDERED':
      return `${entry} was reordered: it was written as entry ${fault.was}.`;
    case 'DUPLICATED':
      return `${entry} is there more than once.`;
    case 'UNLINKED':
      return `${entry} does not follow on entry ${fault.sequence - 1}: one of the two was replaced.`;
    case 'NO_SEQUENCE':
      return `${entry} was added: entries are numbered 1, 2, 3…`;
    case 'UNREADABLE':
      return `${entry} was altered: it cannot be read.`;
    case 'REPLACED':
      return `${entry} was replaced: its hash is not the one that was noted.`;
    case 'LISTED_OTHERWISE':
      return `${entry} was altered: lists tell something else than the entry itself.`;
  }
}
