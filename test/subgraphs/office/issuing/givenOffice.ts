import { graphql, type ExecutionResult } from 'graphql';

import type { Principal } from '../../../../schema/values/index.ts';
import { createContext } from '../../../../subgraphs/_kit/graph/context.ts';
import { createKnowledgeClock } from '../../../../subgraphs/_kit/publishing/knowledgeClock.ts';
import { createPresenters } from '../../../../subgraphs/_kit/reading/presenters.ts';
import { agency as office } from '../../../../subgraphs/office/agency.ts';
import { dataOf } from '../../../support/answers.ts';
import { person } from '../../../support/people.ts';
import { april, openStore } from '../../../support/stores.ts';

/** Who may issue reports. */
export const APPROVER = person('minh', 'APPROVER', 'office');
const KEY = { __typename: 'Report', organisation: 'ha-tinh-khoi', period: '2024-Q1', asOf: april(20) };
const OTHERS = ['partyBuilding', 'inspection', 'massOrganisations', 'socioEconomic'];

/** A release of a section, as the gateway sends it. */
export const release = (number: number, hash = `hash-of-${number}`) => ({
  organisation: 'ha-tinh-khoi',
  number,
  hash,
});
/** Sections as the gateway sends them: each agency with one release, but for what is changed. */
export const sections = (change: Record<string, unknown> = {}) => ({
  ...Object.fromEntries(OTHERS.map((name) => [name, { releases: [release(1)] }])),
  ...change,
});

const ISSUE = `mutation ($seal: String!, $number: ID!, $signedBy: String!) {
  issued: issueReport(seal: $seal, number: $number, signedBy: $signedBy) { number issuedAt hash releases { agency number } } }`;
const LIST =
  'query ($affected: Boolean) { issuedReports(affected: $affected) { __typename id current { organisation } } }';
/** Asks for the reports of lists that the gateway names. */
export const REPORTS = `query ($of: [_Any!]!) { _entities(representations: $of) { ... on IssuedReportList {
  unreached reports { number revision { from to } } } } }`;

type Ask = (query: string, variables?: object, who?: Principal | null) => Promise<ExecutionResult>;

/** The office on an empty store, its clock at noon of 25 April 2024 and settable. */
export async function givenOffice() {
  const { code, schema, catalogue } = office;
  const store = await openStore();
  const running = { now: Date.parse('2024-04-25T12:00:00Z') };
  const now = () => running.now;
  const clock = createKnowledgeClock(code, store, now);
  const reading = {
    agency: code,
    store,
    clock,
    presenters: createPresenters(code, store, { catalogue, rules: [] }),
    now,
  };
  const ask: Ask = (source, variables = {}, who = null) =>
    graphql({ schema, source, variableValues: { ...variables }, contextValue: createContext(reading, who) });
  const sealOf = async (
    sent: object = sections(),
    organisation = KEY.organisation,
  ): Promise<ExecutionResult> =>
    ask('query ($of: [_Any!]!) { _entities(representations: $of) { ... on Report { seal } } }', {
      of: [{ ...KEY, organisation, ...sent }],
    });
  const issue = async (
    number: string,
    change: object = {},
    who: Principal | null = APPROVER,
    organisation = KEY.organisation,
  ) => {
    const { _entities } = dataOf(await sealOf(sections(), organisation)) as { _entities: [{ seal: string }] };
    return ask(ISSUE, { seal: _entities[0].seal, number, signedBy: 'Phó Bí thư', ...change }, who);
  };
  /** The issued reports that the list holds once the gateway has sent these current reports. */
  const listed = async (affected: boolean | null, ...current: readonly (object | null)[]) => {
    const { issuedReports } = dataOf(await ask(LIST, { affected })) as {
      issuedReports: { current: unknown[] };
    };
    const { _entities } = dataOf(await ask(REPORTS, { of: [{ ...issuedReports, current }] })) as {
      _entities: [{ unreached: string[]; reports: { number: string }[] }];
    };
    const { unreached, reports } = _entities[0];
    return { asked: issuedReports.current, unreached, numbers: reports.map(({ number }) => number) };
  };
  return { running, store, ask, sealOf, issue, listed };
}

/** The office with one report that was issued, of one release of every agency. */
export async function givenIssued() {
  const given = await givenOffice();
  dataOf(await given.issue('1-BC'));
  given.running.now += 2000;
  return given;
}
