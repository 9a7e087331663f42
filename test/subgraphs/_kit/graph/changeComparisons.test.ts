import { describe, expect, it } from 'vitest';

import { dataOf } from '../../../support/answers.ts';
import { before, changesOf, changeText, figure, now } from '../../../support/changes.ts';
import { givenRelease } from '../../../support/given.ts';
import { report, SECTIONS } from '../../../support/reports.ts';
import { april } from '../../../support/stores.ts';
import { givenAgency } from '../../../support/testAgency.ts';

describe('given figures that two reports have', () => {
  it('when other releases hold the base as well, then the one of the other report is compared with', async () => {
    const changes = await changesOf([
      before(figure('2023-Q1', '10')),
      now(figure('2024-Q1', '12'), figure('2023-Q1', '8')),
    ]);

    expect(changes.map(changeText)).toEqual([
      'APPEARED: 2023-Q1 8 ← -, -',
      'CHANGED: 2024-Q1 12 ← 2023-Q1 10, 20.00',
    ]);
  });

  it('when the base was corrected after the release of the figure, then the base of that time is told as well', async () => {
    const { ask } = await givenAgency([
      before(figure('2023-Q1', '10')),
      now(figure('2024-Q1', '12')),
      givenRelease({ ...before(figure('2023-Q1', '8')), number: 2, supersedes: 1, publishedAt: april(9) }),
    ]);

    const answer = await ask(
      SECTIONS(`changes(against: "2023-Q1") { comparison {
        computed { value base { value } } computedAtRelease { value base { value } } } }`),
      { reports: [report()] },
    );

    expect(dataOf(answer)).toMatchObject({
      _entities: [
        {
          invented: {
            changes: [
              {
                comparison: {
                  computed: { value: '50.00', base: { value: '8' } },
                  computedAtRelease: { value: '20.00', base: { value: '10' } },
                },
              },
            ],
          },
        },
      ],
    });
  });

  it('when they are plans, then plan is compared with plan', async () => {
    const plan = { stage: 'PLANNED', setBy: 'Tỉnh' } as const;

    const changes = await changesOf([
      before(figure('2023-Q1', '10'), figure('2023-Q1', '8', plan)),
      now(figure('2024-Q1', '12', plan)),
    ]);

    expect(changes.map(changeText)).toContain('CHANGED: 2024-Q1 12 ← 2023-Q1 8, 50.00');
  });

  it('when the series breaks between them, then nothing is computed and the reason is told', async () => {
    const changes = await changesOf([
      before(figure('2023-Q1', '10')),
      now(figure('2024-Q1', '12', { seriesBreak: 'cách tính mới' })),
    ]);

    expect(changes.map(changeText)).toEqual(['CHANGED: 2024-Q1 12 ← 2023-Q1 10, BREAK_IN_SERIES']);
  });

  it('when a flow of a quarter stands against one of a year, then it is listed, but not compared', async () => {
    const changes = await changesOf(
      [
        now(figure('2024-Q1', '2'), figure('2023', '9')),
        givenRelease({
          period: '2020',
          publishedAt: april(1),
          observations: [figure('2020', '39'), figure('2019', '10'), figure('2020-Q1', '4')],
        }),
      ],
      'against: "2020"',
    );

    expect(changes.map(changeText)).toEqual([
      'DISAPPEARED: - ← 2020-Q1 4, -',
      'CHANGED: 2023 9 ← 2019 10, -10.00',
      'CHANGED: 2024-Q1 2 ← 2020 39, -',
    ]);
  });

  it('when the school year is the same in both, then it is compared with what the other report said of it', async () => {
    const schoolYear = '2023-09/P9M';
    const changes = await changesOf(
      [
        now(figure(schoolYear, '5')),
        givenRelease({ period: '2024-Q2', publishedAt: april(3), observations: [figure(schoolYear, '6')] }),
      ],
      'against: "2024-Q1"',
      { period: '2024-Q2' },
    );

    expect(changes.map(changeText)).toEqual(['CHANGED: 2023-09/P9M 6 ← 2023-09/P9M 5, 20.00']);
  });

  it('when two days of one month correspond, then like days are paired', async () => {
    const changes = await changesOf([
      now(figure('2023-12-15', '1'), figure('2023-12-31', '2')),
      before(figure('2022-12-31', '3')),
    ]);

    expect(changes.map(changeText)).toEqual([
      'APPEARED: 2023-12-15 1 ← -, -',
      'CHANGED: 2023-12-31 2 ← 2022-12-31 3, -33.33',
    ]);
  });
});
