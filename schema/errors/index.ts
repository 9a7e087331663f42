// Every fault that a user can meet, and how faults reach people.
export { catalogue } from './catalogue.ts';
export { CataloguedError, type Fault, type FaultCode, type FaultDetails } from './fault.ts';
export { catalogued, fault, isFaultCode } from './raise.ts';
export { formatFileFault, RefusedFile, type FileFault } from './fileFault.ts';
export { faultExtensions, faultOf, maskedFault, type FaultExtensions } from './publicError.ts';
export { httpRefusal, httpRefusalOf, internalRefusal, type HttpRefusal } from './httpRefusal.ts';
export {
  createSettingsReader,
  EXIT_CONFIGURATION,
  LOG_LEVELS,
  RefusedSettings,
  type Environment,
  type LogLevel,
  type SettingsReader,
} from './settings.ts';
export { shortened } from './shortened.ts';
export { nearest } from './nearest.ts';
export { assertKnown } from './assertKnown.ts';
