import { GatewayNotReached, GatewayProblem } from '../askGateway.ts';
import { csvOfLine, faultInFile, type FileLine } from './cutFile.ts';
import type { ImportClient, LineState, SentFile } from './importClient.ts';
import { lineText, nameOf, removalText } from './lineText.ts';
import { createProgress } from './progress.ts';

/** How far figures are taken. */
export type Aim = 'DRAFT' | 'SUBMITTED' | 'PUBLISHED';

/** A line and how its agency has judged it. */
export interface JudgedLine {
  readonly line: FileLine;
  readonly sent: SentFile;
  readonly state: LineState;
}

/** What came of judging all lines; with any fault none of them may be stored. */
export interface Judgement {
  readonly lines: readonly JudgedLine[];
  readonly faults: readonly string[];
  readonly warnings: readonly string[];
}

/** Has every line judged by its agency before anything is stored. Rejects with GatewayNotReached. */
export async function judgeLines(
  client: ImportClient,
  file: string,
  lines: readonly FileLine[],
): Promise<Judgement> {
  const progress = createProgress(process.stderr, lines.length, 'checked');
  const judged: JudgedLine[] = [];
  const faults: string[] = [];
  const warnings: string[] = [];
  for (const [index, line] of lines.entries()) {
    const sent = sentFileOf(line, index);
    try {
      const { faults: found, line: state } = await client.judge(sent);
      faults.push(...found.map((one) => faultInFile(file, line, one)));
      if (state) judged.push({ line, sent, state });
      warnings.push(...(state?.conflicts ?? []).map(({ text }) => `${nameOf(line)}: ${text}`));
      if (state) warnings.push(...removalText(line, state.changes));
    } catch (error) {
      if (!(error instanceof GatewayProblem) || error instanceof GatewayNotReached) throw error;
      faults.push(`${file}, ${nameOf(line)}: ${plainMessage(error)}`);
    }
    progress.step(index + 1, nameOf(line));
  }
  progress.end();
  return { lines: judged, faults, warnings };
}

/** Without the name that the question gives the mutation, and with what the command can do about it. */
export function plainMessage({ message }: GatewayProblem): string {
  return message
    .replaceAll(/^made: /gm, '')
    .replaceAll(/^.* \[CORRECTION_NOT_EXPLAINED\]$/gm, `${UNEXPLAINED_CHANGE} [CORRECTION_NOT_EXPLAINED]`);
}

const UNEXPLAINED_CHANGE =
  'What has been published is changed only with a reason. Say it with --words "…"; it is published, too.';

/** What the file of a line is called to its agency; people see the file that it was cut from. */
function sentFileOf(line: FileLine, index: number): SentFile {
  const { organisation, period } = line;
  return {
    name: `line-${index + 1}.csv`,
    bytes: Buffer.from(csvOfLine(line)),
    organisation,
    period,
    document: null,
  };
}

/** What has been done, and why the rest has not. */
export interface Done {
  /** One line each, in the order of the file. */
  readonly told: readonly string[];
  /** Whether drafts are left that cannot be submitted as they are. */
  readonly isLeft: boolean;
  /** Null where it has come to the end. */
  readonly stoppedBy: GatewayProblem | 'INTERRUPTED' | null;
}

/**
 * Takes one line after the other as far as is wanted; what is there already stays. Between two lines it stops where
 * `isInterrupted` says so: a line is published wholly or not at all.
 */
export async function carryLines(
  client: ImportClient,
  lines: readonly JudgedLine[],
  aim: Aim,
  { note, isInterrupted }: { readonly note: string | null; readonly isInterrupted: () => boolean },
): Promise<Done> {
  const progress = createProgress(process.stderr, lines.length, 'imported');
  const told: string[] = [];
  let stoppedBy: Done['stoppedBy'] = null;
  let isLeft = false;
  for (const [index, one] of lines.entries()) {
    if (isInterrupted()) {
      stoppedBy = 'INTERRUPTED';
      break;
    }
    try {
      const state = await carryLine(client, one, aim, note);
      const isOpen = isUnexplained(state, aim, note);
      isLeft ||= isOpen;
      const what = state.isPublished ? PUBLISHED_BEFORE : String(state.state);
      told.push(lineText(one.line, state, `${what}${isOpen ? UNEXPLAINED : ''}`));
    } catch (error) {
      if (!(error instanceof GatewayProblem)) throw error;
      stoppedBy = error;
      break;
    }
    progress.step(index + 1, nameOf(one.line));
  }
  progress.end();
  return { told, stoppedBy, isLeft };
}

/** What is said of figures that are published already, also where nothing is carried out. */
export const PUBLISHED_BEFORE = 'PUBLISHED before';

const UNEXPLAINED =
  '; not submitted, since figures contradict each other. Correct them, or say why they stand with --acknowledge';

/** Whether nobody has said why figures stand that contradict each other. */
function isUnexplained({ state, conflicts }: LineState, aim: Aim, note: string | null): boolean {
  return (
    aim !== 'DRAFT' && note === null && conflicts.length > 0 && (state === 'DRAFT' || state === 'RETURNED')
  );
}

async function carryLine(
  client: ImportClient,
  { sent, state: judged }: JudgedLine,
  aim: Aim,
  note: string | null,
): Promise<LineState> {
  if (judged.isPublished) return judged;
  let line = judged.isDraft ? judged : await client.save(sent, judged);
  if (isUnexplained(line, aim, note)) return line;
  if (aim !== 'DRAFT' && (line.state === 'DRAFT' || line.state === 'RETURNED'))
    line = await client.submit(sent, line, note);
  if (aim !== 'PUBLISHED') return line;
  if (line.state === 'SUBMITTED') line = await client.approve(sent, line);
  if (line.state === 'APPROVED') line = await client.publish(sent, line);
  return line;
}
