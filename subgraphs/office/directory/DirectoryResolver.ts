import { Arg, Ctx, ID, Query, Resolver } from 'type-graphql';

import { DateTimeScalar } from '../../../schema/graphql/index.ts';
import type { Instant } from '../../../schema/values/index.ts';
import { settleAsOf, type AgencyContext } from '../../_kit/index.ts';
import { directory } from './directory.ts';
import { directoryAt } from './directoryAt.ts';
import { AgencyType, OrganisationType, SourceDocumentType } from './directoryTypes.ts';

const agencies = [...directory.agencies.values()].map(({ code, label }) => new AgencyType(code, label));

const AsOfArgument = Arg('asOf', () => DateTimeScalar, {
  nullable: true,
  description:
    'The directory as it was at this moment; as it is where left out. A future one is refused (AS_OF_IN_FUTURE).',
});

/** The lists that office keeps for everyone. */
@Resolver()
export class DirectoryResolver {
  @Query(() => [OrganisationType], {
    description: 'All organisations and areas, in the order of the directory, retired ones among them.',
  })
  async organisations(
    @AsOfArgument asOf: Instant | null,
    @Ctx() context: AgencyContext,
  ): Promise<OrganisationType[]> {
    const { organisations } = await directoryAt(settled(asOf, context), context);
    return [...organisations.values()].map((one) => new OrganisationType(one));
  }

  @Query(() => OrganisationType, {
    nullable: true,
    description: 'One organisation; null when the code is not known.',
  })
  async organisation(
    @Arg('code', () => ID, { description: 'Code of the organisation.' }) code: string,
    @AsOfArgument asOf: Instant | null,
    @Ctx() context: AgencyContext,
  ): Promise<OrganisationType | null> {
    const found = (await directoryAt(settled(asOf, context), context)).organisations.get(code);
    return found ? new OrganisationType(found) : null;
  }

  @Query(() => [AgencyType], {
    description: 'All agencies that publish figures, in the order of the directory.',
  })
  agencies(): AgencyType[] {
    return agencies;
  }

  @Query(() => [SourceDocumentType], {
    description: 'All documents that sources name, in the order of the directory.',
  })
  async documents(
    @AsOfArgument asOf: Instant | null,
    @Ctx() context: AgencyContext,
  ): Promise<SourceDocumentType[]> {
    const { documents } = await directoryAt(settled(asOf, context), context);
    return [...documents.values()].map((document) => new SourceDocumentType(document));
  }
}

/** @throws AS_OF_IN_FUTURE */
function settled(asOf: Instant | null | undefined, { now }: AgencyContext): Instant | null {
  return asOf ? settleAsOf(asOf, now()) : null;
}
