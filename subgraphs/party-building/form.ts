import { ObjectType } from 'type-graphql';

import type { ObservationType } from '../../schema/graphql/index.ts';
import { Group, Indicator, Section } from '../_kit/index.ts';

@ObjectType('PartyBuildingLeadership')
class Leadership {
  @Indicator('resolutions-issued')
  resolutionsIssued!: ObservationType | null;
}

@ObjectType('PartyBuildingEmulation')
class Emulation {
  @Indicator('commended-collectives', { by: ['occasion'] })
  collectivesCommendedByOccasion!: ObservationType[];

  @Indicator('commended-persons', { by: ['occasion'] })
  personsCommendedByOccasion!: ObservationType[];

  @Indicator('certificate-organisations', { by: ['organisation-level'] })
  organisationsGivenCertificatesByLevel!: ObservationType[];
}

@ObjectType('PartyBuildingStudy')
class Study {
  @Indicator('study-venues')
  venues!: ObservationType | null;

  @Indicator('study-classes', { by: ['study-class'] })
  classesByKind!: ObservationType[];

  @Indicator('study-participants')
  participants!: ObservationType | null;

  @Indicator('study-participants', { by: ['study-class'] })
  participantsByKindOfClass!: ObservationType[];

  @Indicator('theory-classes', { by: ['course'] })
  theoryClassesByCourse!: ObservationType[];

  @Indicator('theory-learners', { by: ['course'] })
  theoryLearnersByCourse!: ObservationType[];

  @Indicator('theory-nominations', { by: ['course'] })
  theoryNominationsByCourse!: ObservationType[];

  @Indicator('party-work-trainees')
  partyWorkTrainees!: ObservationType | null;
}

@ObjectType('PartyBuildingCadres')
class Cadres {
  @Indicator('planning-removals')
  planningRemovals!: ObservationType | null;

  @Indicator('committee-departures')
  committeeDepartures!: ObservationType | null;

  @Indicator('committee-departures', { by: ['post', 'unit'] })
  committeeDeparturesByPostAndUnit!: ObservationType[];

  @Indicator('committee-appointments')
  committeeAppointments!: ObservationType | null;

  @Indicator('committee-appointments', { by: ['post'] })
  committeeAppointmentsByPost!: ObservationType[];

  @Indicator('committee-appointments', { by: ['post', 'unit'] })
  committeeAppointmentsByPostAndUnit!: ObservationType[];

  @Indicator('appointment-opinions')
  appointmentOpinions!: ObservationType | null;

  @Indicator('appointment-procedures')
  appointmentProcedures!: ObservationType | null;

  @Indicator('cadre-assessments', { by: ['assessment-purpose'] })
  assessmentsByPurpose!: ObservationType[];

  @Indicator('cadre-movements')
  movements!: ObservationType | null;

  @Indicator('political-standard-conclusions')
  politicalStandardConclusions!: ObservationType | null;

  @Indicator('political-standard-units')
  politicalStandardUnits!: ObservationType | null;
}

@ObjectType('PartyBuildingOrganisation')
class Organisation {
  @Indicator('remedial-plan-units')
  remedialPlanUnits!: ObservationType | null;

  @Indicator('reviewed-units')
  reviewedUnits!: ObservationType | null;

  @Indicator('rated-organisations', { by: ['rating'] })
  ratedByRating!: ObservationType[];

  @Indicator('rated-organisations', { by: ['rating'], time: 'previous-year' })
  ratedLastYearByRating!: ObservationType[];

  @Indicator('grassroots-organisations')
  grassrootsOrganisations!: ObservationType | null;

  @Indicator('enterprise-party-organisations-founded')
  foundedInEnterprises!: ObservationType | null;
}

@ObjectType('PartyBuildingMembership')
class Membership {
  @Indicator('members')
  total!: ObservationType | null;

  @Indicator('badge-recipients')
  badgeRecipients!: ObservationType | null;

  @Indicator('badge-proposals')
  badgeProposals!: ObservationType | null;

  @Indicator('members-admitted')
  admitted!: ObservationType | null;

  @Indicator('members-made-full')
  madeFull!: ObservationType | null;

  @Indicator('members-struck-off')
  struckOff!: ObservationType | null;

  @Indicator('members-removed')
  removed!: ObservationType | null;

  @Indicator('members-transferred')
  transferred!: ObservationType | null;

  @Indicator('members-transferred', { by: ['direction'] })
  transferredByDirection!: ObservationType[];
}

@ObjectType('PartyBuildingSection', {
  description: 'Party building: leadership, emulation, study, cadres, organisation and membership.',
})
export class PartyBuildingSection extends Section {
  @Group(() => Leadership)
  leadership!: Leadership;

  @Group(() => Emulation)
  emulation!: Emulation;

  @Group(() => Study)
  study!: Study;

  @Group(() => Cadres)
  cadres!: Cadres;

  @Group(() => Organisation)
  organisation!: Organisation;

  @Group(() => Membership)
  membership!: Membership;
}
