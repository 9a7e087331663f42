import { ObjectType } from 'type-graphql';

import type { ObservationType } from '../../schema/graphql/index.ts';
import { Group, Indicator, Section } from '../_kit/index.ts';

@ObjectType('SocioEconomicPlanning')
class Planning {
  @Indicator('plan-targets', { about: 'area', by: ['plan-outcome'] })
  targetsByOutcome!: ObservationType[];

  @Indicator('plan-key-tasks', { about: 'area' })
  keyTasks!: ObservationType | null;
}

@ObjectType('SocioEconomicGrowth')
class Growth {
  @Indicator('grdp', { about: 'area' })
  grdp!: ObservationType | null;

  @Indicator('grdp', { about: 'area', by: ['sector'] })
  grdpBySector!: ObservationType[];

  @Indicator('grdp-per-capita', { about: 'area' })
  grdpPerCapita!: ObservationType | null;
}

@ObjectType('SocioEconomicProduction')
class Production {
  @Indicator('industrial-production', { about: 'area' })
  industry!: ObservationType | null;

  @Indicator('food-production', { about: 'area' })
  food!: ObservationType | null;
}

@ObjectType('SocioEconomicTrade')
class Trade {
  @Indicator('retail-sales-goods', { about: 'area' })
  retailSalesOfGoods!: ObservationType | null;

  @Indicator('retail-sales-goods-services', { about: 'area' })
  retailSalesOfGoodsAndServices!: ObservationType | null;

  @Indicator('trade-turnover', { about: 'area' })
  turnover!: ObservationType | null;
}

@ObjectType('SocioEconomicBudget')
class Budget {
  @Indicator('budget-revenue', { about: 'area' })
  revenue!: ObservationType | null;

  @Indicator('budget-revenue', { about: 'area', part: { source: 'domestic' } })
  domesticRevenue!: ObservationType | null;

  @Indicator('budget-revenue', { about: 'area', part: { source: 'customs' } })
  customsRevenue!: ObservationType | null;
}

@ObjectType('SocioEconomicInvestment')
class Investment {
  @Indicator('social-investment', { about: 'area' })
  total!: ObservationType | null;

  @Indicator('social-investment', { about: 'area', part: { 'capital-source': 'fdi' } })
  foreignDirect!: ObservationType | null;

  @Indicator('approved-projects', { about: 'area', by: ['investor-origin'] })
  projectsApprovedByOrigin!: ObservationType[];

  @Indicator('approved-project-capital', { about: 'area', part: { 'investor-origin': 'domestic' } })
  capitalOfDomesticProjects!: ObservationType | null;
}

@ObjectType('SocioEconomicEnterprises')
class Enterprises {
  @Indicator('new-enterprises', { about: 'area' })
  founded!: ObservationType | null;

  @Indicator('new-enterprise-capital', { about: 'area' })
  registeredCapital!: ObservationType | null;

  @Indicator('new-enterprise-average-capital', { about: 'area' })
  averageCapital!: ObservationType | null;

  @Indicator('new-household-businesses', { about: 'area' })
  householdBusinessesFounded!: ObservationType | null;
}

@ObjectType('SocioEconomicCooperatives')
class Cooperatives {
  @Indicator('new-cooperatives', { about: 'area' })
  founded!: ObservationType | null;
}

@ObjectType('SocioEconomicEducation')
class Education {
  @Indicator('gifted-pupil-prizes', { about: 'area' })
  giftedPupilPrizes!: ObservationType | null;

  @Indicator('gifted-pupil-prizes', { about: 'area', by: ['prize-level'] })
  giftedPupilPrizesByLevel!: ObservationType[];

  @Indicator('gifted-pupil-prizes', { about: 'area', time: 'school-year' })
  giftedPupilPrizesOfSchoolYear!: ObservationType | null;

  @Indicator('gifted-pupil-contestants', { about: 'area' })
  giftedPupilContestants!: ObservationType | null;

  @Indicator('gifted-pupil-contestants', { about: 'area', time: 'school-year' })
  giftedPupilContestantsOfSchoolYear!: ObservationType | null;

  @Indicator('gifted-pupil-prize-rate', { about: 'area' })
  giftedPupilPrizeRate!: ObservationType | null;
}

@ObjectType('SocioEconomicCulture')
class Culture {
  @Indicator('culture-standard-units')
  standardUnits!: ObservationType | null;

  @Indicator('culture-eligible-units')
  eligibleUnits!: ObservationType | null;
}

@ObjectType('SocioEconomicPoverty')
class Poverty {
  @Indicator('poverty-rate', { about: 'area' })
  rate!: ObservationType | null;
}

@ObjectType('SocioEconomicNewRuralDevelopment')
class NewRuralDevelopment {
  @Indicator('new-rural-communes', { about: 'area' })
  communes!: ObservationType | null;

  @Indicator('new-rural-districts', { about: 'area' })
  districts!: ObservationType | null;

  @Indicator('advanced-new-rural-communes', { about: 'area' })
  advancedCommunes!: ObservationType | null;

  @Indicator('model-new-rural-communes', { about: 'area' })
  modelCommunes!: ObservationType | null;

  @Indicator('model-residential-areas', { about: 'area' })
  modelResidentialAreas!: ObservationType | null;

  @Indicator('model-gardens', { about: 'area' })
  modelGardens!: ObservationType | null;

  @Indicator('ocop-products', { about: 'area' })
  ocopProducts!: ObservationType | null;

  @Indicator('sponsor-units')
  sponsorUnits!: ObservationType | null;

  @Indicator('sponsored-communes')
  sponsoredCommunes!: ObservationType | null;

  @Indicator('sponsored-communes', { part: { recognition: 'recognised' } })
  sponsoredCommunesRecognised!: ObservationType | null;
}

@ObjectType('SocioEconomicSection', {
  description:
    'Economy and society of the area around the organisation, and what the organisation itself does for culture and new rural development.',
})
export class SocioEconomicSection extends Section {
  @Group(() => Planning)
  planning!: Planning;

  @Group(() => Growth)
  growth!: Growth;

  @Group(() => Production)
  production!: Production;

  @Group(() => Trade)
  trade!: Trade;

  @Group(() => Budget)
  budget!: Budget;

  @Group(() => Investment)
  investment!: Investment;

  @Group(() => Enterprises)
  enterprises!: Enterprises;

  @Group(() => Cooperatives)
  cooperatives!: Cooperatives;

  @Group(() => Education)
  education!: Education;

  @Group(() => Culture)
  culture!: Culture;

  @Group(() => Poverty)
  poverty!: Poverty;

  @Group(() => NewRuralDevelopment)
  newRuralDevelopment!: NewRuralDevelopment;
}
