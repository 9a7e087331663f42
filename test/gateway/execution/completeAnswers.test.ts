import { describe, expect, it } from 'vitest';

import { operations } from './completeAnswers.cases.ts';
import { agencies } from './support/federation.ts';
import { ask, expectLikeOneSchema } from './support/gateway.ts';
import { unexplainedNulls } from './support/unexplainedNulls.ts';

describe('given agencies that all answer', () => {
  it.each(Object.entries(operations))(
    'when %s is asked, then the answer is that of one schema',
    async (_, source) => {
      await expectLikeOneSchema(source);
    },
  );
});

describe.each(agencies)('given that $name is down', ({ name }) => {
  it.each(Object.entries(operations))(
    'when %s is asked, then the rest of the answer is that of one schema, and each loss is told once',
    async (_, source) => {
      const whole = await ask(source);

      const answered = await expectLikeOneSchema(source, { dead: [name] });

      const told = answered.errors.map((line) => line.slice(0, line.indexOf(':')));
      expect(new Set(told).size).toBe(told.length);
      if (!source.startsWith('mutation')) {
        expect(unexplainedNulls(whole.data, answered.data, answered.errors)).toEqual([]);
      }
    },
  );
});
