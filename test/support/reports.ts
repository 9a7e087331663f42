import { april } from './stores.ts';

/** Asks for fields of the invented agency's section in reports. */
export const SECTIONS = (fields: string) => `query ($reports: [_Any!]!) {
  _entities(representations: $reports) { ... on Report { organisation invented { ${fields} } } }
}`;

/** The key of a report as a gateway sends it, of 20 April 2024. */
export const report = (change: Record<string, unknown> = {}) => ({
  __typename: 'Report',
  organisation: 'ha-tinh-khoi',
  period: '2024-Q1',
  asOf: april(20),
  area: 'ha-tinh',
  ...change,
});

/** What {@link SECTIONS} answers. */
export interface Entities<Section> {
  readonly _entities: readonly { readonly organisation: string; readonly invented: Section }[];
}
