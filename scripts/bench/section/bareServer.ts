import { strict as assert } from 'node:assert';
import { createServer, type IncomingMessage } from 'node:http';

import { execute, parse, validate, type ExecutionArgs, type ExecutionResult } from 'graphql';
import { compileQuery } from 'graphql-jit';

import { createContext } from '../../../subgraphs/_kit/graph/context.ts';
import { createKnowledgeClock } from '../../../subgraphs/_kit/publishing/knowledgeClock.ts';
import { publishFigures } from '../../../subgraphs/_kit/publishing/publishFigures.ts';
import { createPresenters } from '../../../subgraphs/_kit/reading/presenters.ts';
import { openMoveStore } from '../../../subgraphs/_kit/storage/openMoveStore.ts';
import { createReleaseStore } from '../../../subgraphs/_kit/storage/releaseStore.ts';
import { agency } from '../../../subgraphs/party-building/agency.ts';

// The least that answers the same question: the agency's schema and context behind node's own HTTP, without a GraphQL
// server, tokens, signatures or limits. ENGINE says what executes: graphql-jit's compiled operation, or graphql-js.
const { ENGINE, PORT, DATA_DIR = '' } = process.env;
const { schema, code, catalogue, rules } = agency;

type Run = (variables: Readonly<Record<string, unknown>>, context: unknown) => Promise<ExecutionResult>;

function compileForJit(query: string): Run {
  const compiled = compileQuery(schema, parse(query));
  assert('query' in compiled, `graphql-jit does not compile the query: ${JSON.stringify(compiled)}`);
  return async (variables, context) => compiled.query({}, context, variables);
}

function prepareForJs(query: string): Run {
  const fixed: ExecutionArgs = { schema, document: parse(query) };
  assert(validate(schema, fixed.document).length === 0, 'the query is not valid');
  return async (variableValues, contextValue) => execute({ ...fixed, variableValues, contextValue });
}

const prepare = ENGINE === 'jit' ? compileForJit : prepareForJs;
const moves = await openMoveStore({ kind: 'sqlite', folder: DATA_DIR }, code);
// As much as a subgraph keeps where it is told nothing.
const store = createReleaseStore(moves, { bytes: 64 * 2 ** 20 });
const clock = createKnowledgeClock(code, store, Date.now);
await publishFigures({ agency: code, catalogue, store, clock }, agency.figuresFolder);
const reading = {
  agency: code,
  store,
  clock,
  presenters: createPresenters(code, store, { catalogue, rules }),
  now: Date.now,
};
const prepared = new Map<string, Run>();

async function answer(body: string): Promise<string> {
  const { query, variables } = JSON.parse(body) as {
    query: string;
    variables: Readonly<Record<string, unknown>>;
  };
  let run = prepared.get(query);
  if (!run) prepared.set(query, (run = prepare(query)));
  return JSON.stringify(await run(variables, createContext(reading)));
}

async function readText(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
}

createServer((request, response) => {
  readText(request)
    .then(answer)
    .then((text) => response.writeHead(200, { 'content-type': 'application/json' }).end(text))
    .catch((error: unknown) => {
      console.error(error);
      response.writeHead(500).end();
    });
}).listen(Number(PORT), '127.0.0.1', () => console.log('{"msg":"listening"}'));
