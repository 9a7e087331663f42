import { describe, expect, it } from 'vitest';

import type { Agency } from '../../subgraphs/_kit/defineAgency.ts';
import { agency as inspection } from '../../subgraphs/inspection/agency.ts';
import { agency as partyBuilding } from '../../subgraphs/party-building/agency.ts';
import { agency as socioEconomic } from '../../subgraphs/socio-economic/agency.ts';
import { dataOf } from '../support/answers.ts';
import { givenRealAgency } from '../support/realAgency.ts';

interface Change {
  readonly state: string;
  readonly indicator: { readonly code: string };
  readonly breakdown: readonly { readonly code: string }[];
  readonly current: { readonly time: string; readonly value: string | null } | null;
  readonly base: { readonly time: string; readonly value: string | null } | null;
  readonly comparison: { readonly computed: { readonly value: string } | null } | null;
}

/** `indicator part: base → current, computed` of all figures that two reports of an organisation have. */
async function changesOf(
  [agency, field]: readonly [Agency, string],
  organisation: string,
  period: string,
  against: string,
): Promise<string[]> {
  const { ask, asOf } = await givenRealAgency(agency);
  const answer = await ask(
    `query ($reports: [_Any!]!) { _entities(representations: $reports) { ... on Report { section: ${field} {
      changes(against: "${against}", state: [CHANGED, UNCHANGED]) {
        indicator { code } breakdown { code } current { time value } base { time value } comparison { computed { value } }
      } } } } }`,
    { reports: [{ __typename: 'Report', organisation, period, asOf, area: 'ha-tinh' }] },
  );
  const { _entities } = dataOf(answer) as { _entities: { section: { changes: Change[] } }[] };
  return _entities[0]!.section.changes.map(({ indicator, breakdown, current, base, comparison }) => {
    const what = [indicator.code, ...breakdown.map(({ code }) => code)].join(' ');
    const [from, to] = [base, current].map((one) => `${one!.time} ${one!.value ?? '-'}`);
    return `${what}: ${from} → ${to}, ${comparison?.computed?.value ?? '-'}`;
  });
}

describe('given the reports of the three documents', () => {
  it('when discipline in the first quarter of 2024 stands against 2020, then flows are listed, but not compared', async () => {
    expect(await changesOf([inspection, 'inspection'], 'ha-tinh-khoi', '2024-Q1', '2020')).toEqual([
      'members-disciplined: 2020 39 → 2024-Q1 2, -',
      'members-disciplined reprimand: 2020 29 → 2024-Q1 1, -',
      'members-disciplined warning: 2020 3 → 2024-Q1 1, -',
    ]);
  });

  it('when Party building stands against 2020, then stocks and years are compared', async () => {
    expect(await changesOf([partyBuilding, 'partyBuilding'], 'ha-tinh-khoi', '2024-Q1', '2020')).toEqual([
      'theory-classes new-member: 2020 2 → 2024-Q1 1, -',
      'theory-learners new-member: 2020 179 → 2024-Q1 76, -',
      'grassroots-organisations: 2020 108 → 2024-Q1 94, -12.96',
      'members: 2020 8246 → 2024-Q1 7630, -7.47',
      'members-admitted: 2020 246 → 2024-Q1 19, -',
      'members-made-full: 2020 208 → 2024-Q1 32, -',
      'members-struck-off: 2020 5 → 2024-Q1 1, -',
      'members-transferred: 2020 579 → 2024-Q1 112, -',
      'members-transferred out: 2020 342 → 2024-Q1 57, -',
      'members-transferred in: 2020 197 → 2024-Q1 53, -',
      'members-transferred internal: 2020 40 → 2024-Q1 2, -',
    ]);
  });

  it('when the economy of 2023 stands against 2020, then revenue and investment are compared', async () => {
    expect(await changesOf([socioEconomic, 'socioEconomic'], 'ha-tinh', '2023', '2020')).toEqual([
      'grdp: 2020 - → 2023 -, -',
      'budget-revenue: 2020 12832 → 2023 17946, 39.85',
      'social-investment: 2020 26393 → 2023 51124, 93.70',
    ]);
  });
});
