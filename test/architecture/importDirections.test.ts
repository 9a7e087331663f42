import { cp, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { cruise, type ICruiseResult } from 'dependency-cruiser';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { importRules } from './importRules.ts';

const ROOT = join(import.meta.dirname, '../..');
const SOURCES = ['schema', 'subgraphs', 'gateway', 'scripts'];

/** What is wrong, one line each: from, to, and why the rule exists. */
async function findViolations(baseDir: string): Promise<string[]> {
  const { output } = await cruise(SOURCES, {
    baseDir,
    validate: true,
    ruleSet: { forbidden: importRules },
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default'] },
  });
  const reasons = new Map(importRules.map(({ name, comment }) => [name, comment]));
  return (output as ICruiseResult).summary.violations.map(
    ({ rule, from, to }) => `${from} must not import ${to}: ${reasons.get(rule.name) ?? rule.name}`,
  );
}

describe('given the import directions of the design', () => {
  it('when all sources are read, then every import follows them', async () => {
    const violations = await findViolations(ROOT);

    expect(violations).toEqual([]);
  });

  describe('and a copy of the sources with one more import', () => {
    let copy: string;

    beforeAll(async () => {
      copy = await mkdtemp(join(tmpdir(), 'imports-'));
      for (const name of [...SOURCES, 'tsconfig.json', 'package.json']) {
        await cp(join(ROOT, name), join(copy, name), { recursive: true });
      }
      await symlink(join(ROOT, 'node_modules'), join(copy, 'node_modules'));
    });

    afterAll(() => rm(copy, { recursive: true }));

    it.each([
      ['schema/values/extra.ts', '../errors/index.ts', 'vocabulary'],
      ['schema/values/extra.ts', 'graphql', 'vocabulary'],
      ['schema/errors/extra.ts', '../graphql/index.ts', 'boundary'],
      ['schema/graphql/extra.ts', '../../subgraphs/_kit/index.ts', 'speakers'],
      ['schema/identity/extra.ts', '../graphql/index.ts', 'Who asks'],
      ['gateway/extra.ts', 'jose', 'supergraph file'],
      ['subgraphs/_kit/extra.ts', '../inspection/agency.ts', 'any agency'],
      ['subgraphs/_kit/extra.ts', '@libsql/client', 'adapter only'],
      ['subgraphs/_kit/extra.ts', 'mongodb', 'adapter only'],
      ['subgraphs/_kit/storage/moveExtra.ts', 'mongodb', 'adapter only'],
      ['subgraphs/inspection/extra.ts', '../party-building/agency.ts', 'meet in the graph'],
      ['subgraphs/inspection/extra.ts', '../_kit/defineAgency.ts', 'meet in the graph'],
      ['gateway/extra.ts', '../schema/graphql/index.ts', 'supergraph file'],
      ['gateway/extra.ts', '../subgraphs/_kit/index.ts', 'supergraph file'],
      ['gateway/execution/extra.ts', '../../schema/errors/index.ts', 'execution of plans'],
      ['gateway/extra.ts', '../scripts/sdlFiles.ts', 'end of all imports'],
    ])('when %s imports %s, then the import is refused with its reason', async (file, imported, reason) => {
      await writeFile(join(copy, file), `import * as x from '${imported}';\nexport const y = x;\n`);

      const violations = await findViolations(copy);

      await rm(join(copy, file));
      expect(violations.filter((line) => line.startsWith(file)).join('\n')).toContain(reason);
    });
  });
});
