import type { Attributes, Context, Span as OpenSpan, SpanKind } from '@opentelemetry/api';

/** A piece of work in a trace. */
export interface Span {
  /** The W3C header `traceparent` for whoever is asked within it; absent where nothing is traced. */
  readonly traceparent: string | undefined;
  /** A piece of this work. */
  begin(name: string, attributes?: Attributes): Span;
  /** Ends it; with the code of what went wrong, if anything did. */
  end(failure?: string): void;
}

/** Where traces go. */
export interface Tracing {
  /** Begins the work for one request; `traceparent` is the header of whoever asks. */
  begin(name: string, traceparent: string | undefined, attributes?: Attributes): Span;
  /** Sends what has not been sent yet; never rejects. */
  stop(): Promise<void>;
}

const NO_SPAN: Span = { traceparent: undefined, begin: () => NO_SPAN, end: () => undefined };

/** For where no collector is set: costs nothing. */
export const NO_TRACING: Tracing = { begin: () => NO_SPAN, stop: () => Promise.resolve() };

/**
 * Traces to an OpenTelemetry collector at `endpoint` (OTLP over HTTP), under the name of a service; without an endpoint
 * none of the libraries is loaded. Whether the collector is there makes no difference to requests.
 */
export async function startTracing(endpoint: string | null, service: string): Promise<Tracing> {
  if (endpoint === null) return NO_TRACING;
  const [api, { BatchSpanProcessor, NodeTracerProvider }, { OTLPTraceExporter }, { resourceFromAttributes }] =
    await Promise.all([
      import('@opentelemetry/api'),
      import('@opentelemetry/sdk-trace-node'),
      import('@opentelemetry/exporter-trace-otlp-http'),
      import('@opentelemetry/resources'),
    ]);
  const { propagation, ROOT_CONTEXT, SpanStatusCode, trace } = api;
  const exporter = new OTLPTraceExporter({ url: `${endpoint.replace(/\/$/, '')}/v1/traces` });
  const provider = new NodeTracerProvider({
    resource: resourceFromAttributes({ 'service.name': service }),
    spanProcessors: [new BatchSpanProcessor(exporter)],
  });
  // Spans are handed on by hand: following them through every promise would cost each of them something.
  provider.register({ contextManager: null });
  const tracer = provider.getTracer('party-report');

  const spanOf = (open: OpenSpan, context: Context): Span => {
    const carrier: { traceparent?: string } = {};
    propagation.inject(context, carrier);
    return {
      traceparent: carrier.traceparent,
      begin: (name, attributes = {}) => start(name, attributes, context, api.SpanKind.CLIENT),
      end(failure) {
        if (failure !== undefined) open.setStatus({ code: SpanStatusCode.ERROR, message: failure });
        open.end();
      },
    };
  };
  const start = (name: string, attributes: Attributes, parent: Context, kind: SpanKind): Span => {
    const open = tracer.startSpan(name, { attributes, kind }, parent);
    return spanOf(open, trace.setSpan(parent, open));
  };
  return {
    begin(name, traceparent, attributes = {}) {
      const parent = propagation.extract(ROOT_CONTEXT, traceparent === undefined ? {} : { traceparent });
      return start(name, attributes, parent, api.SpanKind.SERVER);
    },
    stop: () => provider.shutdown().catch(() => undefined),
  };
}
