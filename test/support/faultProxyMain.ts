import { once } from 'node:events';
import { createServer, request as send, type IncomingMessage, type ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';

import { FAULTY_ANSWERS } from './faults.ts';

/**
 * Stands in front of agencies: `faultProxyMain.ts <control port> <agency>=<port>=<port of the agency> …`.
 * `POST /<agency>/<mode>` at the control port switches what it does with requests; `GET /<agency>` tells the bodies
 * that have come in since the mode was set.
 */
const HOST = '127.0.0.1';

interface Door {
  setMode(mode: string): Promise<void>;
  readonly bodies: () => readonly string[];
}

async function openDoor(port: number, target: number): Promise<Door> {
  let mode = 'passing';
  let bodies: string[] = [];
  const server = createServer((request, response) => {
    void text(request).then((body) => {
      bodies.push(body);
      if (mode === 'passing') pass(request, body, response);
      else if (mode === 'something that is not HTTP') request.socket.end('SSH-2.0-noi-bo.example:54329\r\n');
      else if (mode !== 'hanging') answer(response, mode, body);
    });
  });

  const pass = (request: IncomingMessage, body: string, response: ServerResponse): void => {
    const { method, url, headers } = request;
    const passed = send({ host: HOST, port: target, method, path: url, headers }, (answered) => {
      response.writeHead(answered.statusCode ?? 502, answered.headers);
      answered.pipe(response);
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
  const { status, headers, body } = FAULTY_ANSWERS[mode]!;
  const said = typeof body === 'string' ? body : body((JSON.parse(asked) as { query: string }).query);
  response.writeHead(status, headers);
  if (headers['content-length'] === undefined) response.end(said);
  else response.write(said, () => response.destroy());
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
  else void door.setMode(mode).then(() => response.end());
});
control.listen(Number(controlPort), HOST, () => console.log('{"msg":"listening"}'));
process.once('SIGTERM', () => process.exit(0));
