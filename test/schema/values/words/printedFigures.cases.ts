import type { SaidFigure } from '../../../../schema/values/index.ts';
import {
  DONG,
  NOTHING,
  noun,
  PERCENT,
  POINTS,
  saidComparison,
  saidFigure,
  saidNumber,
  saidPart,
  TIMES,
  TONNES,
} from '../../../support/said.ts';

const billions = (value: string) => saidNumber(value, { noun: DONG, unitMultiplier: 9 });
const ofPlan = (value: string, setBy: string | null = null) =>
  saidComparison(value, { against: 'PLAN', baseTime: null, measure: 'ATTAINMENT', setBy });
const ofWhole = { against: 'WHOLE', baseTime: null } as const;
const rank = { against: 'PEERS', baseTime: null, measure: 'RANK', noun: NOTHING } as const;

/** Figures of the reports of 2020, 2023 and the first quarter of 2024, with their texts: [figure, VI, EN]. */
export const PRINTED_FIGURES: readonly (readonly [SaidFigure, string, string])[] = [
  [saidFigure({ number: saidNumber('7630') }), '7.630 đảng viên', '7,630 Party members'],
  [saidFigure({ number: saidNumber('1') }), '1 đảng viên', '1 Party member'],
  [
    saidFigure({
      number: { ...billions('1636'), qualifier: 'NEARLY' },
      comparisons: [saidComparison('116.95')],
    }),
    'gần 1.636 tỷ đồng, tăng 116,95% so với cùng kỳ năm trước',
    'nearly 1,636 billion dong, up 116.95% on the same period of last year',
  ],
  [
    saidFigure({ number: billions('20179.5'), stage: 'ESTIMATED', comparisons: [saidComparison('20.29')] }),
    'ước đạt 20.179,5 tỷ đồng, tăng 20,29% so với cùng kỳ năm trước',
    'estimated 20,179.5 billion dong, up 20.29% on the same period of last year',
  ],
  [
    saidFigure({ comparisons: [saidComparison('4.27')] }),
    'tăng 4,27% so với cùng kỳ năm trước',
    'up 4.27% on the same period of last year',
  ],
  [
    saidFigure({ comparisons: [saidComparison('-2.24')] }),
    'giảm 2,24% so với cùng kỳ năm trước',
    'down 2.24% on the same period of last year',
  ],
  [
    saidFigure({ number: saidNumber('63', { noun: DONG, unitMultiplier: 6, qualifier: 'OVER' }) }),
    'trên 63 triệu đồng',
    'over 63 million dong',
  ],
  [
    saidFigure({
      number: billions('7.1'),
      comparisons: [saidComparison('2.4', { measure: 'TIMES', noun: TIMES })],
    }),
    '7,1 tỷ đồng, gấp 2,4 lần so với cùng kỳ năm trước',
    '7.1 billion dong, 2.4 times that of the same period of last year',
  ],
  [
    saidFigure({ number: billions('8018'), comparisons: [ofPlan('111', 'Tỉnh')] }),
    '8.018 tỷ đồng, bằng 111% kế hoạch Tỉnh giao',
    '8,018 billion dong, 111% of the plan set by Tỉnh',
  ],
  [saidFigure({ comparisons: [ofPlan('30.5')] }), 'bằng 30,5% kế hoạch', '30.5% of the plan'],
  [
    saidFigure({
      number: saidNumber('3.01', { noun: PERCENT }),
      comparisons: [
        saidComparison('-0.78', {
          against: 'DATE',
          baseTime: '2022-12-31',
          measure: 'PERCENTAGE_POINTS',
          noun: POINTS,
        }),
      ],
    }),
    '3,01%, giảm 0,78 điểm phần trăm so với ngày 31/12/2022',
    '3.01%, down 0.78 percentage points since 2022-12-31',
  ],
  [
    saidFigure({ comparisons: [saidComparison('8.05'), saidComparison('15', { ...rank, peer: 'Cả nước' })] }),
    'tăng 8,05% so với cùng kỳ năm trước, đứng thứ 15 Cả nước',
    'up 8.05% on the same period of last year, ranked 15th in Cả nước',
  ],
  [
    saidFigure({
      comparisons: [saidComparison('3.76'), saidComparison('15.82', { ...ofWhole, measure: 'SHARE' })],
    }),
    'tăng 3,76% so với cùng kỳ năm trước, chiếm 15,82%',
    'up 3.76% on the same period of last year, accounting for 15.82%',
  ],
  [
    saidFigure({
      comparisons: [
        saidComparison('100', { ...ofWhole, measure: 'SHARE', peer: 'Đảng bộ, chi bộ trực thuộc' }),
      ],
    }),
    'chiếm 100% Đảng bộ, chi bộ trực thuộc',
    'accounting for 100% of Đảng bộ, chi bộ trực thuộc',
  ],
  [
    saidFigure({
      comparisons: [saidComparison('0.4', { ...ofWhole, measure: 'CONTRIBUTION', noun: POINTS })],
    }),
    'đóng góp 0,4 điểm phần trăm vào mức tăng trưởng chung',
    'contributing 0.4 percentage points to total growth',
  ],
  [
    saidFigure({
      number: saidNumber('58', { noun: TONNES, unitMultiplier: 4 }),
      comparisons: [
        saidComparison('2.28', {
          against: 'PERIOD',
          baseTime: '2019',
          measure: 'ABSOLUTE_CHANGE',
          noun: TONNES,
          unitMultiplier: 4,
        }),
      ],
    }),
    '58 vạn tấn, tăng 2,28 vạn tấn so với năm 2019',
    '580 thousand tonnes, up 22.8 thousand tonnes on 2019',
  ],
  [saidFigure({ number: saidNumber('60000000', { noun: DONG }) }), '60.000.000 đồng', '60,000,000 dong'],
  [
    saidFigure({
      number: saidNumber('39'),
      parts: [
        saidPart(['Khiển trách', 'Reprimand'], '29'),
        saidPart(['Cảnh cáo', 'Warning'], '3'),
        saidPart(['Khai trừ', 'Expulsion'], '7'),
      ],
    }),
    '39 đảng viên (khiển trách 29, cảnh cáo 3, khai trừ 7)',
    '39 Party members (reprimand 29, warning 3, expulsion 7)',
  ],
  [
    saidFigure({
      number: saidNumber('1919', { noun: noun('văn bản', ['document', 'documents']) }),
      parts: [
        saidPart(['Công văn', 'Official letter'], '495', {
          noun: noun('văn bản', ['document', 'documents']),
        }),
      ],
      hasMoreParts: true,
    }),
    '1.919 văn bản (công văn 495, …)',
    '1,919 documents (official letter 495, …)',
  ],
  [
    saidFigure({
      number: billions('4342.14'),
      stage: 'ESTIMATED',
      parts: [
        saidPart(['Thu nội địa', 'Domestic revenue'], '1853.40', {
          noun: DONG,
          unitMultiplier: 9,
          stage: 'ESTIMATED',
        }),
      ],
      hasMoreParts: true,
      comparisons: [saidComparison('46.78')],
    }),
    'ước đạt 4.342,14 tỷ đồng (thu nội địa 1.853,40; …), tăng 46,78% so với cùng kỳ năm trước',
    'estimated 4,342.14 billion dong (domestic revenue 1,853.40; …), up 46.78% on the same period of last year',
  ],
  [
    saidFigure({
      number: { ...billions('5'), qualifier: 'NEARLY' },
      parts: [
        saidPart(['Bảo Việt Hà Tĩnh', 'Bao Viet Ha Tinh'], '600', {
          noun: DONG,
          unitMultiplier: 6,
          qualifier: 'NEARLY',
        }),
        saidPart(['Đảng ủy Khối tỉnh Bà Rịa', 'Bloc committee of Ba Ria'], '1', {
          noun: DONG,
          unitMultiplier: 9,
        }),
      ],
    }),
    'gần 5 tỷ đồng (Bảo Việt Hà Tĩnh gần 600 triệu đồng, Đảng ủy Khối tỉnh Bà Rịa 1)',
    'nearly 5 billion dong (Bao Viet Ha Tinh nearly 600 million dong, Bloc committee of Ba Ria 1)',
  ],
];
