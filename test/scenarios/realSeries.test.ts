import { describe, expect, it } from 'vitest';

import type { Agency } from '../../subgraphs/_kit/defineAgency.ts';
import { agency as inspection } from '../../subgraphs/inspection/agency.ts';
import { agency as partyBuilding } from '../../subgraphs/party-building/agency.ts';
import { agency as socioEconomic } from '../../subgraphs/socio-economic/agency.ts';
import { dataOf } from '../support/answers.ts';
import { givenRealAgency } from '../support/realAgency.ts';

interface Answer {
  readonly entry: { readonly series: { readonly points: { time: string; observation: { text: string } }[] } };
}

/** The series of an indicator as `time: figure in words`. */
async function seriesOf(agency: Agency, field: string, series: string): Promise<string[]> {
  const { ask } = await givenRealAgency(agency);
  const answer = await ask(
    `{ entry: ${field} { series(${series}) { points { time observation { text } } } } }`,
  );
  return (dataOf(answer) as Answer).entry.series.points.map(
    ({ time, observation }) => `${time}: ${observation.text}`,
  );
}

const PROVINCE = 'organisation: "ha-tinh"';
const BLOC = 'organisation: "ha-tinh-khoi"';
const part = (dimension: string, code: string) =>
  `breakdown: [{ dimension: "${dimension}", code: "${code}" }]`;

describe('given what the three documents say over the years', () => {
  it.each([
    [
      'budget revenue',
      `indicator: "budget-revenue", ${PROVINCE}`,
      [
        '2020: 12.832 tỷ đồng (thu nội địa 8.018, thu xuất nhập khẩu 4.814), bằng 91,7% kế hoạch',
        '2023: 17.946 tỷ đồng, bằng 102,6% kế hoạch Trung ương giao',
        '2024-Q1: ước đạt 4.342,14 tỷ đồng (thu nội địa 1.853,40; …), tăng 46,78% so với cùng kỳ năm trước',
      ],
    ],
    [
      'domestic revenue',
      `indicator: "budget-revenue", ${PROVINCE}, ${part('source', 'domestic')}`,
      [
        '2020: 8.018 tỷ đồng, bằng 111% kế hoạch Tỉnh giao',
        '2024-Q1: ước đạt 1.853,40 tỷ đồng, tăng 64,21% so với cùng kỳ năm trước',
      ],
    ],
    [
      'customs revenue',
      `indicator: "budget-revenue", ${PROVINCE}, ${part('source', 'customs')}`,
      ['2020: 4.814 tỷ đồng, bằng 70,8% kế hoạch'],
    ],
    [
      'total investment',
      `indicator: "social-investment", ${PROVINCE}`,
      [
        '2020: ước đạt 26.393 tỷ đồng, bằng 72,13% kế hoạch',
        '2023: ước đạt 51.124 tỷ đồng, bằng 113,6% kế hoạch',
      ],
    ],
  ])('when the series of %s is asked for, then it runs over the documents', async (_, series, points) => {
    expect(await seriesOf(socioEconomic, 'socioEconomic', series)).toEqual(points);
  });

  it.each([
    ['members', `indicator: "members", ${BLOC}`, ['2020: 8.246 đảng viên', '2024-Q1: 7.630 đảng viên']],
    ['members of the province', `indicator: "members", ${PROVINCE}`, ['2023: 100.061 đảng viên']],
    [
      'grassroots organisations',
      `indicator: "grassroots-organisations", ${BLOC}`,
      ['2020: 108 tổ chức cơ sở đảng', '2024-Q1: 94 tổ chức cơ sở đảng'],
    ],
    [
      'admissions',
      `indicator: "members-admitted", ${BLOC}, from: "2020", to: "2020"`,
      ['2020: 246 đảng viên'],
    ],
  ])('when the series of %s is asked for, then it runs over the documents', async (_, series, points) => {
    expect(await seriesOf(partyBuilding, 'partyBuilding', series)).toEqual(points);
  });

  it('when the series of discipline is asked for, then each year is told with its parts', async () => {
    expect(await seriesOf(inspection, 'inspection', `indicator: "members-disciplined", ${BLOC}`)).toEqual([
      '2020: 39 đảng viên (khiển trách 29, cảnh cáo 3, khai trừ 7)',
      '2024-Q1: 2 đảng viên (khiển trách 1, cảnh cáo 1)',
    ]);
  });
});
