import { fault, type Fault, type FileFault } from '../../../schema/errors/index.ts';
import {
  observationKey,
  RELEASE_SIZE_LIMIT,
  type Observation,
  type ObservationIdentity,
} from '../../../schema/values/index.ts';
import type { Catalogue } from '../catalogue/catalogue.ts';
import { findRetired } from '../catalogue/findRetired.ts';
import { assemble } from '../figures/assemble.ts';
import { readIdentity } from '../figures/readIdentity.ts';
import { readRow, type FigureRow } from '../figures/readRow.ts';
import { createRowReader, type RowReader } from '../figures/rowReader.ts';
import type { FigureInputs, FigureKeyInput } from './figureInput.ts';
import { inputFault, type InputFault } from './inputFault.ts';
import { fieldName, fieldPath, placePath } from './inputPath.ts';
import { faultsBeyondCells, keyRow, partFaults, rowsOfFigure, type InputRow } from './inputRows.ts';

/** What was sent, as far as it could be read; with any fault nothing of it may be stored. */
export interface ReadInputs<Item> {
  readonly items: readonly Item[];
  readonly faults: readonly InputFault[];
}

/**
 * Reads figures that a client has sent as rows of the figures CSV are read, so that both are refused for the same
 * reasons: in the order in which they were sent, each fault once, with the way to its field. Retired codes are refused
 * but for the figures of `standing`, which are there already.
 */
export function readFigureInputs(
  sent: FigureInputs,
  catalogue: Catalogue,
  standing: readonly Observation[] = [],
): ReadInputs<Observation> {
  const { argument, inputs } = sent;
  const table = createInputTable(argument);
  const old = new Set(standing.map(observationKey));
  const rows = inputs.flatMap((input, index) => {
    for (const [path, said] of faultsBeyondCells(input)) table.refuse(index, path, said);
    const read = rowsOfFigure(input, index, sent)
      .map((row) => readRow(table.readerOf(row), catalogue))
      .filter((row): row is FigureRow => row !== null);
    for (const { identity } of read.filter((row) => !old.has(observationKey(row.identity)))) {
      for (const [path, said] of retiredFaults(input, identity, catalogue)) table.refuse(index, path, said);
    }
    return read;
  });
  const { observations, faults } = assemble(rows);
  table.addFileFaults(faults);
  const size = observations.length;
  if (size > RELEASE_SIZE_LIMIT) table.refuseAll('RELEASE_TOO_LARGE', { size, limit: RELEASE_SIZE_LIMIT });
  return { items: observations, faults: table.faults() };
}

/** Reads which figures are meant, in the order in which they were named; one of them may be named once only. */
export function readFigureKeys(
  sent: FigureInputs<FigureKeyInput>,
  catalogue: Catalogue,
): ReadInputs<ObservationIdentity> {
  const table = createInputTable(sent.argument);
  const known = new Map<string, number>();
  const items = sent.inputs.flatMap((input, index) => {
    for (const [path, said] of partFaults(input)) table.refuse(index, path, said);
    const read = readIdentity(table.readerOf(keyRow(input, index, sent)), catalogue);
    if (!read) return [];
    const key = observationKey(read.identity);
    const first = known.get(key);
    if (first !== undefined) {
      table.refuse(index, [], fault('FIGURE_REPEATED', { first: `${sent.argument}.${first}` }));
    }
    known.set(key, first ?? index);
    return [read.identity];
  });
  return { items, faults: table.faults() };
}

/** The retired codes of a figure, each with the way to it within the figure. */
function retiredFaults(
  { breakdown }: FigureKeyInput,
  identity: ObservationIdentity,
  catalogue: Catalogue,
): readonly (readonly [readonly string[], Fault])[] {
  return findRetired(identity, catalogue).map(({ column, dimension, fault: said }) => {
    const part = (breakdown ?? []).findIndex((one) => one.dimension === dimension);
    return [part < 0 ? [column] : [column, String(part), 'code'], said];
  });
}

/** Numbers the rows of an argument as those of a file are, and turns what is said of them into faults of fields. */
function createInputTable(argument: string) {
  const rows: InputRow[] = [];
  const found: FileFault[] = [];
  const ofFigures: { readonly figure: number; readonly fault: InputFault }[] = [];
  const ofAll: InputFault[] = [];
  const addFileFaults = (faults: readonly FileFault[]): void => {
    for (const { row = 0, column, fault: said } of faults) {
      const at = rows[row];
      if (!at) continue;
      const path = column ? fieldPath(argument, at.place, column) : placePath(argument, at.place);
      ofFigures.push({ figure: at.place.figure, fault: inputFault(path, withoutRows(said, argument, rows)) });
    }
  };
  return {
    readerOf({ place, cells }: InputRow): RowReader {
      const row = rows.push({ place, cells }) - 1;
      return createRowReader(argument, { row, cells }, found);
    },
    refuse(figure: number, path: readonly string[], said: Fault): void {
      ofFigures.push({ figure, fault: inputFault([argument, String(figure), ...path], said) });
    },
    refuseAll(code: 'RELEASE_TOO_LARGE', details: { size: number; limit: number }): void {
      ofAll.push(inputFault([argument], fault(code, details)));
    },
    addFileFaults,
    faults(): readonly InputFault[] {
      addFileFaults(found.splice(0));
      const inOrder = [...ofFigures].sort((a, b) => a.figure - b.figure).map((one) => one.fault);
      return eachOnce([...inOrder, ...ofAll]);
    },
  };
}

/** What names a row of a file names the field instead. */
function withoutRows(said: Fault, argument: string, rows: readonly InputRow[]): Fault {
  const { firstRow, columns = [] } = said.details as { firstRow?: number; columns?: readonly string[] };
  const row = firstRow === undefined ? undefined : rows[firstRow];
  if (!row) return said;
  const first = placePath(argument, row.place).join('.');
  if (said.code === 'OBSERVATION_REPEATED') return fault('FIGURE_REPEATED', { first });
  return fault('FIGURE_CONTRADICTED', { first, fields: columns.map(fieldName) });
}

/** A figure printed in several places is read once for each of them, and says the same each time. */
function eachOnce(faults: readonly InputFault[]): readonly InputFault[] {
  const byText = new Map(faults.map((one) => [JSON.stringify([one.path, one.message]), one]));
  return [...byText.values()];
}
