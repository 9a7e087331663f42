// A process of its own: so many connections at once, each of which posts the same body; tells how each was answered.
import { once } from 'node:events';
import { Agent, request } from 'node:http';

export interface Flood {
  readonly url: string;
  readonly body: string;
  readonly connections: number;
}

const { url, body, connections } = ((await once(process, 'message')) as [Flood])[0];
const agent = new Agent({ maxSockets: Infinity });
const headers = { 'content-type': 'application/json', 'content-length': body.length };

function post(): Promise<string> {
  return new Promise((resolve) => {
    const sending = request(url, { method: 'POST', agent, headers }, (response) => {
      response.resume();
      const retryAfter = response.headers['retry-after'] ?? '';
      response.once('end', () => resolve(`${response.statusCode} ${retryAfter}`.trim()));
    });
    sending.once('error', ({ code = 'error' }: NodeJS.ErrnoException) => resolve(code));
    sending.end(body);
  });
}

const answers = await Promise.all(Array.from({ length: connections }, post));
agent.destroy();
const counts: Record<string, number> = {};
for (const answer of answers) counts[answer] = (counts[answer] ?? 0) + 1;
process.send?.(counts, () => process.disconnect());
