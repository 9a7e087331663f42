import { fault, faultExtensions, isFaultCode, type Fault } from '../../schema/errors/index.ts';
import { isJsonObject, type AgencyError, type ErrorWords } from '../execution/index.ts';

/** What a client reads of a fault of an agency: message, code, details, and which agency. */
export function faultWords(agency: string, said: Fault): ErrorWords {
  return { message: said.message, extensions: { ...faultExtensions(said), agency } };
}

/** The words for an answer that cannot be used. */
export function brokenWords(agency: string): ErrorWords {
  return faultWords(agency, fault('AGENCY_BROKEN', { agency }));
}

/**
 * The words for an error that an agency gives beside its data: catalogued errors pass as they are, anything else
 * (which may name what is nobody's business) becomes AGENCY_BROKEN.
 */
export function agencyWords(agency: string, { message, extensions }: AgencyError): ErrorWords {
  const code = extensions?.code;
  if (!isFaultCode(code)) return brokenWords(agency);
  const details = extensions?.details;
  return { message, extensions: { code, ...(isJsonObject(details) && { details }), agency } };
}

/** Whether an agency has worded all its errors from the catalogue: then an answer without data is a refusal. */
export function isRefusal(errors: readonly AgencyError[]): boolean {
  return errors.length > 0 && errors.every(({ extensions }) => isFaultCode(extensions?.code));
}
