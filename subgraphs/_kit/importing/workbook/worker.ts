import { parentPort, workerData } from 'node:worker_threads';

import { faultOf, type Fault } from '../../../../schema/errors/index.ts';
import type { Grid } from '../grid.ts';
import { inflateParts } from './archive.ts';
import { assertPart } from './assertPart.ts';
import { createReaderArchive } from './readerArchive.ts';
import { readSheets } from './readSheets.ts';

/** What the thread says in the end; a fault where the workbook is refused. */
export type WorkbookAnswer = { readonly sheets: readonly Grid[] } | { readonly fault: Fault };

const bytes = Buffer.from(workerData as Uint8Array);
try {
  const archive = createReaderArchive();
  await inflateParts(bytes, (part) => {
    assertPart(part);
    archive.add(part);
  });
  parentPort?.postMessage({ sheets: await readSheets(archive.bytes()) } satisfies WorkbookAnswer);
} catch (error) {
  const said = faultOf(error);
  if (!said) throw error;
  parentPort?.postMessage({ fault: said } satisfies WorkbookAnswer);
}
