import { randomBytes } from 'node:crypto';

import type { Observation } from '../../../schema/values/index.ts';
import { hashObservations } from './hashObservations.ts';

/** What tells the figures of a release apart without telling them. */
export interface FiguresSeal {
  readonly hash: string;
  /** 64 hex digits, which nobody is shown: only where some figure is not public. */
  readonly salt?: string;
}

/** Seals the figures of a release. Of public figures alone the seal is always the same, else never. */
export function sealFigures(observations: readonly Observation[]): FiguresSeal {
  const isPublic = observations.every(({ confidentiality }) => confidentiality === null);
  if (isPublic) return { hash: hashObservations(observations) };
  const salt = randomBytes(32).toString('hex');
  return { hash: hashObservations(observations, salt), salt };
}

/** Whether figures are those of which a seal was made. */
export function isSealOf({ hash, salt }: FiguresSeal, observations: readonly Observation[]): boolean {
  return hashObservations(observations, salt ?? null) === hash;
}
