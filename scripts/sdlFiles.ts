import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

import { composeServices } from '@theguild/federation-composition';
import { parse } from 'graphql';

import { AGENCY_CODES } from '../schema/values/index.ts';
import type { Agency } from '../subgraphs/_kit/defineAgency.ts';
import { printSubgraph } from '../subgraphs/_kit/graph/federate.ts';

export const SUPERGRAPH_FILE = 'supergraph.graphql';

const DO_NOT_EDIT = '# Made by `npm run schema`. Do not edit.\n\n';

/** All agencies of the product, in their order. */
export async function loadAgencies(): Promise<Agency[]> {
  return Promise.all(
    AGENCY_CODES.map(async (code) => {
      const module = (await import(`../subgraphs/${code}/agency.ts`)) as { agency: Agency };
      return module.agency;
    }),
  );
}

/**
 * The generated files: one SDL per subgraph and the supergraph that they compose to.
 * @throws Error with all reasons when they do not compose.
 */
export function makeSdlFiles(
  agencies: readonly Pick<Agency, 'code' | 'schema'>[],
): ReadonlyMap<string, string> {
  const printed = agencies.map(({ code, schema }) => ({ name: code, sdl: printSubgraph(schema) }));
  const composed = composeServices(
    // Addresses come from the gateway's settings; the supergraph only needs some.
    printed.map(({ name, sdl }) => ({ name, typeDefs: parse(sdl), url: `http://${name}.invalid/graphql` })),
  );
  if (composed.errors) {
    throw new Error(
      `The subgraphs do not compose:\n${composed.errors.map(({ message }) => `- ${message}`).join('\n')}`,
    );
  }
  return new Map([
    ...printed.map(({ name, sdl }) => [`${name}.graphql`, DO_NOT_EDIT + sdl] as const),
    [SUPERGRAPH_FILE, `${DO_NOT_EDIT}${composed.supergraphSdl.trim()}\n`],
  ]);
}

/** What differs between a folder and the files that it should hold; compares texts, not git. Empty when fresh. */
export async function findStaleSdl(folder: string, wanted: ReadonlyMap<string, string>): Promise<string[]> {
  const present = (await readdir(folder)).filter((name) => name.endsWith('.graphql'));
  const untracked = present
    .filter((name) => !wanted.has(name))
    .map((name) => `${name} belongs to no agency: delete it`);
  const stale = await Promise.all(
    [...wanted].map(async ([name, text]) => {
      if (!present.includes(name)) return `${name} is missing`;
      return (await readFile(join(folder, name), 'utf8')) === text ? '' : `${name} is stale`;
    }),
  );
  return [...stale, ...untracked].filter((line) => line !== '');
}
