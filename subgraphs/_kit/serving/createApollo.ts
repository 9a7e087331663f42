import { randomUUID } from 'node:crypto';

import { ApolloServer, type ApolloServerOptions } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
} from '@apollo/server/plugin/disabled';
import type { GraphQLError, GraphQLFormattedError, GraphQLSchema } from 'graphql';
import type { Logger } from 'pino';

import { fault, faultExtensions, faultOf, maskedFault, shortened } from '../../../schema/errors/index.ts';
import type { AgencyContext } from '../graph/context.ts';
import { compiledQueries } from './compiledQueries.ts';

/** Codes of errors in the question itself; their messages say nothing of ours. */
const QUESTION_ERRORS = new Set([
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'OPERATION_RESOLUTION_FAILURE',
  'BAD_USER_INPUT',
  'BAD_REQUEST',
]);

/** What graphql-js says of a variable that is null where the argument must not be; it gives no other sign. */
const NULL_ARGUMENT = /^Argument "\w+" (of non-null type "[^"]+" must not be null|has invalid value)/;

/** Characters of a message that others have made; what was sent is a part of it. */
const LONGEST_MESSAGE = 1000;

/** The GraphQL server of one agency, without its HTTP. */
export function createApollo(schema: GraphQLSchema, logger: Logger): ApolloServer<AgencyContext> {
  const options: ApolloServerOptions<AgencyContext> = {
    schema,
    introspection: true,
    includeStacktraceInErrorResponses: false,
    // Subgraphs are reached by gateways only, over HTTP clients that send no cookies.
    csrfPrevention: false,
    plugins: [
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginInlineTraceDisabled(),
      compiledQueries(schema, (error) => publicError(formattedAsApollo(error), error, logger)),
    ],
    logger,
    stopOnTerminationSignals: false,
    formatError: (formatted, error) => publicError(formatted, error, logger),
  };
  return new ApolloServer(options);
}

/** As Apollo Server hands errors on, which it does not do with those of a plugin's answer; graphql-jit has none to JSON. */
function formattedAsApollo({ message, path, locations, extensions }: GraphQLError): GraphQLFormattedError {
  return {
    message,
    ...(path && { path }),
    ...(locations && { locations }),
    extensions: { code: 'INTERNAL_SERVER_ERROR', ...(extensions as GraphQLError['extensions'] | undefined) },
  };
}

/** The error boundary: catalogued faults and errors of the question pass, anything else is masked with an id. */
function publicError(
  formatted: GraphQLFormattedError,
  error: unknown,
  logger: Logger,
): GraphQLFormattedError {
  const place = {
    ...(formatted.path && { path: formatted.path }),
    ...(formatted.locations && { locations: formatted.locations }),
  };
  const known = faultOf(error);
  // What graphql-js says of a value repeats all of it.
  const message =
    known?.message === formatted.message ? known.message : shortened(formatted.message, LONGEST_MESSAGE);
  if (known) return { message, ...place, extensions: { ...faultExtensions(known) } };
  const code = formatted.extensions?.code;
  if (typeof code === 'string' && QUESTION_ERRORS.has(code)) {
    return { message, ...place, extensions: { code } };
  }
  if (NULL_ARGUMENT.test(formatted.message)) {
    const said = fault('ARGUMENT_INVALID', { reason: message });
    return { message: said.message, ...place, extensions: { ...faultExtensions(said) } };
  }
  const masked = maskedFault(error, randomUUID, (id, cause) =>
    logger.error({ id, err: cause }, 'internal error'),
  );
  return { message: masked.message, ...place, extensions: { ...faultExtensions(masked) } };
}
