import { describe, expect, it } from 'vitest';

import type { Agency } from '../../subgraphs/_kit/defineAgency.ts';
import { agency as inspection } from '../../subgraphs/inspection/agency.ts';
import { agency as partyBuilding } from '../../subgraphs/party-building/agency.ts';
import { agency as socioEconomic } from '../../subgraphs/socio-economic/agency.ts';
import { dataOf } from '../support/answers.ts';
import { givenRealAgency } from '../support/realAgency.ts';

interface Series {
  readonly points: readonly {
    readonly time: string;
    readonly observation: { readonly value: string | null };
    readonly growth: {
      readonly baseTime: string;
      readonly computed: { readonly value: string } | null;
      readonly reason: string | null;
    } | null;
    readonly revision: { readonly count: number; readonly change: string | null };
  }[];
  readonly breaks: readonly unknown[];
}

/** `time value: growth on the time before, or why there is none` of a series that was never revised or broken. */
async function growthsOf(agency: Agency, field: string, series: string): Promise<string[]> {
  const { ask } = await givenRealAgency(agency);
  const answer = await ask(`{ entry: ${field} { series(${series}) {
    points {
      time observation { value } growth { baseTime computed { value } reason } revision { count change }
    }
    breaks { time } } } }`);
  const { points, breaks } = (dataOf(answer) as { entry: { series: Series } }).entry.series;
  expect(breaks).toEqual([]);
  expect(points.map(({ revision }) => revision.count)).toEqual(points.map(() => 0));
  return points.map(({ time, observation, growth }) => {
    const said = growth ? `${growth.computed?.value ?? growth.reason} on ${growth.baseTime}` : 'first';
    return `${time} ${observation.value ?? '-'}: ${said}`;
  });
}

describe('given what the three documents say over the years', () => {
  it.each([
    [
      socioEconomic,
      'socioEconomic',
      'indicator: "budget-revenue", organisation: "ha-tinh"',
      ['2020 12832: first', '2023 17946: 39.85 on 2020', '2024-Q1 4342.14: first'],
    ],
    [
      socioEconomic,
      'socioEconomic',
      'indicator: "social-investment", organisation: "ha-tinh"',
      ['2020 26393: first', '2023 51124: 93.70 on 2020'],
    ],
    [
      socioEconomic,
      'socioEconomic',
      'indicator: "social-investment", organisation: "ha-tinh", from: "2023"',
      ['2023 51124: 93.70 on 2020'],
    ],
    [
      partyBuilding,
      'partyBuilding',
      'indicator: "rated-organisations", organisation: "ha-tinh-khoi", breakdown: [{ dimension: "rating", code: "excellent" }]',
      ['2020 21: first', '2023 19: -9.52 on 2020'],
    ],
    [
      partyBuilding,
      'partyBuilding',
      'indicator: "members", organisation: "ha-tinh-khoi"',
      ['2020 8246: first', '2024-Q1 7630: first'],
    ],
    [
      inspection,
      'inspection',
      'indicator: "members-disciplined", organisation: "ha-tinh-khoi"',
      ['2020 39: first', '2024-Q1 2: first'],
    ],
  ])(
    'when %# is followed, then each figure is compared with the one before of its frequency',
    async (agency, field, series, expected) => {
      expect(await growthsOf(agency, field, series)).toEqual(expected);
    },
  );
});
