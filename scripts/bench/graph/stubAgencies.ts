import { createServer, type IncomingMessage } from 'node:http';

import { buildSubgraphSchema } from '@apollo/subgraph';
import { graphql, parse, type GraphQLSchema } from 'graphql';

import { figuresOf } from './figures.ts';
import { subgraphsOf } from './graph.ts';
import { OFFICE } from './shape.ts';
import { readStubSettings } from './stubSettings.ts';

// All agencies of a bench in one process, each at a port of its own. What a gateway asks is answered by graphql-js the
// first time and from prepared bytes from then on, so that the gateway is measured. Requests differ in their knowledge
// time alone; an answer is kept without it and gets that of the request.
const INSTANT = /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z/;
const PLACE = '<as-of>';

const { firstPort, ...size } = readStubSettings(process.env);
const figures = figuresOf(size);

/**
 * What an agency says of its present when it is asked (`schema/values`, PRESENT_HEADER): nothing has changed since long
 * before all that is asked, nor will. The office says nothing, nor does the last agency: it stands for the one that has
 * just published.
 */
const SINCE = '2024-01-01T00:00:00.000Z';
const PRESENT = `${SINCE}/2099-01-01T00:00:00.000Z`;
const changing = new Set([OFFICE, `agency-${size.agencies - 1}`]);

/** A prepared answer, cut where the knowledge time stands. */
type Prepared = readonly string[];

async function prepare(schema: GraphQLSchema, body: string): Promise<Prepared> {
  const { query, variables } = JSON.parse(body) as {
    query: string;
    variables?: Readonly<Record<string, unknown>>;
  };
  const answer = await graphql({ schema, source: query, variableValues: variables ?? {} });
  if (answer.errors) console.error(JSON.stringify(answer.errors), query);
  return JSON.stringify(answer).split(PLACE);
}

function schemaOf(name: string, sdl: string): GraphQLSchema {
  const report = figures.get(name) ?? {};
  return buildSubgraphSchema([
    {
      typeDefs: parse(sdl),
      resolvers: {
        Report: { __resolveReference: (reference: object) => ({ ...reference, ...report }) },
        ...(name === OFFICE && {
          Query: { report: (_: unknown, asked: object) => ({ ...asked, area: 'area-of-report' }) },
        }),
      },
    },
  ]);
}

async function readText(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
}

const listening = [...subgraphsOf(size)].map(([name, sdl], index) => {
  const schema = schemaOf(name, sdl);
  const answers = new Map<string, Promise<Prepared>>();
  const server = createServer((request, response) => {
    const presentAsked = request.headers['x-present'];
    const present = typeof presentAsked === 'string' && !changing.has(name) ? { 'x-present': PRESENT } : {};
    void readText(request).then(async (body) => {
      if (typeof presentAsked === 'string' && presentAsked.startsWith(SINCE)) {
        response.writeHead(304, present).end();
        return;
      }
      const asOf = INSTANT.exec(body)?.[0] ?? '';
      const asked = asOf === '' ? body : body.replaceAll(asOf, PLACE);
      let prepared = answers.get(asked);
      if (!prepared) answers.set(asked, (prepared = prepare(schema, asked)));
      const answer = Buffer.from((await prepared).join(asOf));
      response.writeHead(200, {
        ...present,
        'content-type': 'application/json',
        'content-length': answer.length,
      });
      response.end(answer);
    });
  });
  server.keepAliveTimeout = 60_000;
  return new Promise<void>((resolve) => server.listen(firstPort + index, '127.0.0.1', resolve));
});
await Promise.all(listening);
console.log('{"msg":"listening"}');
