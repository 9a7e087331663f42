import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';

import type { Period } from '../../../../schema/values/index.ts';
import type { AgencyContext } from '../context.ts';
import { carryOut } from './carryOut.ts';
import {
  DraftHashArgument,
  KeyArgument,
  OrganisationArgument,
  PeriodArgument,
  readAcknowledgements,
  readReasons,
} from './moveArguments.ts';
import { prepareSubmission } from './prepareMoves.ts';
import { AcknowledgementInputType, SubmissionResultType } from './resultTypes.ts';

/** The mutations that lead a draft of an agency to its approval. `prefix` is the agency's name in the graph. */
export function createApprovalMutations(prefix: string): new () => object {
  @Resolver()
  class ApprovalMutations {
    @Mutation(() => SubmissionResultType, {
      name: `submit${prefix}Figures`,
      nullable: true,
      description:
        'Submits the draft for approval by a second person. For officers. Null with an error, such as CHECKS_NOT_EXPLAINED where figures contradict each other and nobody says why.',
    })
    submit(
      @OrganisationArgument organisation: string,
      @PeriodArgument period: Period,
      @Arg('acknowledgements', () => [AcknowledgementInputType], {
        defaultValue: [],
        description: 'Every check whose verdict is CONFLICT, with the reason why its figures stand.',
      })
      sent: AcknowledgementInputType[],
      @DraftHashArgument draftHash: string | null,
      @KeyArgument key: string,
      @Ctx() context: AgencyContext,
    ): Promise<SubmissionResultType> {
      const line = { organisation, period };
      const acknowledgements = readAcknowledgements(sent);
      const command = { kind: 'SUBMIT', acknowledgements } as const;
      const prepare = prepareSubmission(line, acknowledgements, context);
      return carryOut({ ...line, key, draftHash, command }, context, prepare);
    }

    @Mutation(() => SubmissionResultType, {
      name: `return${prefix}Figures`,
      nullable: true,
      description:
        'Sends what was submitted or approved back to its authors, with reasons. For approvers. Null with an error, such as MOVE_NOT_ALLOWED.',
    })
    return(
      @OrganisationArgument organisation: string,
      @PeriodArgument period: Period,
      @Arg('reasons', () => [String], { description: 'What has to be mended, at least one reason.' })
      sent: string[],
      @KeyArgument key: string,
      @Ctx() context: AgencyContext,
    ): Promise<SubmissionResultType> {
      const command = { kind: 'RETURN', reasons: readReasons(sent) } as const;
      return carryOut({ organisation, period, key, command }, context);
    }

    @Mutation(() => SubmissionResultType, {
      name: `approve${prefix}Figures`,
      nullable: true,
      description:
        'Approves what was submitted; it is not published by that. For approvers who have neither written nor submitted it (else OWN_WORK). Null with an error.',
    })
    approve(
      @OrganisationArgument organisation: string,
      @PeriodArgument period: Period,
      @DraftHashArgument draftHash: string | null,
      @KeyArgument key: string,
      @Ctx() context: AgencyContext,
    ): Promise<SubmissionResultType> {
      const command = { kind: 'APPROVE' } as const;
      return carryOut({ organisation, period, key, draftHash, command }, context);
    }
  }
  return ApprovalMutations;
}
