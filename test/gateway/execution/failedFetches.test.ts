import { describe, expect, it } from 'vitest';

import { ask, givenOperation } from './support/gateway.ts';

const report = 'report(organisation: "HN", period: "2024-Q1")';

/** What is asked, which agencies are down, and every error of the answer. */
const cases: readonly (readonly [string, string, readonly string[], readonly string[]])[] = [
  ['a root field', '{ shelves reports { period } }', ['archive'], ['shelves: archive is down']],
  [
    'two root fields of one agency',
    '{ r: reports { period } documents { id } shelves }',
    ['office'],
    ['r: office is down', 'documents: office is down'],
  ],
  [
    'a section',
    `{ ${report} { partyBuilding { area } } }`,
    ['partyBuilding'],
    ['report.partyBuilding: partyBuilding is down'],
  ],
  [
    'a section under two aliases',
    `{ bao_cao: ${report} { p: partyBuilding { area } q: partyBuilding { membership { total } } } }`,
    ['partyBuilding'],
    ['bao_cao.p: partyBuilding is down', 'bao_cao.q: partyBuilding is down'],
  ],
  [
    'a section of a report under two aliases',
    `{ a: ${report} { inspection { findings { number } } } b: ${report} { inspection { findings { shelf } } } }`,
    ['inspection'],
    ['b.inspection: inspection is down', 'a.inspection: inspection is down'],
  ],
  [
    'a section in a list',
    '{ reports { i: inspection { findings { number } } } }',
    ['inspection'],
    ['reports.i: inspection is down'],
  ],
  [
    'two sections',
    `{ ${report} { inspection { findings { number } } partyBuilding { area } } }`,
    ['inspection', 'partyBuilding'],
    ['report.partyBuilding: partyBuilding is down', 'report.inspection: inspection is down'],
  ],
  [
    'a field of a list in a section',
    `{ ${report} { inspection { findings { number shelf } } } }`,
    ['archive'],
    ['report.inspection.findings.shelf: archive is down'],
  ],
  [
    'a field of one entry',
    `{ ${report} { partyBuilding { cadres { fileId } } } }`,
    ['archive'],
    ['report.partyBuilding.cadres.0.fileId: archive is down'],
  ],
  [
    'parts of a shared object',
    `{ ${report} { summary { box title pages } } }`,
    ['archive'],
    ['report.summary.box: archive is down', 'report.summary.pages: archive is down'],
  ],
  [
    'only what another agency requires',
    `{ ${report} { reconciliation } }`,
    ['inspection', 'partyBuilding'],
    [],
  ],
  [
    'what another agency requires, and a field beside',
    `{ ${report} { reconciliation inspection { findings { number } } } }`,
    ['inspection'],
    ['report.inspection: inspection is down'],
  ],
  [
    'a field behind a key that is lost',
    `{ ${report} { contact { name warnings } } }`,
    ['archive'],
    ['report.contact.warnings: archive is down'],
  ],
  [
    'a field behind a key that is lost, and the key',
    '{ cadres { fileId warnings } }',
    ['archive'],
    ['cadres.fileId: archive is down', 'cadres.warnings: archive is down'],
  ],
  [
    'a type that only the agency knows',
    '{ citedDocuments { __typename citations } }',
    ['office'],
    ['citedDocuments: office is down'],
  ],
  [
    'fields that are not null',
    '{ submitted { period organisation { name } } }',
    ['office'],
    ['submitted.organisation: office is down'],
  ],
  [
    'one of several mutations',
    'mutation { openReport(organisation: "HN") { open } closeInspection { stage } }',
    ['inspection'],
    ['closeInspection: inspection is down'],
  ],
];

describe('given an agency that does not answer', () => {
  it.each(cases)(
    'when it was to give %s, then each lost field is told once',
    async (_, source, dead, errors) => {
      const answered = await ask(source, { dead });

      expect(answered.errors).toEqual(errors);
    },
  );

  it('when a field is lost, then the error carries what the transport says and no place in a query', async () => {
    const failure = { message: 'No answer.', extensions: { code: 'X', agency: 'archive' } };

    const result = await givenOperation('{ shelves }').run({
      variables: {},
      send: () => Promise.resolve({ failure }),
      brokenAnswer: () => ({ message: '', extensions: {} }),
    });

    expect(JSON.parse(JSON.stringify(result.errors))).toEqual([{ ...failure, path: ['shelves'] }]);
  });
});
