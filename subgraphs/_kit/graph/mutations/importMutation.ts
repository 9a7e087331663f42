import { Arg, Ctx, ID, Mutation, Resolver } from 'type-graphql';

import { PeriodScalar } from '../../../../schema/graphql/index.ts';
import {
  NO_SUBMISSION,
  afterMove,
  type Correction,
  type Instant,
  type Period,
} from '../../../../schema/values/index.ts';
import { hashOfJson } from '../../publishing/canonicalJson.ts';
import { hashObservations } from '../../publishing/hashObservations.ts';
import { settleAsOf } from '../../reading/listObservations.ts';
import { checkResults, judgeRelease } from '../../rules/checkSection.ts';
import { assertImportable, assertOfficer, saveOf } from '../../submitting/importing/assertImportable.ts';
import { draftHash } from '../../submitting/draftHash.ts';
import { draftRelease } from '../../submitting/draftRelease.ts';
import {
  LINES_AT_ONCE,
  standingKeys,
  standingOf,
  type ImportedLine,
} from '../../submitting/importing/importedLine.ts';
import { missingFaults, prepareImport } from '../../submitting/importing/importedChanges.ts';
import { readImport } from '../../submitting/importing/readImport.ts';
import type { AgencyContext } from '../context.ts';
import { carryOut, submissionAt } from './carryOut.ts';
import { toldChanges } from './importChangeTypes.ts';
import { CorrectionInputType, ImportResultType, ImportedLineType } from './importTypes.ts';
import { KeyArgument, readKey, readWords } from './moveArguments.ts';
import { fileFaultOf, FileInputType, readSentFile } from './sentFile.ts';

/** The mutation with which an agency's officers hand in files. `prefix` is the agency's name in the graph. */
export function createImportMutation(prefix: string): new () => object {
  @Resolver()
  class ImportMutation {
    @Mutation(() => ImportResultType, {
      name: `import${prefix}Figures`,
      nullable: true,
      description: `Reads a file of figures: a filled-in template, a workbook, a CSV or JSON with the columns of the figures CSV, about up to ${LINES_AT_ONCE} organisations and periods. Where nothing is wrong with it, the figures of each become its draft, which they replace wholly; it lacks no figure that stands there, unless that is asked for. A figure that was not public stays so. For officers. Null with an error, such as MOVE_NOT_ALLOWED where a draft waits for approval; then nothing has been stored either.`,
    })
    async import(
      @Arg('file', () => FileInputType, { description: 'The file.' }) sent: FileInputType,
      @Arg('organisation', () => ID, {
        nullable: true,
        description:
          'Code of the organisation that all its figures are about; where left out, the file says it.',
      })
      organisation: string | null,
      @Arg('period', () => PeriodScalar, {
        nullable: true,
        description: 'The reporting period of all its figures; where left out, the file says it.',
      })
      period: Period | null,
      @Arg('document', () => ID, {
        nullable: true,
        description: 'Code of the document that prints the figures of which the file does not say it.',
      })
      document: string | null,
      @Arg('correction', () => CorrectionInputType, {
        nullable: true,
        description:
          'Why they differ from what was published; needed where something was (else CORRECTION_NOT_EXPLAINED).',
      })
      correction: CorrectionInputType | null,
      @Arg('dryRun', () => Boolean, {
        defaultValue: false,
        description: 'Whether nothing is stored: the answer tells what would come of it.',
      })
      dryRun: boolean,
      @Arg('removesMissing', () => Boolean, {
        defaultValue: false,
        description:
          'Whether figures that stand there and not in the file are to be gone; without it they are a fault (FIGURES_MISSING).',
      })
      removesMissing: boolean,
      @KeyArgument key: string,
      @Ctx() context: AgencyContext,
    ): Promise<ImportResultType> {
      const { agency, principal } = context;
      assertOfficer(agency, principal);
      const asked = { key: readKey(key), correction: readCorrection(correction) };
      // type-graphql gives undefined for what is left out, whatever the type says.
      const target = {
        agency,
        organisation: organisation ?? null,
        period: period ?? null,
        document: document ?? null,
      };
      const { catalogue } = await context.presenters.latest();
      const at = await presentOf(context);
      const file = readSentFile(sent);
      const { drafts, faults } = await readImport(file, target, catalogue, (found) =>
        standingKeys(found, context.log, at, principal),
      );
      const lines = await Promise.all(drafts.map((draft) => standingOf(draft, context.log, at)));
      assertImportable(agency, lines, { principal, correction: asked.correction });
      const missing = removesMissing ? [] : missingFaults(file.name, lines);
      if (missing.length > 0) return { lines: [], faults: missing.map(fileFaultOf) };
      const told: ImportedLineType[] = [];
      for (const line of lines) {
        told.push(
          dryRun ? await wouldBe(line, asked.correction, at, context) : await saved(line, asked, context),
        );
      }
      return { lines: told, faults: faults.map(fileFaultOf) };
    }
  }
  return ImportMutation;
}

function readCorrection(sent: CorrectionInputType | null | undefined): Correction | null {
  return sent ? { reason: sent.reason, words: readWords('correction.words', sent.words) } : null;
}

/** The moment of the agency's last move, or the last full second where that is later. */
async function presentOf({ agency, log, now }: AgencyContext): Promise<Instant> {
  const [last, second] = [(await log.store.head(agency))?.at, settleAsOf(null, now())];
  return last !== undefined && last > second ? last : second;
}

/** The line as it stands, and what checks would say of the figures if they were its draft. */
async function wouldBe(
  line: ImportedLine,
  correction: Correction | null,
  at: Instant,
  context: AgencyContext,
): Promise<ImportedLineType> {
  const { organisation, period, observations, submission } = line;
  const by = { subject: context.principal?.subject ?? '', role: 'OFFICER' } as const;
  const after = afterMove({ ...NO_SUBMISSION, ...submission }, { ...saveOf(line, correction), by });
  const key = { agency: context.agency, organisation, period };
  const release = draftRelease(key, after, at);
  return new ImportedLineType({
    organisation,
    period,
    figures: observations.length,
    changes: toldChanges(line.changes),
    isPublished: line.isPublished,
    isDraft: line.isDraft,
    submission: await submissionAt(key, submission.state, at, context),
    draftHash: submission.draft && draftHash(submission.draft),
    judged: async () => {
      if (release === null) return [];
      const presenter = await context.presenters.at(at);
      return checkResults(await judgeRelease(release, at, context), [release], presenter);
    },
  });
}

/** The line with the figures as its draft; where it says the same already, it stays as it is. */
async function saved(
  line: ImportedLine,
  { key, correction }: { readonly key: string; readonly correction: Correction | null },
  context: AgencyContext,
): Promise<ImportedLineType> {
  const { organisation, period, observations } = line;
  if (line.isPublished || line.isDraft) {
    return wouldBe(line, correction, await presentOf(context), context);
  }
  const command = saveOf(line, correction);
  const asked = { kind: 'IMPORT', hash: hashObservations(observations), correction };
  // Each line is a move of its own, and has a key of its own.
  const move = { organisation, period, key: hashOfJson([key, organisation, period]), command, asked };
  const { submission, draftHash: hash, judged } = await carryOut(move, context, prepareImport(line, command));
  return new ImportedLineType({
    organisation,
    period,
    figures: observations.length,
    changes: toldChanges(line.changes),
    isPublished: false,
    isDraft: true,
    submission,
    draftHash: hash(),
    judged,
  });
}
