import { registerEnumType } from 'type-graphql';

import type {
  Basis,
  ComparisonBase,
  ComparisonMeasure,
  Locale,
  MissingReason,
  Qualifier,
  Stage,
} from '../values/index.ts';

/** Registers the codes of the vocabulary as a GraphQL enum: the same word inside and outside, each explained. */
function defineEnum<Code extends string>(
  name: string,
  description: string,
  values: Readonly<Record<Code, string>>,
): Readonly<Record<Code, Code>> {
  const codes = Object.keys(values) as Code[];
  const members = Object.fromEntries(codes.map((code) => [code, code])) as Record<Code, Code>;
  registerEnumType(members, {
    name,
    description,
    valuesConfig: Object.fromEntries(codes.map((code) => [code, { description: values[code] }])) as Partial<
      Record<Code, { description: string }>
    >,
  });
  return members;
}

export const LocaleEnum = defineEnum<Locale>(
  'Locale',
  'The language that a label or definition is given in.',
  {
    VI: 'Vietnamese.',
    EN: 'English.',
  },
);

export const BasisEnum = defineEnum<Basis>('Basis', 'How an indicator relates to time.', {
  STOCK: 'Holds at a moment ("hiện có", "đến ngày…"); the end of the period where no day is named.',
  FLOW: 'Happens during the period ("trong quý", "trong năm").',
  CUMULATIVE: 'Adds up since a start before the period ("lũy kế").',
});

export const QualifierEnum = defineEnum<Qualifier>(
  'Qualifier',
  'What the source says before the number, when it is not meant exactly.',
  {
    NEARLY: '"gần": at least 95 % of the number and less than it.',
    ABOUT: '"khoảng": within 5 % of the number on either side.',
    OVER: '"trên", "hơn": more than the number and at most 105 % of it.',
    AT_LEAST: '"ít nhất", "từ … trở lên": the number or more.',
    AT_MOST: '"không quá", "tối đa": the number or less.',
  },
);

export const StageEnum = defineEnum<Stage>('Stage', 'How settled a figure is.', {
  PLANNED: 'A plan or target ("kế hoạch", "dự toán").',
  ESTIMATED: 'An estimate, made before the period was over or counted out ("ước đạt").',
  PRELIMINARY: 'A first count that may be revised ("sơ bộ").',
  FINAL: 'The figure as the source states it without reservation.',
});

export const MissingReasonEnum = defineEnum<MissingReason>('MissingReason', 'Why a figure has no value.', {
  NOT_COLLECTED: 'Nobody counts it.',
  NOT_APPLICABLE: 'It has no meaning for this organisation or period.',
  NOT_YET_AVAILABLE: 'It is counted, but not ready.',
  WITHHELD: 'It is known, but not published.',
});

export const ComparisonBaseEnum = defineEnum<ComparisonBase>(
  'ComparisonBase',
  'What a figure is compared with.',
  {
    SAME_PERIOD_LAST_YEAR: 'The same period a year earlier ("so với cùng kỳ năm trước").',
    PREVIOUS_PERIOD: 'The period just before, of the same length.',
    PERIOD: 'Another period, named in "baseTime".',
    DATE: 'A day, named in "baseTime" ("so với cuối năm 2022").',
    PLAN: 'The plan or budget estimate; "setBy" says whose.',
    RESOLUTION_TARGET: 'The target of a resolution; "setBy" says whose.',
    WHOLE: 'The whole that the figure is a part of; "peer" names it where the source does.',
    PEERS: 'A group that the figure is ranked in; "peer" names it.',
  },
);

export const ComparisonMeasureEnum = defineEnum<ComparisonMeasure>(
  'ComparisonMeasure',
  'How a comparison is expressed.',
  {
    PERCENT_CHANGE: 'Growth in percent of the base ("tăng 5,23%"); a decrease is negative.',
    PERCENTAGE_POINTS: 'Difference of two percentages ("giảm 0,78 điểm phần trăm").',
    ABSOLUTE_CHANGE: 'Difference in the unit of the figure ("tăng 2,28 vạn tấn").',
    TIMES: 'Multiple of the base ("gấp 2,4 lần").',
    ATTAINMENT: 'Percent of the plan or target reached ("đạt 111% kế hoạch").',
    SHARE: 'Part of a whole in percent ("chiếm", "cơ cấu").',
    CONTRIBUTION: 'Percentage points contributed to a growth.',
    RANK: 'Place among peers, 1 is first.',
  },
);
