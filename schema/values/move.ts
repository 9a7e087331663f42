/**
 * What can happen to an agency's figures: a draft is saved, submitted, returned with reasons, approved, published;
 * what was published is withdrawn.
 */
export const MOVE_KINDS = ['SAVE', 'SUBMIT', 'RETURN', 'APPROVE', 'PUBLISH', 'WITHDRAW'] as const;

/** One of {@link MOVE_KINDS}. */
export type MoveKind = (typeof MOVE_KINDS)[number];

/**
 * What a chain can hold: moves of figures, changes of the agency's catalogue, and in the office's chain of issued reports
 * that one was issued.
 */
export type EntryKind = MoveKind | 'CATALOGUE' | 'ISSUE';
