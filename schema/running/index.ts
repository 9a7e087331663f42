// How every process of the house runs: it stops in peace, and can be seen from outside.
export { readRunningSettings, type RunningSettings } from './runningSettings.ts';
export { drain, stopOnSignals, type StopSettings } from './stopping.ts';
export { addCount, addLevel, addSeconds, createFigures, type Figures } from './figures.ts';
export { tellRefusal } from './tellRefusal.ts';
export { NO_TRACING, startTracing, type Span, type Tracing } from './tracing.ts';
