import { pascalCase } from '../../schema/values/index.ts';
import { hashOfJson } from '../../subgraphs/_kit/publishing/canonicalJson.ts';
import type { nameOfFigure } from '../../subgraphs/_kit/submitting/importing/importedChanges.ts';
import { answerOf } from '../answerOf.ts';
import { GatewayProblem, type Ask } from '../askGateway.ts';
import type { SentFault } from './cutFile.ts';

/** A check that contradicts the figures. */
export interface Conflict {
  readonly key: string;
  /** The rule and its figures, for people. */
  readonly text: string;
}

/** What a file changes in a line. */
export interface Changes {
  readonly added: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly removed: number;
  /** The first of them. */
  readonly removedFigures: readonly Parameters<typeof nameOfFigure>[0][];
}

/** Where a line stands. */
export interface LineState {
  readonly figures: number;
  readonly changes: Changes;
  readonly isPublished: boolean;
  readonly isDraft: boolean;
  readonly state: string | null;
  /** Number of the release that is visible; 0 where none is. */
  readonly release: number;
  readonly draftHash: string | null;
  readonly conflicts: readonly Conflict[];
}

/** What an agency says of a file that was sent. */
export interface Judged {
  readonly faults: readonly SentFault[];
  /** Null where the file has faults. */
  readonly line: LineState | null;
}

/** A file to be sent, and what its figures are about; null where it says that itself. */
export interface SentFile {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly organisation: string | null;
  readonly period: string | null;
  readonly document: string | null;
}

/** Why figures differ from what was published. */
export interface Reason {
  readonly reason: string;
  readonly words: string;
}

interface ImportAnswer {
  readonly faults: readonly SentFault[];
  readonly lines: readonly (Pick<
    LineState,
    'figures' | 'changes' | 'isPublished' | 'isDraft' | 'draftHash'
  > & {
    readonly submission: {
      readonly state: string;
      readonly release: { readonly number: number } | null;
    } | null;
    readonly checks:
      | readonly {
          readonly key: string;
          readonly verdict: string;
          readonly rule: string;
          readonly expression: string;
        }[]
      | null;
  })[];
}

interface MoveAnswer {
  readonly submission: { readonly state: string };
  readonly draftHash: string | null;
}

const LINE = `figures changes { added changed unchanged removed removedFigures { indicator breakdown time calendar unit setBy } }
  isPublished isDraft draftHash submission { state release { number } }
  checks { key verdict rule expression }`;
const FAULT = 'file sheet row column code message';

/** What a person imports with; the approver's is asked only for what the second person does. */
export interface Askers {
  readonly officer: Ask;
  readonly approver: Ask;
}

/** What a person says of all figures of an import. */
export interface ImportWishes {
  /** Why what was published is changed; null where nobody says so. */
  readonly reason: Reason | null;
  /** Whether figures that the file lacks are to be gone. */
  readonly removesMissing: boolean;
}

/** The moves of one agency that an import is made of. Each rejects with GatewayProblem in the gateway's words. */
export function createImportClient(
  { officer, approver }: Askers,
  agency: string,
  { reason, removesMissing }: ImportWishes,
) {
  const prefix = pascalCase(agency);

  const send = async (file: SentFile, dryRun: boolean, key: string): Promise<ImportAnswer> => {
    const query = `mutation ($file: FileInput!, $organisation: ID, $period: Period, $document: ID,
      $correction: CorrectionInput, $dryRun: Boolean!, $removesMissing: Boolean!, $key: ID!) {
      made: import${prefix}Figures(file: $file, organisation: $organisation, period: $period, document: $document,
        correction: $correction, dryRun: $dryRun, removesMissing: $removesMissing, key: $key) { faults { ${FAULT} } lines { ${LINE} } } }`;
    const { organisation, period, document } = file;
    const content = Buffer.from(file.bytes).toString('base64');
    const sent = { file: { name: file.name, content }, organisation, period, document };
    const { made } = await answerOf<{ made: ImportAnswer }>(officer, query, {
      ...sent,
      correction: reason,
      dryRun,
      removesMissing,
      key,
    });
    return made;
  };

  const move = async (
    ask: Ask,
    what: 'submit' | 'approve' | 'publish',
    { organisation, period }: SentFile,
    line: LineState,
    more: Readonly<Record<string, unknown>> = {},
  ): Promise<LineState> => {
    const declared = what === 'submit' ? ', $acknowledgements: [AcknowledgementInput!]!' : '';
    const passed = what === 'submit' ? ', acknowledgements: $acknowledgements' : '';
    const query = `mutation ($organisation: ID!, $period: Period!, $draftHash: String, $key: ID!${declared}) {
      made: ${what}${prefix}Figures(organisation: $organisation, period: $period, draftHash: $draftHash, key: $key${passed})
      { submission { state } draftHash } }`;
    const { draftHash, release } = line;
    // Follows from what is moved: sent again after an interruption, it is answered as it was.
    const key = hashOfJson(['import', what, agency, organisation, period, draftHash, release, more]);
    const { made } = await answerOf<{ made: MoveAnswer }>(ask, query, {
      organisation,
      period,
      draftHash,
      key,
      ...more,
    });
    return { ...line, state: made.submission.state, draftHash: made.draftHash };
  };

  return {
    /** What would come of a file; nothing is stored. */
    judge: async (file: SentFile): Promise<Judged> => {
      const { faults, lines } = await send(file, true, 'dry-run');
      return { faults, line: lines[0] ? stateOf(lines[0]) : null };
    },
    /** Makes the file the draft of its line; `before` is how the line was judged. */
    save: async (file: SentFile, before: LineState): Promise<LineState> => {
      const { release, draftHash } = before;
      const content = Buffer.from(file.bytes).toString('base64');
      const key = hashOfJson(['import', content, reason, release, draftHash]);
      const { lines, faults } = await send(file, false, key);
      // What was right when it was judged may be wrong by now: what stands instead is somebody else's work.
      if (faults.length > 0) throw new GatewayProblem(faults.map(({ message }) => message).join('\n'));
      return lines[0] ? { ...stateOf(lines[0]), release } : before;
    },
    submit: (file: SentFile, line: LineState, note: string | null) => {
      const acknowledgements = note === null ? [] : line.conflicts.map(({ key }) => ({ check: key, note }));
      return move(officer, 'submit', file, line, { acknowledgements });
    },
    approve: (file: SentFile, line: LineState) => move(approver, 'approve', file, line),
    publish: (file: SentFile, line: LineState) => move(approver, 'publish', file, line),
  };
}

/** What {@link createImportClient} gives. */
export type ImportClient = ReturnType<typeof createImportClient>;

function stateOf({ submission, checks, ...line }: ImportAnswer['lines'][number]): LineState {
  return {
    ...line,
    state: submission?.state ?? null,
    release: submission?.release?.number ?? 0,
    conflicts: (checks ?? [])
      .filter(({ verdict }) => verdict === 'CONFLICT')
      .map(({ key, rule, expression }) => ({ key, text: `${rule}: ${expression}` })),
  };
}
