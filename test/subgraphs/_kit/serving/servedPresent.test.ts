import { describe, expect, it } from 'vitest';

import { givenRelease } from '../../../support/given.ts';
import { april, insertRelease } from '../../../support/stores.ts';
import { serve } from '../../../support/serving.ts';
import { givenAgency } from '../../../support/testAgency.ts';

const QUERY = '{ invented { observations { totalCount } } }';

/** A served agency that has published on 2 April 2024; it is noon of the 20th there. */
async function givenServed() {
  const running = await givenAgency([givenRelease({ publishedAt: april(2) })]);
  const { url, principals } = await serve(running);
  const ask = async (present?: string) => {
    const response = await fetch(`${url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(present !== undefined && { 'x-present': present }) },
      body: JSON.stringify({ query: QUERY }),
    });
    const text = await response.text();
    return { status: response.status, present: response.headers.get('x-present'), text };
  };
  return { running, ask, answered: () => principals.length };
}

const ANSWER = '{"data":{"invented":{"observations":{"totalCount":1}}}}\n';
const NOW = '2024-04-20T12:00:00.000Z';

describe('given a served agency that has published on the 2nd', () => {
  it('when nothing is asked of its present, then nothing is told', async () => {
    const { ask } = await givenServed();

    expect(await ask()).toEqual({ status: 200, present: null, text: ANSWER });
  });

  it.each([`../${NOW}`, `${april(1)}/${NOW}`])(
    'when its present is asked with %s, then it comes with the answer',
    async (asked) => {
      const { ask } = await givenServed();

      expect(await ask(asked)).toEqual({ status: 200, present: `${april(2)}/${NOW}`, text: ANSWER });
    },
  );

  it('when the present is the one that is known, then nothing is answered but that', async () => {
    const { ask, answered } = await givenServed();

    expect(await ask(`${april(2)}/${NOW}`)).toEqual({ status: 304, present: `${april(2)}/${NOW}`, text: '' });
    expect(answered()).toBe(0);
  });

  it('when it has published since, then it is answered again', async () => {
    const { running, ask } = await givenServed();
    await insertRelease(running.store, {
      ...givenRelease({ number: 2, publishedAt: april(5) }),
      agency: 'invented',
    });

    expect(await ask(`${april(2)}/${NOW}`)).toEqual({
      status: 200,
      present: `${april(5)}/${NOW}`,
      text: ANSWER,
    });
  });

  it.each(['yesterday', '2999-01-01T00:00:00.000Z', `../2999-01-01T00:00:00.000Z`])(
    'when %j is asked, then it is answered without a present',
    async (asked) => {
      const { ask } = await givenServed();

      expect(await ask(asked)).toEqual({ status: 200, present: null, text: ANSWER });
    },
  );
});
