import type { Principal } from '../../schema/values/index.ts';
import { faultCodesOf } from './answers.ts';
import { givenFigures, type FigureCells } from './given.ts';
import { OFFICER } from './people.ts';
import type { RunningAgency } from './testAgency.ts';

const IMPORT = `mutation ($file: FileInput!, $organisation: ID, $period: Period, $document: ID,
  $correction: CorrectionInput, $dryRun: Boolean! = false, $removesMissing: Boolean! = false, $key: ID! = "k") {
  made: importInventedFigures(file: $file, organisation: $organisation, period: $period, document: $document,
    correction: $correction, dryRun: $dryRun, removesMissing: $removesMissing, key: $key) {
    lines { organisation period figures isPublished isDraft draftHash submission { state } checks { verdict expression }
      changes { added changed unchanged removed removedFigures { indicator breakdown time calendar unit setBy } } }
    faults { file sheet row column code value expected message } } }`;

/** What an import answers with. */
export interface Made {
  readonly lines: readonly Readonly<Record<string, unknown>>[];
  readonly faults: readonly Readonly<Record<string, unknown>>[];
}

/** A text as it is sent. */
export const fileOf = (text: string, name = 'quy-1.csv') => ({
  name,
  content: Buffer.from(text).toString('base64'),
});

/** Sends rows as a figures CSV to the invented agency; its answer, or the codes of its errors. */
export const importing =
  (running: RunningAgency) =>
  async (
    rows: readonly FigureCells[],
    change: Readonly<Record<string, unknown>> = {},
    by: Principal | null = OFFICER,
  ): Promise<Made | string> => {
    const result = await running.ask(IMPORT, { file: fileOf(givenFigures(...rows)), ...change }, by);
    if (result.errors) return faultCodesOf(result).join();
    return (JSON.parse(JSON.stringify(result.data)) as { made: Made }).made;
  };

/** Where each line of an answer stands. */
export const statesOf = (made: Made | string) =>
  typeof made === 'string'
    ? made
    : made.lines.map(({ organisation, period, isPublished, isDraft, submission }) => [
        organisation,
        period,
        isPublished,
        isDraft,
        (submission as { state: string } | null)?.state ?? null,
      ]);
