import { serverAudits } from 'graphql-http';

import type { Yardstick } from './yardstick.ts';

/** GraphQL over HTTP as the specification has it: all audits of `graphql-http` against a server that runs. */
export async function runHttpAudits(server: string, url: string): Promise<Yardstick> {
  const audits = serverAudits({ url });
  const failures: string[] = [];
  // One after the other: what goes wrong is then the audit's own doing.
  for (const audit of audits) {
    const result = await audit.fn();
    if (result.status === 'ok') continue;
    const { status, headers } = result.response;
    failures.push(
      `${audit.id} ${audit.name}: ${result.status}: ${result.reason} (answered with ${status}, ${headers.get('content-type') ?? 'no content-type'})`,
    );
  }
  return { name: `${server}, graphql-http server audits`, cases: audits.length, failures };
}
