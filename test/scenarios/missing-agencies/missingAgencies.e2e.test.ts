import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { FULL_REPORT, sectionsOf, type Answer } from '../../support/ask.ts';
import { ALL_FAULTS, codeOf, PLAIN_FAULTS } from '../../support/faults.ts';
import { dealFaults } from './dealFaults.ts';
import {
  askWithFaults,
  expectOnlyMissing,
  SECTION_AGENCIES,
  startFaultyHouse,
  SUBSETS,
  toldErrors,
  type FaultyHouse,
} from './faultyHouse.ts';
import { ENTRIES, MALFORMED, RENAMED, REPORT } from './queries.ts';

let house: FaultyHouse;
/** The moment that all reports are asked for, and the report when nobody is missing. */
let asOf: string;
let whole: Answer;

beforeAll(async () => {
  house = await startFaultyHouse();
  asOf = new Date().toISOString();
  whole = await house.ask(FULL_REPORT, { asOf });
});
afterAll(() => house.stop());

describe('given that no agency is missing', () => {
  it('when the full report is asked for, then every section holds figures and there is no error', () => {
    expect(whole.errors).toEqual([]);
    for (const section of Object.values(sectionsOf(whole))) {
      expect(section?.observations.length).toBeGreaterThan(0);
    }
  });
});

describe.each(PLAIN_FAULTS)('given agencies that are all alike: %s', (fault) => {
  it.each(SUBSETS.map((agencies) => [agencies.join(', '), agencies] as const))(
    'when the report is asked for without %s, then only these are missing, each with one error',
    async (_names, agencies) => {
      const faults = new Map(agencies.map((agency) => [agency, fault]));

      const answer = await askWithFaults(house, faults, FULL_REPORT, { asOf });

      expectOnlyMissing(answer, whole, faults);
    },
  );
});

describe('given agencies that fail each in its own way', () => {
  it.each(dealFaults(SUBSETS))(
    'when the report is asked for with %s, then only these are missing, each with one error',
    async (_names, faults) => {
      const answer = await askWithFaults(house, faults, FULL_REPORT, { asOf });

      expectOnlyMissing(answer, whole, faults);
    },
  );
});

describe('given agencies that are missing', () => {
  it('when it is asked who is ready, then each of them is down', async () => {
    await house.proxy.setFaults(
      new Map([
        ['party-building', 'stopped'],
        ['inspection', 'hanging'],
        ['mass-organisations', 'status 500'],
        ['socio-economic', 'HTML'],
      ]),
    );

    const response = await fetch(`http://127.0.0.1:${house.gatewayPort}/health/ready`);

    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject({
      status: 'ready',
      agencies: {
        'party-building': 'down',
        inspection: 'down',
        'mass-organisations': 'down',
        'socio-economic': 'down',
        office: 'up',
      },
    });
  });
});

describe('given agencies that were missing', () => {
  it('when they answer again, then the report is whole again at once', async () => {
    await askWithFaults(house, new Map(SECTION_AGENCIES.map((agency) => [agency, 'stopped'])), FULL_REPORT, {
      asOf,
    });

    const answer = await askWithFaults(house, new Map(), FULL_REPORT, { asOf });

    expect(answer.text).toBe(whole.text);
  });
});

describe('given a query that renames what it asks for', () => {
  it.each(ALL_FAULTS)('when Party building fails by %s, then both of its aliases are told', async (fault) => {
    const renamed = await askWithFaults(house, new Map(), RENAMED, { asOf });
    expect(renamed.errors).toEqual([]);

    const answer = await askWithFaults(house, new Map([['party-building', fault]]), RENAMED, { asOf });

    expect(toldErrors(answer)).toEqual([
      `baoCao.dang ${codeOf(fault)} party-building`,
      `baoCao.p2 ${codeOf(fault)} party-building`,
    ]);
    expect(answer.data).toEqual({
      baoCao: { ...(renamed.data?.baoCao as object), dang: null, p2: null },
    });
  });
});

describe('given an office that cannot answer', () => {
  it.each(ALL_FAULTS)('when it fails by %s, then the report is null with one error', async (fault) => {
    const answer = await askWithFaults(house, new Map([['office', fault]]), FULL_REPORT, { asOf });

    expect(toldErrors(answer)).toEqual([`report ${codeOf(fault)} office`]);
    expect(answer.data).toEqual({ report: null });
  });
});

describe("given a query of agencies' own entries", () => {
  it.each([
    ['inspection', 'inspection'],
    ['office', 'office'],
    ['socio-economic', 'socioEconomic'],
  ])('when %s is stopped, then it takes away only itself', async (agency, field) => {
    const all = await askWithFaults(house, new Map(), ENTRIES);
    expect(all.errors).toEqual([]);

    const answer = await askWithFaults(house, new Map([[agency, 'stopped']]), ENTRIES);

    expect(toldErrors(answer)).toEqual([`${field} AGENCY_UNREACHABLE ${agency}`]);
    expect(answer.data).toEqual({ ...all.data, [field]: null });
  });

  it.each(ALL_FAULTS)('when inspection fails by %s, then one error is at its entry', async (fault) => {
    const answer = await askWithFaults(house, new Map([['inspection', fault]]), ENTRIES);

    expect(toldErrors(answer)).toEqual([`inspection ${codeOf(fault)} inspection`]);
    expect(answer.data).toMatchObject({ inspection: null, office: { indicators: expect.any(Array) as [] } });
  });
});

describe('given a question that the office refuses', () => {
  it.each([
    [
      'an unknown organisation',
      REPORT,
      { organisation: 'khong-co' },
      'ORGANISATION_UNKNOWN',
      'Organisation "khong-co" is not known. The organisations are listed by the field "organisations".',
    ],
    [
      'a misspelt organisation',
      REPORT,
      { organisation: 'ha-tinh-khio' },
      'ORGANISATION_UNKNOWN',
      'Organisation "ha-tinh-khio" is not known. Did you mean "ha-tinh-khoi"? The organisations are listed by the field "organisations".',
    ],
    [
      'a moment to come',
      REPORT,
      { asOf: '2999-01-01T00:00:00Z' },
      'AS_OF_IN_FUTURE',
      'Knowledge time "2999-01-01T00:00:00.000Z" lies in the future.',
    ],
    [
      'a malformed period in a variable',
      REPORT,
      { period: '2024-Q5' },
      'PERIOD_INVALID',
      'Period "2024-Q5" is not valid: expected Q1 to Q4: a year has four quarters.',
    ],
    [
      'a malformed period in the query itself',
      MALFORMED,
      {},
      'PERIOD_INVALID',
      'Period "2024-Q5" is not valid: expected Q1 to Q4: a year has four quarters.',
    ],
  ])('when it is about %s, then its words are passed on', async (_what, query, variables, code, message) => {
    const answer = await askWithFaults(house, new Map(), query, variables);

    expect(toldErrors(answer)).toEqual([`report ${code} office`]);
    expect(answer.errors[0]?.message).toContain(message);
    expect(answer.data).toEqual({ report: null });
  });
});
