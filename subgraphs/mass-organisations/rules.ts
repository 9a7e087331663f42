import { figure, rule, type Rule } from '../../schema/values/index.ts';

const BY_CAMPAIGN_AND_TYPE = [
  'supported-members',
  'volunteer-teams',
  'volunteer-participation',
  'volunteer-workdays',
  'union-gifts',
  'union-gift-value',
  'union-relief-value',
];

const BY_TYPE = [
  'union-congress-works',
  'houses-given',
  'houses-given-value',
  'blood-drive-participants',
  'blood-donated',
];

/** What has to hold between the figures of this agency. */
export const rules: readonly Rule[] = [
  ...BY_TYPE.map((indicator) => rule.totalOfParts(indicator, 'organisation-type')),
  ...BY_CAMPAIGN_AND_TYPE.flatMap((indicator) => [
    rule.totalOfParts(indicator, 'campaign'),
    rule.totalOfParts(indicator, 'organisation-type'),
    rule.totalOfParts(indicator, ['campaign', 'organisation-type']),
  ]),
  rule.totalOfParts('charity-gifts', 'campaign'),
  rule.totalOfParts('charity-gift-value', 'campaign'),
  rule.totalOfParts('charity-relief-value', 'campaign'),
  rule.totalOfParts('committee-relief-value', 'campaign'),
  rule.totalOfParts('committee-relief-value', 'donor'),

  ...[
    { each: 'campaign', sumOver: 'organisation-type' },
    { each: 'organisation-type', sumOver: 'campaign' },
  ].map((parts) =>
    rule.partOfWhole(figure('volunteer-teams', parts), figure('volunteer-participation', parts), {
      words: {
        VI: 'Mỗi đội tình nguyện có ít nhất một lượt người tham gia',
        EN: 'Somebody takes part in every volunteer team',
      },
    }),
  ),
  rule.partOfWhole(
    figure('committee-relief-value', { each: 'campaign', sumOver: 'donor' }),
    figure('charity-relief-value', { each: 'campaign' }),
    { severity: 'WARNING' },
  ),
  rule.partOfWhole(
    figure('union-relief-value', { each: 'campaign', sumOver: 'organisation-type' }),
    figure('charity-relief-value', { each: 'campaign' }),
    { severity: 'WARNING' },
  ),
  rule.partOfWhole(
    figure('charity-relief-value', { sumOver: 'campaign' }),
    figure('front-relief-value', { about: 'area' }),
    {
      severity: 'WARNING',
    },
  ),

  ...rule.statedComparisons(),
  rule.notBelowZero(),
];
