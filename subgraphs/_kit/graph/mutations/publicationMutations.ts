import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';

import { DateTimeScalar } from '../../../../schema/graphql/index.ts';
import type { Instant, Period } from '../../../../schema/values/index.ts';
import type { AgencyContext } from '../context.ts';
import { carryOut } from './carryOut.ts';
import {
  DraftHashArgument,
  KeyArgument,
  OrganisationArgument,
  PeriodArgument,
  readWords,
} from './moveArguments.ts';
import { SubmissionResultType } from './resultTypes.ts';

/** The mutations with which an agency publishes and takes back. `prefix` is the agency's name in the graph. */
export function createPublicationMutations(prefix: string): new () => object {
  @Resolver()
  class PublicationMutations {
    @Mutation(() => SubmissionResultType, {
      name: `publish${prefix}Figures`,
      nullable: true,
      description:
        'Publishes what was approved as the next release. For approvers. Null with an error, such as MOVE_NOT_ALLOWED or PUBLISH_AT_PAST.',
    })
    publish(
      @OrganisationArgument organisation: string,
      @PeriodArgument period: Period,
      @Arg('publishAt', () => DateTimeScalar, {
        nullable: true,
        description:
          'The moment from which it is seen (an embargo); at once where left out. Until then nobody sees it, and it can be withdrawn.',
      })
      publishAt: Instant | null,
      @DraftHashArgument draftHash: string | null,
      @KeyArgument key: string,
      @Ctx() context: AgencyContext,
    ): Promise<SubmissionResultType> {
      // type-graphql gives undefined for what is left out, whatever the type says.
      const command = { kind: 'PUBLISH', publishAt: publishAt ?? null } as const;
      return carryOut({ organisation, period, key, draftHash, command }, context);
    }

    @Mutation(() => SubmissionResultType, {
      name: `withdraw${prefix}Figures`,
      nullable: true,
      description:
        'Takes back what is published; nothing stands then, and reports as of earlier moments still show it. A draft stays as it is. For approvers and administrators. Null with an error, such as MOVE_NOT_ALLOWED where nothing stands.',
    })
    withdraw(
      @OrganisationArgument organisation: string,
      @PeriodArgument period: Period,
      @Arg('reason', () => String, { description: 'Why, in words; kept in the log.' })
      reason: string,
      @KeyArgument key: string,
      @Ctx() context: AgencyContext,
    ): Promise<SubmissionResultType> {
      const command = { kind: 'WITHDRAW', reason: readWords('reason', reason) } as const;
      return carryOut({ organisation, period, key, command }, context);
    }
  }
  return PublicationMutations;
}
