import type { ServerResponse } from 'node:http';

import type { Logger } from 'pino';

import type { Tracing } from '../../../schema/running/index.ts';
import type { AgencyFigures, AnswerOutcome } from './agencyFigures.ts';

/** Sees the requests to a subgraph, for traces, figures and logs. */
export interface AgencyObserver {
  readonly figures: AgencyFigures;
  /** Sees one request to its end. `traceparent` is its header of that name, or anything that is none. */
  see(requestId: string | null, traceparent: unknown, response: ServerResponse): void;
}

export function createAgencyObserver(
  figures: AgencyFigures,
  tracing: Tracing,
  logger: Logger,
): AgencyObserver {
  return {
    figures,
    see(requestId, traceparent, response) {
      const started = performance.now();
      const parent = typeof traceparent === 'string' ? traceparent : undefined;
      const span = tracing.begin('operation', parent, requestId === null ? {} : { 'request.id': requestId });
      figures.began();
      response.once('close', () => {
        const ms = performance.now() - started;
        const status = response.writableFinished ? response.statusCode : null;
        const outcome = outcomeOf(status);
        span.end(outcome === 'answered' ? undefined : outcome);
        figures.answered(outcome, ms / 1000);
        logger.debug({ requestId, status, outcome, milliseconds: Math.round(ms) }, 'answered');
      });
    },
  };
}

function outcomeOf(status: number | null): AnswerOutcome {
  if (status === null) return 'abandoned';
  if (status >= 500) return 'failed';
  return status >= 400 ? 'refused' : 'answered';
}
