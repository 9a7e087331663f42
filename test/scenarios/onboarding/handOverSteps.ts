import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { ROOT } from '../../support/processes.ts';

/** Commands of the hand-over document that are given one after the other, and what it says that they print. */
export interface HandOverStep {
  readonly commands: readonly HandOverCommand[];
  readonly prints: string;
}

/** `npm run SCRIPT -- ARGS`, or `npm SCRIPT`. */
export interface HandOverCommand {
  readonly line: string;
  readonly script: string;
  readonly args: readonly string[];
}

const TITLE = '## From nothing to a report, with files alone\n';
const STEP = /```sh\n([^`]*)```\n\n```text\n([^`]*)```/g;
const COMMAND = /^npm (?:run )?(\w+)(?: -- (.*))?$/;

/** The steps of the section in subgraphs/README.md, in its order. @throws Error where a command cannot be taken apart. */
export function readHandOver(): readonly HandOverStep[] {
  const readme = readFileSync(join(ROOT, 'subgraphs/README.md'), 'utf8');
  const section = (readme.split(TITLE)[1] ?? '').split('\n## ')[0] ?? '';
  return [...section.matchAll(STEP)].map(([, commands = '', prints = '']) => ({
    commands: commands.trim().split('\n').map(readCommand),
    prints,
  }));
}

function readCommand(line: string): HandOverCommand {
  const [, script, rest = ''] = COMMAND.exec(line) ?? [];
  if (script === undefined) throw new Error(`No command of npm: ${line}`);
  // As a shell does: what stands between quotes is one argument.
  const args = [...rest.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, word]) => quoted ?? word ?? '');
  return { line, script, args };
}

/** What is printed, as a pattern: "…" alone in a line stands for any lines, within a line for any words. */
export function patternOf(prints: string): RegExp {
  const lines = prints
    .trimEnd()
    .split('\n')
    .map((line) => (line === '…' ? '(?:.*\n)*?' : `${line.split('…').map(escaped).join('.*')}\n`));
  return new RegExp(`^${lines.join('')}$`);
}

function escaped(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
}
