import { Field, ID, Int, ObjectType } from 'type-graphql';

import { DateTimeScalar, PeriodScalar } from '../../../schema/graphql/index.ts';
import type { Instant, Period } from '../../../schema/values/index.ts';
import { Report } from '../report/Report.ts';
import { ReportRevision } from '../report/ReportRevision.ts';
import type { Issue } from './issueLog.ts';
import type { ReleaseMark } from './releaseMarks.ts';

@ObjectType('IssuedRelease', {
  simpleResolvers: true,
  description: 'A release that an issued report is made of.',
})
export class IssuedReleaseType implements ReleaseMark {
  @Field(() => ID, { description: 'Code of the agency that has published it.' })
  agency!: string;

  @Field(() => ID, { description: 'Code of the organisation or area that it is about.' })
  organisation!: string;

  @Field(() => Int, { description: 'Its number within agency, organisation and period.' })
  number!: number;

  @Field(() => String, { description: 'Its hash when the report was issued: that of the release, for ever.' })
  hash!: string;
}

@ObjectType('IssuedReport', {
  description:
    'A report that was signed under a number. What it says never changes, whatever is corrected later.',
})
export class IssuedReport implements Omit<Issue, 'sequence'> {
  @Field(() => ID, { simple: true, description: 'The number that it was signed under.' })
  readonly number: string;

  @Field(() => ID, { simple: true, description: 'Code of the organisation that reports.' })
  readonly organisation: string;

  readonly area: string;

  @Field(() => PeriodScalar, { simple: true, description: 'The reporting period.' })
  readonly period: Period;

  @Field(() => DateTimeScalar, {
    simple: true,
    description: 'The knowledge time of the report: its figures are those that were known then.',
  })
  readonly asOf: Instant;

  @Field(() => String, { simple: true, description: 'In which role it was signed, as printed under it.' })
  readonly signedBy: string;

  @Field(() => DateTimeScalar, { simple: true, description: 'When it was issued.' })
  readonly issuedAt: Instant;

  @Field(() => [IssuedReleaseType], {
    simple: true,
    description:
      'All releases that it is made of: by agency, then about the organisation and about its area.',
  })
  readonly releases: readonly ReleaseMark[];

  @Field(() => String, {
    simple: true,
    description: 'SHA-256 over "releases" with their hashes, and so over all figures of the report.',
  })
  readonly hash: string;

  /** The moment that it is held against. */
  readonly #now: Instant;

  constructor(issue: Issue, now: Instant) {
    this.number = issue.number;
    this.organisation = issue.organisation;
    this.area = issue.area;
    this.period = issue.period;
    this.asOf = issue.asOf;
    this.signedBy = issue.signedBy;
    this.issuedAt = issue.issuedAt;
    this.releases = issue.releases;
    this.hash = issue.hash;
    // What was issued as of this very second is held against itself.
    this.#now = now > issue.asOf ? now : issue.asOf;
  }

  @Field(() => Report, { description: 'The report as it was issued.' })
  report(): Report {
    return new Report(this);
  }

  @Field(() => Report, { description: 'The report of the same organisation and period as known now.' })
  current(): Report {
    const { organisation, area, period } = this;
    return new Report({ organisation, area, period, asOf: this.#now });
  }

  @Field(() => ReportRevision, {
    description: 'What has changed since it was issued, figure by figure, agency by agency.',
  })
  revision(): InstanceType<typeof ReportRevision> {
    const { organisation, area, period, asOf } = this;
    return new ReportRevision({ organisation, area, period, from: asOf, to: this.#now });
  }
}
