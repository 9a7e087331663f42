/**
 * The agencies' short names, each the same as folder, subgraph name, SDL file and variable prefix.
 * Their order gives the default ports: the gateway's port plus 1, 2, 3…
 */
export const AGENCY_CODES = [
  'office',
  'party-building',
  'inspection',
  'mass-organisations',
  'socio-economic',
] as const;

/** Port of the gateway where none is set. */
export const DEFAULT_GATEWAY_PORT = 4000;

/** Port of an agency where none is set: the gateway's plus its place in {@link AGENCY_CODES}. */
export function defaultAgencyPort(code: string, gatewayPort: number): number {
  const place = AGENCY_CODES.findIndex((known) => known === code) + 1;
  return gatewayPort + (place || AGENCY_CODES.length + 1);
}

/** `party-building` → `partyBuilding`: the agency's name in GraphQL. */
export function camelCase(code: string): string {
  return code.replaceAll(/-(.)/g, (_, letter: string) => letter.toUpperCase());
}

/** `party-building` → `PartyBuilding`: the agency's name in the names of types and mutations. */
export function pascalCase(code: string): string {
  return camelCase(`-${code}`);
}

/** `party-building` → `PARTY_BUILDING`: the agency's prefix in the environment. */
export function upperSnakeCase(code: string): string {
  return code.replaceAll('-', '_').toUpperCase();
}
