import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

import { Kind, parse } from 'graphql';

import { MANIFEST_FORMAT, MANIFEST_VERSION, operationId } from '../gateway/operations/manifest.ts';

/** The texts of all .graphql files of the folders, in the order of folders and names; folders inside are not entered. */
export async function readOperations(folders: readonly string[]): Promise<string[]> {
  const texts = folders.map(async (folder) => {
    const names = (await readdir(folder)).filter((name) => name.endsWith('.graphql')).sort();
    return Promise.all(names.map((name) => readFile(join(folder, name), 'utf8')));
  });
  return (await Promise.all(texts)).flat();
}

/** A manifest of operations, each once, as Apollo's tools write it. @throws GraphQLError when a text is not GraphQL. */
export function makeManifest(texts: readonly string[]): object {
  const operations = [...new Set(texts)].map((body) => {
    const first = parse(body).definitions.find((one) => one.kind === Kind.OPERATION_DEFINITION);
    return { id: operationId(body), name: first?.name?.value ?? null, type: first?.operation, body };
  });
  return { format: MANIFEST_FORMAT, version: MANIFEST_VERSION, operations };
}
