import 'reflect-metadata';

import { buildSchema, execute, parse, print, visit, type GraphQLSchema } from 'graphql';
import {
  Arg,
  buildSchemaSync,
  Directive,
  Field,
  ID,
  InputType,
  ObjectType,
  Query,
  Resolver,
} from 'type-graphql';
import { describe, expect, it } from 'vitest';

import { federate, printSubgraph } from '../../../../subgraphs/_kit/graph/federate.ts';

@Directive('@inaccessible')
@InputType('Wish', { description: 'What is wished for.' })
class WishInput {
  @Directive('@inaccessible')
  @Field(() => String, { nullable: true, description: 'In which colour.' })
  colour?: string;

  @Field(() => String, { description: 'For whom.' })
  forWhom!: string;
}

@Directive('@key(fields: "code")')
@Directive('@shareable')
@ObjectType('Gift', { description: 'A gift.' })
class Gift {
  @Field(() => ID, { description: 'Its code.' })
  code!: string;

  @Directive('@inaccessible')
  @Field(() => String, { nullable: true, description: 'Its secret.' })
  secret(): string | null {
    return `secret of ${this.code}`;
  }
}

@Resolver()
class GiftResolver {
  @Query(() => Gift, { nullable: true, description: 'The gift that fits.' })
  gift(
    @Directive('@inaccessible')
    @Arg('wish', () => WishInput, { nullable: true, description: 'What is wished for.' })
    _wish: WishInput | null,
  ): Gift {
    return Object.assign(new Gift(), { code: 'a' });
  }
}

function givenSchema(): GraphQLSchema {
  return federate(buildSchemaSync({ resolvers: [GiftResolver], validate: false, skipCheck: true }), {
    Gift: ({ code }) => Object.assign(new Gift(), { code: String(code) }),
  });
}

/** Which definitions of an SDL bear which directives: `Gift.secret @inaccessible`. */
function directivesOf(sdl: string): string[] {
  const found: string[] = [];
  visit(parse(sdl), {
    Directive(node, _key, _parent, _path, ancestors) {
      const names = ancestors.flatMap((ancestor) => ('name' in ancestor ? [ancestor.name.value] : []));
      if (names.length > 0) found.push(`${names.join('.')} ${print(node)}`);
    },
  });
  return found.sort();
}

describe('given a schema of type-graphql with directives in every place', () => {
  it('when it is federated and printed, then the directives are where they were', () => {
    const sdl = printSubgraph(givenSchema());

    expect(directivesOf(sdl)).toEqual([
      'Gift @key(fields: "code")',
      'Gift @shareable',
      'Gift.secret @inaccessible',
      'Query.gift.wish @inaccessible',
      'Wish @inaccessible',
      'Wish.colour @inaccessible',
    ]);
  });

  it('when it is printed, then it names the federation that it speaks and its descriptions are kept', () => {
    const sdl = printSubgraph(givenSchema());

    expect(sdl).toContain('@link(url: "https://specs.apollo.dev/federation/v2.9", import: [');
    expect(sdl).toContain('"""What is wished for."""');
    expect(sdl).toContain('"""In which colour."""');
  });

  it('when it is asked, then its resolvers answer', async () => {
    const answer = await execute({ schema: givenSchema(), document: parse('{ gift { code secret } }') });

    expect(answer).toEqual({ data: { gift: { code: 'a', secret: 'secret of a' } } });
  });

  it('when an entity is asked for, then its reference resolver answers', async () => {
    const answer = await execute({
      schema: givenSchema(),
      document: parse(
        'query ($gifts: [_Any!]!) { _entities(representations: $gifts) { ... on Gift { secret } } }',
      ),
      variableValues: { gifts: [{ __typename: 'Gift', code: 'x' }] },
    });

    expect(answer).toEqual({ data: { _entities: [{ secret: 'secret of x' }] } });
  });

  it('when its SDL is asked for over GraphQL, then the directives are in it too', async () => {
    const answer = await execute({ schema: givenSchema(), document: parse('{ _service { sdl } }') });

    const { sdl } = (answer as { data: { _service: { sdl: string } } }).data._service;
    expect(directivesOf(sdl)).toEqual(
      expect.arrayContaining(['Gift @key(fields: "code")', 'Query.gift.wish @inaccessible']),
    );
  });
});

describe('given a schema of another make with directives in every place', () => {
  const SDL = `
    type Query { paint(in: Colour @inaccessible, wish: Wish): Wall @shareable }
    enum Colour @inaccessible { RED @inaccessible BLUE @deprecated(reason: "Too sad.") }
    input Wish @inaccessible { colour: Colour @inaccessible }
    interface Wall @inaccessible { height(unit: Metre @inaccessible): Metre @inaccessible }
    scalar Metre @inaccessible
  `;

  it('when it is federated and printed, then the directives are where they were', () => {
    const schema = buildSchema(SDL, { assumeValidSDL: true });

    const sdl = printSubgraph(federate(schema, {}));

    expect(directivesOf(sdl)).toEqual([
      'Colour @inaccessible',
      'Colour.BLUE @deprecated(reason: "Too sad.")',
      'Colour.RED @inaccessible',
      'Metre @inaccessible',
      'Query.paint @shareable',
      'Query.paint.in @inaccessible',
      'Wall @inaccessible',
      'Wall.height @inaccessible',
      'Wall.height.unit @inaccessible',
      'Wish @inaccessible',
      'Wish.colour @inaccessible',
    ]);
  });
});
