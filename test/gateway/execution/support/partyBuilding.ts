import { type Agency, link } from './agency.ts';
import * as data from './world.ts';

interface RequiredReport extends data.ReportKey {
  readonly area?: string | null;
}

/** Knows members and cadres; its section names the report's area, which only the office knows. */
export const partyBuilding: Agency = {
  name: 'partyBuilding',
  typeDefs: /* GraphQL */ `
    ${link}
    type Query {
      submitted: [Report!]!
      cadres: [Cadre]!
    }
    type Mutation {
      submitMembers(total: Int!): Report
    }
    scalar Facts @inaccessible
    type Report @key(fields: "organisationCode period") {
      organisationCode: ID!
      period: String!
      area: ID @external
      partyBuilding: PartyBuildingSection @requires(fields: "area")
      contact: Cadre
    }
    type PartyBuildingSection {
      facts: Facts @inaccessible
      area: ID
      membership: Membership
      lead: Organisation
      cadres: [Cadre!]!
    }
    type Membership {
      total: Int!
      admitted: Int
    }
    type Organisation @key(fields: "code") {
      code: ID!
      label: String @shareable
    }
    type Cadre @key(fields: "number") {
      number: ID!
      name: String!
    }
  `,
  resolvers: {
    Query: { submitted: () => data.reports.map(keyOf), cadres: () => data.cadres },
    Mutation: {
      submitMembers: (_: unknown, { total }: { total: number }, world) => {
        world.total = total;
        return keyOf(data.reports[0]!);
      },
    },
    Report: {
      partyBuilding: (report: RequiredReport, _: unknown, world) => sectionOf(report, world),
      contact: () => data.cadres[0],
    },
    Cadre: {
      __resolveReference: ({ number }: { number: string }) => data.cadres.find((c) => c.number === number),
    },
  },
};

function sectionOf(report: RequiredReport, world: data.World) {
  const total = data.totalOf(world, report.organisationCode);
  return {
    facts: factsOf(report),
    area: report.area,
    membership: { total, admitted: null },
    lead: data.organisationOf(report.organisationCode),
    cadres: data.cadres.slice(0, 1),
  };
}

export function factsOf(report: data.ReportKey): unknown {
  return { v: 1, of: report.organisationCode };
}

function keyOf({ organisationCode, period }: data.ReportKey): data.ReportKey {
  return { organisationCode, period };
}
