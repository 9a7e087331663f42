import { describe, expect, it } from 'vitest';

import {
  AGENCY_CODES,
  camelCase,
  pascalCase,
  DEFAULT_GATEWAY_PORT,
  defaultAgencyPort,
  upperSnakeCase,
} from '../../../schema/values/index.ts';

describe('given the five agencies', () => {
  it('when they are listed, then they stand in the order of their ports', () => {
    const codes = [...AGENCY_CODES];

    expect(codes).toEqual(['office', 'party-building', 'inspection', 'mass-organisations', 'socio-economic']);
  });

  it.each([
    ['office', 4001],
    ['party-building', 4002],
    ['inspection', 4003],
    ['mass-organisations', 4004],
    ['socio-economic', 4005],
    ['an-agency-of-the-future', 4006],
  ])('when %s asks for its port beside the default gateway, then it is %i', (code, expected) => {
    const port = defaultAgencyPort(code, DEFAULT_GATEWAY_PORT);

    expect(port).toBe(expected);
  });

  it.each([
    ['office', 'office', 'Office', 'OFFICE'],
    ['party-building', 'partyBuilding', 'PartyBuilding', 'PARTY_BUILDING'],
    ['mass-organisations', 'massOrganisations', 'MassOrganisations', 'MASS_ORGANISATIONS'],
    ['a-b-c', 'aBC', 'ABC', 'A_B_C'],
  ])(
    'when %s is named, then it is %s or %s in GraphQL and %s in the environment',
    (code, camel, pascal, snake) => {
      const names = [camelCase(code), pascalCase(code), upperSnakeCase(code)];

      expect(names).toEqual([camel, pascal, snake]);
    },
  );
});
