import { describe, expect, it } from 'vitest';

import { givenJudge, givenTotals } from './given.ts';

const releases = [
  givenTotals('inspection', { 'programme-units': '43', 'members-disciplined': '6' }),
  givenTotals('party-building', { 'grassroots-organisations': '42' }),
];

/** Facts of an agency that knows nothing and has published nothing. */
const NO_FACTS = { version: 2, indicators: {}, units: {}, dimensions: {}, codes: {} };

describe('given a query that asks for several parts of what office finds', () => {
  const FIELDS = `
    all: reconciliation { code }
    conflicts: reconciliation(verdict: CONFLICT) { code }
    others: reconciliation(agency: "inspection") { code }
    completeness { received }
    again: completeness { expected }`;

  /** Facts of the bloc's inspection that count how often office reads their releases. */
  const givenCountedFacts = () => {
    const counted = { reads: 0 };
    const facts = Object.defineProperty({ ...NO_FACTS }, 'releases', {
      get: () => {
        counted.reads += 1;
        return [];
      },
    });
    return { counted, sent: { inspection: { facts } } };
  };

  it('when they are told, then its store is asked as often as for one of each', async () => {
    const judge = await givenJudge(releases);

    await judge(FIELDS);

    expect(judge.queries).toEqual(['newestOfLines of 2', 'headers']);
  });

  it("when they are told, then another agency's facts are read as often as for one", async () => {
    const judge = await givenJudge(releases);
    const [once, often] = [givenCountedFacts(), givenCountedFacts()];

    await judge('completeness { received }', { sent: once.sent });
    await judge(FIELDS, { sent: often.sent });

    expect(often.counted.reads).toBe(once.counted.reads);
    expect(once.counted.reads).toBeGreaterThan(0);
  });
});
