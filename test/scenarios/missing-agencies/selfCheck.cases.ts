import type { SectionAgency } from './faultyHouse.ts';

/** What the report says of itself, without any section: these are fetched only because office requires them. */
export const SELF_CHECK = /* GraphQL */ `
  query ($asOf: DateTime) {
    report(organisation: "ha-tinh-khoi", period: "2020", asOf: $asOf) {
      ...SelfCheck
    }
  }
  ${selfCheckFragment()}
`;

/** The same beside sections: one as it is called, one under another name, one under two. */
export const SELF_CHECK_BESIDE_SECTIONS = /* GraphQL */ `
  query ($asOf: DateTime) {
    report(organisation: "ha-tinh-khoi", period: "2020", asOf: $asOf) {
      inspection {
        submissions {
          organisation
        }
      }
      dang: partyBuilding {
        submissions {
          organisation
        }
      }
      m1: massOrganisations {
        submissions {
          organisation
        }
      }
      m2: massOrganisations {
        observations {
          value
        }
      }
      ...SelfCheck
    }
  }
  ${selfCheckFragment()}
`;

function selfCheckFragment(): string {
  return /* GraphQL */ `
    fragment SelfCheck on Report {
      reconciliation {
        code
        verdict
        reason
        unreached
      }
      completeness {
        expected
        received
        sections {
          agency
          organisation
          status
          figures
        }
      }
    }
  `;
}

/** A rule between agencies, on the report of the bloc for 2020. */
interface ReconciliationCase {
  readonly code: string;
  /** Whose figure it is about, and whose it needs beside it. */
  readonly agencies: readonly [SectionAgency, SectionAgency];
  /** Whether the documents print the figure that it is about. */
  readonly speaks: boolean;
}

const between = (
  code: string,
  [subject, other]: readonly [SectionAgency, SectionAgency],
  speaks: boolean,
): ReconciliationCase => ({ code, agencies: [subject, other], speaks });

const INSPECTION = ['inspection', 'party-building'] as const;

/** In the order of office's rules. Where all agencies answer, all that speak hold. */
export const RULES_OF_2020: readonly ReconciliationCase[] = [
  between(
    'part-of-whole:inspection/programme-units/sum level:party-building/grassroots-organisations',
    INSPECTION,
    false,
  ),
  between(
    'part-of-whole:inspection/commissions-elected/sum size:party-building/grassroots-organisations',
    INSPECTION,
    true,
  ),
  between('part-of-whole:inspection/commission-members-elected:party-building/members', INSPECTION, true),
  between('part-of-whole:inspection/members-disciplined/sum form:party-building/members', INSPECTION, true),
  between('part-of-whole:inspection/members-inspected/sum level:party-building/members', INSPECTION, true),
  between('part-of-whole:inspection/members-supervised/sum level:party-building/members', INSPECTION, true),
  between('part-of-whole:inspection/members-asset-controlled:party-building/members', INSPECTION, false),
  between(
    'part-of-whole:socio-economic/sponsor-units:party-building/grassroots-organisations',
    ['socio-economic', 'party-building'],
    true,
  ),
  between(
    'part-of-whole:mass-organisations/union-congress-works/organisation-type:party-building/congress-works',
    ['mass-organisations', 'party-building'],
    true,
  ),
  between(
    'same-fact:inspection/programme-units/sum level:party-building/grassroots-organisations',
    INSPECTION,
    false,
  ),
];

/** What is owed for 2020, as the office lists it, with what stands there when the agency answers. */
export const OWED_FOR_2020 = [
  ['office', 'ha-tinh-khoi', 'PUBLISHED', 10],
  ['office', 'ha-tinh', 'PUBLISHED', 1],
  ['party-building', 'ha-tinh-khoi', 'PUBLISHED', 52],
  ['party-building', 'ha-tinh', 'NOT_SUBMITTED', 0],
  ['inspection', 'ha-tinh-khoi', 'PUBLISHED', 31],
  ['inspection', 'ha-tinh', 'PUBLISHED', 8],
  ['mass-organisations', 'ha-tinh-khoi', 'PUBLISHED', 38],
  ['mass-organisations', 'ha-tinh', 'PUBLISHED', 1],
  ['socio-economic', 'ha-tinh-khoi', 'PUBLISHED', 7],
  ['socio-economic', 'ha-tinh', 'PUBLISHED', 42],
] as const;

/** How many of the ten each agency's answer brings. */
export const RECEIVED_OF: Readonly<Record<SectionAgency, number>> = {
  'party-building': 1,
  inspection: 2,
  'mass-organisations': 2,
  'socio-economic': 2,
};
