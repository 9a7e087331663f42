import { setTimeout as delay } from 'node:timers/promises';

import { AGENCY_CODES } from '../../schema/values/index.ts';
import type { Exchange } from './judging/judgeExchange.ts';
import type { Client } from './load.ts';
import type { Publisher } from './publisher.ts';
import { everyQuestion } from './questions.ts';

/** Until a publication is older than the last full second. */
const SEEN_AFTER_MS = 2000;

/**
 * Publishes once for each agency, and reads what every question is answered while nothing happens: what all later answers
 * are held against. @throws Error when one of the answers is not whole.
 */
export async function learn(client: Client, publisher: Publisher): Promise<readonly Exchange[]> {
  for (const agency of AGENCY_CODES) await publisher.publish(agency);
  await delay(SEEN_AFTER_MS);
  const exchanges: Exchange[] = [];
  for (const question of everyQuestion()) {
    const exchange = await client.ask(question);
    const { status, text } = exchange;
    if (status !== 200 || text.includes('"errors"')) {
      throw new Error(`While nothing happens there is no whole answer: ${text.slice(0, 2000)}`);
    }
    exchanges.push(exchange);
  }
  return exchanges;
}
