import { readFileSync } from 'node:fs';

/** A process that a program has started, or one that these have started. */
export interface Descendant {
  readonly pid: number;
  readonly command: string;
}

/** All processes below one, from /proc. */
export function descendantsOf(pid: number): Descendant[] {
  return childrenOf(pid).flatMap((child) => [
    { pid: child, command: readProc(child, 'cmdline').replaceAll('\0', ' ') },
    ...descendantsOf(child),
  ]);
}

/** Whether a process with this id and command still runs; the system gives ids to others in time. */
export function isRunning({ pid, command }: Descendant): boolean {
  return command !== '' && readProc(pid, 'cmdline').replaceAll('\0', ' ') === command;
}

function childrenOf(pid: number): number[] {
  return readProc(pid, `task/${pid}/children`).split(' ').filter(Boolean).map(Number);
}

/** Empty for a process that is gone. */
function readProc(pid: number, file: string): string {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8');
  } catch {
    return '';
  }
}
