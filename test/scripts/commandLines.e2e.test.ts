import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, it } from 'vitest';

import { ROOT, startProgram, type Exit } from '../support/processes.ts';

const { scripts } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
  scripts: Readonly<Record<string, string>>;
};
const files = [...new Set(Object.values(scripts).flatMap((line) => /scripts\/[\w/]+\.ts/.exec(line) ?? []))];

async function run(file: string, arg: string): Promise<readonly [exit: Exit, out: string, err: string]> {
  const program = startProgram(file, { args: [arg] });
  const exit = await program.exited;
  return [exit, program.stdout(), program.stderr()];
}

describe('given the scripts of package.json', () => {
  it('when they are counted, then none is overlooked', () => {
    expect(files.length).toBeGreaterThanOrEqual(15);
  });

  it.each(files)(
    'when %s is asked for help or given what it does not know, then it does nothing else',
    async (file) => {
      const [help, wrong] = await Promise.all([run(file, '--help'), run(file, '--nonsense')]);

      expect(help).toEqual([{ code: 0, signal: null }, expect.stringMatching(/^Usage: /), '']);
      expect(wrong).toEqual([
        { code: 2, signal: null },
        '',
        expect.stringMatching(
          /^error: (unknown option '--nonsense'|required option|missing required argument)/,
        ),
      ]);
    },
  );
});
