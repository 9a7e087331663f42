import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { parse, printSchema, visit, type DocumentNode, type NameNode, type StringValueNode } from 'graphql';
import { describe, expect, it } from 'vitest';

import { readSupergraph } from '../../gateway/supergraph.ts';

const SDL = join(import.meta.dirname, '../../schema/sdl');

interface Described {
  readonly name: NameNode;
  readonly description?: StringValueNode | undefined;
}

/** Coordinates (`Type.field(argument:)`) of all that has no description. */
function findUndescribed(document: DocumentNode): string[] {
  const missing: string[] = [];
  const place: string[] = [];
  const enter = ({ name, description }: Described) => {
    place.push(name.value);
    if (!description?.value.trim()) missing.push(place.join('.'));
  };
  const leave = () => {
    place.pop();
  };
  const both = { enter, leave };
  visit(document, {
    ObjectTypeDefinition: both,
    InterfaceTypeDefinition: both,
    UnionTypeDefinition: both,
    ScalarTypeDefinition: both,
    EnumTypeDefinition: both,
    EnumValueDefinition: both,
    InputObjectTypeDefinition: both,
    FieldDefinition: both,
    InputValueDefinition: both,
    DirectiveDefinition: () => false,
  });
  return missing.filter((coordinate) => !['Query', 'Mutation'].includes(coordinate));
}

describe('given that descriptions are public documentation', () => {
  it.each(readdirSync(SDL).filter((name) => name !== 'supergraph.graphql'))(
    'when %s is read, then every type, field, argument and enum value has one',
    (name) => {
      const document = parse(readFileSync(join(SDL, name), 'utf8'));

      expect(findUndescribed(document)).toEqual([]);
    },
  );

  it('when the schema that clients see is read, then everything has one', () => {
    const { schema } = readSupergraph(readFileSync(join(SDL, 'supergraph.graphql'), 'utf8'));

    expect(findUndescribed(parse(printSchema(schema)))).toEqual([]);
  });

  it('when one is missing, then its place is named', () => {
    const document = parse('"A type." type T { f("An argument." a: Int, b: Int): Int }');

    expect(findUndescribed(document)).toEqual(['T.f', 'T.f.b']);
  });
});
