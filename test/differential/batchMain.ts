import { writeSync } from 'node:fs';

import { compareOperation } from './compareOperations.ts';
import { openHouse } from './house.ts';

// One batch of operations in a process of its own, since the planner may end it: `batchMain.ts <seed> <from> <count>`.
// It prints a line of JSON before each operation and after it.

const [seed = 0, from = 0, count = 0] = process.argv.slice(2).map(Number);

const house = await openHouse();
for (let index = from; index < from + count; index++) {
  // Written at once: what is still in a buffer would be lost with the process.
  const [trial] = house.trials(seed, index);
  writeSync(1, `${JSON.stringify({ begins: index, query: trial?.operation.query })}\n`);
  writeSync(1, `${JSON.stringify(await compareOperation(house, seed, index))}\n`);
}
await house.close();
