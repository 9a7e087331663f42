import { strict as assert } from 'node:assert';

import type { Logger } from 'pino';

import { fault } from '../../schema/errors/index.ts';
import type { RequestSigner } from '../../schema/identity/index.ts';
import { createSectionCache, type SectionCache, type Told } from '../caching/sectionCache.ts';
import type { AgencyAnswer, AgencyRequest } from '../execution/index.ts';
import { faultWords } from './agencyFaults.ts';
import { openLine, type LineState } from './agencyLine.ts';
import type { Failure } from './exchange.ts';
import { DEFAULT_LINE_LIMITS, type LineLimits } from './lineLimits.ts';
import { writeQuestion, type Asked } from './question.ts';
import { createSharedQuestions } from './sharedQuestions.ts';

/** In whose name agencies are asked, and what for. */
export interface Caller {
  /** The header of that name, its token verified; left out where nobody in particular asks. */
  readonly authorization?: string | undefined;
  /** What the client's request is called in all logs, those of agencies among them. */
  readonly requestId?: string | undefined;
  /** Aborted when the client has left: its questions are given up then, its mutations are not. */
  readonly signal?: AbortSignal | undefined;
  /** When the client must have its answer, in milliseconds of `Date.now()`; mutations take the time they take. */
  readonly deadline?: number | undefined;
  /** The W3C header of the trace that this is part of; left out where nothing is traced. */
  readonly traceparent?: string | undefined;
}

/** The gateway's line to the agencies. */
export interface AgencyClient {
  /**
   * Asks an agency within the time limit (that of a mutation is longer) and the caller's deadline, in the name of the
   * caller; equal questions of equal rights in one second are asked once. Never rejects: whatever goes wrong is an answer, and is logged.
   */
  send(
    request: Pick<AgencyRequest, 'agency' | 'query' | 'operationName' | 'variables'> &
      Partial<Pick<AgencyRequest, 'operationKind'>>,
    caller?: Caller,
  ): Promise<AgencyAnswer>;
  /** Whether an agency answers GraphQL at all now, also while it is given up. Never rejects, logs nothing. */
  probe(agency: string): Promise<boolean>;
  /** How it stands with each agency, by its code. */
  states(): ReadonlyMap<string, LineState>;
  close(): Promise<void>;
}

export interface AgencyClientSettings {
  readonly urls: ReadonlyMap<string, string>;
  readonly timeoutMs: number;
  readonly logger: Logger;
  /** Signs what is sent; null where agencies do not ask for it. */
  readonly sign: RequestSigner | null;
  /** The clock whose seconds "asOf" follows where it is left out; the machine's where left out. */
  readonly now?: () => number;
  /** Where sections are kept; nowhere where left out. */
  readonly sections?: SectionCache;
  /** What is left out is as in {@link DEFAULT_LINE_LIMITS}. */
  readonly limits?: Partial<LineLimits>;
}

export function createAgencyClient(settings: AgencyClientSettings): AgencyClient {
  const { urls, timeoutMs, logger, sign, now = Date.now, sections = createSectionCache(0) } = settings;
  const limits = { ...DEFAULT_LINE_LIMITS, ...settings.limits };
  const lines = new Map(
    [...urls].map(([agency, address]) => {
      const url = new URL(address);
      return [agency, { url, ...openLine({ agency, url, timeoutMs, limits, logger }) }];
    }),
  );
  const join = createSharedQuestions();

  const askedOf = (asked: Omit<Asked, 'url'>) => {
    const line = lines.get(asked.agency);
    assert(line, `agency "${asked.agency}" has no address`);
    return { line, question: writeQuestion({ ...asked, url: line.url }, timeoutMs, sign) };
  };

  const failed = (agency: string, { fault: said, cause }: Failure, requestId?: string): AgencyAnswer => {
    // That an agency is given up is logged once, not with every request meanwhile.
    const level = 'since' in said.details ? 'debug' : 'warn';
    logger[level]({ requestId, agency, code: said.code, cause }, 'agency failed');
    return { failure: faultWords(agency, said) };
  };

  const put = async (request: AgencyRequest, present: string | null, caller: Caller): Promise<Told> => {
    const { agency, query, operationName, variables, operationKind } = request;
    const isMutation = operationKind === 'mutation';
    const content = { query, operationName, variables };
    const { line, question } = askedOf({ agency, content, isMutation, present, caller });
    // Whoever has less time than others cannot have their question, nor they his.
    const isShared = !isMutation && question.limitMs === question.fullLimitMs;
    // Without "asOf" it is answered as of the last full second: whoever asks in the next one is not to be told what was.
    const second = Math.floor(now() / 1000);
    // Neither a code nor a header holds a line break.
    const key = isShared ? [agency, caller.authorization, present, second, question.body].join('\n') : null;
    const signal = isMutation ? undefined : caller.signal;
    const outcome = await join(key, signal, (ending) => line.ask(question, ending));
    if (outcome && 'read' in outcome) return { ...outcome, answer: outcome.read() };
    // Nobody reads the first: the client has left.
    const answer = outcome
      ? failed(agency, outcome, caller.requestId)
      : { failure: faultWords(agency, fault('AGENCY_UNREACHABLE', { agency })) };
    return { answer, present: null, length: 0 };
  };

  return {
    send: ({ operationKind = 'query', ...request }, caller = {}) =>
      sections.send({ ...request, operationKind }, caller.authorization ?? '', (asked, present) =>
        put(asked, present, caller),
      ),
    probe(agency) {
      const { line, question } = askedOf({
        agency,
        content: { query: '{__typename}' },
        isMutation: false,
        caller: {},
      });
      return line.answers(question);
    },
    states: () => new Map([...lines].map(([agency, line]) => [agency, line.state()])),
    async close() {
      await Promise.all([...lines.values()].map((line) => line.close()));
    },
  };
}
