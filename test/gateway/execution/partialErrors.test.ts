import { describe, expect, it } from 'vitest';

import type { AgencyAnswer, AgencyError, AgencyRequest } from '../../../gateway/execution/index.ts';
import { ask, givenOperation } from './support/gateway.ts';

/** Adds errors to what an agency answers to entity requests, with the data changed when wanted. */
function withErrors(
  errors: readonly AgencyError[],
  change: (data: Record<string, unknown>) => void = () => undefined,
) {
  return (answer: AgencyAnswer, request: AgencyRequest): AgencyAnswer => {
    if (!('data' in answer) || !request.query.includes('_entities')) return answer;
    if (answer.data) change(answer.data);
    return { ...answer, errors };
  };
}

const report = 'report(organisation: "HN", period: "2024-Q1")';

describe('given an agency that answers in part', () => {
  it('when one root field takes all data along, then nothing is told of its other root fields', async () => {
    const { errors, data } = await ask('{ organisations { code } documents { __typename } }', {
      answers: { office: () => ({ data: null, errors: [{ message: 'Lost.', path: ['documents'] }] }) },
    });

    expect(errors).toEqual(['documents: Lost.']);
    expect(data).toBeNull();
  });

  it('when an error is about a field of an entity, then its path is that of the answer', async () => {
    const path = ['_entities', 0, '_alias_p', '_alias_m', 'total'];

    const { errors, data } = await ask(
      `{ r: ${report} { p: partyBuilding { m: membership { total } area } } }`,
      {
        answers: {
          partyBuilding: withErrors([{ message: 'Lost.', path }], (given) => {
            (given._entities as { _alias_p: { _alias_m: unknown } }[])[0]!._alias_p._alias_m = null;
          }),
        },
      },
    );

    expect(errors).toEqual(['r.p.m.total: Lost.']);
    expect(data).toEqual({ r: { p: { m: null, area: 'north' } } });
  });

  it('when an entity stands in several entries, then its error is told once', async () => {
    const { errors } = await ask('{ reports { contact { fileId } } }', {
      answers: {
        archive: withErrors([{ message: 'Lost.', path: ['_entities', 0, 'fileId'] }], (data) => {
          data._entities = [null];
        }),
      },
    });

    expect(errors).toEqual(['reports.contact.fileId: Lost.']);
  });

  it('when an error is about one entity of several, then its path names the entry', async () => {
    const { errors } = await ask('{ cadres { fileId } }', {
      answers: {
        archive: withErrors([{ message: 'Lost.', path: ['_entities', 1] }], (data) => {
          (data._entities as unknown[])[1] = null;
        }),
      },
    });

    expect(errors).toEqual([
      'cadres.1.fileId: Lost.',
      'cadres.2.fileId: Cannot return null for non-nullable field Cadre.fileId.',
    ]);
  });

  it('when a request asks for two lists of entities, then each error is about its own', async () => {
    const source = `{ a: ${report} { contact { name } } b: ${report} { partyBuilding { area } } }`;

    const { errors } = await ask(source, {
      answers: {
        partyBuilding: withErrors([
          { message: 'First.', path: ['_e0', 0] },
          { message: 'Second.', path: ['_e1', 0] },
        ]),
      },
    });

    expect(errors.toSorted()).toEqual(['a.contact: Second.', 'b.partyBuilding: First.'].toSorted());
  });

  it('when an error is about what the client did not ask, then it is not told', async () => {
    const { errors } = await ask(`{ ${report} { reconciliation } }`, {
      answers: {
        inspection: withErrors([{ message: 'Lost.', path: ['_entities', 0, 'inspection', 'facts'] }]),
      },
    });

    expect(errors).toEqual([]);
  });

  it.each([
    ['says no path', undefined],
    ['names an entity that is not there', ['_entities', 7, 'partyBuilding']],
    ['names nothing that was asked', ['elsewhere']],
  ])('when an error %s, then it is told where its request was to answer', async (_, path) => {
    const { errors } = await ask(`{ ${report} { p: partyBuilding { area } } }`, {
      answers: { partyBuilding: withErrors([{ message: 'Odd.', path }]) },
    });

    expect(errors).toEqual(['report.p: Odd.']);
  });

  it('when it refuses only the list of entities, then that is no broken answer', async () => {
    const { errors } = await ask(`{ ${report} { p: partyBuilding { area } } }`, {
      answers: {
        partyBuilding: withErrors([{ message: 'Refused.', path: ['_entities'] }], (data) => {
          data._entities = null;
        }),
      },
    });

    expect(errors).toEqual(['report.p: Refused.']);
  });

  it('when it refuses without data, then the refusal stands at each field that was asked', async () => {
    const { errors, data } = await ask('{ a: shelves b: shelves reports { period } }', {
      answers: { archive: () => ({ data: null, errors: [{ message: 'Period "?" is not valid.' }] }) },
    });

    expect(errors).toEqual(['a: Period "?" is not valid.', 'b: Period "?" is not valid.']);
    expect(data).toMatchObject({ a: null, b: null });
  });

  it('when a root field has an error, then its path is that of the answer', async () => {
    const { errors } = await ask('{ s: shelves }', {
      answers: {
        archive: () => ({ data: { _alias_s: null }, errors: [{ message: 'Lost.', path: ['_alias_s', 2] }] }),
      },
    });

    expect(errors).toEqual(['s.2: Lost.']);
  });

  it('when the caller masks errors, then its words are told', async () => {
    const { errors } = await ask('{ shelves }', {
      answers: { archive: () => ({ data: null, errors: [{ message: 'secret' }] }) },
      mapError: (agency) => ({ message: `${agency} had a fault.`, extensions: {} }),
    });

    expect(errors).toEqual(['shelves: archive had a fault.']);
  });

  it('when nothing masks an error, then its extensions are passed on and its locations are not', async () => {
    const error = { message: 'Lost.', extensions: { code: 'C' }, locations: [{ line: 1, column: 2 }] };

    const result = await givenOperation('{ shelves }').run({
      variables: {},
      send: () => Promise.resolve({ data: null, errors: [error] }),
      brokenAnswer: () => ({ message: '', extensions: {} }),
    });

    expect(JSON.parse(JSON.stringify(result.errors))).toEqual([
      { message: 'Lost.', path: ['shelves'], extensions: { code: 'C' } },
    ]);
  });
});
