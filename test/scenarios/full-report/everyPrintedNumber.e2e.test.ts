import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { FULL_REPORT, sectionsOf, type Answer } from '../../support/ask.ts';
import { readExpectedFigures, servedFigures } from '../../support/expectedFigures.ts';
import { startHouse, waitUntil, type House } from '../../support/processes.ts';

describe('given a house that has just started with its figures files', () => {
  let house: House;

  beforeAll(async () => {
    house = await startHouse();
  });

  afterAll(() => house.stop());

  const askFor = async (organisation: string, period: string): Promise<Answer> => {
    let answer = await house.ask(FULL_REPORT, { organisation, period });
    await waitUntil('the newest closed second is after the start', async () => {
      answer = await house.ask(FULL_REPORT, { organisation, period });
      return Object.values(sectionsOf(answer)).every((section) => section?.submissions.length);
    });
    return answer;
  };

  it.each([['khoi-2024-q1', 'ha-tinh-khoi', '2024-Q1']])(
    'when the report behind %s is asked for, then it serves each number that an independent reader found, and no other',
    async (document, organisation, period) => {
      const answer = await askFor(organisation, period);

      const figures = Object.values(sectionsOf(answer)).flatMap((section) => section?.observations ?? []);
      expect(answer.errors).toEqual([]);
      expect(servedFigures(figures as never, document)).toEqual(readExpectedFigures(document));
    },
  );
});
