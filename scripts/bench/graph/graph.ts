import { composeServices } from '@theguild/federation-composition';
import { parse } from 'graphql';

import {
  FIGURE_SELECTION,
  OFFICE,
  sectionsOf,
  sectionSelection,
  type SectionShape,
  type Size,
} from './shape.ts';

const LINK =
  'extend schema @link(url: "https://specs.apollo.dev/federation/v2.5", import: ["@key", "@external", "@requires", "@shareable"])';

const KEY = '@key(fields: "organisation period asOf")';

const OFFICE_SDL = `${LINK}
type Query { report(organisation: ID!, period: String!, asOf: String): Report }
type Report ${KEY} { organisation: ID! period: String! asOf: String! area: ID }
`;

const FIGURE_SDL = `
type Figure @shareable {
  value: String text: String time: String stage: String qualifier: String unit: Code indicator: Code
}
type Code @shareable { code: ID! label: String }
`;

/** The SDL of each subgraph, as the product's are: the office settles the report, agencies need its area. */
export function subgraphsOf(size: Size): ReadonlyMap<string, string> {
  return new Map([
    [OFFICE, OFFICE_SDL],
    ...sectionsOf(size).map((section): [string, string] => [section.agency, sectionSdl(section)]),
  ]);
}

function sectionSdl({ field, type, groups, observations }: SectionShape): string {
  const groupTypes = groups.map((count, place) => {
    const fields = Array.from({ length: count }, (_, index) => `f${index + 1}: Figure`);
    return `type ${type}Group${place + 1} { ${fields.join(' ')} }`;
  });
  const fields = groups.map((_, place) => `group${place + 1}: ${type}Group${place + 1}`);
  if (observations > 0) fields.push('observations: [Figure!]!');
  return `${LINK}
type Report ${KEY} {
  organisation: ID! period: String! asOf: String! area: ID @external
  ${field}: ${type} @requires(fields: "area")
}
type ${type} { ${fields.join(' ')} }
${groupTypes.join('\n')}
${FIGURE_SDL}`;
}

/** The supergraph of these subgraphs. @throws Error when they do not compose. */
export function composeGraph(size: Size, urls: ReadonlyMap<string, string>): string {
  const { errors, supergraphSdl } = composeServices(
    [...subgraphsOf(size)].map(([name, sdl]) => ({ name, typeDefs: parse(sdl), url: urls.get(name) ?? '' })),
  );
  if (supergraphSdl === undefined) throw new Error(errors.map(({ message }) => message).join('\n'));
  return supergraphSdl;
}

/** What a client asks: the whole report. */
export function reportQuery(size: Size): string {
  const sections = sectionsOf(size).map((section) => sectionSelection(section, '{ ...Figure }'));
  return `query Report($organisation: ID!, $period: String!, $asOf: String) {
  report(organisation: $organisation, period: $period, asOf: $asOf) {
    organisation period asOf
    ${sections.join('\n    ')}
  }
}
fragment Figure on Figure ${FIGURE_SELECTION}`;
}
