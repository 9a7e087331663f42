import { Directive, Field, ID, InputType, Int, ObjectType } from 'type-graphql';

import {
  CheckResultType,
  CorrectionReasonEnum,
  PeriodScalar,
  VerdictArgument,
} from '../../../../schema/graphql/index.ts';
import type { Correction, CorrectionReason, Period, Verdict } from '../../../../schema/values/index.ts';
import { withVerdict } from '../../rules/checkSection.ts';
import { SubmissionType } from '../submissionTypes.ts';
import { ImportChangesType } from './importChangeTypes.ts';
import { OWN_CHECKS } from './resultTypes.ts';
import { FileFaultType } from './sentFile.ts';

@InputType('CorrectionInput', {
  description: 'Why figures differ from those that were published; published.',
})
export class CorrectionInputType implements Correction {
  @Field(() => CorrectionReasonEnum, { description: 'What kind of reason it is.' })
  reason!: CorrectionReason;

  @Field(() => String, { description: 'The reason in words.' })
  words!: string;
}

@Directive('@shareable')
@ObjectType('ImportedLine', {
  simpleResolvers: true,
  description: 'The figures of a file about one organisation and period.',
})
export class ImportedLineType {
  @Field(() => ID, { description: 'Code of the organisation that they are about.' })
  readonly organisation: string;

  @Field(() => PeriodScalar, { description: 'The reporting period.' })
  readonly period: Period;

  @Field(() => Int, {
    description: 'How many figures they are; one that is printed several times counts once.',
  })
  readonly figures: number;

  @Field(() => ImportChangesType, {
    description: 'What they are to those of the draft under way, else to those that are published.',
  })
  readonly changes: ImportChangesType;

  @Field(() => Boolean, {
    description: 'Whether what is published says the same already: then nothing is left to do.',
  })
  readonly isPublished: boolean;

  @Field(() => Boolean, {
    description:
      'Whether the draft under way holds exactly these figures: after an import it does, unless "isPublished".',
  })
  readonly isDraft: boolean;

  @Field(() => SubmissionType, {
    nullable: true,
    description: 'Where the figures stand; null where nothing has been saved yet.',
  })
  readonly submission: SubmissionType | null;

  @Field(() => String, {
    nullable: true,
    description: '"draftHash" of the draft under way; null where none is.',
  })
  readonly draftHash: string | null;

  /** All results; no field of the graph. */
  readonly judged: () => Promise<readonly CheckResultType[]>;

  constructor(imported: Omit<ImportedLineType, 'checks'>) {
    this.organisation = imported.organisation;
    this.period = imported.period;
    this.figures = imported.figures;
    this.changes = imported.changes;
    this.isPublished = imported.isPublished;
    this.isDraft = imported.isDraft;
    this.submission = imported.submission;
    this.draftHash = imported.draftHash;
    this.judged = imported.judged;
  }

  @Field(() => [CheckResultType], { simple: false, nullable: true, description: OWN_CHECKS })
  async checks(@VerdictArgument verdict: readonly Verdict[] | null): Promise<readonly CheckResultType[]> {
    return withVerdict(await this.judged(), verdict);
  }
}

@Directive('@shareable')
@ObjectType('ImportResult', {
  simpleResolvers: true,
  description: 'What has come of a file. With any fault nothing has been stored, and no line is told.',
})
export class ImportResultType {
  @Field(() => [ImportedLineType], {
    description: 'The organisations and periods that the file is about, in its order.',
  })
  lines!: readonly ImportedLineType[];

  @Field(() => [FileFaultType], {
    description: 'All that is wrong with the file, in the order of its sheets and rows.',
  })
  faults!: readonly FileFaultType[];
}
