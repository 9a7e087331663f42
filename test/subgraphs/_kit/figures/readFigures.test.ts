import { describe, expect, it } from 'vitest';

import { readFigures } from '../../../../subgraphs/_kit/figures/readFigures.ts';
import {
  givenCatalogue,
  givenComparison,
  givenFigures,
  givenFile,
  givenObservation,
  givenSource,
  GROWTH,
} from '../../../support/given.ts';

const catalogue = givenCatalogue();
const read = (...texts: readonly string[]) =>
  readFigures(
    texts.map((text, index) => givenFile(text, `file-${index + 1}.csv`)),
    catalogue,
    'inspection',
  );

describe('given a good figures file', () => {
  it('when a row has all of a figure, then the observation has all of it, digits as printed', () => {
    const [draft] = read(
      givenFigures({
        breakdown: 'level=grassroots;form=warning',
        time: '2023-09/P9M',
        as_at: '2024-03-31',
        calendar: 'ADMINISTRATIVE',
        value: '1853.40',
        unit_multiplier: '9',
        qualifier: 'NEARLY',
        stage: 'PLANNED',
        set_by: 'Trung ương',
        open_dimensions: 'level;form',
        note: 'Tiêu biểu: "một, hai"',
        series_break: 'Từ 2023 tính cả đảng viên dự bị',
        footnote: '3',
      }),
    );

    expect(draft).toEqual({
      organisation: 'ha-tinh-khoi',
      period: '2024-Q1',
      observations: [
        givenObservation({
          breakdown: { form: 'warning', level: 'grassroots' },
          time: '2023-09/P9M',
          asAt: '2024-03-31',
          calendar: 'ADMINISTRATIVE',
          value: '1853.40',
          unitMultiplier: 9,
          qualifier: 'NEARLY',
          stage: 'PLANNED',
          setBy: 'Trung ương',
          openDimensions: ['form', 'level'],
          note: 'Tiêu biểu: "một, hai"',
          seriesBreak: 'Từ 2023 tính cả đảng viên dự bị',
          sources: [givenSource({ footnote: 3 })],
        }),
      ],
      rows: [{ file: 'file-1.csv', row: 2 }],
    });
  });

  it('when rows print a value twice and compare it, then they are one observation', () => {
    const [draft] = read(
      givenFigures(
        {},
        GROWTH,
        { section: 'B.II' },
        { ...GROWTH, section: 'B.II' },
        {
          value: '111',
          comparison_against: 'PLAN',
          comparison_set_by: 'tỉnh',
          comparison_measure: 'ATTAINMENT',
          comparison_unit: 'percent',
        },
      ),
    );

    const [here, there] = [givenSource(), givenSource({ section: 'B.II' })];
    expect(draft?.observations).toEqual([
      givenObservation({
        sources: [here, there],
        comparisons: [
          givenComparison({ sources: [here, there] }),
          givenComparison({
            against: 'PLAN',
            baseTime: null,
            setBy: 'tỉnh',
            measure: 'ATTAINMENT',
            value: '111',
            sources: [here],
          }),
        ],
      }),
    ]);
  });

  it('when only a growth is printed, then the observation has comparisons and no value', () => {
    const [draft] = read(
      givenFigures({
        ...GROWTH,
        indicator: 'industrial-production',
        unit: 'not-stated',
        value: '4.27',
        stage: 'ESTIMATED',
      }),
    );

    expect(draft?.observations).toEqual([
      givenObservation({
        indicator: 'industrial-production',
        unit: 'not-stated',
        value: null,
        stage: 'ESTIMATED',
        sources: [],
        comparisons: [givenComparison({ value: '4.27' })],
      }),
    ]);
  });

  it('when a value stands behind its growth, then they are one observation all the same', () => {
    const [draft] = read(givenFigures({ ...GROWTH, note: '' }, { note: 'đính chính' }));

    expect(draft?.observations).toEqual([
      givenObservation({ note: 'đính chính', comparisons: [givenComparison()] }),
    ]);
  });

  it('when a value is missing, then the observation says why', () => {
    const [draft] = read(givenFigures({ value: '', missing: 'WITHHELD' }));

    expect(draft?.observations).toEqual([givenObservation({ value: null, missing: 'WITHHELD' })]);
  });

  it.each([
    ['SAME_PERIOD_LAST_YEAR', '2024-Q1', '2023-Q1'],
    ['SAME_PERIOD_LAST_YEAR', '2023-09/P9M', '2022-09/P9M'],
    ['PREVIOUS_PERIOD', '2024-Q1', '2023-Q4'],
    ['PREVIOUS_PERIOD', '2024', '2023'],
    ['WHOLE', '2024-Q1', null],
  ])('when a growth against %s of %s has no base time, then it is %s', (against, time, expected) => {
    const [draft] = read(givenFigures({ ...GROWTH, time, comparison_against: against }));

    expect(draft?.observations[0]?.comparisons[0]?.baseTime).toBe(expected);
  });

  it('when organisations and periods are mixed, then each has a draft, in the order of the file', () => {
    const drafts = read(
      givenFigures(
        { organisation: 'ha-tinh', value: '1' },
        { value: '2' },
        { organisation: 'ha-tinh', breakdown: 'form=warning', value: '3' },
        { period: '2023', value: '4' },
      ),
    );

    const shown = drafts.map(({ organisation, period, observations }) =>
      [organisation, period, ...observations.map(({ value }) => value)].join(' '),
    );
    expect(shown).toEqual(['ha-tinh 2024-Q1 1 3', 'ha-tinh-khoi 2024-Q1 2', 'ha-tinh-khoi 2023 4']);
  });

  it('when two files print the same fact, then it is one observation with both sources', () => {
    const drafts = read(givenFigures({}), givenFigures({ document: 'nghi-quyet', section: '' }));

    expect(drafts.map(({ observations }) => observations)).toEqual([
      [
        givenObservation({
          sources: [givenSource(), { document: 'nghi-quyet', section: '', footnote: null }],
        }),
      ],
    ]);
  });

  it('when plans and a result stand side by side, then whoever set them keeps them apart', () => {
    const [draft] = read(
      givenFigures(
        { value: '5', stage: 'PLANNED', set_by: 'Trung ương' },
        { value: '6', stage: 'PLANNED', set_by: 'tỉnh' },
        { value: '2' },
      ),
    );

    expect(draft?.observations.map(({ setBy, value }) => [setBy, value])).toEqual([
      ['Trung ương', '5'],
      ['tỉnh', '6'],
      [null, '2'],
    ]);
  });

  it.each([
    ['empty', ''],
    ["named as the calendar's own", 'CALENDAR'],
  ])('when the calendar is %s, then none is told', (_what, calendar) => {
    const [draft] = read(givenFigures({ calendar }));

    expect(draft?.observations).toEqual([givenObservation()]);
  });

  it('when a value and its growth are printed for two calendars, then they are two facts', () => {
    const administrative = { calendar: 'ADMINISTRATIVE' };

    const [draft] = read(
      givenFigures({}, { ...administrative, value: '3' }, GROWTH, {
        ...GROWTH,
        ...administrative,
        value: '6',
      }),
    );

    expect(draft?.observations).toEqual([
      givenObservation({ comparisons: [givenComparison()] }),
      givenObservation({
        calendar: 'ADMINISTRATIVE',
        value: '3',
        comparisons: [givenComparison({ value: '6' })],
      }),
    ]);
  });

  it('when a growth stands before the value that tells the break in series, then it needs not repeat it', () => {
    const [draft] = read(givenFigures(GROWTH, { series_break: 'cách tính mới' }));

    expect(draft?.observations).toEqual([
      givenObservation({ seriesBreak: 'cách tính mới', comparisons: [givenComparison()] }),
    ]);
  });

  it('when the columns of calendar and break are left out, then the figures are the same', () => {
    const header =
      'indicator,breakdown,organisation,period,time,as_at,value,unit,unit_multiplier,qualifier,stage,missing,open_dimensions,note,comparison_against,comparison_base_time,comparison_set_by,comparison_peer,comparison_measure,comparison_unit,document,section,footnote';
    const row = 'members-disciplined,,ha-tinh-khoi,2024-Q1,2024-Q1,,2,person,,,FINAL,,,,,,,,,,bao-cao,A.I.3,';

    const [draft] = read(`${header}\n${row}\n`);

    expect(draft?.observations).toEqual([givenObservation()]);
  });

  it('when an indicator has two units, then the units keep its figures apart', () => {
    const [draft] = read(
      givenFigures(
        { indicator: 'gifts', unit: 'gift', value: '40' },
        { indicator: 'gifts', unit: 'VND', value: '20' },
      ),
    );

    expect(draft?.observations.map(({ unit, value }) => `${value} ${unit}`)).toEqual(['40 gift', '20 VND']);
  });

  it('when columns for the eye are left out or filled, then they change nothing', () => {
    const bare = givenFigures({}).replaceAll(/^(?:agency|),|,(?:release|)$/gm, '');

    const drafts = [
      read(bare),
      read(givenFigures({ agency: 'inspection', label_vi: 'Kỷ luật', release: '7' })),
    ];

    expect(drafts[0]).toEqual(drafts[1]);
  });

  it('when no files are given, then there are no drafts', () => {
    const drafts = read();

    expect(drafts).toEqual([]);
  });
});

describe('given a file with the figures of several agencies', () => {
  it('when an agency reads it, then it takes its own rows and those that name nobody', () => {
    const [draft] = read(
      givenFigures(
        { agency: 'inspection', value: '2' },
        { agency: 'party-building', indicator: 'members', value: '7630' },
        { agency: '', time: '2023', value: '4' },
      ),
    );

    expect(draft?.observations.map(({ value }) => value)).toEqual(['2', '4']);
  });

  it('when a row names an agency that does not exist, then it is refused, not passed over', () => {
    expect(() => read(givenFigures({ agency: 'inspektion' }))).toThrow(
      'Agency "inspektion" is not known. Did you mean "inspection"?',
    );
  });
});
