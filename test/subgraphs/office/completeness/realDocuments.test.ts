import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { beforeAll, describe, expect, it } from 'vitest';

import { parseInstant, type Instant, type Period } from '../../../../schema/values/index.ts';
import { readCatalogue, readUnits } from '../../../../subgraphs/_kit/catalogue/readCatalogue.ts';
import { readFigures } from '../../../../subgraphs/_kit/figures/readFigures.ts';
import type { SectionCompleteness } from '../../../../subgraphs/office/completeness/completeness.ts';
import { completenessOf } from '../../../../subgraphs/office/completeness/completenessOf.ts';
import { standingOf, type AgencyStanding } from '../../../../subgraphs/office/completeness/standing.ts';
import { directory } from '../../../../subgraphs/office/directory/directory.ts';

const ROOT = join(import.meta.dirname, '../../../..');
const AGENCIES = [...directory.agencies.keys()];
const PUBLISHED_AT = instant('2024-04-20T12:00:00Z');

function instant(text: string): Instant {
  const parsed = parseInstant(text);
  if (!parsed.ok) throw new Error(parsed.expected);
  return parsed.value;
}

/** An agency with all its figures files published at once. */
function standingOfAgency(agency: string): AgencyStanding {
  const folder = join(ROOT, 'subgraphs', agency);
  const catalogue = readCatalogue(join(folder, 'catalogue.csv'), readUnits(join(ROOT, 'schema/units.csv')));
  const files = readdirSync(join(folder, 'figures')).map((name) => ({
    name,
    bytes: readFileSync(join(folder, 'figures', name)),
  }));
  const releases = readFigures(files, catalogue, agency).map((draft) => ({
    ...draft,
    state: 'PUBLISHED' as const,
    firstPublishedAt: PUBLISHED_AT,
    publishedAt: PUBLISHED_AT,
  }));
  return standingOf({ releases });
}

let standings: ReadonlyMap<string, AgencyStanding>;
beforeAll(() => {
  standings = new Map(AGENCIES.map((agency) => [agency, standingOfAgency(agency)]));
});

const judged = (organisation: string, period: string, asOf: string) => {
  const area = directory.organisations.get(organisation)?.area ?? null;
  const report = { organisation, area, period: period as Period, asOf: instant(asOf) };
  return completenessOf({ report, agencies: AGENCIES, obligations: directory.obligations, standings });
};

/** One line a section: whose, about whom, where it stands, how many figures, and what is missing. */
const line = ({ agency, organisation, status, figures, missing }: SectionCompleteness) =>
  `${agency} ${organisation} ${status} ${figures}: ${missing.map(({ indicator }) => indicator).join(' ')}`;

const AFTER = '2024-04-20T12:01:00Z';

describe('given the three real documents and the obligations of the house', () => {
  it('when the report of the bloc for Q1-2024 is judged, then what it does not print is missing', () => {
    const { expected, received, sections } = judged('ha-tinh-khoi', '2024-Q1', AFTER);

    expect({ expected, received }).toEqual({ expected: 8, received: 5 });
    expect(sections.map(line)).toEqual([
      'office ha-tinh-khoi NOT_SUBMITTED 0: documents-received documents-issued meetings-served',
      'office ha-tinh PUBLISHED 3: ',
      'party-building ha-tinh-khoi PUBLISHED 32: ',
      'party-building ha-tinh NOT_SUBMITTED 0: grassroots-organisations members members-admitted',
      'inspection ha-tinh-khoi PUBLISHED 8: organisations-inspected members-inspected organisations-supervised members-supervised organisations-disciplined',
      'inspection ha-tinh NOT_SUBMITTED 0: organisations-inspected members-inspected organisations-supervised members-supervised organisations-disciplined members-disciplined state-inspections',
      'mass-organisations ha-tinh-khoi PUBLISHED 4: blood-donated',
      'socio-economic ha-tinh PUBLISHED 10: grdp social-investment',
    ]);
  });

  it('when the report of the bloc for 2020 is judged, then what it does not print is missing', () => {
    const { expected, received, sections } = judged('ha-tinh-khoi', '2020', AFTER);

    expect({ expected, received }).toEqual({ expected: 10, received: 9 });
    expect(sections.map(line)).toEqual([
      'office ha-tinh-khoi PUBLISHED 10: ',
      'office ha-tinh PUBLISHED 1: reform-targets reform-tasks reform-activities',
      'party-building ha-tinh-khoi PUBLISHED 52: members-removed',
      'party-building ha-tinh NOT_SUBMITTED 0: resolutions-issued grassroots-organisations rated-organisations members members-admitted',
      'inspection ha-tinh-khoi PUBLISHED 31: organisations-disciplined',
      'inspection ha-tinh PUBLISHED 8: organisations-inspected members-inspected organisations-supervised members-supervised organisations-disciplined members-disciplined',
      'mass-organisations ha-tinh-khoi PUBLISHED 38: charity-gifts charity-gift-value',
      'mass-organisations ha-tinh PUBLISHED 1: ',
      'socio-economic ha-tinh-khoi PUBLISHED 7: ',
      'socio-economic ha-tinh PUBLISHED 42: trade-turnover poverty-rate',
    ]);
  });

  it('when the report of the province for 2023 is judged, then what it does not print is missing', () => {
    const { expected, received, sections } = judged('ha-tinh', '2023', AFTER);

    expect({ expected, received }).toEqual({ expected: 5, received: 4 });
    expect(sections.map(line)).toEqual([
      'office ha-tinh PUBLISHED 2: restructured-bodies reform-targets reform-tasks reform-activities',
      'party-building ha-tinh PUBLISHED 9: grassroots-organisations rated-organisations',
      'inspection ha-tinh PUBLISHED 7: state-inspections state-inspection-violators',
      'mass-organisations ha-tinh NOT_SUBMITTED 0: front-relief-value',
      'socio-economic ha-tinh PUBLISHED 6: grdp-per-capita trade-turnover new-enterprises new-enterprise-capital',
    ]);
  });

  it('when they are judged, then nothing is late: none of them was ever due through this system', () => {
    const sections = [
      judged('ha-tinh-khoi', '2024-Q1', AFTER),
      judged('ha-tinh-khoi', '2020', AFTER),
      judged('ha-tinh', '2023', AFTER),
    ].flatMap((answer) => answer.sections);

    expect(sections.filter(({ late, dueAt }) => late || dueAt !== null)).toEqual([]);
  });

  it.each([
    ['2026-Q1', '2026-03-31T16:59:59.999Z', 'NOT_DUE', '2026-04-15T16:59:59.999Z'],
    ['2026-Q1', '2026-04-15T16:59:59.999Z', 'NOT_SUBMITTED', '2026-04-15T16:59:59.999Z'],
    ['2026-Q1', '2026-04-15T17:00:00.000Z', 'LATE', '2026-04-15T16:59:59.999Z'],
    ['2026', '2027-01-20T17:00:00.000Z', 'LATE', '2027-01-20T16:59:59.999Z'],
    ['2025', '2027-01-20T17:00:00.000Z', 'NOT_SUBMITTED', null],
  ])('when %s is judged at %s, then all is %s and due at %s', (period, asOf, status, dueAt) => {
    const { received, sections } = judged('ha-tinh-khoi', period, asOf);

    expect(received).toBe(0);
    expect([...new Set(sections.map((section) => section.status))]).toEqual([status]);
    expect([...new Set(sections.map((section) => section.dueAt))]).toEqual([dueAt]);
  });
});
