import { ObjectType } from 'type-graphql';

import type { ObservationType } from '../../schema/graphql/index.ts';
import { Group, Indicator, Section } from '../_kit/index.ts';

@ObjectType('PartyBuildingStudy')
class Study {
  @Indicator('study-venues')
  venues!: ObservationType | null;

  @Indicator('study-participants')
  participants!: ObservationType | null;

  @Indicator('theory-classes', { by: ['course'] })
  theoryClassesByCourse!: ObservationType[];

  @Indicator('theory-learners', { by: ['course'] })
  theoryLearnersByCourse!: ObservationType[];
}

@ObjectType('PartyBuildingCadres')
class Cadres {
  @Indicator('planning-removals')
  planningRemovals!: ObservationType | null;

  @Indicator('committee-departures')
  committeeDepartures!: ObservationType | null;

  @Indicator('committee-departures', { by: ['post', 'unit'] })
  committeeDeparturesByPostAndUnit!: ObservationType[];

  @Indicator('committee-appointments', { by: ['post', 'unit'] })
  committeeAppointmentsByPostAndUnit!: ObservationType[];

  @Indicator('appointment-opinions')
  appointmentOpinions!: ObservationType | null;

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

  @Indicator('rated-organisations', { by: ['rating'], time: 'previous-year' })
  ratedLastYearByRating!: ObservationType[];

  @Indicator('grassroots-organisations')
  grassrootsOrganisations!: ObservationType | null;
}

@ObjectType('PartyBuildingMembership')
class Membership {
  @Indicator('members')
  total!: ObservationType | null;

  @Indicator('badge-recipients')
  badgeRecipients!: ObservationType | null;

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
  description: 'Party building: study, cadres, organisation and membership.',
})
export class PartyBuildingSection extends Section {
  @Group(() => Study)
  study!: Study;

  @Group(() => Cadres)
  cadres!: Cadres;

  @Group(() => Organisation)
  organisation!: Organisation;

  @Group(() => Membership)
  membership!: Membership;
}
