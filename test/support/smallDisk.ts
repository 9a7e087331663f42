import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { onTestFinished } from 'vitest';

import { tempFolder } from './tempFolder.ts';

/** A folder on a disk that can be made full for a process, and free again. */
export interface SmallDisk {
  readonly folder: string;
  fill(pid: number): void;
  free(pid: number): void;
}

/** A way to have one, and what a store over SQLite says of it. */
export type WayToFill = readonly [name: string, create: () => SmallDisk, reason: string];

/** Files may not grow beyond one page: any process may limit itself so. */
function limitedFiles(): SmallDisk {
  const limit = (pid: number, bytes: string) =>
    execFileSync('prlimit', ['--pid', String(pid), `--fsize=${bytes}:`]);
  onTestFinished(() => void limit(process.pid, 'unlimited'));
  return {
    folder: tempFolder(),
    fill: (pid) => void limit(pid, '4096'),
    free: (pid) => void limit(pid, 'unlimited'),
  };
}

/** A disk of 1 MiB in memory, where one may be mounted. */
function memoryDisk(): SmallDisk {
  const { folder, unmount } = mountMemory();
  onTestFinished(unmount);
  const filler = join(folder, 'filler');
  return {
    folder,
    fill: () => {
      try {
        writeFileSync(filler, Buffer.alloc(2 ** 20));
      } catch {
        // As much of it as there was room for is there.
      }
    },
    free: () => rmSync(filler),
  };
}

function mountMemory(): { folder: string; unmount: () => void } {
  const folder = mkdtempSync(join(tmpdir(), 'party-report-'));
  execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', folder], { stdio: 'ignore' });
  return {
    folder,
    unmount: () => {
      // A server that has just been killed may hold it for a moment yet.
      execFileSync('umount', ['--lazy', folder]);
      rmSync(folder, { recursive: true });
    },
  };
}

function canMount(): boolean {
  try {
    mountMemory().unmount();
    return true;
  } catch {
    console.warn('No disk can be mounted here: the tests of a full disk limit the size of files only.');
    return false;
  }
}

/** All ways that this machine allows. */
export const waysToFill: readonly WayToFill[] = [
  ['whose files may not grow', limitedFiles, 'its disk cannot be written or read'],
  ...(canMount() ? [['of one mebibyte', memoryDisk, 'its disk is full'] as const] : []),
];
