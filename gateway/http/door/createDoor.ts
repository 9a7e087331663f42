import type { IncomingMessage, ServerResponse } from 'node:http';

import { assertJson, type TokenReader } from '../../../schema/identity/index.ts';
import { BODY_LIMIT_BYTES, type Principal } from '../../../schema/values/index.ts';
import { createAdmission } from './admission.ts';
import { addressOf } from './callerAddress.ts';
import type { DoorSettings } from './doorSettings.ts';
import { assertNotForged } from './forgery.ts';
import { readBody } from './readBody.ts';

/** A request that was let in, and may be worked at now. */
export interface Guest {
  readonly principal: Principal | null;
  /** Null unless it was posted. */
  readonly body: string | null;
  /** To be called once the answer is made: the next one may begin. Whoever has left is counted out without. */
  done(): void;
}

/**
 * Who comes to `/graphql` is looked at in this order: where the request comes from, its token, whether there is room,
 * its body, whether somebody has time for it. Null when it has left before.
 * @throws CataloguedError with what is wrong.
 */
export type Door = (request: IncomingMessage, response: ServerResponse) => Promise<Guest | null>;

export function createDoor(
  settings: DoorSettings,
  readToken: TokenReader,
  admission = createAdmission(settings),
): Door {
  return async (request, response) => {
    assertNotForged(request, settings.corsOrigins);
    const principal = await readToken(request.headers.authorization);
    if (response.destroyed) return null;
    const visit = admission.enter(personOf(principal, request, settings));
    response.once('close', () => visit.leave());
    if (request.method === 'POST') assertJson(request.headers);
    // Whoever may send figures has a token; a question and its variables are small.
    const limit = principal ? BODY_LIMIT_BYTES : settings.bodyBytes;
    const body = request.method === 'POST' ? await readBody(request, limit) : null;
    if (!(await visit.work())) return null;
    return {
      principal,
      body,
      done() {
        visit.done();
        // Who takes nothing of the answer for so long does not keep it in our memory.
        response.setTimeout(settings.receiveTimeoutMs, () => response.destroy());
      },
    };
  };
}

/** Nobody's token can name an address. */
function personOf(
  principal: Principal | null,
  request: IncomingMessage,
  { trustedProxies }: DoorSettings,
): string {
  return principal ? `subject ${principal.subject}` : `address ${addressOf(request, trustedProxies)}`;
}
