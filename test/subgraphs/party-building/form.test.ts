import { describe, expect, it } from 'vitest';

import { agency } from '../../../subgraphs/party-building/agency.ts';
import { formsOf } from '../../support/forms.ts';

describe('given what the agency has published', () => {
  it('when four reports are asked for, then the form of each shows its own figures', async () => {
    const forms = await formsOf(agency, 'partyBuilding');

    expect(forms['ha-tinh-khoi 2024-Q1']).toMatchObject({
      'study.venues': '115 venue',
      'cadres.committeeDepartures': '2 person',
      'cadres.committeeAppointments': null,
      'organisation.ratedByRating': [],
      'organisation.ratedLastYearByRating': [
        'excellent: 19 organisation',
        'good: 73 organisation',
        'fulfilled: 2 organisation',
      ],
      'organisation.grassrootsOrganisations': '94 organisation',
      'membership.total': '7630 person',
      'membership.badgeRecipients': '25 person',
      'membership.badgeProposals': null,
      'membership.transferredByDirection': ['out: 57 person', 'in: 53 person', 'internal: 2 person'],
    });
    expect(forms['ha-tinh-khoi 2020']).toMatchObject({
      'emulation.personsCommendedByOccasion': [
        'congress-emulation: 10 person',
        'provincial-emulation-congress: 2 person',
        'ho-chi-minh-example: 195 person',
        'trade-union-emulation: 37 person',
      ],
      'study.venues': null,
      'study.participantsByKindOfClass': ['core-cadres: 200 person', 'yearly-topic: OVER 7995 person'],
      'study.theoryLearnersByCourse': [
        'admission-candidate: 326 person',
        'new-member: 179 person',
        'intermediate: 155 person',
      ],
      'cadres.committeeAppointments': '5 person',
      'cadres.committeeAppointmentsByPost': ['secretary: 4 person', 'deputy-secretary: 1 person'],
      'cadres.assessmentsByPurpose': ['key-posts: 75 person', 'grassroots-committee: 636 person'],
      'organisation.ratedByRating': [
        'excellent: 21 organisation',
        'good: 80 organisation',
        'fulfilled: 7 organisation',
      ],
      'organisation.ratedLastYearByRating': [],
      'organisation.grassrootsOrganisations': '108 organisation',
      'membership.total': '8246 person',
      'membership.badgeProposals': '40 person',
      'membership.struckOff': '5 person',
      'membership.removed': null,
      'membership.transferred': '579 person',
    });
    expect(forms['ha-tinh 2023']).toMatchObject({
      'leadership.resolutionsIssued': '5 document',
      'emulation.organisationsGivenCertificatesByLevel': ['province-subordinate: 7 organisation'],
      'cadres.movements': '60 person-time',
      'organisation.foundedInEnterprises': '15 organisation',
      'membership.total': '100061 person',
      'membership.admitted': '2234 person',
      'membership.madeFull': null,
    });
    expect(forms['ha-tinh 2020']).toMatchObject({ 'membership.total': null, 'study.classesByKind': [] });
  });
});
