import { createSettingsReader, fault, type SettingsReader } from '../../schema/errors/index.ts';
import { type OperationLimits, readLimits } from './operationLimits.ts';

/** Who may ask what there is. */
export type Audience = 'everybody' | 'analysts' | 'nobody';

/** What is answered, and to whom. */
export interface OperationSettings {
  readonly limits: OperationLimits;
  /** COST_LIMIT: what one operation may cost; the largest report that a client may want costs some 360,000. */
  readonly costLimit: number;
  /** COST_MODE: whether what costs more is refused, or only told. */
  readonly costMode: 'measure' | 'enforce';
  /** PLAN_TIMEOUT_MS: how long whoever asks waits for a plan. */
  readonly planTimeoutMs: number;
  /** INTROSPECTION: who is told what can be asked; analysts with NODE_ENV=production, everybody elsewhere. */
  readonly introspection: Audience;
  /** OPERATIONS_FILE: the manifest of operations that are kept; null where left out. */
  readonly operationsFile: string | null;
  /** OPERATIONS_ONLY: whether only these are answered, but to analysts and administrators. */
  readonly operationsOnly: boolean;
}

export function readOperationSettings(settings: SettingsReader): OperationSettings {
  const isProduction = settings.text('NODE_ENV', '') === 'production';
  const operationsFile = settings.text('OPERATIONS_FILE', '') || null;
  const only = settings.oneOf('OPERATIONS_ONLY', 'false', ['true', 'false']) === 'true';
  if (only && operationsFile === null) {
    const expected = 'false, or OPERATIONS_FILE set to a manifest of what may be asked';
    settings.refuse(fault('SETTING_INVALID', { variable: 'OPERATIONS_ONLY', value: 'true', expected }));
  }
  return {
    limits: readLimits(settings),
    costLimit: settings.integer('COST_LIMIT', 1_000_000, 1, 999_999_999),
    costMode: settings.oneOf('COST_MODE', 'measure', ['measure', 'enforce']),
    planTimeoutMs: settings.integer('PLAN_TIMEOUT_MS', 5000, 1, 600_000),
    introspection: settings.oneOf('INTROSPECTION', isProduction ? 'analysts' : 'everybody', [
      'everybody',
      'analysts',
      'nobody',
    ]),
    operationsFile,
    operationsOnly: only,
  };
}

/** As where nothing is set. */
export const DEFAULT_OPERATION_SETTINGS: OperationSettings = readOperationSettings(createSettingsReader({}));
