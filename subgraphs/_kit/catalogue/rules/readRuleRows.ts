import { fault } from '../../../../schema/errors/index.ts';
import {
  figure,
  SEVERITIES,
  type Label,
  type RuleOptions,
  type Term,
} from '../../../../schema/values/index.ts';
import type { FileReading } from '../../csv/FileReading.ts';
import type { TableRow } from '../../csv/readTable.ts';
import type { DataRule } from '../dataRules.ts';
import type { ReadEntry } from '../readEntry.ts';
import { parseTerm, splitTerms } from './parseTerm.ts';
import { RULE_FORMS, type AboutColumn, type RuleCells, type RuleForm } from './ruleKinds.ts';

const ABOUT: readonly AboutColumn[] = ['figure', 'parts', 'whole', 'dimension'];

/** Stands where a kind of rule asks for no figure. */
const NO_TERM = figure('');

/** Columns of a list of rules. */
export const RULE_COLUMNS = {
  required: ['rule', 'figure'],
  optional: [
    ...['parts', 'whole', 'dimension', 'options', 'severity'],
    ...['source_vi', 'source_en', 'words_vi', 'words_en', 'retired'],
  ],
};

/** Reads rules, in the order of the rows; whether the catalogue knows what they name is checked with the others. */
export function readRuleRows(reading: FileReading, rows: readonly TableRow[]): readonly ReadEntry[] {
  const found = new Set<string>();
  return rows.flatMap((row) =>
    readRules(reading, row).map((entry): ReadEntry => {
      const key = entry.rule.code;
      if (found.has(key)) {
        const expected = 'a rule that no other row declares';
        reading.refuse(row.row, 'rule', fault('CELL_INVALID', { value: row.cells.rule ?? '', expected }));
      }
      found.add(key);
      return { kind: 'rule', key, entry, row: row.row };
    }),
  );
}

/** The rules that a row declares; none where anything in it is refused. */
function readRules(reading: FileReading, row: TableRow): readonly DataRule[] {
  const before = reading.faults.length;
  const { rule: name = '', options = '' } = row.cells;
  const form = Object.hasOwn(RULE_FORMS, name) ? RULE_FORMS[name] : undefined;
  if (!form) {
    const known = Object.keys(RULE_FORMS);
    const remedy = `A rule is one of ${known.join(', ')}.`;
    reading.refuse(
      row.row,
      'rule',
      fault('CODE_UNKNOWN', { what: 'Kind of rule', value: name, known, remedy }),
    );
    return [];
  }
  refuseMisfilled(reading, row, form);
  const flows = splitTerms(row.cells.parts ?? '');
  const isStock = name === 'stock-flow';
  const termsOf = (texts: readonly string[]) =>
    texts.flatMap((text) => readTerm(reading, row, 'parts', text));
  const cells: RuleCells = {
    figure: readOne(reading, row, 'figure'),
    parts: termsOf(flows.filter((text) => !isStock || !text.startsWith('-'))),
    outflows: termsOf(flows.filter((text) => isStock && text.startsWith('-')).map((text) => text.slice(1))),
    whole: readOne(reading, row, 'whole'),
    dimensions: splitTerms(row.cells.dimension ?? ''),
    options: splitTerms(options),
    common: readCommon(reading, row),
  };
  refuseMisshaped(reading, row, form, cells);
  const retirement = reading.retirement(row);
  if (reading.faults.length > before) return [];
  const [part = NO_TERM] = cells.parts;
  const filled = { ...cells, figure: cells.figure ?? NO_TERM, whole: cells.whole ?? NO_TERM, part };
  return form.make(filled).map((rule) => ({ rule, ...retirement }));
}

function refuseMisfilled(
  reading: FileReading,
  { row, cells }: TableRow,
  { needs, may = [] }: RuleForm,
): void {
  for (const column of ABOUT) {
    const value = cells[column] ?? '';
    if (needs.includes(column) && value === '')
      reading.refuse(
        row,
        column,
        fault('CELL_REQUIRED', { expected: `what the rule is about in "${column}"` }),
      );
    if (needs.includes(column) || may.includes(column) || value === '') continue;
    const reason = `a rule "${cells.rule ?? ''}" says nothing there`;
    reading.refuse(row, column, fault('CELL_NOT_EMPTY', { value, reason }));
  }
}

const WEIGHT = /^[a-z0-9-]+=\d+(\.\d+)?$/;

function refuseMisshaped(
  reading: FileReading,
  { row, cells }: TableRow,
  form: RuleForm,
  read: RuleCells,
): void {
  const refuse = (column: string, value: string, expected: string) =>
    reading.refuse(row, column, fault('CELL_INVALID', { value, expected }));
  const { figure: about, parts, dimensions, options } = read;
  if (form.isPlain && about && cells.figure !== about.indicator)
    refuse('figure', cells.figure ?? '', 'the code of an indicator alone: the rule is about all its parts');
  const partTexts = splitTerms(cells.parts ?? '');
  const isPlain = parts.every(({ indicator }) => partTexts.includes(indicator));
  if (form.hasPlainParts && !isPlain) refuse('parts', cells.parts ?? '', 'codes of indicators alone');
  if (form.hasOnePart && parts.length > 1) refuse('parts', cells.parts ?? '', 'one figure');
  const isOneDimension = cells.rule !== 'total-of-parts';
  if (form.needs.includes('dimension') && isOneDimension && dimensions.length > 1)
    refuse('dimension', cells.dimension ?? '', 'the code of one dimension');
  const known = form.options ?? [];
  const isKnown = (option: string) => (form.hasWeights ? WEIGHT.test(option) : known.includes(option));
  const expected = form.hasWeights
    ? 'what each code counts for, as in five-members=5;three-members=3'
    : [...known, 'an empty cell'].join(' or ');
  for (const option of options.filter((one) => !isKnown(one))) refuse('options', option, expected);
  if (form.hasWeights && options.length === 0) refuse('options', '', expected);
}

function readOne(reading: FileReading, row: TableRow, column: 'figure' | 'whole'): Term | null {
  const text = row.cells[column] ?? '';
  return text === '' ? null : (readTerm(reading, row, column, text)[0] ?? null);
}

function readTerm(reading: FileReading, { row }: TableRow, column: string, text: string): readonly Term[] {
  const parsed = parseTerm(text);
  if (parsed.ok) return [parsed.value];
  reading.refuse(row, column, fault('CELL_INVALID', { value: text, expected: parsed.expected }));
  return [];
}

function readCommon(reading: FileReading, row: TableRow): RuleOptions {
  const severity = row.cells.severity ? reading.oneOf(row, 'severity', SEVERITIES) : null;
  const source = readLabel(reading, row, 'source');
  const words = readLabel(reading, row, 'words');
  return { ...(severity && { severity }), ...(source && { source }), ...(words && { words }) };
}

/** Texts in both languages; null where both cells are empty. */
function readLabel(reading: FileReading, row: TableRow, name: 'source' | 'words'): Label | null {
  const isSaid = Boolean(row.cells[`${name}_vi`]) || Boolean(row.cells[`${name}_en`]);
  return isSaid ? reading.text(row, name) : null;
}
