import { describe, expect, it } from 'vitest';

import { agency } from '../../../subgraphs/mass-organisations/agency.ts';
import { formsOf } from '../../support/forms.ts';

describe('given what the agency has published', () => {
  it('when four reports are asked for, then the form of each shows its own figures', async () => {
    const forms = await formsOf(agency, 'massOrganisations');

    expect(forms['ha-tinh-khoi 2024-Q1']).toMatchObject({
      'gifts.number': 'NEARLY 1200 gift',
      'gifts.value': 'NEARLY 1.2e9 VND',
      'gifts.numberByCampaignAndOrganisation': [],
      'relief.valueThroughFront': null,
      'charity.giftsByCampaign': ['lunar-new-year: OVER 23000 gift'],
      'charity.giftValueByCampaign': ['lunar-new-year: OVER 15e9 VND'],
    });
    expect(forms['ha-tinh-khoi 2020']).toMatchObject({
      'bloodDonation.participantsByOrganisation': ['trade-union: 350 person'],
      'bloodDonation.donatedByOrganisation': ['youth-union: OVER 658 blood-unit'],
      'gifts.number': null,
      'gifts.numberByCampaignAndOrganisation': [
        'flood-relief youth-union: 3000 gift',
        'covid-19 youth-union: 4000 gift',
        'hardship-support youth-union: OVER 6000 gift',
      ],
      'gifts.valueByCampaignAndOrganisation': [
        'flood-relief youth-union: OVER 2.5e9 VND',
        'covid-19 youth-union: 2.4e9 VND',
        'hardship-support youth-union: OVER 3.8e9 VND',
      ],
      'relief.valueByCampaignAndOrganisation': [
        'flood-relief trade-union: OVER 3e9 VND',
        'flood-relief veterans: 5e6 VND',
      ],
      'relief.valueThroughFront': 'OVER 230.9e9 VND',
      'charity.reliefValueByCampaign': ['flood-relief: OVER 20e9 VND'],
      'charity.committeeReliefValueByCampaign': ['flood-relief: NEARLY 5e9 VND'],
      'charity.committeeReliefValueByCampaignAndDonor': [
        'flood-relief ba-ria-vung-tau-bloc: 1e9 VND',
        'flood-relief nghe-an-enterprise-bloc: 500e6 VND',
        'flood-relief bac-ninh-bloc: 400e6 VND',
        'flood-relief ha-nam-lottery: 200e6 VND',
        'flood-relief bidv-ha-tinh: NEARLY 400e6 VND',
        'flood-relief bao-viet: NEARLY 600e6 VND',
        'flood-relief journalism-academy: 280e6 VND',
        'flood-relief ha-tinh-rubber: 60e6 VND',
      ],
    });
    expect(forms['ha-tinh 2023']).toMatchObject({ 'gifts.number': null, 'relief.valueThroughFront': null });
    expect(forms['ha-tinh 2020']).toMatchObject({
      'relief.valueThroughFront': 'OVER 230.9e9 VND',
      'relief.valueByCampaignAndOrganisation': [],
    });
  });
});
