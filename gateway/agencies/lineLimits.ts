/** How much an agency is asked at once, and when it is left alone. */
export interface LineLimits {
  /** Connections at most; further questions wait for one. */
  readonly connections: number;
  /** Questions that may wait for a connection; further ones are refused with AGENCY_BUSY. */
  readonly waiting: number;
  /** After so many failures without a success between them the agency is not asked for a while. */
  readonly breakerFailures: number;
  /** So long; then one question tries whether it answers again. */
  readonly breakerSeconds: number;
}

/** What holds where nothing is set. */
export const DEFAULT_LINE_LIMITS: LineLimits = {
  connections: 64,
  waiting: 256,
  breakerFailures: 5,
  breakerSeconds: 5,
};
