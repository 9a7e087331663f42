import type { Logger } from 'pino';

import { createGraph } from '../../../gateway/graphs/readGraph.ts';
import { createServedGraphs } from '../../../gateway/graphs/servedGraphs.ts';
import type { GatewaySettings } from '../../../gateway/http/createGateway.ts';
import { createGatewayFigures, readWhenAsked } from '../../../gateway/observing/gatewayFigures.ts';
import { createObserver } from '../../../gateway/observing/requestRecord.ts';
import type { Supergraph } from '../../../gateway/supergraph.ts';
import { NO_TRACING } from '../../../schema/running/index.ts';
import { NOW } from '../../support/identity.ts';

/** What a gateway needs to serve one supergraph from beginning to end, and to be seen doing it. */
export function servedGraph(
  supergraph: Supergraph,
  { operations, kept }: Pick<GatewaySettings, 'operations' | 'kept'>,
  logger: Logger,
  slowReportMs = 1000,
): Pick<GatewaySettings, 'graphs' | 'observer' | 'isStopping'> {
  const graph = createGraph('', supergraph, { planCacheSize: 100, operations, kept });
  const graphs = createServedGraphs({
    first: graph,
    read: () => Promise.reject(new Error('this house keeps its graph')),
    keepLines: () => undefined,
    now: () => NOW,
  });
  const figures = createGatewayFigures();
  readWhenAsked(figures, { servingSince: () => NOW, plansKept: () => graph.operations.size });
  const observer = createObserver({ figures, tracing: NO_TRACING, logger, slowReportMs });
  return { graphs, observer, isStopping: () => false };
}
