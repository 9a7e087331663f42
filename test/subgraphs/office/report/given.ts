import { graphql, type ExecutionResult } from 'graphql';

import {
  camelCase,
  type Instant,
  type Observation,
  type Principal,
  type Release,
} from '../../../../schema/values/index.ts';
import type { Agency } from '../../../../subgraphs/_kit/index.ts';
import { createContext } from '../../../../subgraphs/_kit/graph/context.ts';
import { createKnowledgeClock } from '../../../../subgraphs/_kit/publishing/knowledgeClock.ts';
import { createPresenters } from '../../../../subgraphs/_kit/reading/presenters.ts';
import { agency as inspection } from '../../../../subgraphs/inspection/agency.ts';
import { agency as massOrganisations } from '../../../../subgraphs/mass-organisations/agency.ts';
import { agency as office } from '../../../../subgraphs/office/agency.ts';
import { agency as partyBuilding } from '../../../../subgraphs/party-building/agency.ts';
import { agency as socioEconomic } from '../../../../subgraphs/socio-economic/agency.ts';
import { dataOf } from '../../../support/answers.ts';
import { catalogueFile, type CatalogueUpdate } from '../../../support/catalogueFiles.ts';
import { givenObservation, givenRelease, type Plain } from '../../../support/given.ts';
import { person } from '../../../support/people.ts';
import { april, countingQueries, openStore, insertRelease } from '../../../support/stores.ts';

const OTHERS = [partyBuilding, inspection, massOrganisations, socioEconomic];
const UPDATE = `mutation ($kind: CatalogueKind!, $file: FileInput!, $key: ID!) {
  made: updateOfficeCatalogue(kind: $kind, file: $file, key: $key) { added changed unchanged at faults { row column code message } }
}`;
const NOW = Date.parse('2024-04-30T12:00:00Z');

export interface JudgeOptions {
  readonly asOf?: Instant;
  /** Replaces what the gateway sends of sections, by their fields. */
  readonly sent?: Readonly<Record<string, unknown>>;
  /** Who asks; nobody in particular where left out. */
  readonly principal?: Principal | null;
}

/** Asks office about the report of the bloc for Q1-2024, with the facts that the gateway brings from the others. */
export interface Judge {
  (fields: string, options?: JudgeOptions): Promise<ExecutionResult>;
  /** The reading queries that office's own store was sent, of all questions. */
  readonly queries: readonly string[];
  /** Puts a file into office's catalogue, at noon of 30 April 2024. */
  readonly update: (kind: string, lines: readonly string[]) => Promise<CatalogueUpdate>;
}

interface Ask {
  (
    query: string,
    representation: Readonly<Record<string, unknown>>,
    principal: Principal | null,
  ): Promise<ExecutionResult>;
  readonly queries: readonly string[];
  readonly update: Judge['update'];
}

/** The house with these releases in the stores of their agencies. */
export async function givenJudge(releases: readonly Release[]): Promise<Judge> {
  const askOffice = await givenStored(office, releases);
  const others = await Promise.all(
    OTHERS.map(async (agency) => [camelCase(agency.code), await givenStored(agency, releases)] as const),
  );
  const judge = async (
    fields: string,
    { asOf = april(30), sent = {}, principal = null }: JudgeOptions = {},
  ) => {
    const key = { __typename: 'Report', organisation: 'ha-tinh-khoi', period: '2024-Q1', asOf };
    const sections: Record<string, unknown> = {};
    for (const [field, ask] of others) {
      const answer = await ask(`${field} { facts }`, { ...key, area: 'ha-tinh' }, principal);
      sections[field] = (reportOf(answer) as Record<string, unknown>)[field];
    }
    return askOffice(fields, { ...key, ...sections, ...sent }, principal);
  };
  return Object.assign(judge, { queries: askOffice.queries, update: askOffice.update });
}

async function givenStored(agency: Agency, releases: readonly Release[]): Promise<Ask> {
  const { code, schema, catalogue, rules } = agency;
  const { store, queries } = countingQueries(await openStore());
  for (const release of releases) if (release.agency === code) await insertRelease(store, release);
  const now = () => NOW;
  const clock = createKnowledgeClock(code, store, now);
  const reading = {
    agency: code,
    store,
    clock,
    presenters: createPresenters(code, store, { catalogue, rules }),
    now,
  };
  const run = (
    source: string,
    variableValues: Readonly<Record<string, unknown>>,
    principal: Principal | null,
  ) => graphql({ schema, source, variableValues, contextValue: createContext(reading, principal) });
  const update = async (kind: string, lines: readonly string[]) => {
    const administrator = person('quang', 'ADMINISTRATOR', code);
    return (dataOf(await run(UPDATE, catalogueFile(kind, lines), administrator)) as { made: CatalogueUpdate })
      .made;
  };
  const ask = (
    fields: string,
    representation: Readonly<Record<string, unknown>>,
    principal: Principal | null,
  ) =>
    run(
      `query ($of: [_Any!]!) { _entities(representations: $of) { ... on Report { ${fields} } } }`,
      { of: [representation] },
      principal,
    );
  return Object.assign(ask, { queries, update });
}

/** The report of an answer without errors. */
export function reportOf(answer: ExecutionResult): unknown {
  return (dataOf(answer) as { _entities: readonly unknown[] })._entities[0];
}

/** The first release of an agency about the bloc in Q1-2024, of these totals by indicator. */
export function givenTotals(
  agency: string,
  totals: Readonly<Record<string, string>>,
  change: Plain<Release> = {},
): Release {
  const observations = Object.entries(totals).map(([indicator, value]): Observation =>
    givenObservation({ indicator, value, unit: UNITS[indicator]! }),
  );
  return givenRelease({ agency, observations, ...change });
}

const UNITS: Readonly<Record<string, string>> = {
  'programme-units': 'unit',
  'grassroots-organisations': 'organisation',
  members: 'person',
  'members-disciplined': 'person',
};
