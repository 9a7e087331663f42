import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import type { GraphQLObjectType } from 'graphql';
import { describe, expect, it } from 'vitest';

import { readSupergraph } from '../../gateway/supergraph.ts';
import { AGENCY_CODES } from '../../schema/values/index.ts';

const ROOT = join(import.meta.dirname, '../..');
const read = (file: string): string => readFileSync(join(ROOT, file), 'utf8');

describe('given a newcomer who reads the documents', () => {
  it('when package.json has a script, then CONTRIBUTING describes it', () => {
    const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
    const contributing = read('CONTRIBUTING.md');

    const undescribed = Object.keys(scripts).filter(
      (name) => !new RegExp(`\`npm (run )?${name}( --[^\`]*)?\``).test(contributing),
    );

    expect(undescribed).toEqual([]);
  });

  it.each(['schema', 'subgraphs', 'subgraphs/_kit', 'gateway', 'gateway/execution', 'scripts', 'test'])(
    'when the folder %s is opened, then it has a README',
    (folder) => {
      expect(existsSync(join(ROOT, folder, 'README.md'))).toBe(true);
    },
  );

  it.each(AGENCY_CODES)('when the folder of %s is opened, then it is shaped like every agency', (code) => {
    const entries = readdirSync(join(ROOT, 'subgraphs', code)).filter((name) => !OFFICE_ONLY.has(name));

    expect(entries.sort()).toEqual([
      'README.md',
      'agency.ts',
      'catalogue.csv',
      'figures',
      'form.ts',
      'main.ts',
      'rules.ts',
    ]);
  });
});

/** Office owns the report, its completeness and the directories: a difference in kind. */
const OFFICE_ONLY = new Set(['completeness', 'directory', 'issuing', 'report']);

describe('given the full-report query', () => {
  it('when the supergraph has a section, then the query selects it', () => {
    const { schema } = readSupergraph(read('schema/sdl/supergraph.graphql'));
    const query = read('gateway/playground/tabs/1-full-report.graphql');

    const fields = Object.values((schema.getType('Report') as GraphQLObjectType).getFields());
    const sections = fields.filter(({ type }) => type.toString().endsWith('Section')).map(({ name }) => name);

    expect(sections).toHaveLength(AGENCY_CODES.length);
    expect(sections.filter((name) => !query.includes(`${name} {`))).toEqual([]);
  });
});
