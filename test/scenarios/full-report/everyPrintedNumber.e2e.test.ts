import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { FULL_REPORT, reportOf, sectionsOf, type Answer } from '../../support/ask.ts';
import { expectedLines, readExpectedFigures, servedFigures } from '../../support/expectedFigures.ts';
import { startHouse, waitUntil, type House } from '../../support/processes.ts';

describe('given a house that has just started with its figures files', () => {
  let house: House;
  let startedAt: number;

  beforeAll(async () => {
    house = await startHouse();
    startedAt = Date.now();
  });

  afterAll(() => house.stop());

  const askFor = async (organisation: string, period: string): Promise<Answer> => {
    let answer = await house.ask(FULL_REPORT, { organisation, period });
    await waitUntil('the newest closed second is after the start', async () => {
      answer = await house.ask(FULL_REPORT, { organisation, period });
      return Date.parse(String(reportOf(answer).asOf)) >= startedAt;
    });
    return answer;
  };

  it.each([
    ['khoi-2024-q1', 'ha-tinh-khoi', '2024-Q1'],
    ['khoi-2020', 'ha-tinh-khoi', '2020'],
    ['tinh-2023', 'ha-tinh', '2023'],
  ])(
    'when the report behind %s is asked for, then it serves each number that an independent reader found, and no other',
    async (document, organisation, period) => {
      const answer = await askFor(organisation, period);

      const figures = Object.values(sectionsOf(answer)).flatMap((section) => section?.observations ?? []);
      expect(answer.errors).toEqual([]);
      const served = servedFigures(figures as never, document);
      expect(served).toEqual(expectedLines(readExpectedFigures(document), served));
    },
  );

  it('when the report of the province in 2020 is asked for, then it shows what the bloc has published about it', async () => {
    const answer = await askFor('ha-tinh', '2020');

    const organisations = Object.values(sectionsOf(answer)).flatMap((section) =>
      (section?.observations ?? []).map((figure) => figure.organisation),
    );
    expect(answer.errors).toEqual([]);
    expect(new Set(organisations)).toEqual(new Set(['ha-tinh']));
  });
});
