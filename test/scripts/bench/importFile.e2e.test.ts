import { describe, expect, it } from 'vitest';

import { startProgram } from '../../support/processes.ts';

describe('given a file about twenty organisations and periods', () => {
  it('when its import is interrupted in three ways, then whole releases are left, and the end is that of the uninterrupted one', async () => {
    const bench = startProgram('scripts/bench/importFile.ts', { args: ['--rows', '500', '--release', '25'] });

    const { code } = await bench.exited;

    expect([code, bench.log()]).toEqual([0, expect.stringContaining('500 rows, 20 releases')]);
    expect(bench.stdout()).not.toContain('BROKEN');
    expect(bench.stdout().match(/^\| (\w[^|]*\w) +\|/gm)).toHaveLength(8);
  }, 240_000);
});
