// A thread of its own: so many connections at once, each of which posts the same body; tells how each was answered.
import { Agent, request } from 'node:http';
import { parentPort, workerData } from 'node:worker_threads';

const { url, body, connections } = workerData;
const agent = new Agent({ maxSockets: Infinity });
const headers = { 'content-type': 'application/json', 'content-length': body.length };

const post = () =>
  new Promise((resolve) => {
    const sending = request(url, { method: 'POST', agent, headers }, (response) => {
      response.resume();
      response.once('end', () =>
        resolve(`${response.statusCode} ${response.headers['retry-after'] ?? ''}`.trim()),
      );
    });
    sending.once('error', ({ code }) => resolve(code));
    sending.end(body);
  });

const answers = await Promise.all(Array.from({ length: connections }, post));
agent.destroy();
const counts = {};
for (const answer of answers) counts[answer] = (counts[answer] ?? 0) + 1;
parentPort.postMessage(counts);
