import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { ROOT, startHouse, waitUntil, type House } from '../../support/processes.ts';

const README = readFileSync(join(ROOT, 'README.md'), 'utf8');

/** The body that the README's command posts, as the shell hands it to curl: what stands between the quotes. */
const body = /-d '([^']+)'/.exec(README)?.[1] ?? '';
const answer = /```json\n([\s\S]+?)```/.exec(README)?.[1] ?? '';

describe('given a newcomer who pastes the query of the README', () => {
  let house: House;

  beforeAll(async () => {
    house = await startHouse();
  });

  afterAll(() => house.stop());

  it('when it is sent as it stands, then the answer is the one that the README prints', async () => {
    const send = async (): Promise<unknown> => {
      const response = await fetch(`http://127.0.0.1:${house.gatewayPort}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body,
      });
      return response.json();
    };
    let received: unknown;
    await waitUntil('the newest closed second is after the start', async () => {
      received = await send();
      return JSON.stringify(received).includes('1636') || JSON.stringify(received).includes('errors');
    });

    expect(received).toEqual(JSON.parse(answer));
  });
});
