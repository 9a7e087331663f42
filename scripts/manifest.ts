import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import { createCommand } from './createCommand.ts';
import { makeManifest, readOperations } from './manifestFile.ts';
import { withOrganisations } from './withOrganisations.ts';

const TABS = join(import.meta.dirname, '../gateway/playground/tabs');

const [folders] = createCommand('manifest')
  .description(
    'Print a manifest of all operations in .graphql files, for OPERATIONS_FILE: those of the Playground, that of\n' +
      '"npm run report", and those of the folders that are named.',
  )
  .argument('[folders...]', 'folders with .graphql files, one operation each')
  .parse().processedArgs as [string[]];

const tabs = await readOperations([TABS]);
const report = withOrganisations(await readFile(join(TABS, '1-full-report.graphql'), 'utf8'));
console.log(JSON.stringify(makeManifest([...tabs, report, ...(await readOperations(folders))]), null, 2));
