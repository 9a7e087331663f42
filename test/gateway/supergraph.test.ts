import { isObjectType, printSchema, validateSchema } from 'graphql';
import { describe, expect, it } from 'vitest';

import { readSupergraph } from '../../gateway/supergraph.ts';
import { AGENCY_CODES } from '../../schema/values/index.ts';
import { committedSupergraph, COMMITTED_SDL } from './committedSupergraph.ts';

describe('given the committed supergraph', () => {
  it('when it is read, then all agencies are known by the names of their folders', () => {
    expect([...committedSupergraph.agencies].sort()).toEqual([...AGENCY_CODES].sort());
  });

  it('when its schema is read, then clients see a valid schema with all root fields', () => {
    const { schema } = committedSupergraph;

    expect(validateSchema(schema)).toEqual([]);
    expect(Object.keys(schema.getQueryType()?.getFields() ?? {})).toEqual(
      expect.arrayContaining([
        'agencies',
        'documents',
        'inspection',
        'massOrganisations',
        'office',
        'organisation',
        'organisations',
        'partyBuilding',
        'report',
        'socioEconomic',
      ]),
    );
  });

  it('when its types are read, then none is of federation, and no field is of introspection', () => {
    const types = Object.values(committedSupergraph.schema.getTypeMap()).filter(
      ({ name }) => !name.startsWith('__'),
    );

    const fields = types.flatMap((type) => (isObjectType(type) ? Object.keys(type.getFields()) : []));
    expect(fields.filter((name) => name.startsWith('_'))).toEqual([]);
    expect(types.filter(({ name }) => /^_|^(join|link)__/.test(name))).toEqual([]);
  });

  it('when its text is searched for what is inaccessible, then there is none', () => {
    const text = printSchema(committedSupergraph.schema);

    expect(COMMITTED_SDL).toMatch(/\bfacts\b.*@inaccessible/);
    expect(text).not.toMatch(/\bfacts\b|\bFacts\b|inaccessible/);
  });
});

describe('given a text that is no supergraph', () => {
  it.each(['', 'type Query {', 'type Query { a: Int }'])('when "%s" is read, then it throws', (sdl) => {
    expect(() => readSupergraph(sdl)).toThrow();
  });
});
