import { Directive, Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';

import { catalogued } from '../../../schema/errors/index.ts';
import { DateTimeScalar, PeriodScalar } from '../../../schema/graphql/index.ts';
import type { Actor, EntryKind, Instant, Period } from '../../../schema/values/index.ts';
import { auditEntryOf, type AuditEntry } from '../auditing/auditEntry.ts';
import { administers } from '../submitting/administers.ts';
import type { AgencyContext } from './context.ts';
import { assertPageSize } from './cursor.ts';

/** How many entries of the log are told at once; each is read with all its figures. */
export const MAXIMUM_AUDIT_PAGE = 200;

/** What an agency's own chain holds. */
type LoggedKind = Exclude<EntryKind, 'ISSUE'>;

const LoggedKindEnum = {
  SAVE: 'SAVE',
  SUBMIT: 'SUBMIT',
  RETURN: 'RETURN',
  APPROVE: 'APPROVE',
  PUBLISH: 'PUBLISH',
  WITHDRAW: 'WITHDRAW',
  CATALOGUE: 'CATALOGUE',
} as const satisfies Readonly<{ [Kind in LoggedKind]: Kind }>;

registerEnumType(LoggedKindEnum, {
  name: 'MoveKind',
  description: "What can happen to an agency's figures and catalogue.",
  valuesConfig: {
    SAVE: { description: 'A draft was saved.' },
    SUBMIT: { description: 'It was submitted for approval.' },
    RETURN: { description: 'It was sent back with reasons.' },
    APPROVE: { description: 'A second person has approved it.' },
    PUBLISH: { description: 'It was published.' },
    WITHDRAW: { description: 'What was published was taken back.' },
    CATALOGUE: {
      description: 'Codes of the catalogue were added, changed or retired; it is about no figures.',
    },
  },
});

const ActorRoleEnum = {
  OFFICER: 'OFFICER',
  APPROVER: 'APPROVER',
  ADMINISTRATOR: 'ADMINISTRATOR',
  FIGURES_FOLDER: 'FIGURES_FOLDER',
} as const satisfies Readonly<{ [Role in Actor['role']]: Role }>;

registerEnumType(ActorRoleEnum, {
  name: 'ActorRole',
  description: 'In which role something was done.',
  valuesConfig: {
    OFFICER: { description: 'Writes and submits figures.' },
    APPROVER: { description: 'Approves, returns, publishes and withdraws.' },
    ADMINISTRATOR: { description: 'Withdraws, changes the catalogue, and reads this log.' },
    FIGURES_FOLDER: {
      description: "The agency's figures folder, which is published when its subgraph starts.",
    },
  },
});

@Directive('@shareable')
@ObjectType('AuditEntry', {
  simpleResolvers: true,
  description:
    'One entry of the log: who did what, when, and where it stands in the chain. It tells no figures.',
})
export class AuditEntryType implements Omit<AuditEntry, 'reportNumber'> {
  @Field(() => Int, { description: '1, 2, 3… within the agency, without a gap.' })
  sequence!: number;

  @Field(() => DateTimeScalar, { description: 'When it was done.' })
  at!: Instant;

  @Field(() => LoggedKindEnum, { description: 'What was done.' })
  kind!: LoggedKind;

  @Field(() => String, {
    nullable: true,
    description: "The person's lasting name, as tokens tell it; null only where the entry was tampered with.",
  })
  subject!: string | null;

  @Field(() => ActorRoleEnum, {
    nullable: true,
    description: 'In which role; null only where the entry was tampered with.',
  })
  role!: Actor['role'] | null;

  @Field(() => ID, {
    nullable: true,
    description: 'Code of the organisation that the figures are about; null for CATALOGUE.',
  })
  organisation!: string | null;

  @Field(() => PeriodScalar, {
    nullable: true,
    description: 'The reporting period that the figures are about; null for CATALOGUE.',
  })
  period!: Period | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Number of the release or withdrawal; null for what is neither.',
  })
  number!: number | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description:
      'From when the release or withdrawal is seen, later than "at" under an embargo; null for what is neither.',
  })
  visibleFrom!: Instant | null;

  @Field(() => String, {
    nullable: true,
    description: 'Hash of the published figures; null but for PUBLISH.',
  })
  figuresHash!: string | null;

  @Field(() => [String], {
    description:
      'Why, as people said it: the reasons of RETURN and WITHDRAW, the words of the correction of SAVE and PUBLISH. Empty for what needs none.',
  })
  words!: readonly string[];

  @Field(() => [String], {
    description:
      'CATALOGUE: what was put into which list, such as "indicator new: tea, tea-area" or "code retired: form=warning"; of many codes the first 20 and how many more. Empty for all others.',
  })
  changes!: readonly string[];

  @Field(() => String, {
    nullable: true,
    description: 'Id of the request that asked for it; null where none did or it had none.',
  })
  requestId!: string | null;

  @Field(() => String, { description: 'Hash of the entry before; 64 zeros for the first.' })
  previousHash!: string;

  @Field(() => String, {
    description: 'SHA-256 of this entry with the hash of the one before, and so of all before it.',
  })
  hash!: string;
}

/**
 * Entries of the log behind a sequence, as many as asked for or as there are.
 * @throws RIGHT_MISSING for whoever is not an administrator of the whole agency; PAGE_SIZE_INVALID; STORE_UNAVAILABLE.
 */
export async function readAuditLog(
  { principal, log: { agency, store } }: Pick<AgencyContext, 'principal' | 'log'>,
  after: number,
  first: number,
): Promise<readonly AuditEntry[]> {
  if (!administers(principal, agency)) {
    const roles = ['ADMINISTRATOR'];
    throw catalogued('RIGHT_MISSING', { move: 'Reading the log', roles, agency, organisation: null });
  }
  assertPageSize(first, MAXIMUM_AUDIT_PAGE);
  return (await store.chain(agency, after, first)).map(auditEntryOf);
}
