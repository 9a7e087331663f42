import { once } from 'node:events';
import { createServer, request as send, type IncomingMessage, type ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { setTimeout as delay } from 'node:timers/promises';

import { FAULTY_ANSWERS, HUGE_BYTES } from './faults.ts';

/**
 * Stands in front of agencies: `faultProxyMain.ts <control port> <agency>=<port>=<port of the agency> …`.
 * `POST /<agency>/<mode>` at the control port switches what it does with requests; `GET /<agency>` tells the bodies
 * that have come in since the mode was set, `GET /<agency>/slow` when the agency was slow by itself.
 */
const HOST = '127.0.0.1';

/** So many bodies are told, the last that have come in. */
const BODIES_KEPT = 1000;

/** An answer that an agency takes longer for, by itself, is told as slow. */
const SLOW_MS = 1000;
const SLOW_KEPT = 10_000;
/** How often this process looks whether it is held up itself: whatever passes is slow then. */
const LOOK_EVERY_MS = 100;

/** From when to when, in epoch ms. */
type Span = readonly [number, number];

interface Door {
  setMode(mode: string): Promise<void>;
  readonly bodies: () => readonly string[];
  /** When it was slow by itself while it was passed on to. */
  readonly slow: () => readonly Span[];
  noteSlow(span: Span): void;
}

async function openDoor(port: number, target: number): Promise<Door> {
  let mode = 'passing';
  let bodies: string[] = [];
  const slow: Span[] = [];
  const noteSlow = ([from, to]: Span): void => {
    if (to - from < SLOW_MS) return;
    slow.push([from, to]);
    if (slow.length > SLOW_KEPT) slow.shift();
  };
  const server = createServer((request, response) => {
    // Connections are closed when the mode is set, whatever is on its way.
    response.on('error', () => undefined);
    const [from, isPassed] = [Date.now(), mode === 'passing'];
    if (isPassed) response.once('close', () => noteSlow([from, Date.now()]));
    void text(request).then(
      (body) => {
        bodies.push(body);
        if (bodies.length > BODIES_KEPT) bodies.shift();
        void serve(request, body, response);
      },
      () => response.destroy(),
    );
  });

  const serve = async (request: IncomingMessage, body: string, response: ServerResponse): Promise<void> => {
    const [, when, milliseconds] = /^(late|held back) by (\d+) ms$/.exec(mode) ?? [];
    const wait = Number(milliseconds ?? 0);
    if (when === 'late') await delay(wait);
    if (mode === 'passing' || when) pass(request, body, response, when === 'held back' ? wait : 0);
    else if (mode === 'something that is not HTTP') request.socket.end('SSH-2.0-noi-bo.example:54329\r\n');
    else if (mode === 'a huge answer') Readable.from(hugeAnswer()).pipe(response);
    else if (mode !== 'hanging') answer(response, mode, body);
  };

  const pass = (
    request: IncomingMessage,
    body: string,
    response: ServerResponse,
    heldBackMs: number,
  ): void => {
    const { method, url, headers } = request;
    const passed = send({ host: HOST, port: target, method, path: url, headers }, (answered) => {
      answered.once('error', () => response.destroy());
      void (heldBackMs > 0 ? delay(heldBackMs) : Promise.resolve()).then(() => {
        if (response.destroyed) return void answered.destroy();
        response.writeHead(answered.statusCode ?? 502, answered.headers);
        answered.pipe(response);
      });
    });
    passed.once('error', () => response.destroy()).end(body);
  };

  const listen = async (): Promise<void> => {
    server.listen(port, HOST);
    await once(server, 'listening');
  };
  await listen();
  return {
    bodies: () => bodies,
    slow: () => slow,
    noteSlow,
    async setMode(next) {
      bodies = [];
      if (next === mode) return;
      const last = mode;
      mode = next;
      if (next === 'stopped') {
        server.close();
        server.closeAllConnections();
        await once(server, 'close');
      } else {
        // What hangs, hangs no longer.
        server.closeAllConnections();
        if (last === 'stopped') await listen();
      }
    },
  };
}

function answer(response: ServerResponse, mode: string, asked: string): void {
  const { status, headers, body, isCut = false } = FAULTY_ANSWERS[mode]!;
  const said = typeof body === 'string' ? body : body((JSON.parse(asked) as { query: string }).query);
  response.writeHead(status, headers);
  if (isCut) response.write(said, () => response.destroy());
  else response.end(said);
}

function* hugeAnswer(): Generator<string> {
  yield '{"data":{"report":"';
  const part = 'x'.repeat(2 ** 20);
  for (let sent = 0; sent < HUGE_BYTES; sent += part.length) yield part;
  yield '"}}';
}

const [controlPort, ...doors] = process.argv.slice(2);
const open = new Map<string, Door>();
for (const door of doors) {
  const [agency = '', port, target] = door.split('=');
  open.set(agency, await openDoor(Number(port), Number(target)));
}

const control = createServer((request, response) => {
  const [, agency = '', mode] = decodeURIComponent(request.url ?? '').split('/');
  const door = open.get(agency)!;
  if (mode === undefined) response.end(JSON.stringify(door.bodies()));
  else if (mode === 'slow') response.end(JSON.stringify(door.slow()));
  else void door.setMode(mode).then(() => response.end());
});
let looked = Date.now();
setInterval(() => {
  const before = looked;
  looked = Date.now();
  for (const door of open.values()) door.noteSlow([before, looked]);
}, LOOK_EVERY_MS);
control.listen(Number(controlPort), HOST, () => console.log('{"msg":"listening"}'));
process.once('SIGTERM', () => process.exit(0));
