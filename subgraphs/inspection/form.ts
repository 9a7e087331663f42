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

@ObjectType('InspectionDiscipline')
class Discipline {
  @Indicator('members-disciplined')
  members!: ObservationType | null;

  @Indicator('members-disciplined', { by: ['form'] })
  membersByForm!: ObservationType[];

  @Indicator('members-disciplined', { by: ['level'] })
  membersByLevel!: ObservationType[];

  @Indicator('members-disciplined', { by: ['form', 'level'] })
  membersByFormAndLevel!: ObservationType[];
}

@ObjectType('InspectionSection', { description: 'Inspection, supervision and discipline in the report.' })
export class InspectionSection extends Section {
  @Group(() => Programme)
  programme!: Programme;

  @Group(() => Discipline)
  discipline!: Discipline;
}
