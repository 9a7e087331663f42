import { Directive, Field, ID, InputType, Int, ObjectType } from 'type-graphql';

import { CheckResultType, ReleaseType, VerdictArgument } from '../../../../schema/graphql/index.ts';
import type { Acknowledgement, ReleaseHeader, Verdict } from '../../../../schema/values/index.ts';
import { withVerdict } from '../../rules/checkSection.ts';
import { FAULTS_TOLD, type InputFault } from '../../submitting/inputFault.ts';
import { SubmissionType } from '../submissionTypes.ts';

@Directive('@shareable')
@ObjectType('InputFault', {
  simpleResolvers: true,
  description: 'What is wrong with a part of an argument, and how to mend it.',
})
export class InputFaultType implements InputFault {
  @Field(() => [String], {
    description:
      'The way to it from the name of the argument, positions counted from 0: ["observations", "3", "comparisons", "0", "value"].',
  })
  path!: readonly string[];

  @Field(() => String, { description: 'Stable code of the fault, as in errors and for figures files.' })
  code!: InputFault['code'];

  @Field(() => String, { description: 'What is wrong and what to do, for people.' })
  message!: string;
}

/** What a judgement of a draft or release is, in every field that gives one. */
export const OWN_CHECKS =
  'What the agency\'s own rules say of these figures, in the order of the rules, against all that the agency holds. Not among them are rules that need the figures of the area around the organisation or of other agencies: these are judged in reports once the figures are published ("checks" of the section, "reconciliation"). Null with an error where they could not be judged.';

@Directive('@shareable')
@ObjectType('SubmissionResult', {
  simpleResolvers: true,
  description:
    'What has come of a move. Where figures are faulty, "faults" is not empty and nothing has been stored.',
})
export class SubmissionResultType {
  @Field(() => SubmissionType, {
    nullable: true,
    description:
      'Where the figures stand after the move, or unchanged where it was refused for its faults; null where nothing has been saved yet.',
  })
  readonly submission: SubmissionType | null;

  @Field(() => ReleaseType, {
    nullable: true,
    description: 'The release that the move has made, also under an embargo; null where it makes none.',
  })
  readonly release: ReleaseHeader | null;

  @Field(() => String, {
    nullable: true,
    description: '"draftHash" of the draft as it stands after the move; null where none does.',
  })
  readonly draftHash: () => string | null;

  @Field(() => [InputFaultType], {
    description: `What is wrong with the figures sent, in their order, at most ${FAULTS_TOLD} faults; empty where the move was made.`,
  })
  readonly faults: readonly InputFault[];

  @Field(() => Int, { description: 'How many faults there are beside those that "faults" tells.' })
  readonly furtherFaults: number;

  /** All results; no field of the graph. */
  readonly judged: () => Promise<readonly CheckResultType[]>;

  constructor(made: Omit<SubmissionResultType, 'checks'>) {
    this.submission = made.submission;
    this.release = made.release;
    this.draftHash = made.draftHash;
    this.faults = made.faults;
    this.furtherFaults = made.furtherFaults;
    this.judged = made.judged;
  }

  @Field(() => [CheckResultType], { simple: false, nullable: true, description: OWN_CHECKS })
  async checks(@VerdictArgument verdict: readonly Verdict[] | null): Promise<readonly CheckResultType[]> {
    return withVerdict(await this.judged(), verdict);
  }
}

@Directive('@shareable')
@ObjectType('Acknowledgement', {
  simpleResolvers: true,
  description: 'Why figures stand although a check contradicts them; published beside the check.',
})
export class AcknowledgementType implements Acknowledgement {
  @Field(() => ID, { description: '"key" of the check.' })
  check!: string;

  @Field(() => String, { description: 'The reason, in the words of who has submitted the figures.' })
  note!: string;
}

@InputType('AcknowledgementInput', {
  description: 'Why figures stand although a check contradicts them.',
})
export class AcknowledgementInputType implements Acknowledgement {
  @Field(() => ID, { description: '"key" of a check whose verdict is CONFLICT (else CHECK_UNKNOWN).' })
  check!: string;

  @Field(() => String, { description: 'The reason in words; it is published beside the check.' })
  note!: string;
}
