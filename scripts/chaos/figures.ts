import { AGENCY_CODES } from '../../schema/values/index.ts';
import { SECTION_FIELDS, type SectionField } from '../../test/support/ask.ts';

/** The report that is asked for all the time. */
export const REPORT = { organisation: 'ha-tinh-khoi', period: '2024-Q1' } as const;

/** The figure of each agency that counts its publications, about a time that no other figure is about. */
export const COUNTERS: Readonly<Record<string, Counter>> = {
  'party-building': counter('partyBuilding', 'ha-tinh-khoi', 'task-groups', 'task-group'),
  inspection: counter('inspection', 'ha-tinh-khoi', 'state-inspections', 'inspection'),
  'mass-organisations': counter(
    'massOrganisations',
    'ha-tinh-khoi',
    'propaganda-organisations',
    'organisation',
  ),
  'socio-economic': counter('socioEconomic', 'ha-tinh', 'plan-key-tasks', 'task'),
  office: counter('office', 'ha-tinh', 'meetings-served', 'meeting'),
};

export const COUNTER_TIME = '2018-Q1';

/** The figure that an agency publishes again and again. */
export interface Counter {
  /** The agency's entry in the graph. */
  readonly entry: string;
  /** Whose line it is in. */
  readonly organisation: string;
  readonly indicator: string;
  readonly unit: string;
}

/** Agency → field of its section in the report. */
export const SECTIONS: ReadonlyMap<string, SectionField> = new Map(
  AGENCY_CODES.map((code) => [code, SECTION_FIELDS[code]]),
);

/** The counter of an agency. @throws Error for an agency without one. */
export function counterOf(agency: string): Counter {
  const found = COUNTERS[agency];
  if (!found) throw new Error(`Agency "${agency}" has no figure that counts.`);
  return found;
}

function counter(entry: string, organisation: string, indicator: string, unit: string): Counter {
  return { entry, organisation, indicator, unit };
}
