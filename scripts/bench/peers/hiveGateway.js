// Hive's gateway runtime as it comes, with its JavaScript planner or, with PLANNER=rust, the one in Rust.
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import process from 'node:process';

import { createGatewayRuntime } from '@graphql-hive/gateway-runtime';
import { unifiedGraphHandler } from '@graphql-hive/router-runtime';

const runtime = createGatewayRuntime({
  supergraph: readFileSync(process.env.SUPERGRAPH_FILE, 'utf8'),
  logging: false,
  landingPage: false,
  graphiql: false,
  ...(process.env.PLANNER === 'rust' && { unifiedGraphHandler }),
});

createServer(runtime).listen(Number(process.env.PORT), '127.0.0.1', () =>
  process.stdout.write('{"msg":"listening"}\n'),
);
