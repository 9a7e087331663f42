import type { FetchNode } from '@graphql-hive/router-query-planner';
import type { GraphQLSchema } from 'graphql';

import { compileAsk } from './askAgency.ts';
import { mergeData } from './mergeData.ts';
import { readErrors } from './readErrors.ts';
import { compileRewrites } from './rewrites.ts';
import type { FetchPlace, Run, Step } from './run.ts';
import { withholdUnasked } from './withholdUnasked.ts';

/** A fetch of root fields. It is not sent when the request includes none of them. */
export function compileRootFetch(
  schema: GraphQLSchema,
  node: FetchNode,
  place: FetchPlace,
  abstractTypes: ReadonlySet<string>,
): Step {
  const ask = compileAsk(node);
  const rewrite = compileRewrites(schema, node.outputRewrites);

  const fetch = async (run: Run): Promise<void> => {
    const targets = [{ object: run.data, path: undefined }];
    const outcome = await ask(run);
    if ('failure' in outcome) {
      run.incidents.push({ place, words: outcome.failure, targets, below: [], always: false });
      return;
    }
    for (const { words, path } of readErrors(run, place.agency, outcome.errors, place.renamed)) {
      run.incidents.push({ place, words, targets, below: path, always: true });
    }
    const { data, errors } = outcome;
    if (data === undefined) {
      run.refused.add(place);
      return;
    }
    if (errors.length === 0 && place.expected(undefined).some((key) => !Object.hasOwn(data, key))) {
      run.incidents.push({ place, words: run.brokenAnswer(place.agency), targets, below: [], always: false });
    }
    rewrite(data);
    withholdUnasked(data, place);
    mergeData(run.data, data, abstractTypes);
  };

  return (run) => {
    for (const key of place.supplied.fields.keys()) if (run.rootKeys.has(key)) return fetch(run);
    return undefined;
  };
}
