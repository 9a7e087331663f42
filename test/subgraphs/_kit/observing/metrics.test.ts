import { describe, expect, it } from 'vitest';

import { givenRelease } from '../../../support/given.ts';
import { IDENTITY } from '../../../support/identity.ts';
import { waitUntil } from '../../../support/processes.ts';
import { serve } from '../../../support/serving.ts';
import { givenAgency } from '../../../support/testAgency.ts';

describe('given a served agency', () => {
  it('when it has answered and refused, then its metrics tell how often', async () => {
    const { post, url } = await serve(await givenAgency([givenRelease()]));
    await post('{"query":"{ invented { observations { totalCount } } }"}');
    await post('{"query":');
    await post('no JSON');

    let metrics = '';
    await waitUntil('all are told', async () => {
      metrics = await (await fetch(`${url}/metrics`)).text();
      return metrics.includes('party_report_requests_in_flight 0');
    });

    expect(metrics).toContain('party_report_operation_seconds_count{outcome="refused"} 2');
    expect(metrics).toContain('party_report_operation_seconds_count{outcome="answered"} 1');
    expect(metrics).toContain('process_resident_memory_bytes');
  });

  it('when it answers the gateway alone, then its metrics are told all the same', async () => {
    const { post, url } = await serve(await givenAgency([givenRelease()]), IDENTITY);

    const asked = await post('{"query":"{ invented { observations { totalCount } } }"}');

    expect([asked.status, (await fetch(`${url}/metrics`)).status]).toEqual([401, 200]);
  });
});
