import { createServer, type IncomingMessage } from 'node:http';

import { Pool } from 'undici';

import { FIGURE_SELECTION, OFFICE, sectionSelection, sectionsOf } from './graph/shape.ts';
import { readStubSettings, stubUrls } from './graph/stubSettings.ts';

// What a team would write by hand in place of the gateway: no GraphQL in front, one request per agency for exactly the
// fields of the report, merged by hand. It is the yardstick that the others are measured against.
interface Line {
  readonly pool: Pool;
  readonly path: string;
}

const settings = readStubSettings(process.env);
const urls = stubUrls(settings);

function openLine(agency: string): Line {
  const { origin, pathname } = new URL(urls.get(agency) ?? '');
  return { pool: new Pool(origin, { connections: 64 }), path: pathname };
}

const office = openLine(OFFICE);
const OFFICE_QUERY =
  'query ($organisation: ID!, $period: String!, $asOf: String) { report(organisation: $organisation, period: $period, asOf: $asOf) { organisation period asOf area } }';
const agencies = sectionsOf(settings).map((section) => ({
  ...openLine(section.agency),
  field: section.field,
  query: `query ($reports: [_Any!]!) { _entities(representations: $reports) { ... on Report { ${sectionSelection(section, '{ ...Figure }')} } } } fragment Figure on Figure ${FIGURE_SELECTION}`,
}));

interface AgencyAnswer<T> {
  readonly data: T;
}

async function ask<T>({ pool, path }: Line, query: string, variables: object): Promise<T> {
  const { body } = await pool.request({
    path,
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json' },
    body: JSON.stringify({ query, variables }),
  });
  return (JSON.parse(await body.text()) as AgencyAnswer<T>).data;
}

interface Key {
  readonly organisation: string;
  readonly period: string;
  readonly asOf: string;
  readonly area: string;
}

async function readReport(variables: object): Promise<object> {
  const { report } = await ask<{ report: Key }>(office, OFFICE_QUERY, variables);
  const { organisation, period, asOf } = report;
  const reports = [{ __typename: 'Report', ...report }];
  const sections = await Promise.all(
    agencies.map(async ({ field, query, ...line }): Promise<[string, unknown]> => {
      const { _entities } = await ask<{ _entities: readonly [Record<string, unknown>] }>(line, query, {
        reports,
      });
      return [field, _entities[0][field]];
    }),
  );
  return { data: { report: { organisation, period, asOf, ...Object.fromEntries(sections) } } };
}

async function readText(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
}

createServer((request, response) => {
  const answer = async (): Promise<void> => {
    const { variables } = JSON.parse(await readText(request)) as { variables: object };
    const text = JSON.stringify(await readReport(variables));
    response.writeHead(200, { 'content-type': 'application/json; charset=utf-8' }).end(text);
  };
  answer().catch((error: unknown) => {
    console.error(error);
    response.writeHead(500).end();
  });
}).listen(Number(process.env.PORT), '127.0.0.1', () => console.log('{"msg":"listening"}'));
