import { GraphQLError } from 'graphql';

import { catalogued } from '../../schema/errors/index.ts';

/** What is parsed and kept takes many times its text. Figures, which may be many, are values of variables. */
const TEXT_LIMIT = 1024 * 1024;

/** Passes the text of a document that may be parsed. @throws GraphQLError of OPERATION_TEXT_TOO_LONG. */
export function assertTextFits(text: string): void {
  if (text.length <= TEXT_LIMIT) return;
  const originalError = catalogued('OPERATION_TEXT_TOO_LONG', { length: text.length, limit: TEXT_LIMIT });
  throw new GraphQLError(originalError.message, { originalError });
}
