import { figure, rule, type Rule } from '../../schema/values/index.ts';

/** What has to hold between the figures of this agency. */
export const rules: readonly Rule[] = [
  rule.totalOfParts('commissions-elected', 'size'),
  rule.weightedTotal(
    figure('commission-members-elected'),
    'commissions-elected',
    'size',
    { 'five-members': '5', 'three-members': '3' },
    {
      words: {
        VI: 'Ủy viên ủy ban kiểm tra được bầu bằng số ủy ban nhân số ủy viên của mỗi ủy ban',
        EN: 'The members elected are the commissions, each times how many members it has',
      },
    },
  ),
  rule.totalOfParts('programme-units', 'level'),
  rule.totalOfParts('organisations-inspected', 'level'),
  rule.totalOfParts('members-inspected', 'level'),
  rule.totalOfParts('commissions-inspected', 'level'),
  rule.totalOfParts('organisations-supervised', 'level'),
  rule.totalOfParts('members-supervised', 'level'),
  rule.totalOfParts('members-disciplined', 'form'),
  rule.totalOfParts('members-disciplined', 'level'),
  rule.totalOfParts('members-disciplined', 'content'),
  rule.totalOfParts('members-disciplined', ['form', 'level']),
  rule.totalOfParts('members-awaiting-administrative-discipline', 'content'),
  rule.totalOfParts('state-inspection-violators', 'subject-type'),
  rule.totalOfParts('state-inspection-violation-value', 'handling'),
  rule.totalOfParts('state-inspection-violation-land', 'handling'),

  rule.partOfWhole(
    figure('state-inspection-violators', { sumOver: 'subject-type' }),
    figure('state-inspection-subjects'),
  ),
  rule.partOfWhole(
    figure('organisations-disciplined'),
    figure('organisations-disciplined', { about: 'area' }),
  ),
  rule.partOfWhole(
    figure('members-disciplined', { sumOver: 'form' }),
    figure('members-disciplined', { about: 'area', sumOver: 'form' }),
  ),
  rule.partOfWhole(
    figure('members-inspected', { sumOver: 'level' }),
    figure('members-inspected', { about: 'area', sumOver: 'level' }),
  ),
  rule.partOfWhole(
    figure('members-supervised', { sumOver: 'level' }),
    figure('members-supervised', { about: 'area', sumOver: 'level' }),
  ),
  rule.partOfWhole(
    figure('commissions-inspected', { sumOver: 'level' }),
    figure('commissions-elected', { sumOver: 'size' }),
    { severity: 'WARNING' },
  ),

  ...rule.statedComparisons(),
  rule.notBelowZero(),
];
