import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { reportOf } from '../../support/ask.ts';
import { ALL_FAULTS, codeOf } from '../../support/faults.ts';
import { dealFaults } from './dealFaults.ts';
import { expectSelfCheck } from './expectSelfCheck.ts';
import {
  askWithFaults,
  SECTION_AGENCIES,
  startFaultyHouse,
  SUBSETS,
  toldErrors,
  type FaultyHouse,
} from './faultyHouse.ts';
import { SELF_CHECK, SELF_CHECK_BESIDE_SECTIONS } from './selfCheck.cases.ts';

let house: FaultyHouse;
/** The moment that all reports are asked for. */
let asOf: string;

beforeAll(async () => {
  house = await startFaultyHouse();
  asOf = new Date().toISOString();
});
afterAll(() => house.stop());

describe('given a report that is asked only what it says of itself', () => {
  it('when no agency is missing, then every rule is told and nothing is unreachable', async () => {
    const answer = await askWithFaults(house, new Map(), SELF_CHECK, { asOf });

    expect(answer.errors).toEqual([]);
    expectSelfCheck(reportOf(answer), []);
  });

  it.each(SUBSETS.map((agencies) => [agencies.join(', '), agencies] as const))(
    'when %s cannot be reached, then exactly these are named, and there is no error',
    async (_names, agencies) => {
      const faults = new Map(agencies.map((agency) => [agency, 'stopped'] as const));

      const answer = await askWithFaults(house, faults, SELF_CHECK, { asOf });

      expect(answer.errors).toEqual([]);
      expectSelfCheck(reportOf(answer), agencies);
    },
  );

  it.each(dealFaults(SUBSETS))(
    'when agencies fail each in its own way (%s), then these are named, and there is no error',
    async (_names, faults) => {
      const answer = await askWithFaults(house, faults, SELF_CHECK, { asOf });

      expect(answer.errors).toEqual([]);
      expectSelfCheck(
        reportOf(answer),
        SECTION_AGENCIES.filter((agency) => faults.has(agency)),
      );
    },
  );

  describe.each(SECTION_AGENCIES)('and %s alone fails', (agency) => {
    it.each(ALL_FAULTS)(
      'when it does so by %s, then it alone is named, and there is no error',
      async (fault) => {
        const answer = await askWithFaults(house, new Map([[agency, fault]]), SELF_CHECK, { asOf });

        expect(answer.errors).toEqual([]);
        expectSelfCheck(reportOf(answer), [agency]);
      },
    );
  });
});

describe('given a report that is asked for sections, some under other names, and what it says of itself', () => {
  it('when no agency is missing, then all of it is there', async () => {
    const answer = await askWithFaults(house, new Map(), SELF_CHECK_BESIDE_SECTIONS, { asOf });

    expect(answer.errors).toEqual([]);
    expect(reportOf(answer)).toMatchObject({
      inspection: { submissions: [{ organisation: 'ha-tinh-khoi' }, { organisation: 'ha-tinh' }] },
      dang: { submissions: [{ organisation: 'ha-tinh-khoi' }] },
      m1: { submissions: [{ organisation: 'ha-tinh-khoi' }, { organisation: 'ha-tinh' }] },
      m2: { observations: expect.any(Array) as [] },
    });
    expectSelfCheck(reportOf(answer), []);
  });

  it.each(dealFaults(SUBSETS))(
    'when agencies fail each in its own way (%s), then each section that was asked for has one error',
    async (_names, faults) => {
      const answer = await askWithFaults(house, faults, SELF_CHECK_BESIDE_SECTIONS, { asOf });

      const missing = SECTION_AGENCIES.filter((agency) => faults.has(agency));
      expect(toldErrors(answer)).toEqual(
        missing
          .flatMap((agency) =>
            ASKED_AS[agency].map((field) => `report.${field} ${codeOf(faults.get(agency)!)} ${agency}`),
          )
          .sort(),
      );
      for (const field of missing.flatMap((agency) => ASKED_AS[agency])) {
        expect(reportOf(answer)[field]).toBeNull();
      }
      expectSelfCheck(reportOf(answer), missing);
    },
  );
});

describe('given an office that cannot answer', () => {
  it.each(ALL_FAULTS)('when it fails by %s, then the report is null with one error', async (fault) => {
    const answer = await askWithFaults(house, new Map([['office', fault]]), SELF_CHECK, { asOf });

    expect(toldErrors(answer)).toEqual([`report ${codeOf(fault)} office`]);
    expect(answer.data).toEqual({ report: null });
  });
});

/** Under which names {@link SELF_CHECK_BESIDE_SECTIONS} asks for the section of an agency. */
const ASKED_AS: Readonly<Record<(typeof SECTION_AGENCIES)[number], readonly string[]>> = {
  'party-building': ['dang'],
  inspection: ['inspection'],
  'mass-organisations': ['m1', 'm2'],
  'socio-economic': [],
};
