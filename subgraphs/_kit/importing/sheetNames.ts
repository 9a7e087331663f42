/** The sheets of a template, as it names them and as they may be called as well. */
export const SHEET_NAMES = {
  FORM: 'Số liệu',
  FREE: 'Số liệu khác',
  INDICATORS: 'Chỉ tiêu mới',
  CODES: 'Danh mục',
  NOTES: 'Giải thích',
  SETTINGS: 'Cài đặt',
} as const;

/** What a sheet of a template is for. */
export type SheetKind = keyof typeof SHEET_NAMES;

const ALSO: Readonly<Record<SheetKind, string>> = {
  FORM: 'figures',
  FREE: 'other',
  INDICATORS: 'indicators',
  CODES: 'codes',
  NOTES: 'notes',
  SETTINGS: 'settings',
};

/** What a sheet is for by its name; null where the template has none of that name. */
export function sheetKindOf(name: string): SheetKind | null {
  const said = name.trim().normalize('NFC').toLowerCase();
  const kinds = Object.keys(SHEET_NAMES) as SheetKind[];
  return kinds.find((kind) => SHEET_NAMES[kind].toLowerCase() === said || ALSO[kind] === said) ?? null;
}
