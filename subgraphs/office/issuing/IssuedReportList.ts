import { Ctx, Directive, Field, ID, ObjectType } from 'type-graphql';

import { DateTimeScalar } from '../../../schema/graphql/index.ts';
import { remembered, type Instant } from '../../../schema/values/index.ts';
import { formatCursor, loadReleases, PageInfoType, type AgencyContext } from '../../_kit/index.ts';
import { REQUIRED_RELEASES } from '../report/foreignSections.ts';
import { Report } from '../report/Report.ts';
import { IssuedReport } from './IssuedReport.ts';
import { listIssues, type Issue } from './issueLog.ts';
import { formatAsked, issuesFingerprint, readAsked, type IssuesAsked } from './issuesAsked.ts';
import { isSameSection, marksOf, readMarks, type ReleaseMark } from './releaseMarks.ts';

@Directive('@key(fields: "id")')
@ObjectType('IssuedReportList', { description: 'Issued reports, the last one first.' })
export class IssuedReportList {
  @Field(() => ID, { simple: true, description: 'What was asked for, for the gateway; not to be made up.' })
  readonly id: string;

  @Field(() => DateTimeScalar, {
    simple: true,
    description: 'The moment that the issued reports are held against.',
  })
  readonly asOf: Instant;

  readonly #asked: IssuesAsked;
  /** What the gateway has sent of {@link current}: the releases of the other agencies' sections. */
  readonly #sent: readonly SentReport[];
  /**
   * Those that are looked at and one more, read once; fixed by the moment: a report that is issued meanwhile is not among
   * them.
   */
  readonly #found = remembered((context: AgencyContext) => {
    const { asOf, before, first } = this.#asked;
    return listIssues(this.#asked, { asOf, before, limit: first + 1 }, context);
  });

  constructor(asked: IssuesAsked, sent: readonly SentReport[] = []) {
    this.id = formatAsked(asked);
    this.asOf = asked.asOf;
    this.#asked = asked;
    this.#sent = sent;
  }

  /** What the gateway has to ask the other agencies for; nothing where nobody asks what has changed. */
  @Directive('@inaccessible')
  @Field(() => [Report], { description: 'The reports of the same organisations and periods, as known now.' })
  async current(@Ctx() context: AgencyContext): Promise<readonly Report[]> {
    if (this.#asked.affected === null) return [];
    const { asOf } = this;
    return linesOf(await this.#issues(context)).map((line) => new Report({ ...line, asOf }));
  }

  @Directive(`@requires(fields: "current { ${REQUIRED_RELEASES} }")`)
  @Field(() => [IssuedReport], {
    description:
      'The issued reports. With "affected": true those of which at least one agency that was reached has other releases now, false those of which none has and all agencies were reached; "unreached" names the others.',
  })
  async reports(@Ctx() context: AgencyContext): Promise<readonly IssuedReport[]> {
    const { affected } = this.#asked;
    const issues = await this.#issues(context);
    const meant = affected === null ? issues : await this.#withState(issues, affected, context);
    return meant.map((issue) => new IssuedReport(issue, this.asOf));
  }

  @Directive(`@requires(fields: "current { ${REQUIRED_RELEASES} }")`)
  @Field(() => [ID], {
    description:
      'Codes of the agencies that were not reached, so that their changes are not known; empty where "affected" is not asked.',
  })
  unreached(): readonly string[] {
    const marks = this.#sent.flatMap((sections) => [...readMarks(sections)]);
    return [...new Set(marks.filter(([, read]) => read === null).map(([agency]) => agency))];
  }

  @Field(() => PageInfoType, {
    description:
      'How to go on. It counts all that were looked at: with "affected" there may be more where "reports" is empty.',
  })
  async pageInfo(@Ctx() context: AgencyContext): Promise<PageInfoType> {
    const issues = await this.#issues(context);
    const position = issues.at(-1)?.sequence;
    const endCursor =
      position === undefined
        ? null
        : formatCursor({ asOf: this.asOf, list: issuesFingerprint(this.#asked), position });
    return { endCursor, hasNextPage: (await this.#found(context)).length > issues.length };
  }

  async #issues(context: AgencyContext): Promise<readonly Issue[]> {
    return (await this.#found(context)).slice(0, this.#asked.first);
  }

  async #withState(
    issues: readonly Issue[],
    affected: boolean,
    context: AgencyContext,
  ): Promise<readonly Issue[]> {
    // The gateway names no report in what it sends, but keeps their order; the moment keeps which they are.
    const sent = new Map(linesOf(issues).map((line, index) => [keyOf(line), this.#sent[index] ?? {}]));
    const states = await Promise.all(
      issues.map((one) => this.#isAffected(one, sent.get(keyOf(one)) ?? {}, context)),
    );
    return issues.filter((_issue, index) => states[index] === affected);
  }

  /** Whether figures have changed; `null` where that cannot be told. */
  async #isAffected(
    { organisation, area, period, releases }: Issue,
    sent: SentReport,
    context: AgencyContext,
  ): Promise<boolean | null> {
    const key = { organisation, area, period, asOf: this.asOf };
    const own = marksOf('office', await loadReleases(key, context.releases, context.agency));
    const current = new Map<string, readonly ReleaseMark[] | null>([['office', own], ...readMarks(sent)]);
    const isChanged = [...current].some(
      ([agency, marks]) =>
        marks !== null &&
        !isSameSection(
          marks,
          releases.filter((mark) => mark.agency === agency),
        ),
    );
    return isChanged || ([...current.values()].includes(null) ? null : false);
  }
}

/** What the gateway sends of a current report: the sections of the other agencies. */
type SentReport = Readonly<Record<string, unknown>>;

/** Which reports they are issues of, each once, in their order. */
function linesOf(issues: readonly Issue[]): readonly Pick<Issue, 'organisation' | 'area' | 'period'>[] {
  const lines = issues.map(({ organisation, area, period }) => ({ organisation, area, period }));
  return [...new Map(lines.map((line) => [keyOf(line), line])).values()];
}

function keyOf({ organisation, area, period }: Pick<Issue, 'organisation' | 'area' | 'period'>): string {
  return `${organisation}|${area}|${period}`;
}

/** The list that a representation of the gateway stands for. @throws ARGUMENT_INVALID for one that we have not made. */
export function readIssuedReportList({ id, current }: Readonly<Record<string, unknown>>): IssuedReportList {
  const sent: readonly unknown[] = Array.isArray(current) ? current : [];
  return new IssuedReportList(
    readAsked(id),
    sent.map((one) => (typeof one === 'object' && one !== null ? (one as SentReport) : {})),
  );
}
