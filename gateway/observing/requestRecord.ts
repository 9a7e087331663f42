import type { ExecutionResult } from 'graphql';
import type { Logger } from 'pino';

import type { Span, Tracing } from '../../schema/running/index.ts';
import type { AgencyAnswer } from '../execution/index.ts';
import type { CacheUse, GatewayFigures, RequestOutcome } from './gatewayFigures.ts';

/** What is seen of one request, from its first byte to its answer. */
export interface RequestRecord {
  /** The operation that was found in it; its name is null where it has none. */
  runs(operationName: string | null): void;
  /** What came of that operation. */
  gave(result: ExecutionResult): void;
  /** Where the answer came from. */
  from(cache: CacheUse): void;
  /** Measures the planning, where it is not done already. */
  planning<Plan>(plan: () => Promise<Plan>): Promise<Plan>;
  /** Measures one request to an agency, which gets the header `traceparent` where it is traced. */
  asking(
    agency: string,
    ask: (traceparent: string | undefined) => Promise<AgencyAnswer>,
  ): Promise<AgencyAnswer>;
  /** Tells all of it, once: the status of the answer; null where the client left before it. */
  answered(status: number | null): void;
}

/** Sees requests, for traces, figures and logs. */
export interface Observer {
  readonly figures: GatewayFigures;
  /** Begins the record of a request. `traceparent` is its header of that name. */
  begin(requestId: string, traceparent: string | undefined): RequestRecord;
}

export interface ObserverSettings {
  readonly figures: GatewayFigures;
  readonly tracing: Tracing;
  readonly logger: Logger;
  readonly slowReportMs: number;
}

export function createObserver({ figures, tracing, logger, slowReportMs }: ObserverSettings): Observer {
  const begin = (requestId: string, traceparent: string | undefined): RequestRecord => {
    const started = performance.now();
    const span = tracing.begin('request', traceparent, { 'request.id': requestId });
    const agencies = new Map<string, number>();
    let operation: string | null = null;
    let outcome: RequestOutcome | null = null;
    let cache: CacheUse = 'none';
    figures.began();

    return {
      runs: (name) => void (operation = name),
      gave: ({ data, errors = [] }) => void (outcome = outcomeOf(data, errors.length)),
      from(use) {
        cache = use;
        // Only whole answers are kept.
        if (use === 'hit') outcome = 'complete';
        figures.from(use);
      },
      planning: (plan) => within(span.begin('plan'), plan),
      async asking(agency, ask) {
        const asked = performance.now();
        const part = span.begin(`agency ${agency}`, { agency });
        const answer = await ask(part.traceparent);
        const ms = performance.now() - asked;
        agencies.set(agency, (agencies.get(agency) ?? 0) + ms);
        const failure = failureOf(answer);
        part.end(failure);
        figures.agencyAnswered(agency, failure ?? 'answered', ms / 1000);
        return answer;
      },
      answered(status) {
        const ms = performance.now() - started;
        const known = knownOutcome(status, outcome);
        span.end(known === 'complete' || known === 'partial' ? undefined : known);
        figures.answered(operation, known, ms / 1000);
        const isSlow = ms > slowReportMs;
        if (!isSlow && !logger.isLevelEnabled('debug')) return;
        const milliseconds = Math.round(ms);
        const asked = rounded(agencies);
        const told = { requestId, operation, status, outcome: known, cache, milliseconds, agencies: asked };
        logger.debug(told, 'answered');
        if (isSlow) logger.warn({ ...told, slowest: slowestOf(agencies) }, 'slow report');
      },
    };
  };
  return { figures, begin };
}

async function within<Result>(span: Span, run: () => Promise<Result>): Promise<Result> {
  try {
    const result = await run();
    span.end();
    return result;
  } catch (error) {
    span.end((error as Error).name);
    throw error;
  }
}

function knownOutcome(status: number | null, outcome: RequestOutcome | null): RequestOutcome {
  if (status === null) return 'abandoned';
  return status >= 500 ? 'failed' : (outcome ?? 'refused');
}

function outcomeOf(data: unknown, errors: number): RequestOutcome {
  if (data === null || data === undefined) return 'refused';
  return errors === 0 ? 'complete' : 'partial';
}

/** The code of a failure is one of the catalogue, so there are few of them. */
function failureOf(answer: AgencyAnswer): string | undefined {
  if (!('failure' in answer)) return undefined;
  const { code } = answer.failure.extensions;
  return typeof code === 'string' ? code : 'unknown';
}

function rounded(agencies: ReadonlyMap<string, number>): Readonly<Record<string, number>> {
  return Object.fromEntries([...agencies].map(([agency, ms]) => [agency, Math.round(ms)]));
}

/** The agency that was waited for longest in all; null where none was asked. */
function slowestOf(agencies: ReadonlyMap<string, number>): string | null {
  const [slowest] = [...agencies].sort(([, a], [, b]) => b - a);
  return slowest?.[0] ?? null;
}
