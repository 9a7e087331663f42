import { cp, symlink } from 'node:fs/promises';
import { join } from 'node:path';

import { ROOT } from './processes.ts';

/** What a subgraph needs to run, in another folder. */
export async function copyRepository(folder: string): Promise<void> {
  for (const name of ['package.json', 'tsconfig.json', 'schema', 'subgraphs']) {
    await cp(join(ROOT, name), join(folder, name), { recursive: true });
  }
  await symlink(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
}
