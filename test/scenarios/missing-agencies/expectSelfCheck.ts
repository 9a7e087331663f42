import { expect } from 'vitest';

import type { SectionAgency } from './faultyHouse.ts';
import { OWED_FOR_2020, RECEIVED_OF, RULES_OF_2020 } from './selfCheck.cases.ts';

const ALL_RECEIVED = 9;

/** Holds that a report of 2020 says what can be told without these agencies, and names them where they are needed. */
export function expectSelfCheck(
  report: Readonly<Record<string, unknown>>,
  missing: readonly SectionAgency[],
): void {
  expect(report.reconciliation).toEqual(reconciliationWithout(missing));
  expect(report.completeness).toEqual({
    expected: OWED_FOR_2020.length,
    received: missing.reduce((received, agency) => received - RECEIVED_OF[agency], ALL_RECEIVED),
    sections: OWED_FOR_2020.map(([agency, organisation, status, figures]) =>
      isIn(missing, agency)
        ? { agency, organisation, status: 'UNREACHABLE', figures: null }
        : { agency, organisation, status, figures },
    ),
  });
}

/** A rule whose own figure is not printed says nothing, but when nobody can say whether it is. */
function reconciliationWithout(missing: readonly SectionAgency[]): readonly unknown[] {
  return RULES_OF_2020.flatMap(({ code, agencies, speaks }): object[] => {
    const unreached = agencies.filter((agency) => missing.includes(agency));
    if (!speaks && !missing.includes(agencies[0])) return [];
    return unreached.length === 0
      ? [{ code, verdict: 'HOLDS', reason: null, unreached: [] }]
      : [{ code, verdict: 'NOT_TESTABLE', reason: 'AGENCY_NOT_REACHED', unreached }];
  });
}

function isIn(agencies: readonly string[], agency: string): boolean {
  return agencies.includes(agency);
}
