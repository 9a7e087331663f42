import { ObjectType } from 'type-graphql';

import type { ObservationType } from '../../schema/graphql/index.ts';
import { Group, Indicator, Section } from '../_kit/index.ts';

@ObjectType('OfficeAdministrativeReform')
class AdministrativeReform {
  @Indicator('reform-targets', { about: 'area', time: 'year' })
  targets!: ObservationType | null;

  @Indicator('reform-tasks', { about: 'area', time: 'year' })
  tasks!: ObservationType | null;

  @Indicator('reform-activities', { about: 'area', time: 'year' })
  activities!: ObservationType | null;
}

@ObjectType('OfficeSection', { description: "The office's own figures: administration and its reform." })
export class OfficeSection extends Section {
  @Group(() => AdministrativeReform)
  administrativeReform!: AdministrativeReform;
}
