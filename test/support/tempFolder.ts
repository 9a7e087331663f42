import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { onTestFinished } from 'vitest';

/** A new empty folder that is gone when the test has finished. */
export function tempFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'party-report-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
