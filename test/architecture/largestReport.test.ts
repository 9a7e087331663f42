import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import {
  getNamedType,
  isLeafType,
  isRequiredArgument,
  parse,
  type GraphQLField,
  type GraphQLObjectType,
} from 'graphql';
import { describe, expect, it } from 'vitest';

import { checkOperation } from '../../gateway/operations/checkOperation.ts';
import { readSupergraph } from '../../gateway/supergraph.ts';

const ROOT = join(import.meta.dirname, '../..');
const read = (file: string): string => readFileSync(join(ROOT, file), 'utf8');
const { schema } = readSupergraph(read('schema/sdl/supergraph.graphql'));

/** What a client may want of each figure: as the full report of the Playground asks for it. */
const FIGURE = /^fragment Figure on Observation \{.*?^\}/ms.exec(
  read('gateway/playground/tabs/1-full-report.graphql'),
)![0];

/** Values of arguments that cannot be left out, by their types. */
const REQUIRED: Readonly<Record<string, string>> = { 'Period!': '"2020"' };

/** Everything of a field: all that is below it, and each figure as {@link FIGURE} has it. */
function everythingOf(field: GraphQLField<unknown, unknown>): string {
  const given = field.args
    .filter(isRequiredArgument)
    .map(({ name, type }) => `${name}: ${REQUIRED[String(type)] ?? 'UNKNOWN'}`);
  const called = given.length > 0 ? `${field.name}(${given.join(', ')})` : field.name;
  const type = getNamedType(field.type);
  if (isLeafType(type)) return called;
  if (type.name === 'Observation') return `${called} { ...Figure }`;
  const below = Object.values((type as GraphQLObjectType).getFields()).map(everythingOf);
  return `${called} { ${below.join(' ')} }`;
}

describe('given the largest report that a client may want: every field of every form, all figures, checks and changes', () => {
  const fields = Object.values((schema.getType('Report') as GraphQLObjectType).getFields()).map(everythingOf);
  const query = `{ report(organisation: "ha-tinh-khoi", period: "2024-Q1") { ${fields.join(' ')} } }`;

  it('when the gateway looks at it, then it is not too large', () => {
    const document = parse(`${query}\n${FIGURE}`);

    expect(checkOperation(schema, document).map(({ message }) => message)).toEqual([]);
  });

  it('when it is read, then it asks each section for its checks, and the report for its own', () => {
    expect(query.match(/ checks \{/g)).toHaveLength(5);
    expect(query).toMatch(/ reconciliation \{/);
    expect(query).toMatch(/ completeness \{/);
  });
});
