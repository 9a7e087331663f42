/** The invented data behind the test's four agencies. One world serves one request or a few that belong together. */
export interface World {
  /** Agencies whose every resolver fails, in the one schema that the gateway is compared with. */
  readonly dead: ReadonlySet<string>;
  /** Members of the Party in Hanoi; a mutation sets it. */
  total: number;
  readonly opened: Set<string>;
}

export function createWorld(...dead: string[]): World {
  return { dead: new Set(dead), total: 120, opened: new Set() };
}

export interface ReportKey {
  readonly organisationCode: string;
  readonly period: string;
}

export interface ReportRecord extends ReportKey {
  readonly area: string | null;
  readonly stage: string;
}

/** The third report is in a stage that consumers must not know of. */
export const reports: readonly ReportRecord[] = [
  { organisationCode: 'HN', period: '2024-Q1', area: 'north', stage: 'OPEN' },
  { organisationCode: 'DN', period: '2024-Q1', area: null, stage: 'CLOSED' },
  { organisationCode: 'CT', period: '2024-Q1', area: 'south', stage: 'DRAFT' },
];

export function findReport(key: ReportKey): ReportRecord | undefined {
  return reports.find((each) => each.organisationCode === key.organisationCode && each.period === key.period);
}

export const organisations = [
  { code: 'HN', vi: 'Hà Nội', en: 'Hanoi', label: 'HN (city)', parent: null },
  { code: 'DN', vi: 'Đà Nẵng', en: 'Danang', label: 'DN (city)', parent: null },
  { code: 'CT', vi: 'Cần Thơ', en: 'Can Tho', label: 'CT (city)', parent: 'HN' },
];

/** A label is the record's own; its name is told by the office's resolver. */
export function organisationOf(code: string | null): { code: string; label: string | null } | null {
  const found = organisations.find((each) => each.code === code);
  return found ? { code: found.code, label: found.label } : null;
}

export interface DocumentRecord {
  readonly __typename: string;
  readonly id: string;
  readonly title: string;
  readonly label: string | null;
  readonly number?: number;
  readonly pages?: number;
}

export const documents: readonly DocumentRecord[] = [
  { __typename: 'Decree', id: 'd1', title: 'On reports', label: 'first', number: 7 },
  { __typename: 'Circular', id: 'c1', title: 'On figures', label: null, pages: 12 },
];

/** The archive has no file of the third cadre, and inspection knows nothing of the second's. */
export const files: Readonly<Record<string, string | undefined>> = { '1': 'f1', '2': 'f2' };
export const warnings: Readonly<Record<string, number | undefined>> = { f1: 3 };

export const cadres = [
  { number: '1', name: 'An' },
  { number: '2', name: 'Bình' },
  { number: '3', name: 'Chi' },
];

/** Members by organisation; the third report's are not known, though the schema says they must be. */
export function totalOf(world: World, organisationCode: string): number | null {
  return { HN: world.total, DN: 80 }[organisationCode] ?? null;
}

/** The second finding stands in no chapter, so nobody but inspection can tell anything of it. */
export const findings = [
  { number: 1, chapter: { code: 'I' } },
  { number: 2, chapter: { code: null } },
  { number: 3, chapter: null },
];
