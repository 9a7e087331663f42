import { describe, expect, it } from 'vitest';

import { agency } from '../../../subgraphs/office/agency.ts';
import { formsOf } from '../../support/forms.ts';

describe('given what the agency has published', () => {
  it('when four reports are asked for, then the form of each shows its own figures', async () => {
    const forms = await formsOf(agency, 'officeWork');

    expect(forms['ha-tinh-khoi 2024-Q1']).toMatchObject({
      'secretariat.documentsReceived': null,
      'administrativeReform.targets': '48 target',
      'administrativeReform.tasks': '72 task',
      'administrativeReform.activities': '93 activity',
    });
    expect(forms['ha-tinh-khoi 2020']).toMatchObject({
      'secretariat.documentsReceived': '5544 document',
      'secretariat.documentsIssued': '1919 document',
      'secretariat.documentsIssuedByType': [
        'official-letter: 495 document',
        'decision: 439 document',
        'notice: 144 document',
        'report: 50 document',
        'plan: 10 document',
        'proposal: 16 document',
        'conclusion-notice: 765 document',
      ],
      'secretariat.meetingsServed': 'OVER 350 meeting',
      'administrativeReform.targets': null,
    });
    expect(forms['ha-tinh 2023']).toMatchObject({
      'secretariat.yearEndConferenceVenues': '231 venue',
      'secretariat.yearEndConferenceDelegates': '7438 person',
      'secretariat.documentsReceived': null,
    });
    expect(forms['ha-tinh 2020']).toMatchObject({ 'secretariat.documentsReceived': null });
  });
});
