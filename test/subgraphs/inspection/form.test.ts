import { describe, expect, it } from 'vitest';

import { agency } from '../../../subgraphs/inspection/agency.ts';
import { formsOf } from '../../support/forms.ts';

describe('given what the agency has published', () => {
  it('when four reports are asked for, then the form of each shows its own figures', async () => {
    const forms = await formsOf(agency, 'inspection');

    const stateInspection = {
      'stateInspection.inspections': '343 inspection',
      'stateInspection.subjects': '3787 subject',
      'stateInspection.violatorsByType': ['organisation: 1424 subject', 'individual: 36 subject'],
      'stateInspection.violationValue': '49924e6 VND',
      'stateInspection.violationValueByHandling': ['budget-recovery: 12053e6 VND', 'other: 37871e6 VND'],
    };
    expect(forms['ha-tinh-khoi 2024-Q1']).toMatchObject({
      'programme.units': '94 unit',
      'programme.unitsByLevel': ['grassroots-committee: 60 unit', 'grassroots-branch: 34 unit'],
      'inspections.organisations': null,
      'discipline.members': '2 person',
      'discipline.membersByForm': ['reprimand: 1 person', 'warning: 1 person'],
      'discipline.membersByFormAndLevel': [
        'reprimand grassroots-branch: 1 person',
        'warning subordinate-branch: 1 person',
      ],
      'stateInspection.inspections': null,
    });
    expect(forms['ha-tinh-khoi 2020']).toMatchObject({
      'programme.units': null,
      'inspections.organisations': null,
      'inspections.organisationsByLevel': [
        'bloc-standing-committee: 3 organisation',
        'bloc-inspection-commission: 2 organisation',
        'grassroots-executive: 42 organisation',
        'grassroots-inspection-commission: 16 organisation',
      ],
      'inspections.membersByLevel': ['bloc-standing-committee: 3 person', 'grassroots-executive: 9 person'],
      'supervision.membersByLevel': [
        'bloc-standing-committee: 3 person',
        'bloc-inspection-commission: 2 person',
        'grassroots-executive: 85 person',
        'grassroots-inspection-commission: 63 person',
      ],
      'discipline.members': '39 person',
      'discipline.membersByForm': ['reprimand: 29 person', 'warning: 3 person', 'expulsion: 7 person'],
      'discipline.membersByLevel': [
        'bloc-standing-committee: 4 person',
        'bloc-inspection-commission: 3 person',
        'grassroots-committee: 4 person',
        'grassroots-branch: 28 person',
      ],
      'discipline.membersByContent': [
        'prohibitions: 7 person',
        'population-policy: 23 person',
        'corruption: 1 person',
        'negligence: 6 person',
      ],
      ...stateInspection,
    });
    expect(forms['ha-tinh 2023']).toMatchObject({
      'inspections.organisations': '1691 organisation',
      'inspections.members': '1139 person',
      'supervision.organisations': '1195 organisation',
      'supervision.members': '1273 person',
      'supervision.membersAssetControlled': '230 person',
      'discipline.organisations': '14 organisation',
      'discipline.members': '448 person',
      'discipline.membersByForm': [],
      'stateInspection.inspections': null,
    });
    expect(forms['ha-tinh 2020']).toMatchObject({ 'discipline.members': null, ...stateInspection });
  });
});
