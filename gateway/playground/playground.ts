import { readdir, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, extname, join } from 'node:path';

const BASE = '/playground';
const HERE = import.meta.dirname;

/** A file of the Playground with the headers that it is sent with. */
export interface PlaygroundFile {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Buffer;
}

const resolve = createRequire(import.meta.url).resolve;
const inPackage = (name: string, file: string): string =>
  join(dirname(resolve(`${name}/package.json`)), file);

/** All that the page loads, served by ourselves: nothing comes from another host. */
const ASSETS: ReadonlyMap<string, string> = new Map([
  [`${BASE}/react.js`, inPackage('react', 'umd/react.production.min.js')],
  [`${BASE}/react-dom.js`, inPackage('react-dom', 'umd/react-dom.production.min.js')],
  [`${BASE}/graphiql.js`, inPackage('graphiql', 'graphiql.min.js')],
  [`${BASE}/graphiql.css`, inPackage('graphiql', 'graphiql.min.css')],
  [`${BASE}/start.js`, join(HERE, 'start.js')],
]);

const MEDIA_TYPES: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
};

/** Forbids the browser any other host, should a library ever try. */
const CONTENT_SECURITY_POLICY = [
  "default-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "font-src 'self' data:",
  "img-src 'self' data:",
  "frame-ancestors 'none'",
].join('; ');

/** The page or one of its assets; null when the path is neither. */
export async function findPlaygroundFile(path: string): Promise<PlaygroundFile | null> {
  if (path === BASE) {
    const headers = {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': CONTENT_SECURITY_POLICY,
      'cache-control': 'no-cache',
    };
    return { headers, body: await renderPage() };
  }
  const file = ASSETS.get(path);
  if (file === undefined) return null;
  const headers = {
    'content-type': MEDIA_TYPES[extname(file)] ?? 'application/octet-stream',
    'cache-control': 'max-age=3600',
  };
  return { headers, body: await readFile(file) };
}

/** The example queries, in the order of their file names: the first is the full report. */
export async function readTabs(): Promise<{ title: string; query: string }[]> {
  const folder = join(HERE, 'tabs');
  const names = (await readdir(folder)).filter((name) => name.endsWith('.graphql')).sort();
  return Promise.all(
    names.map(async (name) => ({ title: name, query: await readFile(join(folder, name), 'utf8') })),
  );
}

async function renderPage(): Promise<string> {
  const tabs = JSON.stringify(await readTabs()).replaceAll('<', '\\u003c');
  return (await readFile(join(HERE, 'page.html'), 'utf8')).replace('<!-- tabs -->', () => tabs);
}
