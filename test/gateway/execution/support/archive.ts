import { type Agency, link } from './agency.ts';
import * as data from './world.ts';

/** Knows where things are kept: it is the only way from a cadre's number to their file. */
export const archive: Agency = {
  name: 'archive',
  typeDefs: /* GraphQL */ `
    ${link}
    type Query {
      shelves: [String!]
    }
    type Report @key(fields: "organisationCode period") {
      organisationCode: ID!
      period: String!
      summary: Summary @shareable
      toString: String
      constructor: String
    }
    type Summary {
      pages: Int!
      box: String
    }
    type Cadre @key(fields: "number") @key(fields: "fileId") {
      number: ID!
      fileId: ID!
    }
    type Finding @key(fields: "number chapter { code }") {
      number: Int!
      chapter: Chapter
      shelf: String
    }
    type Chapter {
      code: ID @shareable
    }
  `,
  resolvers: {
    Query: { shelves: () => ['A', 'B'] },
    Report: { summary: () => ({}), toString: () => 'kept', constructor: () => null },
    Summary: { pages: () => 40, box: () => null },
    Cadre: {
      __resolveReference: ({ number }: { number: string }) => (number in data.files ? { number } : null),
      fileId: ({ number }: { number: string }) => data.files[number],
    },
    Finding: {
      shelf: ({ number, chapter }: { number: number; chapter: { code: string | null } | null }) =>
        chapter?.code == null ? null : `${chapter.code}-${String(number)}`,
    },
  },
};
