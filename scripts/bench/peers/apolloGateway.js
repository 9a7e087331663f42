// Apollo Gateway on Apollo Server, as its documentation sets it up, behind node's own HTTP server.
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import process from 'node:process';

import { ApolloGateway } from '@apollo/gateway';
import { ApolloServer, HeaderMap } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';

const gateway = new ApolloGateway({ supergraphSdl: readFileSync(process.env.SUPERGRAPH_FILE, 'utf8') });
const apollo = new ApolloServer({
  gateway,
  plugins: [ApolloServerPluginCacheControlDisabled(), ApolloServerPluginUsageReportingDisabled()],
});
await apollo.start();

async function answer(request, response) {
  const chunks = [];
  for await (const chunk of request) chunks.push(chunk);
  const headers = new HeaderMap(Object.entries(request.headers));
  const body = JSON.parse(chunks.join(''));
  const result = await apollo.executeHTTPGraphQLRequest({
    httpGraphQLRequest: { method: request.method, headers, search: '', body },
    context: () => Promise.resolve({}),
  });
  response.writeHead(result.status ?? 200, Object.fromEntries(result.headers)).end(result.body.string);
}

createServer((request, response) => {
  answer(request, response).catch((error) => {
    process.stderr.write(`${error.stack}\n`);
    response.writeHead(500).end();
  });
}).listen(Number(process.env.PORT), '127.0.0.1', () => process.stdout.write('{"msg":"listening"}\n'));
