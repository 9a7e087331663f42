import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { readSupergraph } from '../../gateway/supergraph.ts';

/** The composed schema as the gateway reads it when nothing else is set. */
export const COMMITTED_SDL = readFileSync(
  join(import.meta.dirname, '../../schema/sdl/supergraph.graphql'),
  'utf8',
);

export const committedSupergraph = readSupergraph(COMMITTED_SDL);
