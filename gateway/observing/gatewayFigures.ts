import type { FaultCode } from '../../schema/errors/index.ts';
import { addCount, addLevel, addSeconds, createFigures, type Figures } from '../../schema/running/index.ts';

import type { Occupancy } from '../http/door/admission.ts';

/** Names of operations are the client's to choose: so many get figures of their own, all others are "other". */
const OPERATION_NAMES = 100;

/** What came of a request: all of it, a part with errors, no data, a failure of ours, or a client that did not wait. */
export type RequestOutcome = 'complete' | 'partial' | 'refused' | 'failed' | 'abandoned';

/** Whether an answer was kept already, is kept now, or is not to be kept. */
export type CacheUse = 'hit' | 'miss' | 'none';

/** What the gateway counts. No label takes more values than there are operations, agencies and codes of faults. */
export interface GatewayFigures extends Figures {
  /** Takes part in the number of requests in flight. */
  began(): void;
  /** `operation` is null where none was found or it has no name: then the label is empty. */
  answered(operation: string | null, outcome: RequestOutcome, seconds: number): void;
  /** `outcome` is "answered", or the code of the failure. */
  agencyAnswered(agency: string, outcome: string, seconds: number): void;
  /** Where an answer came from: kept, made and kept, or made and not kept. */
  from(cache: CacheUse): void;
  /** What came of a question to the cache of sections. */
  section(agency: string, outcome: string): void;
  /** A new text of the supergraph was taken or refused. */
  replaced(outcome: 'taken' | 'refused'): void;
  /** A request was refused as a whole, with a code of the catalogue. */
  refused(code: FaultCode): void;
}

/** What is read when somebody asks, rather than counted. */
export interface Readings {
  /** Since when the supergraph serves, epoch ms. */
  readonly servingSince: () => number;
  readonly plansKept: () => number;
  /** Agency → state of its breaker; absent where there are no breakers. */
  readonly breakers?: () => Iterable<readonly [string, { readonly state: string }]>;
}

const BREAKER_STATES = ['closed', 'half-open', 'open'] as const;

/** The figures of one gateway. */
export function createGatewayFigures(): GatewayFigures {
  const figures = createFigures();
  const requests = addSeconds(figures, 'request_seconds', 'Time until a GraphQL request was answered.', [
    'operation',
    'outcome',
  ]);
  const agencies = addSeconds(
    figures,
    'agency_request_seconds',
    'Time until an agency answered one request of the gateway, or was given up.',
    ['agency', 'outcome'],
  );
  const inFlight = addLevel(figures, 'requests_in_flight', 'GraphQL requests that have no answer yet.');
  const replacements = addCount(
    figures,
    'supergraph_replacements_total',
    'New texts of the supergraph, by what became of them.',
    ['outcome'],
  );
  const answers = addCount(
    figures,
    'answers_total',
    'Answers by what the cache of whole answers had to do with them.',
    ['cache'],
  );
  const sections = addCount(
    figures,
    'sections_total',
    'Questions to agencies by what the cache of sections had to do with them.',
    ['agency', 'outcome'],
  );
  const refusals = addCount(
    figures,
    'refusals_total',
    'Requests that were refused as a whole, by the code of the refusal.',
    ['code'],
  );
  for (const code of ['GATEWAY_BUSY', 'TOO_MANY_REQUESTS'] as const) refusals.inc({ code }, 0);
  for (const outcome of ['taken', 'refused'] as const) replacements.inc({ outcome }, 0);
  const nameOf = boundedNames();
  return {
    ...figures,
    began: () => inFlight.inc(),
    answered(operation, outcome, seconds) {
      inFlight.dec();
      requests.observe({ operation: operation === null ? '' : nameOf(operation), outcome }, seconds);
    },
    agencyAnswered: (agency, outcome, seconds) => agencies.observe({ agency, outcome }, seconds),
    from: (cache) => answers.inc({ cache }),
    section: (agency, outcome) => sections.inc({ agency, outcome }),
    refused: (code) => refusals.inc({ code }),
    replaced: (outcome) => replacements.inc({ outcome }),
  };
}

/** Adds what is read whenever somebody asks for the figures. */
export function readWhenAsked(figures: Figures, { servingSince, plansKept, breakers }: Readings): void {
  addLevel(
    figures,
    'supergraph_since_timestamp_seconds',
    'Since when the supergraph serves.',
    [],
    (level) => {
      level.set(servingSince() / 1000);
    },
  );
  addLevel(figures, 'plans_kept', 'Texts of operations that are kept planned.', [], (level) => {
    level.set(plansKept());
  });
  if (!breakers) return;
  addLevel(
    figures,
    'breaker_state',
    '1 for the state that the breaker of an agency is in.',
    ['agency', 'state'],
    (level) => {
      level.reset();
      for (const [agency, { state }] of breakers()) {
        for (const one of BREAKER_STATES) level.set({ agency, state: one }, Number(one === state));
      }
    },
  );
}

/** Adds how full the house is, read whenever somebody asks. */
export function readOccupancyWhenAsked(figures: Figures, occupancy: () => Occupancy): void {
  const help = 'Requests that were let in: all of them, those that are worked at, those that wait for it.';
  addLevel(figures, 'requests_let_in', help, ['where'], (level) => {
    const { inside, atWork, waiting } = occupancy();
    level.set({ where: 'inside' }, inside);
    level.set({ where: 'at work' }, atWork);
    level.set({ where: 'waiting' }, waiting);
  });
}

/** The first names that come are kept: the frontends' own, which ask from the start on. */
function boundedNames(): (name: string) => string {
  const known = new Set<string>();
  return (name) => {
    if (known.size < OPERATION_NAMES) known.add(name);
    return known.has(name) ? name : 'other';
  };
}
