import { ObjectType } from 'type-graphql';

import type { ObservationType } from '../../schema/graphql/index.ts';
import { Group, Indicator, Section } from '../_kit/index.ts';

@ObjectType('OfficeSecretariat')
class Secretariat {
  @Indicator('documents-received')
  documentsReceived!: ObservationType | null;

  @Indicator('documents-issued')
  documentsIssued!: ObservationType | null;

  @Indicator('documents-issued', { by: ['document-type'] })
  documentsIssuedByType!: ObservationType[];

  @Indicator('meetings-served')
  meetingsServed!: ObservationType | null;

  @Indicator('conference-venues')
  yearEndConferenceVenues!: ObservationType | null;

  @Indicator('conference-delegates')
  yearEndConferenceDelegates!: ObservationType | null;
}

@ObjectType('OfficeAdministrativeReform')
class AdministrativeReform {
  @Indicator('reform-targets', { about: 'area', time: 'year' })
  targets!: ObservationType | null;

  @Indicator('reform-tasks', { about: 'area', time: 'year' })
  tasks!: ObservationType | null;

  @Indicator('reform-activities', { about: 'area', time: 'year' })
  activities!: ObservationType | null;
}

@ObjectType('OfficeSection', {
  description: "The office's own figures: its work, administration and its reform.",
})
export class OfficeSection extends Section {
  @Group(() => Secretariat)
  secretariat!: Secretariat;

  @Group(() => AdministrativeReform)
  administrativeReform!: AdministrativeReform;
}
