import { ObjectType } from 'type-graphql';

import type { ObservationType } from '../../schema/graphql/index.ts';
import { Group, Indicator, Section } from '../_kit/index.ts';

@ObjectType('MassOrganisationsGifts')
class Gifts {
  @Indicator('union-gifts')
  number!: ObservationType | null;

  @Indicator('union-gift-value')
  value!: ObservationType | null;
}

@ObjectType('MassOrganisationsCharity')
class Charity {
  @Indicator('charity-gifts', { by: ['campaign'] })
  giftsByCampaign!: ObservationType[];

  @Indicator('charity-gift-value', { by: ['campaign'] })
  giftValueByCampaign!: ObservationType[];
}

@ObjectType('MassOrganisationsSection', {
  description: 'Mass organisations: gifts, social welfare and charity.',
})
export class MassOrganisationsSection extends Section {
  @Group(() => Gifts)
  gifts!: Gifts;

  @Group(() => Charity)
  charity!: Charity;
}
