export type { AgencyAnswer, AgencyError, AgencyRequest, ErrorWords, Send } from './agencyRequest.ts';
export { coerceVariables } from './coerceVariables.ts';
export { type CompiledOperation, type RunOptions, compileOperation } from './compileOperation.ts';
export { isJsonObject, type JsonObject } from './json.ts';
export { printData } from './keptText.ts';
export { operationForPlanner } from './operationForPlanner.ts';
