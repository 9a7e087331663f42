import { ObjectType } from 'type-graphql';

import type { ObservationType } from '../../schema/graphql/index.ts';
import { Group, Indicator, Section } from '../_kit/index.ts';

@ObjectType('SocioEconomicProduction')
class Production {
  @Indicator('industrial-production', { about: 'area' })
  industry!: ObservationType | null;
}

@ObjectType('SocioEconomicTrade')
class Trade {
  @Indicator('retail-sales-goods', { about: 'area' })
  retailSalesOfGoods!: ObservationType | null;

  @Indicator('trade-turnover', { about: 'area' })
  turnover!: ObservationType | null;
}

@ObjectType('SocioEconomicBudget')
class Budget {
  @Indicator('budget-revenue', { about: 'area' })
  revenue!: ObservationType | null;

  @Indicator('budget-revenue', { about: 'area', part: { source: 'domestic' } })
  domesticRevenue!: ObservationType | null;
}

@ObjectType('SocioEconomicEnterprises')
class Enterprises {
  @Indicator('new-enterprises', { about: 'area' })
  founded!: ObservationType | null;

  @Indicator('new-enterprise-capital', { about: 'area' })
  registeredCapital!: ObservationType | null;

  @Indicator('new-enterprise-average-capital', { about: 'area' })
  averageCapital!: ObservationType | null;
}

@ObjectType('SocioEconomicEducation')
class Education {
  @Indicator('gifted-pupil-prizes', { about: 'area', time: 'school-year' })
  giftedPupilPrizes!: ObservationType | null;

  @Indicator('gifted-pupil-contestants', { about: 'area', time: 'school-year' })
  giftedPupilContestants!: ObservationType | null;
}

@ObjectType('SocioEconomicSection', {
  description: 'Economy and society of the area around the organisation.',
})
export class SocioEconomicSection extends Section {
  @Group(() => Production)
  production!: Production;

  @Group(() => Trade)
  trade!: Trade;

  @Group(() => Budget)
  budget!: Budget;

  @Group(() => Enterprises)
  enterprises!: Enterprises;

  @Group(() => Education)
  education!: Education;
}
