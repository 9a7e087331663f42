import type { Period, ReleaseLine } from '../../../schema/values/index.ts';

/** The agency of all runs. */
export const agency = 'inspection';

/** The lines of all runs. */
export const LINES: readonly ReleaseLine[] = (
  [
    ['ha-tinh-khoi', '2024-Q1'],
    ['ha-tinh-khoi', '2024-Q2'],
    ['ha-tinh', '2024-Q1'],
  ] as const
).map(([organisation, period]) => ({ agency, organisation, period: period as Period }));
