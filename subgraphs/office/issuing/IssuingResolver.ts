import { Arg, Ctx, Directive, ID, Int, Mutation, Query, Resolver } from 'type-graphql';

import { PeriodScalar } from '../../../schema/graphql/index.ts';
import { lastFullSecond, type Period } from '../../../schema/values/index.ts';
import { assertPageSize, readCursor, readWords, settleAsOf, type AgencyContext } from '../../_kit/index.ts';
import { IssuedReport } from './IssuedReport.ts';
import { IssuedReportList } from './IssuedReportList.ts';
import { findIssue, issue } from './issueLog.ts';
import { issuesFingerprint, MAXIMUM_LIST } from './issuesAsked.ts';
import { openSeal } from './seal.ts';

const LONGEST_NUMBER = 100;

/** Issues reports, and finds those that were. */
@Resolver()
export class IssuingResolver {
  @Mutation(() => IssuedReport, {
    nullable: true,
    description:
      'Issues a report: from now on it says for ever what was seen of it. For approvers of the office. The same number with the same content is answered as before. Null with an error, such as SEAL_INVALID or REPORT_NUMBER_TAKEN.',
  })
  async issueReport(
    @Arg('seal', () => String, {
      description: '"seal" of the report as it was seen: organisation, period, asOf and figures.',
    })
    seal: string,
    @Arg('number', () => ID, {
      description: `Number that the report is signed under, 1 to ${LONGEST_NUMBER} characters, such as "231-BC/ĐUK"; unique in the office, where blanks, invisible characters and ways to type an accent make no difference.`,
    })
    number: string,
    @Arg('signedBy', () => String, { description: 'Role in which it is signed, as printed; no name.' })
    signedBy: string,
    @Ctx() context: AgencyContext,
  ): Promise<IssuedReport> {
    const signed = {
      number: readWords('number', normalNumber(number), LONGEST_NUMBER),
      signedBy: readWords('signedBy', signedBy),
    };
    const issued = await issue({ ...signed, report: openSeal(seal, context.secrets) }, context);
    return new IssuedReport(issued, lastFullSecond(context.now()));
  }

  @Query(() => IssuedReport, {
    nullable: true,
    description: 'The report that was issued under a number; null where none was.',
  })
  async issuedReport(
    @Arg('number', () => ID, { description: 'Number that it was signed under.' })
    number: string,
    @Ctx() context: AgencyContext,
  ): Promise<IssuedReport | null> {
    const found = await findIssue(normalNumber(number), context);
    return found && new IssuedReport(found, lastFullSecond(context.now()));
  }

  @Directive(
    '@listSize(slicingArguments: ["first"], sizedFields: ["reports"], requireOneSlicingArgument: false)',
  )
  @Query(() => IssuedReportList, {
    nullable: true,
    description:
      'Issued reports, page by page, and which of them say something else than what is known now. Null with an error PAGE_SIZE_INVALID or CURSOR_INVALID.',
  })
  issuedReports(
    @Arg('organisation', () => ID, {
      nullable: true,
      description: 'Code of the organisation that reports; all where left out.',
    })
    organisation: string | null,
    @Arg('period', () => PeriodScalar, {
      nullable: true,
      description: 'Reporting period; all where left out.',
    })
    period: Period | null,
    @Arg('affected', () => Boolean, {
      nullable: true,
      description:
        'True: only those of which an agency has other releases now: it has corrected one, withdrawn one, or published one that was not there. False: only those of which none has. A release that was published anew with the same figures counts as the same, but where it holds figures that are not public: its hash is salted. All where left out.',
    })
    affected: boolean | null,
    @Arg('first', () => Int, {
      defaultValue: 100,
      description: `How many issued reports are looked at, the last ones first, 1 to ${MAXIMUM_LIST} (else PAGE_SIZE_INVALID).`,
    })
    first: number,
    @Arg('after', () => String, {
      nullable: true,
      description:
        'The "endCursor" of the page before; the first page where left out. It carries the moment that the reports are held against.',
    })
    after: string | null,
    @Ctx() { now }: AgencyContext,
  ): IssuedReportList {
    assertPageSize(first, MAXIMUM_LIST);
    // type-graphql gives undefined for what is left out, whatever the type says.
    const asked = { organisation: organisation ?? null, period: period ?? null, affected: affected ?? null };
    const cursor = after ? readCursor(after, issuesFingerprint(asked), null) : null;
    const asOf = settleAsOf(cursor?.asOf, now());
    return new IssuedReportList({ ...asked, first, before: cursor?.position ?? null, asOf });
  }
}

/**
 * A number as it is kept: one that looks the same is the same, however its accents were typed, and whatever blanks and
 * invisible characters came with it when it was copied.
 */
function normalNumber(sent: string): string {
  const visible = sent.replace(/[\u200B-\u200D\u2060\uFEFF]|(?!\s)\p{Cc}/gu, '');
  return visible.replace(/\s+/g, ' ').trim().normalize('NFC');
}
