import { ObjectType } from 'type-graphql';

import type { ObservationType } from '../../schema/graphql/index.ts';
import { Group, Indicator, Section } from '../_kit/index.ts';

@ObjectType('MassOrganisationsBloodDonation')
class BloodDonation {
  @Indicator('blood-drive-participants', { by: ['organisation-type'] })
  participantsByOrganisation!: ObservationType[];

  @Indicator('blood-donated', { by: ['organisation-type'] })
  donatedByOrganisation!: ObservationType[];
}

@ObjectType('MassOrganisationsGifts')
class Gifts {
  @Indicator('union-gifts')
  number!: ObservationType | null;

  @Indicator('union-gifts', { by: ['campaign', 'organisation-type'] })
  numberByCampaignAndOrganisation!: ObservationType[];

  @Indicator('union-gift-value')
  value!: ObservationType | null;

  @Indicator('union-gift-value', { by: ['campaign', 'organisation-type'] })
  valueByCampaignAndOrganisation!: ObservationType[];
}

@ObjectType('MassOrganisationsRelief')
class Relief {
  @Indicator('union-relief-value', { by: ['campaign', 'organisation-type'] })
  valueByCampaignAndOrganisation!: ObservationType[];

  @Indicator('front-relief-value', { about: 'area' })
  valueThroughFront!: ObservationType | null;
}

@ObjectType('MassOrganisationsCharity')
class Charity {
  @Indicator('charity-gifts', { by: ['campaign'] })
  giftsByCampaign!: ObservationType[];

  @Indicator('charity-gift-value', { by: ['campaign'] })
  giftValueByCampaign!: ObservationType[];

  @Indicator('charity-relief-value', { by: ['campaign'] })
  reliefValueByCampaign!: ObservationType[];

  @Indicator('committee-relief-value', { by: ['campaign'] })
  committeeReliefValueByCampaign!: ObservationType[];

  @Indicator('committee-relief-value', { by: ['campaign', 'donor'] })
  committeeReliefValueByCampaignAndDonor!: ObservationType[];
}

@ObjectType('MassOrganisationsSection', {
  description: 'Mass organisations: blood donation, gifts, relief, social welfare and charity.',
})
export class MassOrganisationsSection extends Section {
  @Group(() => BloodDonation)
  bloodDonation!: BloodDonation;

  @Group(() => Gifts)
  gifts!: Gifts;

  @Group(() => Relief)
  relief!: Relief;

  @Group(() => Charity)
  charity!: Charity;
}
