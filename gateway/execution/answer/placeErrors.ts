import type { GraphQLError } from 'graphql';

import type { FetchPlace, Incident, Run, Unasked } from '../plan/run.ts';
import { suppliedAt } from '../plan/suppliedFields.ts';
import { type PathKey, pathKeys, withoutIndexes } from '../responsePath.ts';
import { type ErrorList, addErrors, createErrorList, isTold } from './errorList.ts';
import { followPath, lostFields, suppliedTo } from './lostFields.ts';
import { type Problem, problemPath } from './problems.ts';
import type { Shape } from './shape.ts';

/**
 * The errors of an answer, in the plan's order and then in the answer's. What an agency failed to give is told where
 * the client asked for it; an agency whose data nobody asked for, say one asked only for another's `@requires`,
 * is not mentioned. Then what is null against the schema without any of these errors.
 */
export function placeErrors(
  run: Run,
  shape: Shape,
  places: readonly FetchPlace[],
  problems: readonly Problem[],
): GraphQLError[] {
  const list = createErrorList();
  const incidents = run.incidents.toSorted((a, b) => a.place.order - b.place.order);
  const explained = new Set<FetchPlace>();
  for (const incident of incidents) {
    const paths = incidentPaths(incident, shape, run);
    addErrors(list, incident.words, paths);
    if (paths.length > 0 && run.refused.has(incident.place)) explained.add(incident.place);
  }
  for (const unasked of run.unasked) addUnasked(list, unasked, incidents, shape, run);
  addBroken(list, run, places, problems);
  for (const problem of problems) {
    const path = problemPath(problem, 'key');
    if (problem.broken || isTold(list, path)) continue;
    const place = supplierOf(problem, places);
    if (!place || !explained.has(place)) {
      addErrors(list, { message: problem.message, extensions: {} }, [path]);
    }
  }
  return list.errors;
}

function incidentPaths(
  { place, targets, below, always }: Incident,
  shape: Shape,
  run: Run,
): readonly PathKey[][] {
  // A path that the fetch never asked for says nothing: the error is then about all that the fetch was for.
  if (suppliedAt(place.supplied, withoutIndexes(below.slice(0, 1))) && below.length > 0) {
    return targets.flatMap(({ path }) => {
      const found = followPath(shape, run.data, [...pathKeys(path), ...below]);
      return found ? [[...found.path]] : [];
    });
  }
  const lost = lostFields(shape, run.data, targets, place.supplied);
  return always && lost.length === 0 ? suppliedTo(shape, run.data, targets, place.supplied) : lost;
}

/** What was not asked because a key is missing is lost by whatever kept the key from us. */
function addUnasked(
  list: ErrorList,
  { place, targets }: Unasked,
  incidents: readonly Incident[],
  shape: Shape,
  run: Run,
): void {
  const cause = incidents.find(
    (incident) => incident.place.order < place.order && brings(incident.place, place),
  );
  if (cause === undefined) return;
  const lost = lostFields(shape, run.data, targets, place.supplied);
  const untold = lost.filter((path) => !isTold(list, path));
  addErrors(list, cause.words, untold);
}

/** Whether the earlier fetch supplies something that the later one needs. */
function brings(earlier: FetchPlace, later: FetchPlace): boolean {
  return earlier.paths.some((from) =>
    later.paths.some((to) => {
      if (!from.every((key, i) => key === to[i])) return false;
      const supplied = suppliedAt(earlier.supplied, to.slice(from.length));
      return [...later.required].some((name) => name !== '__typename' && supplied?.fields.has(name));
    }),
  );
}

/** A fetch that brought values of another shape than its schema says is told once, where the first of them is. */
function addBroken(
  list: ErrorList,
  run: Run,
  places: readonly FetchPlace[],
  problems: readonly Problem[],
): void {
  const broken = new Map<FetchPlace | undefined, Problem[]>();
  for (const problem of problems) {
    if (!problem.broken) continue;
    const place = supplierOf(problem, places);
    const known = broken.get(place);
    if (known) known.push(problem);
    else broken.set(place, [problem]);
  }
  for (const [place, [first, ...others]] of broken) {
    if (first === undefined) continue;
    const path = problemPath(first, 'key');
    const words = place ? run.brokenAnswer(place.agency) : { message: first.message, extensions: {} };
    addErrors(list, words, [others.length > 0 ? withoutIndexes(path) : path]);
  }
}

/** The last fetch that supplies the place of a problem: what it brings replaces what was there. */
function supplierOf(problem: Problem, places: readonly FetchPlace[]): FetchPlace | undefined {
  const path = withoutIndexes(problemPath(problem, 'source'));
  return places.findLast(({ paths, supplied }) =>
    paths.some(
      (from) =>
        // The objects that a fetch is about are given to it, not supplied by it.
        path.length > from.length &&
        from.every((key, i) => key === path[i]) &&
        suppliedAt(supplied, path.slice(from.length)) !== undefined,
    ),
  );
}
