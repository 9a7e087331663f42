import { describe, expect, it } from 'vitest';

import { printData, type AgencyAnswer, type Send } from '../../../gateway/execution/index.ts';
import { isJsonObject } from '../../../gateway/execution/json.ts';
import { operations } from './completeAnswers.cases.ts';
import { givenOperation, sendInProcess } from './support/gateway.ts';
import { createWorld } from './support/world.ts';

/** Marks an answer as a cache does: it and what its entities hold are frozen. */
function kept(answer: AgencyAnswer): AgencyAnswer {
  if (!('data' in answer) || !isJsonObject(answer.data) || answer.errors) return answer;
  for (const entities of Object.values(answer.data)) {
    for (const entity of Array.isArray(entities) ? (entities as unknown[]) : []) {
      if (isJsonObject(entity)) Object.values(entity).filter(isJsonObject).forEach(Object.freeze);
    }
  }
  Object.freeze(answer.data);
  return answer;
}

/** Keeps what agencies have answered about entities, and gives the very same objects again. */
function createKeeper(): { send: Send; isKept: () => boolean } {
  const answers = new Map<string, AgencyAnswer>();
  const ask = sendInProcess(createWorld());
  let again = 0;
  return {
    isKept: () => again > 0,
    send: async (request) => {
      if (!request.query.includes('_entities')) return ask(request);
      const key = JSON.stringify(request);
      const known = answers.get(key);
      if (known) again += 1;
      const answer = known ?? kept(await ask(request));
      answers.set(key, answer);
      return answer;
    },
  };
}

async function answerOf(
  source: string,
  compiled = givenOperation(source),
  send = sendInProcess(createWorld()),
) {
  const { data, errors } = await compiled.run({
    variables: {},
    send,
    brokenAnswer: (agency) => ({ message: `${agency} is broken`, extensions: {} }),
  });
  return { text: printData(data ?? {}).toString(), errors: JSON.stringify(errors) };
}

const queries = Object.entries(operations).filter(
  ([, source]) => !source.startsWith('mutation') && !source.includes('$'),
);

describe('given agencies whose answers are kept', () => {
  it.each(queries)(
    'when %s is asked three times, then each answer is the one that is not kept',
    async (_what, source) => {
      const expected = await answerOf(source);
      const compiled = givenOperation(source);
      const { send } = createKeeper();

      const answers = [];
      for (let i = 0; i < 3; i += 1) answers.push(await answerOf(source, compiled, send));

      expect(answers).toEqual([expected, expected, expected]);
    },
  );

  it('when a section is asked again, then it is the kept one, and its text is put in as it is', async () => {
    const source = '{ reports { inspection { findings { number shelf } } partyBuilding { area } } }';
    const compiled = givenOperation(source);
    const { send, isKept } = createKeeper();
    const first = await answerOf(source, compiled, send);

    expect(await answerOf(source, compiled, send)).toEqual(first);
    expect(isKept()).toBe(true);
    expect(first.text).toMatch(/^\{"data":\{"reports":\[/);
  });
});
