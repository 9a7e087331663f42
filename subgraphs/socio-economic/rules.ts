import { figure, rule, type Rule } from '../../schema/values/index.ts';

/** What can be below zero: growths told as figures, and taxes on products less subsidies among the sectors. */
const MAY_BE_NEGATIVE = ['grdp', 'industrial-production'];

/** What has to hold between the figures of this agency. */
export const rules: readonly Rule[] = [
  rule.totalOfParts('plan-targets', 'plan-outcome'),
  rule.totalOfParts('grdp', 'sector', { partsMayBeNegative: true }),
  rule.totalOfParts('budget-revenue', 'source'),
  rule.totalOfParts('social-investment', 'capital-source'),
  rule.totalOfParts('approved-projects', 'investor-origin'),
  rule.totalOfParts('approved-project-capital', 'investor-origin'),
  rule.totalOfParts('gifted-pupil-prizes', 'prize-level'),
  rule.totalOfParts('sponsored-communes', 'recognition'),

  rule.structure('grdp', 'sector', { partsMayBeNegative: true }),
  rule.growthWithinParts('grdp', 'sector', { partsMayBeNegative: true }),
  rule.growthWithinParts('budget-revenue', 'source'),

  rule.average(
    figure('new-enterprise-average-capital'),
    figure('new-enterprise-capital'),
    figure('new-enterprises'),
  ),
  rule.growthOfQuotient(
    figure('new-enterprise-capital'),
    figure('new-enterprises'),
    figure('new-enterprise-average-capital'),
  ),
  rule.rate(
    figure('gifted-pupil-prize-rate'),
    figure('gifted-pupil-prizes'),
    figure('gifted-pupil-contestants'),
  ),

  rule.partOfWhole(
    figure('gifted-pupil-prizes', { sumOver: 'prize-level' }),
    figure('gifted-pupil-contestants'),
  ),
  rule.partOfWhole(figure('international-selection-pupils'), figure('gifted-pupil-contestants')),
  rule.partOfWhole(figure('culture-standard-units'), figure('culture-eligible-units')),
  rule.partOfWhole(figure('retail-sales-goods'), figure('retail-sales-goods-services')),
  rule.partOfWhole(figure('advanced-new-rural-communes'), figure('new-rural-communes')),
  rule.partOfWhole(figure('model-new-rural-communes'), figure('new-rural-communes')),
  rule.partOfWhole(
    figure('newly-sponsored-communes'),
    figure('sponsored-communes', { sumOver: 'recognition' }),
  ),
  rule.partOfWhole(figure('new-sponsor-units'), figure('sponsor-units')),
  rule.partOfWhole(
    figure('sponsored-communes', { breakdown: { recognition: 'recognised' } }),
    figure('new-rural-communes', { about: 'area' }),
  ),

  ...rule.statedComparisons({ mayBeNegative: MAY_BE_NEGATIVE }),
  rule.notBelowZero(MAY_BE_NEGATIVE),
];
