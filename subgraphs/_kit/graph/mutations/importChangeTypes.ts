import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';

import { PeriodScalar, ReportingCalendarEnum } from '../../../../schema/graphql/index.ts';
import type { Period, ReportingCalendar } from '../../../../schema/values/index.ts';
import {
  firstRemoved,
  REMOVED_NAMED,
  type ImportedChanges,
  type RemovedFigure,
} from '../../submitting/importing/importedChanges.ts';

@Directive('@shareable')
@ObjectType('RemovedFigure', {
  simpleResolvers: true,
  description: 'A figure that an import takes away, as the figures CSV tells it from others.',
})
export class RemovedFigureType implements RemovedFigure {
  @Field(() => ID, { description: "Code of the indicator in the agency's catalogue." })
  indicator!: string;

  @Field(() => String, {
    description: 'Which part of the total it is: "form=warning;level=grassroots"; empty for the total.',
  })
  breakdown!: string;

  @Field(() => PeriodScalar, { description: 'The period that the figure describes.' })
  time!: Period;

  @Field(() => ReportingCalendarEnum, { description: 'Which days that period covers.' })
  calendar!: ReportingCalendar;

  @Field(() => ID, { description: 'Code of its unit.' })
  unit!: string;

  @Field(() => String, { nullable: true, description: 'Who set a planned figure; null for results.' })
  setBy!: string | null;
}

@Directive('@shareable')
@ObjectType('ImportChanges', {
  simpleResolvers: true,
  description: 'What the figures of a file are to those that stood in their place.',
})
export class ImportChangesType {
  @Field(() => Int, { description: 'How many figures were not there before.' })
  added!: number;

  @Field(() => Int, {
    description: 'How many were there and say something else now: another value, note or source.',
  })
  changed!: number;

  @Field(() => Int, { description: 'How many were there as the file says them.' })
  unchanged!: number;

  @Field(() => Int, { description: 'How many were there and are not in the file: they are gone after it.' })
  removed!: number;

  @Field(() => [RemovedFigureType], {
    description: `The first ${REMOVED_NAMED} of those that are not in the file.`,
  })
  removedFigures!: readonly RemovedFigureType[];
}

/** What a file changes, as the graph tells it. */
export function toldChanges(changes: ImportedChanges): ImportChangesType {
  return { ...changes, removed: changes.removed.length, removedFigures: firstRemoved(changes) };
}
