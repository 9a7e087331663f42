import type { SaidFigure } from '../../../../schema/values/index.ts';
import {
  DONG,
  NOTHING,
  saidComparison,
  saidFigure,
  saidNumber,
  saidPart,
  TIMES,
} from '../../../support/said.ts';

const billions = (value: string) => saidNumber(value, { noun: DONG, unitMultiplier: 9 });
const ofWhole = { against: 'WHOLE', baseTime: null } as const;
const rank = { against: 'PEERS', baseTime: null, measure: 'RANK', noun: NOTHING } as const;

const ofThree = (change: object) => saidFigure({ comparisons: [saidComparison('3', change)] });

/** What the reports at hand do not print, but figures can say: [what, figure, VI, EN]. */
export const FURTHER_FIGURES: readonly (readonly [string, SaidFigure, string, string])[] = [
  ['nothing that is counted', saidFigure({ missing: 'NOT_COLLECTED' }), 'không thu thập', 'not collected'],
  ['nothing that applies', saidFigure({ missing: 'NOT_APPLICABLE' }), 'không áp dụng', 'not applicable'],
  ['nothing that is told', saidFigure({ missing: 'WITHHELD' }), 'không công bố', 'withheld'],
  [
    'an estimate that is not ready',
    saidFigure({ missing: 'NOT_YET_AVAILABLE', stage: 'ESTIMATED' }),
    'ước: chưa có số liệu',
    'estimated: not yet available',
  ],
  [
    'a plan',
    saidFigure({ number: billions('17000'), stage: 'PLANNED', setBy: 'Trung ương' }),
    'kế hoạch 17.000 tỷ đồng (Trung ương giao)',
    'planned 17,000 billion dong (set by Trung ương)',
  ],
  [
    'a plan with its parts',
    saidFigure({
      number: saidNumber('30'),
      stage: 'PLANNED',
      setBy: 'Tỉnh',
      parts: [saidPart(['Chi bộ', 'Branches'], '20', { stage: 'PLANNED' })],
    }),
    'kế hoạch 30 đảng viên (Tỉnh giao; chi bộ 20)',
    'planned 30 Party members (set by Tỉnh; branches 20)',
  ],
  [
    'a planned growth',
    saidFigure({ stage: 'PLANNED', setBy: 'Tỉnh', comparisons: [saidComparison('8')] }),
    'kế hoạch tăng 8% so với cùng kỳ năm trước (Tỉnh giao)',
    'planned up 8% on the same period of last year (set by Tỉnh)',
  ],
  [
    'an estimated growth',
    saidFigure({ stage: 'ESTIMATED', comparisons: [saidComparison('8', { qualifier: 'ABOUT' })] }),
    'ước tăng khoảng 8% so với cùng kỳ năm trước',
    'estimated up about 8% on the same period of last year',
  ],
  [
    'a first count with a final part',
    saidFigure({
      number: saidNumber('30'),
      stage: 'PRELIMINARY',
      parts: [saidPart(['Tham nhũng, lãng phí', 'Corruption, waste'], '20', { qualifier: 'AT_LEAST' })],
    }),
    'sơ bộ 30 đảng viên (tham nhũng, lãng phí chính thức ít nhất 20)',
    'preliminary 30 Party members (corruption, waste final at least 20)',
  ],
  [
    'parts whose labels have commas',
    saidFigure({
      number: saidNumber('7'),
      parts: [
        saidPart(['Tham nhũng, cố ý làm trái', 'Corruption, wilful wrongdoing'], '1'),
        saidPart(['Thiếu trách nhiệm', 'Irresponsibility'], '6'),
      ],
    }),
    '7 đảng viên (tham nhũng, cố ý làm trái 1; thiếu trách nhiệm 6)',
    '7 Party members (corruption, wilful wrongdoing 1; irresponsibility 6)',
  ],
  [
    'a number in hundreds of thousands',
    saidFigure({ number: saidNumber('2.5', { unitMultiplier: 5 }) }),
    '25 vạn đảng viên',
    '250 thousand Party members',
  ],
  [
    'a number in tens',
    saidFigure({ number: saidNumber('3', { unitMultiplier: 1 }) }),
    '30 đảng viên',
    '30 Party members',
  ],
  [
    'thousands of billions',
    saidFigure({ number: saidNumber('12.8', { noun: DONG, unitMultiplier: 12 }) }),
    '12,8 nghìn tỷ đồng',
    '12.8 trillion dong',
  ],
  [
    'a number without a noun',
    saidFigure({ number: saidNumber('105.2', { noun: NOTHING }) }),
    '105,2',
    '105.2',
  ],
  [
    'less than the base in times',
    ofThree({ value: '0.8', measure: 'TIMES', noun: TIMES }),
    'bằng 0,8 lần so với cùng kỳ năm trước',
    '0.8 times that of the same period of last year',
  ],
  [
    'a growth on the period before',
    ofThree({ against: 'PREVIOUS_PERIOD' }),
    'tăng 3% so với kỳ trước',
    'up 3% on the previous period',
  ],
  [
    'a growth on a quarter',
    ofThree({ against: 'PERIOD', baseTime: '2023-Q4' }),
    'tăng 3% so với quý IV năm 2023',
    'up 3% on the fourth quarter of 2023',
  ],
  [
    'a growth beyond the plan',
    ofThree({ against: 'PLAN', baseTime: null, setBy: 'Tỉnh' }),
    'tăng 3% so với kế hoạch Tỉnh giao',
    'up 3% against the plan set by Tỉnh',
  ],
  [
    'a part of the plan of a year',
    ofThree({ against: 'PLAN', baseTime: '2024', measure: 'ATTAINMENT' }),
    'bằng 3% kế hoạch năm 2024',
    '3% of the plan for 2024',
  ],
  [
    'a part of a target',
    ofThree({ against: 'RESOLUTION_TARGET', baseTime: null, measure: 'ATTAINMENT', setBy: 'Đại hội XIX' }),
    'bằng 3% chỉ tiêu nghị quyết Đại hội XIX',
    "3% of the resolution's target set by Đại hội XIX",
  ],
  [
    'an attainment of last year',
    ofThree({ measure: 'ATTAINMENT' }),
    'bằng 3% so với cùng kỳ năm trước',
    '3% of that of the same period of last year',
  ],
  [
    'times of a whole that is not named',
    ofThree({ ...ofWhole, measure: 'TIMES', noun: TIMES }),
    'gấp 3 lần so với tổng số',
    '3 times the whole',
  ],
  [
    'a rank that is not meant exactly',
    ofThree({ ...rank, qualifier: 'ABOUT' }),
    'đứng thứ khoảng 3',
    'ranked about 3rd',
  ],
  ...(
    [
      ['1', '1st'],
      ['2', '2nd'],
      ['11', '11th'],
      ['12', '12th'],
      ['13', '13th'],
      ['21', '21st'],
      ['63', '63rd'],
      ['111', '111th'],
      ['1002', '1,002nd'],
      ['2.5', '2.5'],
    ] as const
  ).map(([value, english]): readonly [string, SaidFigure, string, string] => [
    `rank ${value}`,
    ofThree({ ...rank, value }),
    `đứng thứ ${value === '1002' ? '1.002' : value.replace('.', ',')}`,
    `ranked ${english}`,
  ]),
];
