import { createServer, type RequestListener } from 'node:http';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

// Serves the subgraphs of all suites of a checkout of the federation audit, from its source, on this machine alone (its
// own server listens on every interface). Suites use the same names for different subgraphs, and a gateway has one
// address for each name: `/now/<subgraph>` is that subgraph of the suite that `PUT /now/<suite>` has named last.
const { AUDIT_DIR = '', PORT } = process.env;
const source = pathToFileURL(join(AUDIT_DIR, 'src/index.ts')).href;
const { createRouter } = (await import(source)) as { createRouter: () => RequestListener };
const router = createRouter();
let suite = '';

createServer((request, response) => {
  const [, first, name] = (request.url ?? '').split('/');
  if (first === 'now' && request.method === 'PUT') {
    suite = name ?? '';
    response.writeHead(204).end();
    return;
  }
  if (first === 'now') request.url = `/${suite}/${name ?? ''}`;
  router(request, response);
}).listen(Number(PORT), '127.0.0.1', () => console.log('{"msg":"listening"}'));
