import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { AGENCY_CODES } from '../../../schema/values/index.ts';
import { startFaultyHouse, type FaultyHouse } from '../missing-agencies/faultyHouse.ts';

let house: FaultyHouse;
beforeAll(async () => {
  house = await startFaultyHouse();
});
afterAll(() => house.stop());

const EVERY_SECTION = `
  partyBuilding { observations { value } checks { verdict } }
  inspection { observations { value } checks { verdict } }
  massOrganisations { observations { value } checks { verdict } }
  socioEconomic { observations { value } checks { verdict } }
  officeWork { observations { value } checks { verdict } }`;
const RECONCILIATION = 'reconciliation { code verdict }';
const COMPLETENESS = 'completeness { expected received }';

/** Asks for a report and tells how often each agency was asked for it, and with which queries. */
async function askedFor(fields: string) {
  await house.proxy.setFaults(new Map());
  const { errors } = await house.ask(
    `{ report(organisation: "ha-tinh-khoi", period: "2024-Q1") { ${fields} } }`,
  );
  expect(errors).toEqual([]);
  const questions = await Promise.all(
    AGENCY_CODES.map(async (code) => [code, await house.proxy.requestsTo(code)] as const),
  );
  return {
    counts: Object.fromEntries(questions.map(([code, asked]) => [code, asked.length])),
    queries: Object.fromEntries(questions.map(([code, asked]) => [code, asked.map(({ query }) => query)])),
  };
}

const ONCE_EACH = {
  office: 1,
  'party-building': 1,
  inspection: 1,
  'mass-organisations': 1,
  'socio-economic': 1,
};
/** Office first tells the key and area of the report, and judges when the other agencies have answered. */
const OFFICE_TWICE = { ...ONCE_EACH, office: 2 };

// design.md §8: "6 requests, 5 without reconciliation and completeness".
describe('given what a report may cost (design.md §8)', () => {
  it('when every section and its checks are asked for, then there are five requests', async () => {
    const { counts } = await askedFor(EVERY_SECTION);

    expect(counts).toEqual(ONCE_EACH);
  });

  it.each([
    ['reconciliation', RECONCILIATION],
    ['completeness', COMPLETENESS],
    ['both', `${RECONCILIATION} ${COMPLETENESS}`],
    [
      'both, one of them twice',
      `${RECONCILIATION} ${COMPLETENESS} more: reconciliation(verdict: HOLDS) { code }`,
    ],
  ])('when every section is asked for with %s, then there are six', async (_what, fields) => {
    const { counts } = await askedFor(`${EVERY_SECTION} ${fields}`);

    expect(counts).toEqual(OFFICE_TWICE);
  });

  it('when nothing but reconciliation and completeness is asked for, then there are six', async () => {
    const { counts } = await askedFor(`${RECONCILIATION} ${COMPLETENESS}`);

    expect(counts).toEqual(OFFICE_TWICE);
  });

  it('when one section is asked for beside them, then its facts come with it', async () => {
    const { counts, queries } = await askedFor(`inspection { observations { value } } ${COMPLETENESS}`);

    expect(counts).toEqual(OFFICE_TWICE);
    expect(timesNamed('inspection', queries.inspection)).toBe(1);
  });

  it('when a section has another name, then it is asked for twice within the one request', async () => {
    const { counts, queries } = await askedFor(
      `dang: partyBuilding { observations { value } } ${COMPLETENESS}`,
    );

    expect(counts).toEqual(OFFICE_TWICE);
    expect(timesNamed('partyBuilding', queries['party-building'])).toBe(2);
  });

  it('when only one section is asked for, then only its agency and office are', async () => {
    const { counts } = await askedFor('inspection { observations { value } }');

    expect(counts).toEqual({
      office: 1,
      'party-building': 0,
      inspection: 1,
      'mass-organisations': 0,
      'socio-economic': 0,
    });
  });
});

/** How often a section is selected in what an agency was asked. */
function timesNamed(field: string, queries: readonly string[] = []): number {
  return queries.join('\n').match(new RegExp(`\\b${field}\\s*\\{`, 'g'))?.length ?? 0;
}
