import { type Agency, link } from './agency.ts';
import * as data from './world.ts';

/** Knows findings, citations of any document, and warnings by the number of a cadre's file. */
export const inspection: Agency = {
  name: 'inspection',
  typeDefs: /* GraphQL */ `
    ${link}
    type Query {
      citedDocuments: [Document!]!
    }
    type Mutation {
      closeInspection: Report
    }
    scalar Facts @inaccessible
    type Report @key(fields: "organisationCode period") {
      organisationCode: ID!
      period: String!
      inspection: InspectionSection
    }
    type InspectionSection {
      facts: Facts @inaccessible
      findings: [Finding!]!
    }
    type Finding @key(fields: "number chapter { code }") {
      number: Int!
      chapter: Chapter
    }
    type Chapter {
      code: ID @shareable
    }
    type Document @key(fields: "id") @interfaceObject {
      id: ID!
      citations: Int!
    }
    type Cadre @key(fields: "fileId") {
      fileId: ID!
      warnings: Int!
    }
  `,
  resolvers: {
    Query: { citedDocuments: () => data.documents.map(({ id }) => ({ id })) },
    Mutation: { closeInspection: () => ({ organisationCode: 'DN', period: '2024-Q1' }) },
    Report: { inspection: () => ({ facts: 'none', findings: data.findings }) },
    Document: { __resolveReference: ({ id }: { id: string }) => ({ id }), citations: citationsOf },
    Cadre: {
      __resolveReference: ({ fileId }: { fileId: string }) => (fileId in data.warnings ? { fileId } : null),
      warnings: (cadre: { fileId?: string; number?: string }) =>
        data.warnings[cadre.fileId ?? data.files[cadre.number ?? ''] ?? ''],
    },
  },
};

export function citationsOf({ id }: { id: string }): number {
  return id.length + 1;
}
