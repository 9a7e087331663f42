import type { FigureColumn } from '../figures/columns.ts';

/** What officers call the columns of figures: headings of the template, and of any file that uses them. */
export const HEADINGS: Readonly<Record<FigureColumn, string>> = {
  agency: 'Cơ quan',
  indicator: 'Mã chỉ tiêu',
  label_vi: 'Chỉ tiêu',
  breakdown: 'Mã phân tổ',
  organisation: 'Đơn vị báo cáo',
  period: 'Kỳ báo cáo',
  time: 'Thời gian',
  as_at: 'Tính đến ngày',
  calendar: 'Lịch',
  value: 'Giá trị',
  unit: 'Mã đơn vị tính',
  unit_multiplier: 'Lũy thừa 10',
  qualifier: 'Từ chỉ mức',
  stage: 'Tình trạng',
  set_by: 'Cơ quan giao',
  missing: 'Lý do không có số liệu',
  open_dimensions: 'Phân tổ chưa đủ',
  note: 'Ghi chú',
  series_break: 'Lý do đứt chuỗi',
  confidentiality: 'Mức bảo mật',
  comparison_against: 'So với',
  comparison_base_time: 'Thời gian so sánh',
  comparison_set_by: 'Cơ quan giao mức so sánh',
  comparison_peer: 'Nhóm so sánh',
  comparison_measure: 'Cách so sánh',
  comparison_unit: 'Mã đơn vị so sánh',
  document: 'Mã tài liệu',
  section: 'Mục nguồn',
  footnote: 'Chú thích',
  release: 'Lần công bố',
};

/** Columns that only the template has; `mark` holds a row of it together, the others are for the eye. */
export const TEMPLATE_HEADINGS = {
  breakdown_label: 'Phân tổ',
  unit_label: 'Đơn vị tính',
  last_period: 'Kỳ trước',
  last_year: 'Cùng kỳ năm trước',
  mark: 'Mã kiểm tra',
} as const;

/** A column that only the template has. */
export type TemplateColumn = keyof typeof TEMPLATE_HEADINGS;

/** The column that a cell of the header row names, by its code or as officers call it; null for none. */
export function columnOf(heading: string): FigureColumn | TemplateColumn | null {
  return BY_HEADING.get(heading.trim().normalize('NFC').toLowerCase()) ?? null;
}

const BY_HEADING: ReadonlyMap<string, FigureColumn | TemplateColumn> = new Map(
  Object.entries({ ...HEADINGS, ...TEMPLATE_HEADINGS }).flatMap(([column, heading]) => [
    [column, column as FigureColumn | TemplateColumn] as const,
    [heading.normalize('NFC').toLowerCase(), column as FigureColumn | TemplateColumn] as const,
  ]),
);
