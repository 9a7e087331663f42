import ExcelJS from 'exceljs';
import { parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';

import {
  FORM_COLUMNS,
  type FormColumn,
  type Template,
} from '../../subgraphs/_kit/importing/template/columns.ts';
import {
  layOutForm,
  type FormFigure,
  type FormMaterial,
} from '../../subgraphs/_kit/importing/template/form.ts';
import type { TemplateSettings } from '../../subgraphs/_kit/importing/settings.ts';
import { writeCsvTemplate } from '../../subgraphs/_kit/importing/template/writeCsv.ts';
import { writeWorkbookTemplate } from '../../subgraphs/_kit/importing/template/writeWorkbook.ts';
import type { Decimal } from '../../schema/values/index.ts';

const labelled = (code: string, label: string) => ({ code, label });
const FORM_DIMENSION = labelled('form', 'Hình thức');

/** A reprimand or warning of a member. */
const PARTS = [
  { ...labelled('reprimand', 'Khiển trách'), dimension: FORM_DIMENSION },
  { ...labelled('warning', 'Cảnh cáo'), dimension: FORM_DIMENSION },
];

/** A figure in persons that was published earlier. */
export function earlierFigure(change: Partial<FormFigure> = {}): FormFigure {
  return {
    indicator: { code: 'members-disciplined' },
    breakdown: [],
    unit: labelled('person', 'Người'),
    unitMultiplier: 0,
    value: '3' as Decimal,
    calendar: 'CALENDAR',
    sources: [{ section: 'A.I.3' }],
    ...change,
  };
}

/** Two indicators of the invented agency; the first was reported in the period before. */
export function givenMaterial(change: Partial<FormMaterial> = {}): FormMaterial {
  const group = labelled('discipline', 'Kỷ luật');
  return {
    indicators: [
      {
        ...labelled('members-disciplined', 'Đảng viên bị kỷ luật'),
        definition: 'Số đảng viên bị kỷ luật trong kỳ.',
        retired: false,
        group,
        units: [labelled('person', 'Người')],
        dimensions: [FORM_DIMENSION],
      },
      {
        ...labelled('budget-revenue', 'Thu ngân sách'),
        definition: '=Thu ngân sách trong kỳ.',
        retired: false,
        group: labelled('economy', 'Kinh tế'),
        units: [labelled('VND', 'Đồng')],
        dimensions: [],
      },
    ],
    parts: PARTS,
    lastPeriod: [
      earlierFigure(),
      earlierFigure({
        indicator: { code: 'budget-revenue' },
        unit: labelled('VND', 'Đồng'),
        unitMultiplier: 9,
        value: '1853.40' as Decimal,
      }),
    ],
    lastYear: [],
    ...change,
  };
}

/** The template of the invented agency about `ha-tinh-khoi` in the first quarter of 2024. */
export function givenTemplate(change: Partial<TemplateSettings> = {}): Template {
  const material = givenMaterial();
  return {
    settings: {
      agency: 'invented',
      organisation: 'ha-tinh-khoi',
      period: '2024-Q1',
      document: 'bao-cao',
      locale: 'vi',
      template: '2',
      ...change,
    },
    title: 'Cơ quan giả định',
    rows: layOutForm(material),
    indicators: material.indicators,
    parts: material.parts,
  };
}

/** What is filled in: by position of the row in the form, the cells. */
export type FilledIn = Readonly<
  Record<number, Readonly<Partial<Record<FormColumn, string | number | Date>>>>
>;

/** The first row of the form in the workbook, below title, hint, header and the heading of the first group. */
const FIRST_ROW = 5;

/** The template as a workbook, filled in as an officer does; `change` may do more to it. */
export async function filledWorkbook(
  template: Template,
  filled: FilledIn,
  change: (workbook: ExcelJS.Workbook) => void = () => undefined,
): Promise<Buffer> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load((await writeWorkbookTemplate(template)) as unknown as ExcelJS.Buffer);
  const sheet = workbook.getWorksheet('Số liệu')!;
  const groups = template.rows.map(({ group }) => group);
  for (const [position, cells] of Object.entries(filled)) {
    const headings = new Set(groups.slice(0, Number(position) + 1)).size - 1;
    const row = sheet.getRow(FIRST_ROW + Number(position) + headings);
    for (const [column, value] of Object.entries(cells)) {
      row.getCell(FORM_COLUMNS.indexOf(column as FormColumn) + 1).value = value;
    }
  }
  change(workbook);
  return Buffer.from(await workbook.xlsx.writeBuffer());
}

/** The same of the template as CSV, saved as a spreadsheet with Vietnamese settings does. */
export function filledCsv(template: Template, filled: FilledIn): Buffer {
  const reading = { bom: true, delimiter: ';', relax_column_count: true };
  const rows: string[][] = parse(writeCsvTemplate(template), reading);
  const first = rows.findIndex(([cell = '']) => !cell.startsWith('#')) + 1;
  for (const [position, cells] of Object.entries(filled)) {
    for (const [column, value] of Object.entries(cells)) {
      rows[first + Number(position)]![FORM_COLUMNS.indexOf(column as FormColumn)] = String(value);
    }
  }
  return Buffer.from(`\ufeff${stringify(rows, { delimiter: ';', record_delimiter: 'windows' })}`);
}
