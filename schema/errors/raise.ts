import { catalogue } from './catalogue.ts';
import {
  CataloguedError,
  type Fault,
  type FaultCode,
  type FaultDefinition,
  type FaultDetails,
} from './fault.ts';
import { shortened } from './shortened.ts';

/**
 * Makes a fault of the catalogue; its message is built from the details, of which what somebody else has said is
 * shortened: an error is not to be as long as what it refuses.
 */
export function fault<Code extends FaultCode>(code: Code, details: FaultDetails<Code>): Fault {
  const definition = catalogue[code] as FaultDefinition<FaultDetails<Code>>;
  const told = Object.fromEntries(
    Object.entries(details).map(([name, detail]: [string, unknown]) => [
      name,
      typeof detail === 'string' && !OUR_WORDS.has(name) ? shortened(detail) : detail,
    ]),
  );
  return { code, message: definition.message(told), details: told };
}

/** Details that are sentences of ours. */
const OUR_WORDS = new Set(['reason', 'remedy', 'expected', 'purpose']);

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
