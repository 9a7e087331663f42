import 'reflect-metadata';

import { describe, expect, it } from 'vitest';

import type { ObservationType } from '../../../../schema/graphql/index.ts';
import type { Instant, Observation, Period } from '../../../../schema/values/index.ts';
import { fillForm } from '../../../../subgraphs/_kit/form/fillForm.ts';
import { Group } from '../../../../subgraphs/_kit/form/Group.ts';
import { Indicator } from '../../../../subgraphs/_kit/form/Indicator.ts';
import { firstVersion } from '../../../../subgraphs/_kit/catalogue/replay.ts';
import { createPresenter } from '../../../../subgraphs/_kit/reading/presenter.ts';
import { givenCatalogue, givenObservation, givenRelease } from '../../../support/given.ts';
import { givenKnowledge } from '../../../support/knowledge.ts';

class Inner {
  @Indicator('members-disciplined')
  total!: ObservationType | null;
}

class Form {
  @Indicator('members-disciplined')
  total!: ObservationType | null;

  @Indicator('members-disciplined', { part: { form: 'warning' } })
  warned!: ObservationType | null;

  @Indicator('members-disciplined', { part: { level: 'branch', form: 'warning' } })
  warnedInBranch!: ObservationType | null;

  @Indicator('members-disciplined', { by: ['form'] })
  byForm!: ObservationType[];

  @Indicator('members-disciplined', { by: ['level', 'form'] })
  byLevelAndForm!: ObservationType[];

  @Indicator('members-disciplined', { about: 'area' })
  ofArea!: ObservationType | null;

  @Indicator('members-disciplined', { time: 'year' })
  ofYear!: ObservationType | null;

  @Indicator('members-disciplined', { time: 'previous-year' })
  ofPreviousYear!: ObservationType | null;

  @Indicator('members-disciplined', { time: 'school-year' })
  ofSchoolYear!: ObservationType | null;

  @Indicator('gifts')
  gifts!: ObservationType | null;

  @Group(() => Inner)
  inner!: Inner;
}

const catalogue = givenCatalogue();

/** What the form shows, with values for figures; fields that are not reported are left out. */
function shown(observations: readonly Observation[], key: { period?: string; area?: string | null } = {}) {
  const { period = '2024-Q1', area = 'ha-tinh' } = key;
  const source = {
    key: { organisation: 'ha-tinh-khoi', period: period as Period, asOf: '' as Instant, area },
    releases: [],
    observations: createPresenter(firstVersion(catalogue, [])).present(
      givenRelease({ observations }),
      givenKnowledge(),
    ),
  };
  const value = (field: unknown): unknown =>
    Array.isArray(field) ? field.map(value) : (field as ObservationType | null)?.value;
  const { inner, ...fields } = fillForm(Form, source);
  const values = Object.entries({ ...fields, inner: (inner as Inner).total }).map(
    ([name, field]) => [name, value(field)] as const,
  );
  return Object.fromEntries(
    values.filter(([, text]) => text !== undefined && !(Array.isArray(text) && text.length === 0)),
  );
}

describe('given what an agency holds for a report', () => {
  it('when there is a total, then it stands wherever the form shows it', () => {
    const form = shown([givenObservation({ value: '2' })]);

    expect(form).toEqual({ total: '2', inner: '2' });
  });

  it('when there are parts by one dimension, then they stand as parts, in the order of the catalogue', () => {
    const form = shown([
      givenObservation({ value: '3', breakdown: { form: 'warning' } }),
      givenObservation({ value: '1', breakdown: { form: 'reprimand' } }),
      givenObservation({ value: '9', breakdown: { level: 'branch' } }),
    ]);

    expect(form).toEqual({ warned: '3', byForm: ['1', '3'] });
  });

  it('when there are parts by two dimensions, then they stand apart from those by one', () => {
    const form = shown([
      givenObservation({ value: '1', breakdown: { form: 'warning', level: 'branch' } }),
      givenObservation({ value: '2', breakdown: { level: 'grassroots', form: 'reprimand' } }),
    ]);

    expect(form).toEqual({ warnedInBranch: '1', byLevelAndForm: ['2', '1'] });
  });

  it('when there is a figure about the area, then it stands where the form asks for the area', () => {
    const form = shown([givenObservation({ value: '7', organisation: 'ha-tinh' })]);

    expect(form).toEqual({ ofArea: '7' });
  });

  it('when the organisation has no area, then it is its own', () => {
    const form = shown([givenObservation({ value: '2' })], { area: null });

    expect(form).toEqual({ total: '2', inner: '2', ofArea: '2' });
  });

  it.each([
    ['2024-Q1', '2024', '2023', '2023-09/P9M'],
    ['2024-Q3', '2024', '2023', '2023-09/P9M'],
    ['2024-09', '2024', '2023', '2024-09/P9M'],
    ['2024-Q4', '2024', '2023', '2024-09/P9M'],
    ['2024-03-31', '2024', '2023', '2023-09/P9M'],
    ['2023-09/P12M', '2023', '2022', '2023-09/P9M'],
  ])(
    'when the report is of %s, then its year is %s, the one before %s, its school year %s',
    (period, ...times) => {
      const [year, before, school] = times;

      const form = shown(
        [
          givenObservation({ value: '1', time: year }),
          givenObservation({ value: '2', time: before }),
          givenObservation({ value: '3', time: school }),
        ],
        { period },
      );

      expect(form).toEqual({ ofYear: '1', ofPreviousYear: '2', ofSchoolYear: '3' });
    },
  );

  it('when the report is of a year, then the period and the year are the same', () => {
    const form = shown([givenObservation({ value: '2', time: '2024' })], { period: '2024' });

    expect(form).toEqual({ total: '2', inner: '2', ofYear: '2' });
  });

  it.each([
    ['a plan', givenObservation({ stage: 'PLANNED', setBy: 'tỉnh' })],
    ['a figure of another time', givenObservation({ time: '2023-Q1' })],
    ['a figure about somebody else', givenObservation({ organisation: 'nghe-an' })],
    ['an indicator without a place', givenObservation({ indicator: 'budget-revenue', unit: 'VND' })],
  ])('when there is only %s, then no place shows it', (_what, observation) => {
    const form = shown([observation]);

    expect(form).toEqual({});
  });

  it("when an indicator comes in two units, then its place shows the catalogue's first", () => {
    const form = shown([
      givenObservation({ indicator: 'gifts', unit: 'VND', value: '20' }),
      givenObservation({ indicator: 'gifts', unit: 'gift', value: '40' }),
    ]);

    expect(form).toEqual({ gifts: '40' });
  });

  it('when nothing is reported, then single figures are null and lists are empty', () => {
    const source = {
      key: { organisation: 'x', period: '2024-Q1' as Period, asOf: '' as Instant, area: null },
      releases: [],
      observations: [],
    };

    const form = fillForm(Form, source);

    expect(form).toEqual({
      total: null,
      warned: null,
      warnedInBranch: null,
      byForm: [],
      byLevelAndForm: [],
      ofArea: null,
      ofYear: null,
      ofPreviousYear: null,
      ofSchoolYear: null,
      gifts: null,
      inner: { total: null },
    });
  });
});
