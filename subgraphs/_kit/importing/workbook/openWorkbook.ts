import { Worker } from 'node:worker_threads';

import { catalogued, CataloguedError } from '../../../../schema/errors/index.ts';
import type { Grid } from '../grid.ts';
import { WORKBOOK_LIMITS } from '../limits.ts';
import { refusedWorkbook } from './archive.ts';
import type { WorkbookAnswer } from './worker.ts';

/** A thread knows nothing of TypeScript by itself, whoever has started this process. */
const START = `import(${JSON.stringify(import.meta.resolve('tsx/esm/api'))})
  .then(({ register }) => (register(), import(${JSON.stringify(new URL('./worker.ts', import.meta.url).href)})));`;

/** What the reading of a workbook may take. */
export interface ThreadLimits {
  readonly heapMegabytes: number;
  readonly timeMs: number;
}

let last: Promise<unknown> = Promise.resolve();

/**
 * The sheets of a workbook, read in a thread of bounded memory and time; one workbook at a time, so that what is stated
 * of one holds for the process.
 * @throws WORKBOOK_REFUSED, FILE_TOO_LARGE
 */
export function openWorkbook(
  bytes: Uint8Array,
  limits: ThreadLimits = WORKBOOK_LIMITS,
): Promise<readonly Grid[]> {
  const turn = last.then(() => readInThread(bytes, limits));
  last = turn.catch(() => undefined);
  return turn;
}

async function readInThread(bytes: Uint8Array, limits: ThreadLimits): Promise<readonly Grid[]> {
  const thread = new Worker(START, {
    eval: true,
    // Not those of this process: a debugger or test runner is not for the thread.
    execArgv: [],
    workerData: bytes,
    resourceLimits: { maxOldGenerationSizeMb: limits.heapMegabytes },
  });
  try {
    const answer = await firstAnswer(thread, limits);
    if ('fault' in answer) throw new CataloguedError(answer.fault);
    return answer.sheets;
  } finally {
    await thread.terminate();
  }
}

function firstAnswer(thread: Worker, { heapMegabytes, timeMs }: ThreadLimits): Promise<WorkbookAnswer> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      const limit = `workbooks of up to ${timeMs / 1000} s`;
      reject(catalogued('FILE_TOO_LARGE', { what: 'more in it than can be read in time', limit }));
    }, timeMs);
    const end = (settle: () => void): void => {
      clearTimeout(timer);
      settle();
    };
    thread.once('message', (answer: WorkbookAnswer) => end(() => resolve(answer)));
    thread.once('error', (error: NodeJS.ErrnoException) =>
      end(() => reject(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? outOfMemory(heapMegabytes) : error)),
    );
    thread.once('exit', () => end(() => reject(refusedWorkbook('reading it has ended without a result'))));
  });
}

function outOfMemory(megabytes: number): CataloguedError {
  const limit = `workbooks that take ${megabytes} MB`;
  return catalogued('FILE_TOO_LARGE', { what: 'more in it than fits into memory', limit });
}
