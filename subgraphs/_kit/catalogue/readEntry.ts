import type { PutEntry } from './catalogueMove.ts';

/** An entry as a file says it, and where: the number of its row. */
export interface ReadEntry extends PutEntry {
  readonly row: number;
}
