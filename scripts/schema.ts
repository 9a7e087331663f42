import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { createCommand } from './createCommand.ts';
import { findStaleSdl, loadAgencies, makeSdlFiles } from './sdlFiles.ts';

const FOLDER = join(import.meta.dirname, '../schema/sdl');

const program = createCommand('schema')
  .description('Write the SDL of every subgraph and the supergraph composed from them to schema/sdl.')
  .option('--check', 'write nothing; fail when a file is stale, missing or of no agency')
  .parse();

const files = makeSdlFiles(await loadAgencies());
if (program.opts<{ check?: boolean }>().check) {
  const stale = await findStaleSdl(FOLDER, files);
  for (const line of stale) console.error(`schema/sdl: ${line}`);
  if (stale.length > 0) {
    console.error('Run "npm run schema" and commit what it writes.');
    process.exitCode = 1;
  } else {
    console.log(`schema/sdl: ${files.size} files are fresh`);
  }
} else {
  await mkdir(FOLDER, { recursive: true });
  for (const name of await readdir(FOLDER)) {
    if (name.endsWith('.graphql') && !files.has(name)) await rm(join(FOLDER, name));
  }
  for (const [name, text] of files) await writeFile(join(FOLDER, name), text);
  console.log(`schema/sdl: ${[...files.keys()].join(', ')}`);
}
