import { Arg, Ctx, Directive, Field, FieldResolver, ID, ObjectType, Resolver } from 'type-graphql';

import { catalogued } from '../../../schema/errors/index.ts';
import {
  CheckResultType,
  CorrectionType,
  ObservationType,
  PeriodScalar,
  SubmissionStateEnum,
  VerdictArgument,
} from '../../../schema/graphql/index.ts';
import type {
  Acknowledgement,
  Correction,
  Draft,
  Period,
  Release,
  Verdict,
} from '../../../schema/values/index.ts';
import { checkResults, judgeRelease, withVerdict } from '../rules/checkSection.ts';
import { draftHash } from '../submitting/draftHash.ts';
import { draftRelease } from '../submitting/draftRelease.ts';
import { INSIDER_ROLES, isInsider } from '../submitting/lineStates.ts';
import { submissionOf } from '../submitting/storedMove.ts';
import type { AgencyContext } from './context.ts';
import { AcknowledgementType, OWN_CHECKS } from './mutations/resultTypes.ts';

@Directive('@shareable')
@ObjectType('Draft', { description: 'Figures on their way to publication.' })
export class DraftType {
  @Field(() => ID, { simple: true, description: 'Code of the organisation that they are about.' })
  readonly organisation: string;

  @Field(() => PeriodScalar, { simple: true, description: 'The reporting period.' })
  readonly period: Period;

  @Field(() => SubmissionStateEnum, {
    simple: true,
    description: 'How far they have come: DRAFT, SUBMITTED, RETURNED or APPROVED.',
  })
  readonly state: Draft['state'];

  @Field(() => [String], {
    simple: true,
    description: 'Why they were sent back, in the order given; empty unless the state is RETURNED.',
  })
  readonly reasons: readonly string[];

  @Field(() => CorrectionType, {
    simple: true,
    nullable: true,
    description: 'Why they change what is published; null for the first word about organisation and period.',
  })
  readonly correction: Correction | null;

  @Field(() => [AcknowledgementType], {
    simple: true,
    description: 'What their submitter has said of conflicts; empty before they are submitted.',
  })
  readonly acknowledgements: readonly Acknowledgement[];

  readonly #draft: Draft;
  readonly #release: Release;

  constructor(draft: Draft, release: Release) {
    const { state, reasons, correction, acknowledgements } = draft;
    this.organisation = release.organisation;
    this.period = release.period;
    this.state = state;
    this.reasons = reasons;
    this.correction = correction;
    this.acknowledgements = acknowledgements;
    this.#draft = draft;
    this.#release = release;
  }

  @Field(() => String, {
    description:
      'SHA-256 of what the draft says: its figures, correction and acknowledgements. A mutation that is given it moves this draft and no other.',
  })
  draftHash(): string {
    return draftHash(this.#draft);
  }

  @Field(() => [ObservationType], {
    description:
      'The figures, in the order of the report. Their "release" is the one that they would become if nothing else came before.',
  })
  async observations(@Ctx() { presenters, knowledgeAt }: AgencyContext): Promise<readonly ObservationType[]> {
    const { publishedAt } = this.#release;
    const presenter = await presenters.at(publishedAt);
    return presenter.present(this.#release, knowledgeAt(publishedAt));
  }

  @Field(() => [CheckResultType], { nullable: true, description: OWN_CHECKS })
  async checks(
    @VerdictArgument verdict: readonly Verdict[] | null,
    @Ctx() context: AgencyContext,
  ): Promise<readonly CheckResultType[]> {
    const release = this.#release;
    const outcomes = await judgeRelease(release, release.publishedAt, context);
    const presenter = await context.presenters.at(release.publishedAt);
    return withVerdict(checkResults(outcomes, [release], presenter), verdict);
  }
}

/** The resolver class that gives an agency's own entry its drafts. */
export function createDraftResolver(entry: new () => object): new () => object {
  @Resolver(() => entry)
  class DraftResolver {
    @FieldResolver(() => DraftType, {
      nullable: true,
      description:
        'The figures about an organisation and period that are on their way to publication, as they are now. Null where none are; null with the error TOKEN_REQUIRED or RIGHT_MISSING for whoever does not work with these figures.',
    })
    draft(
      @Arg('organisation', () => ID, { description: 'Code of the organisation that they are about.' })
      organisation: string,
      @Arg('period', () => PeriodScalar, { description: 'The reporting period.' })
      period: Period,
      @Ctx() context: AgencyContext,
    ): Promise<DraftType | null> {
      return readDraft(organisation, period, context);
    }
  }
  return DraftResolver;
}

async function readDraft(
  organisation: string,
  period: Period,
  { agency, principal, log }: AgencyContext,
): Promise<DraftType | null> {
  if (principal === null) throw catalogued('TOKEN_REQUIRED', {});
  if (!isInsider(principal, { agency, organisation })) {
    throw catalogued('RIGHT_MISSING', {
      move: 'Reading a draft',
      roles: INSIDER_ROLES,
      agency,
      organisation,
    });
  }
  const line = { agency, organisation, period };
  const head = await log.store.head(agency);
  if (head === null) return null;
  const submission = submissionOf(await log.store.line(line, head.at));
  const release = draftRelease(line, submission, head.at);
  return submission.draft && release && new DraftType(submission.draft, release);
}
