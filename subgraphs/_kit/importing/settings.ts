import { createHash } from 'node:crypto';

import { fault, type FileFault } from '../../../schema/errors/index.ts';
import { cellText, type Grid, type GridRow } from './grid.ts';
import { NUMBER_FORMS, type NumberForm } from './numberText.ts';

/** Raised when templates are laid out in another way than before. */
export const TEMPLATE_VERSION = '2';

/** What a template says of itself: on its sheet of settings, as CSV in first rows that begin with "#". */
export interface TemplateSettings {
  readonly agency: string;
  readonly organisation: string;
  readonly period: string;
  /** Code of the document that prints the figures; empty where it is to be given on import. */
  readonly document: string;
  readonly locale: NumberForm;
  readonly template: string;
}

/** What settings are called for people, in the order in which they are written. */
export const SETTING_LABELS: Readonly<Record<keyof TemplateSettings, string>> = {
  agency: 'Cơ quan',
  organisation: 'Đơn vị báo cáo',
  period: 'Kỳ báo cáo',
  document: 'Mã tài liệu nguồn',
  locale: 'Cách viết số (vi: 1.234,5; plain: 1234.5)',
  template: 'Phiên bản mẫu',
};

/** What a row of the template is held together by: what it is about, in what unit, and what that is called. */
export interface MarkedRow {
  readonly indicator: string;
  readonly breakdown: string;
  readonly time: string;
  readonly unit: string;
  readonly unit_multiplier: string;
  readonly unit_label: string;
}

/**
 * A short text that another row does not have: whoever changes a code or the words of a unit is told so. Its first letter
 * keeps spreadsheets from taking "12345e67" in a CSV for a number.
 */
export function markOf(row: MarkedRow): string {
  const { indicator, breakdown, time, unit, unit_multiplier, unit_label } = row;
  const text = [TEMPLATE_VERSION, indicator, breakdown, time, unit, unit_multiplier, unit_label].join('|');
  return `m${createHash('sha256').update(text).digest('hex').slice(0, 8)}`;
}

/** Settings out of rows whose cells hold a name and, right of it, its value; faults name the row. */
export function readSettings(
  file: string,
  { sheet, rows }: Pick<Grid, 'sheet' | 'rows'>,
): { settings: TemplateSettings; faults: readonly FileFault[] } {
  const found = new Map<string, { value: string; row: number }>();
  for (const one of rows) {
    const said = settingOf(one);
    if (said) found.set(said.name, { value: said.value, row: one.row });
  }
  const text = (name: keyof TemplateSettings) => found.get(name)?.value ?? '';
  const locale = NUMBER_FORMS.find((form) => form === text('locale'));
  const faults: FileFault[] = [];
  const refuse = (name: keyof TemplateSettings, what: FileFault['fault']) => {
    const row = found.get(name)?.row;
    faults.push({
      file,
      ...(sheet !== undefined && { sheet }),
      ...(row !== undefined && { row }),
      fault: what,
    });
  };
  if (locale === undefined) {
    const expected = '"vi" (1.234,5) or "plain" (1234.5): how the file writes its numbers';
    refuse('locale', fault('CELL_INVALID', { value: text('locale'), expected }));
  }
  if (text('template') !== TEMPLATE_VERSION) {
    refuse('template', fault('TEMPLATE_CHANGED', { what: `The version "${text('template')}"` }));
  }
  return {
    settings: {
      agency: text('agency'),
      organisation: text('organisation'),
      period: text('period'),
      document: text('document'),
      locale: locale ?? 'plain',
      template: text('template'),
    },
    faults,
  };
}

/** "#agency" and the cell right of it in a CSV; on the sheet "agency" in the second cell, behind what people call it. */
function settingOf({ cells }: GridRow): { name: keyof TemplateSettings; value: string } | null {
  const texts = cells.map((cell) => cellText(cell).trim());
  const names = Object.keys(SETTING_LABELS) as (keyof TemplateSettings)[];
  const at = texts.findIndex(
    (text, index) => index < 2 && names.some((name) => text.replace('#', '') === name),
  );
  const name = names.find((one) => texts[at]?.replace('#', '') === one);
  return name === undefined ? null : { name, value: texts[at + 1] ?? '' };
}
