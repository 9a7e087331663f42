import { describe, expect, it } from 'vitest';

import { startProgram } from '../../support/processes.ts';

describe('given the command line of yardsticks', () => {
  it('when the folder is no checkout of the audit, then it says so, and ends with 2', async () => {
    const program = startProgram('scripts/yardsticks.ts', { args: ['--audit-dir', 'schema'] });

    expect(await program.exited).toEqual({ code: 2, signal: null });
    expect(program.stderr()).toContain(
      'Give a checkout of the audit in which its dependencies are installed.',
    );
  });

  it('when no checkout is named, then gateway and subgraphs are audited, and the rest is said to be skipped', async () => {
    const program = startProgram('scripts/yardsticks.ts');
    await program.exited;

    expect(program.stdout()).toContain('gateway, graphql-http server audits: 61 of 61 ok');
    expect(program.stdout()).toMatch(/subgraph office, graphql-http server audits: \d+ of 61 ok/);
    expect(program.stdout()).toContain('Skipped the federation audit');
  });
});
