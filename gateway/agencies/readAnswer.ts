import { isJsonObject, type AgencyError } from '../execution/index.ts';
import { isRefusal } from './agencyFaults.ts';

/** An agency's answer that can be used. */
export interface UsableAnswer {
  readonly data: Record<string, unknown> | null | undefined;
  readonly errors?: readonly AgencyError[];
}

/** An agency's usable answer, or why it is none (for our log, never for clients). */
export type ReadAnswer = UsableAnswer | { readonly broken: string };

/**
 * Reads what an agency has sent. Usable is a GraphQL answer with data, or one without data whose errors are all
 * catalogued: that is the agency's refusal of a question, not its failure.
 */
export function readAnswer(status: number, body: string): ReadAnswer {
  if (status >= 500) return { broken: `status ${status}` };
  const answer = parseJson(body);
  if (!isJsonObject(answer)) return { broken: `status ${status}, not a JSON object` };
  const { data, errors = [] } = answer;
  if (!isErrorList(errors)) return { broken: 'errors are not a list of errors' };
  if (isJsonObject(data)) return errors.length > 0 ? { data, errors } : { data };
  if (data !== null && data !== undefined) return { broken: 'data are not an object' };
  // No client can mend that gateway and agency have different keys or clocks: it is told in our log.
  const unsigned = errors.find(({ extensions }) => extensions?.code === 'REQUEST_NOT_SIGNED');
  if (unsigned) return { broken: unsigned.message };
  if (isRefusal(errors)) return { data, errors };
  return {
    broken:
      errors.length > 0 ? `errors without data: ${errors[0]?.message ?? ''}` : 'neither data nor errors',
  };
}

function parseJson(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}

function isErrorList(errors: unknown): errors is readonly AgencyError[] {
  return (
    Array.isArray(errors) && errors.every((error) => isJsonObject(error) && typeof error.message === 'string')
  );
}
