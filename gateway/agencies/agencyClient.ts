import { strict as assert } from 'node:assert';

import type { Logger } from 'pino';
import { Pool } from 'undici';

import { fault, type Fault } from '../../schema/errors/index.ts';
import { REQUEST_ID_HEADER, type RequestSigner } from '../../schema/identity/index.ts';
import type { AgencyAnswer, AgencyRequest } from '../execution/index.ts';
import { faultWords } from './agencyFaults.ts';
import { readAnswer, type ReadAnswer } from './readAnswer.ts';

/** Connections to one agency at most; further requests wait for one. */
const CONNECTIONS_PER_AGENCY = 64;
const ANSWER_LIMIT_BYTES = 64 * 1024 * 1024;
/**
 * Ten thousand figures take seconds to be read, checked and stored. Who has sent them shall know what came of it, and
 * keeps nobody else waiting: so often the time of a question.
 */
const MUTATION_PATIENCE = 10;

/** In whose name agencies are asked, and what for. */
export interface Caller {
  /** The header of that name, its token verified; left out where nobody in particular asks. */
  readonly authorization?: string | undefined;
  /** What the client's request is called in all logs, those of agencies among them. */
  readonly requestId?: string | undefined;
}

/** The gateway's line to the agencies. */
export interface AgencyClient {
  /**
   * Asks an agency within the time limit (that of a mutation is longer), in the name of the caller. Never rejects: whatever goes wrong is an answer,
   * and is logged.
   */
  send(
    request: Pick<AgencyRequest, 'agency' | 'query' | 'operationName' | 'variables'> &
      Partial<Pick<AgencyRequest, 'operationKind'>>,
    caller?: Caller,
  ): Promise<AgencyAnswer>;
  /** Whether an agency answers GraphQL at all now. Never rejects, logs nothing. */
  probe(agency: string): Promise<boolean>;
  close(): Promise<void>;
}

export interface AgencyClientSettings {
  readonly urls: ReadonlyMap<string, string>;
  readonly timeoutMs: number;
  readonly logger: Logger;
  /** Signs what is sent; null where agencies do not ask for it. */
  readonly sign: RequestSigner | null;
}

export function createAgencyClient({ urls, timeoutMs, logger, sign }: AgencyClientSettings): AgencyClient {
  const lines = new Map([...urls].map(([agency, url]) => [agency, openLine(url, timeoutMs)]));

  const post = (
    agency: string,
    content: object,
    caller: Caller = {},
    limitMs = timeoutMs,
  ): Promise<ReadAnswer> => {
    const { authorization = '', requestId } = caller;
    const line = lines.get(agency);
    assert(line, `agency "${agency}" has no address`);
    const body = JSON.stringify(content);
    const headers = {
      'content-type': 'application/json',
      accept: 'application/json',
      ...(authorization !== '' && { authorization }),
      // Not signed below: whoever could change it on its way would put another label into a log, and nothing else.
      ...(requestId !== undefined && { [REQUEST_ID_HEADER]: requestId }),
      ...sign?.({ agency, method: 'POST', path: line.path, body, authorization }),
    };
    const limit = AbortSignal.timeout(limitMs);
    return Promise.race([exchange(line, { headers, body }, limit), rejectionOf(limit)]);
  };

  const failed = (
    agency: string,
    said: Fault,
    cause: unknown,
    requestId: string | undefined,
  ): AgencyAnswer => {
    logger.warn(
      { requestId, agency, code: said.code, cause: cause instanceof Error ? cause.message : cause },
      'agency failed',
    );
    return { failure: faultWords(agency, said) };
  };

  return {
    async send({ agency, query, operationName, variables, operationKind = 'query' }, caller) {
      const requestId = caller?.requestId;
      const limitMs = operationKind === 'mutation' ? MUTATION_PATIENCE * timeoutMs : timeoutMs;
      try {
        const answer = await post(agency, { query, operationName, variables }, caller, limitMs);
        if ('data' in answer) return answer;
        return failed(agency, fault('AGENCY_BROKEN', { agency }), answer.broken, requestId);
      } catch (error) {
        return failed(agency, faultOfTransport(agency, limitMs, error), error, requestId);
      }
    },
    async probe(agency) {
      try {
        return 'data' in (await post(agency, { query: '{__typename}' }));
      } catch {
        return false;
      }
    },
    async close() {
      await Promise.all([...lines.values()].map(({ pool }) => pool.close()));
    },
  };
}

interface Line {
  readonly pool: Pool;
  readonly path: string;
}

function openLine(url: string, timeoutMs: number): Line {
  const { origin, pathname, search } = new URL(url);
  const pool = new Pool(origin, {
    connections: CONNECTIONS_PER_AGENCY,
    maxResponseSize: ANSWER_LIMIT_BYTES,
    // The one time limit of each request stands for these two.
    headersTimeout: 0,
    bodyTimeout: 0,
    connect: { timeout: timeoutMs },
  });
  return { pool, path: pathname + search };
}

async function exchange(
  { pool, path }: Line,
  sent: { readonly headers: Readonly<Record<string, string>>; readonly body: string },
  signal: AbortSignal,
): Promise<ReadAnswer> {
  const { statusCode, body } = await pool.request({
    path,
    method: 'POST',
    ...sent,
    signal,
  });
  let text: string;
  try {
    text = await body.text();
  } catch (error) {
    if (signal.aborted) throw error;
    return { broken: `status ${statusCode}, breaks off: ${(error as Error).message}` };
  }
  return readAnswer(statusCode, text);
}

/** Ends the wait even where undici does not look at the signal: while a connection is being made. */
function rejectionOf(signal: AbortSignal): Promise<never> {
  return new Promise((_resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true });
  });
}

/** Too slow, not HTTP, or not there at all. */
function faultOfTransport(agency: string, limitMs: number, error: unknown): Fault {
  const { name, code } = error as { name?: string; code?: string };
  if (name === 'TimeoutError' || code === 'UND_ERR_CONNECT_TIMEOUT') {
    return fault('AGENCY_TIMEOUT', { agency, limitMs });
  }
  const isNonsense = name === 'HTTPParserError' || code === 'UND_ERR_HEADERS_OVERFLOW';
  return isNonsense ? fault('AGENCY_BROKEN', { agency }) : fault('AGENCY_UNREACHABLE', { agency });
}
