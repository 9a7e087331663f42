import { describe, expect, it } from 'vitest';

import { groupBy } from '../../../../schema/values/index.ts';
import { dataOf } from '../../../support/answers.ts';
import { createUpdating, INDICATORS_HEADER, indicatorRow } from '../../../support/catalogueFiles.ts';
import { givenObservation, givenRelease } from '../../../support/given.ts';
import { insertRelease } from '../../../support/stores.ts';
import { givenAgency } from '../../../support/testAgency.ts';

interface Point {
  readonly time: string;
  readonly observation: {
    readonly value: string;
    readonly indicator: { readonly code: string };
    readonly breakdown: readonly { readonly code: string }[];
  };
  readonly growth: { readonly computed: { readonly value: string } | null } | null;
  readonly revision: { readonly count: number };
}

const SERIES = `query ($indicator: ID!, $breakdown: [BreakdownInput!]!, $unit: ID) { invented {
  series(indicator: $indicator, organisation: "ha-tinh-khoi", breakdown: $breakdown, unit: $unit) {
    points {
      time
      observation { value indicator { code retired supersededBy } breakdown { code } }
      growth { computed { value } }
      revision { count }
    }
  }
} }`;

/** An agency that knows presents and favours beside gifts, and has published these figures: a release for each year. */
async function given(figures: readonly (readonly [string, string, string, Record<string, string>?])[]) {
  const releases = [...groupBy(figures, ([, time]) => time)].map(([period, ofYear]) =>
    givenRelease({
      period,
      observations: ofYear.map(([indicator, time, value, breakdown = {}]) =>
        givenObservation({
          ...{ indicator, time, value, breakdown },
          unit: indicator === 'members-disciplined' ? 'person' : 'gift',
        }),
      ),
    }),
  );
  const running = await givenAgency();
  const updating = createUpdating(running);
  await updating.update('INDICATORS', [INDICATORS_HEADER, indicatorRow('presents'), indicatorRow('favours')]);
  running.now += 5000;
  for (const release of releases) {
    running.now += 1000;
    const publishedAt = new Date(running.now - 500).toISOString();
    await insertRelease(running.store, { ...release, publishedAt, agency: 'invented' } as typeof release);
  }
  const points = async (indicator: string, breakdown: readonly object[] = [], unit: string | null = null) => {
    running.now += 2000;
    const data = dataOf(await running.ask(SERIES, { indicator, breakdown, unit }));
    return (data as { invented: { series: { points: readonly Point[] } } }).invented.series.points;
  };
  return { ...updating, points };
}

const said = (points: readonly Point[]) =>
  points.map(({ time, observation, growth }) =>
    [time, observation.indicator.code, observation.value, growth?.computed?.value ?? '-'].join(' '),
  );

const RETIRED_GIFTS = indicatorRow('gifts', { units: 'gift;VND', superseded_by: 'presents' });

describe('given an indicator that another has superseded', () => {
  it('when the series of the successor is asked for, then it goes on with the old figures before its own', async () => {
    const { update, points } = await given([
      ['gifts', '2021', '10'],
      ['gifts', '2022', '20'],
      ['gifts', '2023', '99'],
      ['presents', '2023', '30'],
      ['presents', '2024', '60'],
    ]);
    expect(said(await points('presents'))).toEqual(['2023 presents 30 -', '2024 presents 60 100.00']);

    await update('INDICATORS', [INDICATORS_HEADER, RETIRED_GIFTS]);

    expect(said(await points('presents'))).toEqual([
      '2021 gifts 10 -',
      '2022 gifts 20 100.00',
      '2023 presents 30 50.00',
      '2024 presents 60 100.00',
    ]);
    expect((await points('presents')).map(({ revision }) => revision.count)).toEqual([0, 0, 0, 0]);
    expect(said(await points('gifts'))).toEqual([
      '2021 gifts 10 -',
      '2022 gifts 20 100.00',
      '2023 gifts 99 395.00',
    ]);
  });

  it('when the successor has no figures yet, then its series is that of the old one', async () => {
    const { update, points } = await given([['gifts', '2021', '10']]);

    await update('INDICATORS', [INDICATORS_HEADER, RETIRED_GIFTS]);

    expect(said(await points('presents'))).toEqual(['2021 gifts 10 -']);
  });

  it('when the old one superseded another itself, then that goes before', async () => {
    const { update, points } = await given([
      ['favours', '2020', '5'],
      ['gifts', '2021', '10'],
      ['presents', '2022', '20'],
    ]);

    const { faults } = await update('INDICATORS', [
      INDICATORS_HEADER,
      RETIRED_GIFTS,
      indicatorRow('favours', { superseded_by: 'gifts' }),
    ]);

    expect(faults).toEqual([]);
    expect(said(await points('presents'))).toEqual([
      '2020 favours 5 -',
      '2021 gifts 10 100.00',
      '2022 presents 20 100.00',
    ]);
  });

  it('when a second one shall be superseded by the same, then that is refused', async () => {
    const { update, faults } = await given([]);
    await update('INDICATORS', [INDICATORS_HEADER, RETIRED_GIFTS]);

    const row = indicatorRow('favours', { superseded_by: 'presents' });

    expect(await faults('INDICATORS', [INDICATORS_HEADER, row])).toEqual(['2 superseded_by CELL_INVALID']);
  });
});

describe('given a code of a dimension that another has superseded', () => {
  it('when the series of the successor is asked for, then it goes on with the old part', async () => {
    const { update, points } = await given([
      ['members-disciplined', '2022', '4', { form: 'warning' }],
      ['members-disciplined', '2023', '6', { form: 'reprimand' }],
    ]);

    await update('DIMENSIONS', [
      'code,in,label_vi,label_en,superseded_by',
      'warning,form,Cảnh cáo,Warning,reprimand',
    ]);
    const found = await points('members-disciplined', [{ dimension: 'form', code: 'reprimand' }]);

    expect(
      found.map(({ observation, growth }) => [observation.breakdown[0]?.code, growth?.computed?.value]),
    ).toEqual([
      ['warning', undefined],
      ['reprimand', '50.00'],
    ]);
  });
});
