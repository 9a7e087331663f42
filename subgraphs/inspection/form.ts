import { ObjectType } from 'type-graphql';

import type { ObservationType } from '../../schema/graphql/index.ts';
import { Group, Indicator, Section } from '../_kit/index.ts';

@ObjectType('InspectionProgramme')
class Programme {
  @Indicator('programme-units')
  units!: ObservationType | null;

  @Indicator('programme-units', { by: ['level'] })
  unitsByLevel!: ObservationType[];
}

@ObjectType('InspectionInspections')
class Inspections {
  @Indicator('organisations-inspected')
  organisations!: ObservationType | null;

  @Indicator('organisations-inspected', { by: ['level'] })
  organisationsByLevel!: ObservationType[];

  @Indicator('members-inspected')
  members!: ObservationType | null;

  @Indicator('members-inspected', { by: ['level'] })
  membersByLevel!: ObservationType[];
}

@ObjectType('InspectionSupervision')
class Supervision {
  @Indicator('organisations-supervised')
  organisations!: ObservationType | null;

  @Indicator('organisations-supervised', { by: ['level'] })
  organisationsByLevel!: ObservationType[];

  @Indicator('members-supervised')
  members!: ObservationType | null;

  @Indicator('members-supervised', { by: ['level'] })
  membersByLevel!: ObservationType[];

  @Indicator('members-asset-controlled')
  membersAssetControlled!: ObservationType | null;
}

@ObjectType('InspectionDiscipline')
class Discipline {
  @Indicator('organisations-disciplined')
  organisations!: ObservationType | null;

  @Indicator('members-disciplined')
  members!: ObservationType | null;

  @Indicator('members-disciplined', { by: ['form'] })
  membersByForm!: ObservationType[];

  @Indicator('members-disciplined', { by: ['level'] })
  membersByLevel!: ObservationType[];

  @Indicator('members-disciplined', { by: ['form', 'level'] })
  membersByFormAndLevel!: ObservationType[];

  @Indicator('members-disciplined', { by: ['content'] })
  membersByContent!: ObservationType[];
}

@ObjectType('InspectionStateInspection')
class StateInspection {
  @Indicator('state-inspections', { about: 'area' })
  inspections!: ObservationType | null;

  @Indicator('state-inspection-subjects', { about: 'area' })
  subjects!: ObservationType | null;

  @Indicator('state-inspection-violators', { about: 'area', by: ['subject-type'] })
  violatorsByType!: ObservationType[];

  @Indicator('state-inspection-violation-value', { about: 'area' })
  violationValue!: ObservationType | null;

  @Indicator('state-inspection-violation-value', { about: 'area', by: ['handling'] })
  violationValueByHandling!: ObservationType[];
}

@ObjectType('InspectionSection', {
  description: 'Inspection, supervision and discipline in the report, and state inspection of the area.',
})
export class InspectionSection extends Section {
  @Group(() => Programme)
  programme!: Programme;

  @Group(() => Inspections)
  inspections!: Inspections;

  @Group(() => Supervision)
  supervision!: Supervision;

  @Group(() => Discipline)
  discipline!: Discipline;

  @Group(() => StateInspection)
  stateInspection!: StateInspection;
}
