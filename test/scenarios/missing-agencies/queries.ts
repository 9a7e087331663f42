/** A report under an alias, with Party building under two. */
export const RENAMED = /* GraphQL */ `
  query ($asOf: DateTime) {
    baoCao: report(organisation: "ha-tinh-khoi", period: "2024-Q1", asOf: $asOf) {
      dang: partyBuilding {
        ...Totals
      }
      p2: partyBuilding {
        observations {
          value
        }
      }
      kiemTra: inspection {
        observations {
          value
        }
      }
      vanPhong: officeWork {
        observations {
          value
        }
      }
    }
  }
  fragment Totals on PartyBuildingSection {
    membership {
      total {
        value
      }
    }
  }
`;

/** Agencies' own entries, beside each other. */
export const ENTRIES = /* GraphQL */ `
  {
    inspection {
      indicators {
        code
      }
    }
    office {
      indicators {
        code
      }
    }
    socioEconomic {
      indicators {
        code
      }
    }
  }
`;

/** A report without anything of the agencies. */
export const REPORT = /* GraphQL */ `
  query ($organisation: ID! = "ha-tinh-khoi", $period: Period! = "2024-Q1", $asOf: DateTime) {
    report(organisation: $organisation, period: $period, asOf: $asOf) {
      title
    }
  }
`;

/** A period that is wrong in the query itself. */
export const MALFORMED = '{ report(organisation: "ha-tinh-khoi", period: "2024-Q5") { title } }';
