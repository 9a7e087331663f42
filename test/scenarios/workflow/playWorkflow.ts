import { isDeepStrictEqual } from 'node:util';

import { CataloguedError } from '../../../schema/errors/index.ts';
import { instantOf, type Command, type Instant } from '../../../schema/values/index.ts';
import { createKnowledgeClock } from '../../../subgraphs/_kit/publishing/knowledgeClock.ts';
import type { MoveStore } from '../../../subgraphs/_kit/storage/moveStore.ts';
import { createReleaseStore, type ReleaseStore } from '../../../subgraphs/_kit/storage/releaseStore.ts';
import { makeMove } from '../../../subgraphs/_kit/submitting/makeMove.ts';
import type { MoveLog } from '../../../subgraphs/_kit/submitting/moveLog.ts';
import { createPresenters, type Presenters } from '../../../subgraphs/_kit/reading/presenters.ts';
import { givenCatalogue, givenObservation } from '../../support/given.ts';
import {
  catalogueMovesOf,
  changeCatalogue,
  compareCatalogue,
  emptyCatalogue,
  tellCatalogue,
  type CatalogueProcess,
} from './catalogueMoves.ts';
import {
  ask,
  emptyModel,
  isOpenTo,
  isUsed,
  type Model,
  type ModelOutcome,
  type ModelRequest,
} from './model.ts';
import { answerAt, compareEnd, compareLine, type Answer } from './compareWithModel.ts';
import { agency, LINES } from './lines.ts';
import { PEOPLE } from './people.ts';
import type { RequestPlan, Step } from './steps.ts';

const KINDS = ['SAVE', 'SUBMIT', 'RETURN', 'APPROVE', 'PUBLISH', 'WITHDRAW'] as const;
/** How often what is sensible is done: more often forward than back, or much would never be published. */
const USUAL = [
  ...KINDS,
  ...(['SUBMIT', 'APPROVE', 'PUBLISH'] as const).flatMap((kind) => [kind, kind, kind]),
];
const BEGINNING = Date.parse('2024-04-20T12:00:00.000Z');
const HOUR_MS = 3_600_000;

/** How often what has come of requests: kinds of moves made, and codes of refusals. */
export type Tally = Map<string, number>;

/** What came of a request, and at which moment it was made, as far as it was. */
interface Observed {
  readonly outcome: ModelOutcome;
  readonly at: Instant | null;
  readonly sequence: number | null;
}

/**
 * Plays steps on a store and in the model. `open` gives another connection to the same store.
 * @throws Error in words where they diverge.
 */
export async function playWorkflow(
  open: () => Promise<MoveStore>,
  steps: readonly Step[],
  tally: Tally = new Map(),
): Promise<void> {
  let model = emptyModel(LINES.length);
  const past: ModelRequest[] = [];
  const answers: Answer[] = [];
  const catalogue = emptyCatalogue();
  let now = BEGINNING;
  let latest = instantOf(BEGINNING);
  let count = 0;
  const openLogs = () => Promise.all([openLog(open, () => now), openLog(open, () => now)]);
  let logs = await openLogs();
  const processes = (): CatalogueProcess[] => logs.map((log) => ({ log, presenters: log.presenters }));
  const closeLogs = () => Promise.all(logs.map(({ store }) => store.close()));

  const plan = (one: RequestPlan): ModelRequest => {
    const request = requestOf(one, model, past, (count += 1));
    past.push(request);
    return request;
  };
  const follow = (requests: readonly ModelRequest[], observed: readonly Observed[]): void => {
    const orders = requests.length === 1 ? [[0]] : bySequence(observed);
    const before = model;
    for (const order of orders) {
      const tried = structuredClone(before);
      const expected: ModelOutcome[] = [];
      for (const index of order)
        expected[index] = ask(tried, requests[index]!, observed[index]!.at ?? instantOf(now));
      model = tried;
      if (
        isDeepStrictEqual(
          expected,
          observed.map(({ outcome }) => outcome),
        )
      )
        return;
    }
    const said = requests.map(
      ({ person, command, line, key }) => `${person.name}: ${command.kind} ${line} ${key}`,
    );
    const outcomes = JSON.stringify(observed.map(({ outcome }) => outcome));
    const wanted = JSON.stringify(
      requests.map((request) => ask(structuredClone(before), request, instantOf(now))),
    );
    throw new Error(`${said.join(' beside ')}\ncame to ${outcomes},\nthe model says ${wanted}.`);
  };

  try {
    for (const step of steps) {
      switch (step.kind) {
        case 'WAIT':
          now += step.seconds * 1000;
          continue;
        case 'RESTART':
          await closeLogs();
          logs = await openLogs();
          continue;
        case 'READ': {
          const asOf = instantOf(now - 1);
          await Promise.all(logs.map(({ clock }) => clock.announce(asOf)));
          answers.push(await answerAt(logs[0].store, asOf));
          await tellCatalogue(catalogue, asOf, processes()[1]!);
          continue;
        }
        case 'CATALOGUE': {
          const used = model.lines.some(isUsed);
          const both = step.choice % 2 === 0 ? processes() : processes().reverse();
          const made = await changeCatalogue(step.choice, (count += 1), catalogue, used, both, now);
          tally.set(made.what, (tally.get(made.what) ?? 0) + 1);
          if (made.at !== null && made.at > latest) latest = made.at;
          continue;
        }
      }
      const first = plan(step.kind === 'ONE' ? step.plan : step.plans[0]);
      const requests = step.kind === 'ONE' ? [first] : [first, step.isSame ? first : plan(step.plans[1])];
      const observed = await Promise.all(
        requests.map((request, index) => observe(logs[index % 2]!, request)),
      );
      for (const [index, { outcome, at }] of observed.entries()) {
        const what = 'refused' in outcome ? outcome.refused : requests[index]!.command.kind;
        tally.set(what, (tally.get(what) ?? 0) + 1);
        if (at !== null && at > latest) latest = at;
      }
      follow(requests, observed);
      const moment = instantOf(Math.max(now, Date.parse(latest)));
      for (const { line } of requests) await compareLine(logs[0].store, model, line, moment);
    }
    await compareEnd(logs[1].store, model, answers, catalogueMovesOf(catalogue));
    await compareCatalogue(catalogue, processes()[0]!);
  } finally {
    await closeLogs();
  }
}

/** With the cache of releases that each process has. */
async function openLog(
  open: () => Promise<MoveStore>,
  now: () => number,
): Promise<MoveLog & { readonly store: ReleaseStore; readonly presenters: Presenters }> {
  const store = createReleaseStore(await open(), { bytes: 2 ** 20 });
  const presenters = createPresenters(agency, store, { catalogue: givenCatalogue(), rules: [] });
  return { agency, store, clock: createKnowledgeClock(agency, store, now), presenters };
}

/** The orders in which two requests may have been carried out: as their moves tell, else both. */
function bySequence([one, other]: readonly Observed[]): number[][] {
  const [first, second] = [one!.sequence, other!.sequence];
  if (first === null || second === null || first === second)
    return [
      [0, 1],
      [1, 0],
    ];
  return first < second ? [[0, 1]] : [[1, 0]];
}

/** Makes a request of a plan. */
function requestOf(
  plan: RequestPlan,
  model: Model,
  past: readonly ModelRequest[],
  count: number,
): ModelRequest {
  if (plan.how === 'AGAIN' && past.length > 0) return past[plan.command % past.length]!;
  const line = plan.line % LINES.length;
  const { organisation } = LINES[line]!;
  const open = plan.how === 'SENSIBLE' ? USUAL.filter((kind) => isOpenTo(model.lines[line]!, kind)) : KINDS;
  const kind = open[plan.command % open.length]!;
  const able = PEOPLE.filter(
    (one) => one.may.includes(kind) && (one.organisation ?? organisation) === organisation,
  );
  const people = plan.how === 'SENSIBLE' ? able : PEOPLE;
  const keys = { NONE: null, SHARED: `shared ${plan.person % 3}`, OWN: `own ${count}` };
  return {
    line,
    organisation,
    person: people[plan.person % people.length]!,
    command: commandOf(kind, plan, count),
    key: keys[plan.key],
  };
}

function commandOf(kind: Command['kind'], { isExplained, embargo }: RequestPlan, count: number): Command {
  const words = `reason ${count}`;
  switch (kind) {
    case 'SAVE': {
      const observations = [givenObservation({ value: String(count) })];
      return { kind, observations, correction: isExplained ? { reason: 'LATE_DATA', words } : null };
    }
    case 'SUBMIT':
      return { kind, acknowledgements: [] };
    case 'RETURN':
      return { kind, reasons: [words] };
    case 'APPROVE':
      return { kind };
    case 'PUBLISH':
      return { kind, publishAt: embargo === null ? null : instantOf(BEGINNING + (embargo + 0.5) * HOUR_MS) };
    case 'WITHDRAW':
      return { kind, reason: words };
  }
}

async function observe(log: MoveLog, { line, person, command, key }: ModelRequest): Promise<Observed> {
  const { organisation, period } = LINES[line]!;
  const request = { organisation, period, command, principal: person.principal, key, requestId: null };
  try {
    const { move, submission } = await makeMove(log, request);
    const { state, published, lastNumber, draft } = submission;
    const outcome = {
      state: state!,
      published,
      last: lastNumber,
      draft: draft?.observations[0]?.value ?? null,
    };
    return { outcome, at: move.at, sequence: move.sequence };
  } catch (error) {
    if (!(error instanceof CataloguedError)) throw error;
    return { outcome: { refused: error.fault.code }, at: null, sequence: null };
  }
}
