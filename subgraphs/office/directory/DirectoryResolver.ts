import { Arg, ID, Query, Resolver } from 'type-graphql';

import { AgencyType, OrganisationType, SourceDocumentType } from './directoryTypes.ts';
import { directory } from './directory.ts';

const organisations = new Map(
  [...directory.organisations].map(([code, entry]) => [code, new OrganisationType(entry)]),
);
const agencies = [...directory.agencies.values()].map(({ code, label }) => new AgencyType(code, label));
const documents = [...directory.documents.values()].map((document) => new SourceDocumentType(document));

/** The lists that office keeps for everyone. */
@Resolver()
export class DirectoryResolver {
  @Query(() => [OrganisationType], {
    description: 'All organisations and areas, in the order of the directory.',
  })
  organisations(): OrganisationType[] {
    return [...organisations.values()];
  }

  @Query(() => OrganisationType, {
    nullable: true,
    description: 'One organisation; null when the code is not known.',
  })
  organisation(
    @Arg('code', () => ID, { description: 'Code of the organisation.' }) code: string,
  ): OrganisationType | null {
    return organisations.get(code) ?? null;
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
  documents(): SourceDocumentType[] {
    return documents;
  }
}
