import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';

import { CorrectionReasonEnum } from '../../../../schema/graphql/index.ts';
import type { CorrectionReason, Period } from '../../../../schema/values/index.ts';
import type { AgencyContext } from '../context.ts';
import { carryOut } from './carryOut.ts';
import { ObservationInputType, ObservationKeyInputType } from './figureInputs.ts';
import {
  DraftHashArgument,
  KeyArgument,
  OrganisationArgument,
  PeriodArgument,
  readWords,
} from './moveArguments.ts';
import { prepareCorrection, prepareDraft } from './prepareMoves.ts';
import { SubmissionResultType } from './resultTypes.ts';

/** The mutations with which an agency's officers write figures. `prefix` is the agency's name in the graph. */
export function createDraftMutations(prefix: string): new () => object {
  @Resolver()
  class DraftMutations {
    @Mutation(() => SubmissionResultType, {
      name: `save${prefix}Draft`,
      nullable: true,
      description:
        'Saves figures as the draft of an organisation and period; they replace the draft before wholly. For officers. Null with an error, such as MOVE_NOT_ALLOWED where the draft waits for approval, or CORRECTION_NOT_EXPLAINED once something has been published: that is corrected.',
    })
    save(
      @OrganisationArgument organisation: string,
      @PeriodArgument period: Period,
      @Arg('observations', () => [ObservationInputType], {
        description: 'All figures of the draft, at most 10,000 (else RELEASE_TOO_LARGE).',
      })
      observations: ObservationInputType[],
      @DraftHashArgument draftHash: string | null,
      @KeyArgument key: string,
      @Ctx() context: AgencyContext,
    ): Promise<SubmissionResultType> {
      const line = { organisation, period };
      const command = { kind: 'SAVE', observations: [], correction: null } as const;
      const asked = { kind: 'SAVE', observations };
      const prepare = prepareDraft(line, observations, context);
      return carryOut({ ...line, key, draftHash, command, asked }, context, prepare);
    }

    @Mutation(() => SubmissionResultType, {
      name: `correct${prefix}Figures`,
      nullable: true,
      description:
        'Makes a draft of the release that stands, with some figures put in or left out, and says why; it replaces the draft before wholly. It is then submitted and approved as any draft. For officers. Null with an error, such as MOVE_NOT_ALLOWED before the first release.',
    })
    correct(
      @OrganisationArgument organisation: string,
      @PeriodArgument period: Period,
      @Arg('reason', () => CorrectionReasonEnum, { description: 'What kind of reason it is; published.' })
      reason: CorrectionReason,
      @Arg('words', () => String, { description: 'The reason in words; published.' })
      words: string,
      @Arg('put', () => [ObservationInputType], {
        defaultValue: [],
        description: 'Figures that are new, or replace those of the same key.',
      })
      put: ObservationInputType[],
      @Arg('remove', () => [ObservationKeyInputType], {
        defaultValue: [],
        description: 'Figures that the release holds and shall no longer hold (else FIGURE_UNKNOWN).',
      })
      remove: ObservationKeyInputType[],
      @DraftHashArgument draftHash: string | null,
      @KeyArgument key: string,
      @Ctx() context: AgencyContext,
    ): Promise<SubmissionResultType> {
      const line = { organisation, period };
      const correction = { reason, words: readWords('words', words) };
      const command = { kind: 'SAVE', observations: [], correction } as const;
      const asked = { kind: 'CORRECT', correction, put, remove };
      const prepare = prepareCorrection(line, { put, remove }, correction, context);
      return carryOut({ ...line, key, draftHash, command, asked }, context, prepare);
    }
  }
  return DraftMutations;
}
