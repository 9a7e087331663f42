import type { SettingsReader } from '../errors/index.ts';

/** The settings that every process of the house has alike. */
export interface RunningSettings {
  /** DRAIN_SECONDS: how long requests in flight may take once the process stops, 30 where left out. */
  readonly drainMs: number;
  /** OTEL_EXPORTER_OTLP_ENDPOINT: the collector of traces; null where left out: then nothing is traced. */
  readonly tracesEndpoint: string | null;
}

/** Reads them; faults are kept in the reader. */
export function readRunningSettings(settings: SettingsReader): RunningSettings {
  const collector = 'OTEL_EXPORTER_OTLP_ENDPOINT';
  return {
    drainMs: 1000 * settings.integer('DRAIN_SECONDS', 30, 0, 3600),
    tracesEndpoint: settings.text(collector, '') === '' ? null : settings.url(collector, ''),
  };
}
