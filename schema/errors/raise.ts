import { catalogue } from './catalogue.ts';
import {
  CataloguedError,
  type Fault,
  type FaultCode,
  type FaultDefinition,
  type FaultDetails,
} from './fault.ts';

/** Makes a fault of the catalogue; its message is built from the details. */
export function fault<Code extends FaultCode>(code: Code, details: FaultDetails<Code>): Fault {
  const definition = catalogue[code] as FaultDefinition<FaultDetails<Code>>;
  return { code, message: definition.message(details), details: details as Record<string, unknown> };
}

/** The same as an error to throw. */
export function catalogued<Code extends FaultCode>(
  code: Code,
  details: FaultDetails<Code>,
  options?: ErrorOptions,
): CataloguedError {
  return new CataloguedError(fault(code, details), options);
}

/** Whether a text is a code of the catalogue. */
export function isFaultCode(text: unknown): text is FaultCode {
  return typeof text === 'string' && Object.hasOwn(catalogue, text);
}
