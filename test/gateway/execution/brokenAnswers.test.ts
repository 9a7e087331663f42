import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import type { AgencyAnswer, AgencyRequest } from '../../../gateway/execution/index.ts';
import { ask, givenOperation, runOperation } from './support/gateway.ts';

const report = 'report(organisation: "HN", period: "2024-Q1")';
const section = `{ ${report} { period p: partyBuilding { area membership { total } cadres { name } } } }`;

/** Gives something else for the list of entities. */
function entities(value: unknown) {
  return (answer: AgencyAnswer, { query }: AgencyRequest): unknown =>
    query.includes('_entities') ? { data: { _entities: value } } : answer;
}

describe('given an agency whose answer does not fit the request', () => {
  it.each([
    ['is nothing', undefined],
    ['is a string', 'oops'],
    ['is empty', {}],
    ['has no data and no errors', { data: null }],
    ['has data that is a list', { data: [] }],
    ['has errors that are no list', { data: {}, errors: 'oops' }],
    ['has errors without a message', { data: {}, errors: [{}] }],
  ])('when the answer %s, then its fields are null and it is told once for each', async (_, answer) => {
    const { data, errors } = await ask('{ a: shelves b: shelves }', { answers: { archive: () => answer } });

    expect(data).toEqual({ a: null, b: null });
    expect(errors).toEqual(['a: archive is broken', 'b: archive is broken']);
  });

  it.each([
    ['too short', []],
    ['too long', [{ _alias_p: null }, {}]],
    ['no list', { 0: {} }],
    ['absent', undefined],
    ['null', null],
    ['of strings', ['oops']],
    ['of lists', [[]]],
  ])('when the list of entities is %s, then the section is null and told once', async (_, value) => {
    const { data, errors } = await ask(section, { answers: { partyBuilding: entities(value) } });

    expect(data).toEqual({ report: { period: '2024-Q1', p: null } });
    expect(errors).toEqual(['report.p: partyBuilding is broken']);
  });

  it('when the list of entities of several is too short, then none is given to the wrong one', async () => {
    const { data, errors } = await ask('{ cadres { name fileId } }', {
      answers: { archive: entities([{ fileId: 'f2' }]) },
    });

    expect(data).toEqual({ cadres: [null, null, null] });
    expect(errors).toEqual(['cadres.fileId: archive is broken']);
  });

  it.each([
    ['a section is a string', { _alias_p: 'oops' }, 'report.p', null],
    ['a section is a list', { _alias_p: [] }, 'report.p', null],
    [
      'an object is a number',
      { _alias_p: { area: 'a', membership: 5, cadres: [] } },
      'report.p.membership',
      { area: 'a', membership: null, cadres: [] },
    ],
    [
      'a list is an object',
      { _alias_p: { area: 'a', membership: null, cadres: {} } },
      'report.p.cadres',
      null,
    ],
    ['an entry is a string', { _alias_p: { cadres: ['oops'] } }, 'report.p.cadres.0', null],
    [
      'an integer is a fraction',
      { _alias_p: { area: 'a', membership: { total: 1.5 }, cadres: [] } },
      'report.p.membership.total',
      { area: 'a', membership: null, cadres: [] },
    ],
    [
      'an identifier is an object',
      { _alias_p: { area: {}, membership: null, cadres: [] } },
      'report.p.area',
      { area: null, membership: null, cadres: [] },
    ],
  ])('when %s, then it is null and the fetch is told once', async (_, entity, path, expected) => {
    const { data, errors } = await ask(section, { answers: { partyBuilding: entities([entity]) } });

    expect(data).toEqual({ report: { period: '2024-Q1', p: expected } });
    expect(errors).toEqual([`${path}: partyBuilding is broken`]);
  });

  it('when several entries are broken, then the fetch is told once, without a place in the list', async () => {
    const { data, errors } = await ask('{ reports { stage period } }', {
      answers: {
        office: () => ({
          data: {
            reports: [
              { stage: {}, period: 'a' },
              { stage: 1, period: 'b' },
            ],
          },
        }),
      },
    });

    expect(data).toEqual({
      reports: [
        { stage: null, period: 'a' },
        { stage: null, period: 'b' },
      ],
    });
    expect(errors).toEqual(['reports.stage: office is broken']);
  });

  it('when an object is of a type that consumers do not know, then it is null and its name is not told', async () => {
    const { data, errors } = await ask('{ latest { title ... on Decree { number } } }', {
      answers: { office: () => ({ data: { latest: { __typename: 'Secret', title: 't', number: 1 } } }) },
    });

    expect(data).toEqual({ latest: null });
    expect(errors).toEqual(['latest: An object is of a type that the schema does not have.']);
  });

  it('when anything is answered to anything, then the run still ends with an answer', async () => {
    const source = `{ ${report} { p: partyBuilding { area membership { total } lead { name } cadres { warnings } } summary { pages title } reconciliation } documents { title ... on Decree { citations } } }`;
    const compiled = givenOperation(source);
    const json = fc.jsonValue({ maxDepth: 4 });
    const key = fc.constantFrom(
      '_entities',
      '_alias_p',
      'report',
      '__typename',
      'cadres',
      'lead',
      'code',
      '__proto__',
      'summary',
    );
    const answer = fc.oneof(
      json,
      fc.dictionary(key, fc.oneof(json, fc.array(fc.dictionary(key, json)))).map((data) => ({ data })),
    );
    const agency = fc.constantFrom('office', 'partyBuilding', 'inspection', 'archive');
    await fc.assert(
      fc.asyncProperty(agency, answer, async (name, given) => {
        const answered = await runOperation(compiled, source, { answers: { [name]: () => given } });

        expect(answered.data === null || typeof answered.data === 'object').toBe(true);
      }),
      { numRuns: 150 },
    );
  });
});
