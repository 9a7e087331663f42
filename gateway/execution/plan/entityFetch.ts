import type { BatchFetchNode, EntityBatchAlias, FetchNode } from '@graphql-hive/router-query-planner';
import type { GraphQLSchema } from 'graphql';

import { type JsonObject, copyJson, isJsonObject } from '../json.ts';
import { type Outcome, compileAsk } from './askAgency.ts';
import { compileLocations } from './locations.ts';
import { mergeData } from './mergeData.ts';
import { readErrors } from './readErrors.ts';
import {
  type RepresentationList,
  addRepresentation,
  createRepresentationList,
} from './representationList.ts';
import { compileRepresentation } from './representations.ts';
import { compileRewrites } from './rewrites.ts';
import type { FetchPlace, Run, Step, Target } from './run.ts';
import { withholdUnasked } from './withholdUnasked.ts';

/** One list of entities in an answer; a plain entity fetch has one, named `_entities`. */
export interface EntityPart {
  readonly node: EntityBatchAlias;
  readonly place: FetchPlace;
}

type CompiledPart = ReturnType<typeof compilePart>;

/** What a part asked in one run: the objects, and where each stands in the list of representations. */
interface Asked {
  readonly part: CompiledPart;
  readonly list: RepresentationList;
  readonly targets: Target[];
  readonly indexes: number[];
}

/** An entity of a kept answer that this run may change: where it does so at the entity alone, what is below is shared. */
function ownOf({ node, place }: CompiledPart, entity: JsonObject): JsonObject {
  const changesBelow = (node.outputRewrites ?? []).length > 0 || place.shared.some((path) => path.length > 0);
  return changesBelow ? (copyJson(entity) as JsonObject) : { ...entity };
}

/** A fetch about objects that the data holds already. It is not sent when there are none. */
export function compileEntityFetch(
  schema: GraphQLSchema,
  node: FetchNode | BatchFetchNode,
  entityParts: readonly EntityPart[],
  abstractTypes: ReadonlySet<string>,
): Step {
  const ask = compileAsk(node);
  const parts = entityParts.map((part) => compilePart(schema, part));

  const fetch = async (run: Run, lists: ReadonlyMap<string, RepresentationList>, asked: readonly Asked[]) => {
    const outcome = await ask(run, new Map([...lists].map(([name, list]) => [name, list.values])));
    if ('failure' in outcome) {
      for (const { part, targets } of asked) {
        run.incidents.push({ place: part.place, words: outcome.failure, targets, below: [], always: false });
      }
      return;
    }
    tellErrors(run, asked, outcome);
    if (outcome.data === undefined) return;
    for (const each of asked) {
      // Refused with errors, and told above; missing without any is a broken answer.
      const refused = outcome.errors.length > 0 && outcome.data[each.part.alias] == null;
      if (!refused) applyEntities(run, each, outcome.data, outcome.errors.length === 0, abstractTypes);
    }
  };

  return (run) => {
    const lists = new Map<string, RepresentationList>();
    for (const { variable } of parts) lists.set(variable, createRepresentationList());
    const asked = parts.map((part) =>
      collect(run, part, lists.get(part.variable) ?? createRepresentationList()),
    );
    return asked.some(({ targets }) => targets.length > 0) ? fetch(run, lists, asked) : undefined;
  };
}

function compilePart(schema: GraphQLSchema, { node, place }: EntityPart) {
  return {
    node,
    place,
    alias: node.alias,
    variable: node.representationsVariableName,
    locations: node.paths.map((path) => compileLocations(schema, path)),
    represent: compileRepresentation(schema, node.requires),
    rewriteInput: compileRewrites(schema, node.inputRewrites),
    rewriteOutput: compileRewrites(schema, node.outputRewrites),
  };
}

function collect(run: Run, part: CompiledPart, list: RepresentationList): Asked {
  const found = part.locations.flatMap((locate) => locate(run.data));
  const asked: Asked = { part, list, targets: [], indexes: [] };
  const lacking: Target[] = [];
  for (const target of found) {
    const representation = part.represent(target.object, run.variables);
    if (representation === 'lacking') lacking.push(target);
    if (typeof representation === 'string') continue;
    part.rewriteInput(representation);
    asked.indexes.push(
      addRepresentation(list, representation, found.length === 1 && list.values.length === 0),
    );
    asked.targets.push(target);
  }
  if (lacking.length > 0) run.unasked.push({ place: part.place, targets: lacking });
  return asked;
}

function tellErrors(run: Run, asked: readonly Asked[], outcome: Extract<Outcome, { errors: unknown }>): void {
  for (const error of outcome.errors) {
    // An error that names none of the lists is about the whole request.
    const named = asked.filter(({ part }) => part.alias === error.path?.[0]);
    for (const { part, targets, indexes } of named.length > 0 ? named : asked) {
      for (const { words, path } of readErrors(run, part.place.agency, [error], part.place.renamed)) {
        const about = targets.filter((_, i) => named.length > 0 && indexes[i] === path[1]);
        const incident = { place: part.place, words, always: true };
        if (about.length > 0) run.incidents.push({ ...incident, targets: about, below: path.slice(2) });
        else run.incidents.push({ ...incident, targets, below: [] });
      }
    }
  }
}

function applyEntities(
  run: Run,
  asked: Asked,
  data: JsonObject,
  /** Whether the agency has told no error, which may stand for what it leaves out. */
  claimsWhole: boolean,
  abstractTypes: ReadonlySet<string>,
): void {
  const { part, list, targets, indexes } = asked;
  const entities = data[part.alias];
  // Without one entry for each representation nobody can say whose figures an entry holds.
  const usable = Array.isArray(entities) && entities.length === list.values.length ? entities : [];
  const lost = targets.filter((_, i) => {
    const index = indexes[i] ?? 0;
    const entity: unknown = usable[index];
    if (entity === null) return false;
    if (!isJsonObject(entity)) return true;
    const expected = claimsWhole ? part.place.expected(list.values[index]?.__typename) : [];
    return expected.some((key) => !Object.hasOwn(entity, key));
  });
  if (lost.length > 0) {
    const words = run.brokenAnswer(part.place.agency);
    run.incidents.push({ place: part.place, words, targets: lost, below: [], always: false });
  }

  const isKept = Object.isFrozen(data);
  const given = new Set<number>();
  targets.forEach((target, i) => {
    const index = indexes[i] ?? 0;
    const entity: unknown = usable[index];
    if (!isJsonObject(entity)) return;
    const own = isKept ? ownOf(part, entity) : entity;
    if (isKept || !given.has(index)) {
      part.rewriteOutput(own);
      withholdUnasked(own, part.place);
    }
    // Later fetches fill in what lies below, at each place with what the client asked there.
    const isShared = !isKept && given.has(index);
    mergeData(target.object, isShared ? (copyJson(own) as JsonObject) : own, abstractTypes);
    given.add(index);
  });
}
