import { graphql } from 'graphql';
import { describe, expect, it } from 'vitest';

import { catalogued } from '../../../../schema/errors/index.ts';
import type { Principal } from '../../../../schema/values/index.ts';
import { createContext } from '../../../../subgraphs/_kit/graph/context.ts';
import { createKnowledgeClock } from '../../../../subgraphs/_kit/publishing/knowledgeClock.ts';
import { createPresenters } from '../../../../subgraphs/_kit/reading/presenters.ts';
import { agency as office } from '../../../../subgraphs/office/agency.ts';
import { dataOf, faultCodesOf } from '../../../support/answers.ts';
import { catalogueFile, type CatalogueUpdate } from '../../../support/catalogueFiles.ts';
import { person } from '../../../support/people.ts';
import { openStore } from '../../../support/stores.ts';

const ADMINISTRATOR = person('quang', 'ADMINISTRATOR', 'office');
const UPDATE = `mutation ($kind: CatalogueKind!, $file: FileInput!, $key: ID!) {
  made: updateOfficeCatalogue(kind: $kind, file: $file, key: $key) { added changed at faults { row column code message } }
}`;

/** The office at noon of 20 April 2024; `now` sets its clock, and it may be cut off from its store. */
async function givenOffice() {
  const store = await openStore();
  const running = { now: Date.parse('2024-04-20T12:00:00.250Z'), isCut: false };
  const now = () => running.now;
  const cut: typeof store = {
    ...store,
    head: (agency) =>
      running.isCut
        ? Promise.reject(catalogued('STORE_UNAVAILABLE', { store: 'office', reason: 'cut' }))
        : store.head(agency),
  };
  const { code, catalogue, rules, schema } = office;
  const clock = createKnowledgeClock(code, cut, now);
  const presenters = createPresenters(code, cut, { catalogue, rules });
  const reading = { agency: code, store: cut, clock, presenters, now };
  const ask = (source: string, variableValues = {}, principal: Principal | null = null) =>
    graphql({ schema, source, variableValues, contextValue: createContext(reading, principal) });
  const update = async (kind: string, lines: readonly string[]) => {
    const answer = await ask(UPDATE, catalogueFile(kind, lines), ADMINISTRATOR);
    return (dataOf(answer) as { made: CatalogueUpdate }).made;
  };
  const faults = async (kind: string, lines: readonly string[]) =>
    (await update(kind, lines)).faults.map(
      ({ row, column, code: of }) => `${row ?? '-'} ${column ?? '-'} ${of}`,
    );
  return { running, ask, update, faults };
}

const ORGANISATIONS = 'code,label_vi,label_en,kind,parent,area,retired,superseded_by';
const DOCUMENTS = 'code,title_vi,title_en,publisher,organisation,period,retired,superseded_by';
const NEW_PROVINCE = [
  ORGANISATIONS,
  'lam-son,Đảng bộ tỉnh Lam Sơn,Party organisation of Lam Son,PROVINCE,,,,',
  'lam-son-khoi,Đảng bộ Khối Lam Sơn,Bloc of Lam Son,BLOC,lam-son,lam-son,,',
];
const REPORT = `query ($asOf: DateTime) {
  report(organisation: "lam-son-khoi", period: "2024-Q1", asOf: $asOf) { title area asOf }
}`;

describe('given an office to which a province is new', () => {
  it('when its organisations are put in, then its report is known at once, with its title and area', async () => {
    const { ask, update } = await givenOffice();

    const made = await update('ORGANISATIONS', NEW_PROVINCE);

    expect(made.added).toEqual(['lam-son', 'lam-son-khoi']);
    expect(dataOf(await ask(REPORT))).toEqual({
      report: {
        title: 'Báo cáo quý I năm 2024 - Đảng bộ Khối Lam Sơn',
        area: 'lam-son',
        asOf: made.at,
      },
    });
  });

  it('when a report is asked for as of a moment before, then the organisation is not known', async () => {
    const { running, ask, update } = await givenOffice();
    await update('ORGANISATIONS', NEW_PROVINCE);
    running.now += 5000;

    expect(faultCodesOf(await ask(REPORT, { asOf: '2024-04-20T12:00:00Z' }))).toEqual([
      'ORGANISATION_UNKNOWN',
    ]);
    expect(faultCodesOf(await ask(REPORT, { asOf: '2024-04-20T12:00:05Z' }))).toEqual([]);
  });

  it('when documents and obligations about it follow, then lists and completeness have them', async () => {
    const { running, ask, update } = await givenOffice();
    await update('ORGANISATIONS', NEW_PROVINCE);

    await update('DOCUMENTS', [
      'code,title_vi,title_en,publisher,organisation,period',
      'lam-son-2024-q1,Báo cáo,Report,Lam Sơn,lam-son-khoi,2024-Q1',
    ]);
    await update('OBLIGATIONS', [
      'agency,organisation,frequency,calendar,deadline_days,from,to,indicators',
      'office,lam-son-khoi,QUARTER,CALENDAR,10,2024-Q1,,documents-issued',
    ]);
    running.now += 5000;

    const { documents } = dataOf(await ask('{ documents { code title } }')) as { documents: unknown[] };
    expect(documents).toContainEqual({ code: 'lam-son-2024-q1', title: 'Báo cáo' });
    const asked = await ask(
      `query ($of: [_Any!]!) { _entities(representations: $of) { ... on Report {
        completeness { expected sections { agency organisation status dueAt missing { indicator label(locale: EN) } } }
      } } }`,
      {
        of: [
          {
            ...{ __typename: 'Report', organisation: 'lam-son-khoi', period: '2024-Q1' },
            ...{ area: 'lam-son', asOf: '2024-04-20T12:00:05Z' },
            ...{ inspection: { facts: null }, partyBuilding: { facts: null } },
            ...{ massOrganisations: { facts: null }, socioEconomic: { facts: null } },
          },
        ],
      },
    );
    const { _entities } = dataOf(asked) as {
      _entities: { completeness: { expected: number; sections: { agency: string }[] } }[];
    };
    expect(_entities[0]?.completeness.expected).toBe(1);
    expect(_entities[0]?.completeness.sections.find(({ agency }) => agency === 'office')).toEqual({
      ...{ agency: 'office', organisation: 'lam-son-khoi', status: 'LATE' },
      dueAt: '2024-04-10T16:59:59.999Z',
      missing: [{ indicator: 'documents-issued', label: 'Documents issued' }],
    });
  });

  it('when the directory is asked for as of a moment, then it is as it was', async () => {
    const { running, ask, update } = await givenOffice();
    await update('ORGANISATIONS', NEW_PROVINCE);
    running.now += 5000;
    const FIND =
      'query ($asOf: DateTime) { organisation(code: "lam-son", asOf: $asOf) { label retired supersededBy } }';

    expect(dataOf(await ask(FIND, { asOf: '2024-04-20T12:00:00Z' }))).toEqual({ organisation: null });
    expect(dataOf(await ask(FIND))).toEqual({
      organisation: { label: 'Đảng bộ tỉnh Lam Sơn', retired: false, supersededBy: null },
    });
  });

  it('when its store cannot be reached, then reports are still begun, by the directory as it was read', async () => {
    const { running, ask } = await givenOffice();
    await ask('{ organisations { code } }');
    running.isCut = true;

    const answer = await ask('{ report(organisation: "ha-tinh-khoi", period: "2024-Q1") { title area } }');

    expect(answer.errors).toBeUndefined();
    expect(dataOf(answer)).toMatchObject({ report: { area: 'ha-tinh' } });
  });

  it.each([
    ['a parent that is not known', 'x,X,X,BLOC,nowhere,,,', '2 parent CODE_UNKNOWN'],
    ['itself as parent', 'x,X,X,BLOC,x,,,', '2 parent CELL_INVALID'],
    ['a kind that is not known', 'x,X,X,DISTRICT,,,,', '2 kind CELL_INVALID'],
    [
      'another area than it has',
      'ha-tinh-khoi,Khối,Bloc,BLOC,ha-tinh,ha-tinh-khoi,,',
      '2 area CATALOGUE_IN_USE',
    ],
    [
      'another kind than it has',
      'ha-tinh-khoi,Khối,Bloc,PROVINCE,ha-tinh,ha-tinh,,',
      '2 kind CATALOGUE_IN_USE',
    ],
    ['a successor that is not known', 'x,X,X,BLOC,,,yes,nowhere', '2 superseded_by CODE_UNKNOWN'],
    ['itself as successor', 'x,X,X,BLOC,,,,x', '2 superseded_by CELL_INVALID'],
  ])('when an organisation has %s, then it is refused', async (_what, row, expected) => {
    const { faults } = await givenOffice();

    expect(await faults('ORGANISATIONS', [ORGANISATIONS, row])).toEqual([expected]);
  });

  it.each([
    ['ORGANISATIONS', 'superseded_by', ['x,X,X,BLOC,,,,y', 'y,Y,Y,BLOC,,,,z', 'z,Z,Z,BLOC,,,,x']],
    ['ORGANISATIONS', 'parent', ['x,X,X,BLOC,y,,,', 'y,Y,Y,BLOC,z,,,', 'z,Z,Z,BLOC,x,,,']],
    [
      'DOCUMENTS',
      'superseded_by',
      ['x', 'y', 'z'].map((code, at) => `${code},X,X,X,ha-tinh,2024,,${'yzx'.charAt(at)}`),
    ],
  ])('when %s lead back to themselves by "%s", then the circle is named', async (kind, column, rows) => {
    const { update } = await givenOffice();
    const header = kind === 'DOCUMENTS' ? DOCUMENTS : ORGANISATIONS;

    const { faults } = await update(kind, [header, ...rows]);

    expect(faults.map((one) => one.column)).toEqual([column, column, column]);
    expect(faults[0]?.message).toContain('(x → y → z → x)');
  });

  it('when two organisations are superseded by one, as provinces merge, then that is done', async () => {
    const { update } = await givenOffice();
    const rows = ['x,X,X,PROVINCE,,,,z', 'y,Y,Y,PROVINCE,,,,z', 'z,Z,Z,PROVINCE,,,,'];

    const { added, faults } = await update('ORGANISATIONS', [ORGANISATIONS, ...rows]);

    expect([added, faults]).toEqual([['x', 'y', 'z'], []]);
  });

  it.each([
    ['a document that is not known', 'x,X,X,X,ha-tinh,2024,,nowhere', '2 superseded_by CODE_UNKNOWN'],
    ['one that is known', 'x,X,X,X,ha-tinh,2024,,khoi-2020', null],
  ])('when a document is superseded by %s, then it is taken as that', async (_what, row, expected) => {
    const { faults } = await givenOffice();

    expect(await faults('DOCUMENTS', [DOCUMENTS, row])).toEqual(expected === null ? [] : [expected]);
  });

  it('when an organisation is given other names, then that is done', async () => {
    const { update } = await givenOffice();
    const row = 'ha-tinh-khoi,Khối mới,New bloc,BLOC,ha-tinh,ha-tinh,yes,';

    const { changed, faults } = await update('ORGANISATIONS', [ORGANISATIONS, row]);

    expect([changed, faults]).toEqual([['ha-tinh-khoi'], []]);
  });
});

const OBLIGATIONS = 'agency,organisation,frequency,calendar,deadline_days,from,to,indicators';

describe('given an obligation from the first quarter of 2023 on, at 20 April 2024', () => {
  const given = async () => {
    const { update, faults } = await givenOffice();
    const made = await update('OBLIGATIONS', [
      OBLIGATIONS,
      'office,ha-tinh-khoi,HALF_YEAR,CALENDAR,10,2023-S1,,documents-issued',
      'office,ha-tinh-khoi,MONTH,CALENDAR,10,2023-01,2023-12,',
      'office,ha-tinh,MONTH,CALENDAR,10,2024-05,,',
    ]);
    expect(made.faults).toEqual([]);
    return { update, faults };
  };

  it.each([
    ['asks for other indicators', 'office,ha-tinh-khoi,HALF_YEAR,CALENDAR,10,2023-S1,,', '2 indicators'],
    [
      'asks for them later',
      'office,ha-tinh-khoi,HALF_YEAR,CALENDAR,20,2023-S1,,documents-issued',
      '2 deadline_days',
    ],
    [
      'has ended in the past',
      'office,ha-tinh-khoi,HALF_YEAR,CALENDAR,10,2023-S1,2023-S2,documents-issued',
      '2 to',
    ],
    ['that has ended goes on', 'office,ha-tinh-khoi,MONTH,CALENDAR,10,2023-01,,', '2 to'],
  ])('when it %s, then its past would change, and it is refused', async (_what, row, place) => {
    const { faults } = await given();

    expect(await faults('OBLIGATIONS', [OBLIGATIONS, row])).toEqual([`${place} CATALOGUE_IN_USE`]);
  });

  it('when another one would hold at the same time, then it is refused', async () => {
    const { faults } = await given();
    const row = 'office,ha-tinh-khoi,HALF_YEAR,CALENDAR,20,2024-S2,,';

    expect(await faults('OBLIGATIONS', [OBLIGATIONS, row])).toEqual(['2 from CELL_INVALID']);
  });

  it('when it ends with this half year and another one follows, then that is done', async () => {
    const { update } = await given();

    const { added, changed, faults } = await update('OBLIGATIONS', [
      OBLIGATIONS,
      'office,ha-tinh-khoi,HALF_YEAR,CALENDAR,10,2023-S1,2024-S1,documents-issued',
      'office,ha-tinh-khoi,HALF_YEAR,CALENDAR,20,2024-S2,,',
      'office,ha-tinh,MONTH,CALENDAR,5,2024-05,,documents-issued',
    ]);

    expect(faults).toEqual([]);
    expect(added).toEqual(['office|ha-tinh-khoi|HALF_YEAR|2024-S2']);
    expect(changed).toEqual(['office|ha-tinh-khoi|HALF_YEAR|2023-S1', 'office|ha-tinh|MONTH|2024-05']);
  });
});
