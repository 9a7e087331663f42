import { type Agency, link } from './agency.ts';
import * as data from './world.ts';

interface Facts {
  readonly facts?: unknown;
}

/** Keeps the reports and the directories, and compares what the other agencies say. */
export const office: Agency = {
  name: 'office',
  typeDefs: /* GraphQL */ `
    ${link}
    type Query {
      report(organisation: ID!, period: String!): Report
      reports: [Report!]!
      "Null entries, against the schema."
      gaps: [[Organisation!]]
      organisations: [Organisation!]!
      documents: [Document!]!
      latest: Document
      search: [Found!]!
    }
    type Mutation {
      openReport(organisation: ID!): Report
    }
    union Found = Organisation | Decree | Circular
    enum Stage {
      OPEN
      CLOSED
      DRAFT @inaccessible
    }
    enum Language {
      VI
      EN
    }
    type Report @key(fields: "organisationCode period") {
      organisationCode: ID!
      period: String!
      area: ID
      stage: Stage
      open: Boolean!
      tables: [[Int!]]!
      organisation: Organisation!
      summary: Summary @shareable
      partyBuilding: PartyBuildingSection @external
      inspection: InspectionSection @external
      reconciliation: String @requires(fields: "partyBuilding { facts } inspection { facts }")
    }
    scalar Facts @inaccessible
    type PartyBuildingSection {
      facts: Facts @external
    }
    type InspectionSection {
      facts: Facts @external
    }
    type Summary {
      title: String!
    }
    type Organisation @key(fields: "code") {
      code: ID!
      name(language: Language = VI): String!
      label: String! @shareable
      parent: Organisation
    }
    interface Document @key(fields: "id") {
      id: ID!
      title: String!
    }
    type Decree implements Document @key(fields: "id") {
      id: ID!
      title: String!
      label: String
      number: Int!
    }
    type Circular implements Document @key(fields: "id") {
      id: ID!
      title: String!
      label: String
      pages: Int
    }
  `,
  resolvers: {
    Query: {
      report: (_: unknown, { organisation, period }: { organisation: string; period: string }) =>
        data.findReport({ organisationCode: organisation, period }),
      reports: () => data.reports,
      gaps: () => [[data.organisationOf('HN')], null, [data.organisationOf('CT'), null]],
      organisations: () => [data.organisationOf('HN'), data.organisationOf('CT')],
      documents: () => data.documents,
      latest: () => data.documents[0],
      search: () => [data.organisationOf('HN'), ...data.documents],
    },
    Mutation: {
      openReport: (_: unknown, { organisation }: { organisation: string }, world) => {
        world.opened.add(organisation);
        return data.findReport({ organisationCode: organisation, period: '2024-Q1' });
      },
    },
    Found: { __resolveType: (each: { __typename?: string }) => each.__typename ?? 'Organisation' },
    Report: {
      __resolveReference: (key: data.ReportKey) => ({ ...data.findReport(key), ...key }),
      area: (key: data.ReportKey) => data.findReport(key)?.area,
      stage: (key: data.ReportKey) => data.findReport(key)?.stage,
      open: (key: data.ReportKey, _: unknown, world) => world.opened.has(key.organisationCode),
      tables: () => [[1, 2], null, []],
      organisation: (key: data.ReportKey) => data.organisationOf(key.organisationCode),
      summary: ({ organisationCode }: data.ReportKey) => ({ organisationCode }),
      reconciliation: ({ partyBuilding, inspection }: Readonly<Record<string, Facts | null | undefined>>) =>
        reconcile(partyBuilding?.facts, inspection?.facts),
    },
    Summary: { title: ({ organisationCode }: data.ReportKey) => `Report of ${organisationCode}` },
    Organisation: {
      __resolveReference: ({ code }: { code: string }) => data.organisationOf(code),
      name: ({ code }: { code: string }, { language }: { language: string }) => {
        const found = data.organisations.find((each) => each.code === code);
        return language === 'EN' ? found?.en : found?.vi;
      },
      parent: ({ code }: { code: string }) =>
        data.organisationOf(data.organisations.find((each) => each.code === code)?.parent ?? null),
    },
    Document: {
      __resolveReference: ({ id }: { id: string }) => data.documents.find((each) => each.id === id),
      __resolveType: ({ id }: { id: string }) => data.documents.find((each) => each.id === id)?.__typename,
    },
    Decree: { title: titleOf() },
    Circular: { title: titleOf() },
  },
};

export function reconcile(partyBuilding: unknown, inspection: unknown): string {
  const side = (facts: unknown): string => (facts === undefined ? 'unreachable' : JSON.stringify(facts));
  return `${side(partyBuilding)} against ${side(inspection)}`;
}

function titleOf() {
  return ({ id }: { id: string }) => data.documents.find((each) => each.id === id)?.title;
}
