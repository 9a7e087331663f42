import { describe, expect, it } from 'vitest';

import type { AgencyAnswer, AgencyRequest } from '../../../gateway/execution/index.ts';
import { ask } from './support/gateway.ts';

const report = 'report(organisation: "HN", period: "2024-Q1")';
const both = `{ ${report} { period partyBuilding { area } inspection { findings { number } } } }`;
const forged = { area: 'forged' };

type Data = Record<string, unknown>;

/** Adds to each object that the agency answers about a report. */
const addToEntities =
  (extra: Data) =>
  (answer: AgencyAnswer, { query }: AgencyRequest) => {
    const entities = 'data' in answer ? (answer.data?._entities as Data[] | undefined) : undefined;
    return query.includes('_entities')
      ? { data: { _entities: entities?.map((one) => ({ ...one, ...extra })) } }
      : answer;
  };

const addToReport = (extra: Data) => (answer: AgencyAnswer) => {
  const known = 'data' in answer ? (answer.data?.report as Data | undefined) : undefined;
  return known ? { data: { report: { ...known, ...extra } } } : answer;
};

describe('given an agency that answers more than it was asked', () => {
  it('when it speaks for another one that is down, then the other is missing and named all the same', async () => {
    const { data, errors } = await ask(both, {
      dead: ['partyBuilding'],
      answers: { inspection: addToEntities({ partyBuilding: forged }) },
    });

    expect(data).toMatchObject({ report: { partyBuilding: null, inspection: { findings: [{}, {}, {}] } } });
    expect(errors).toEqual(['report.partyBuilding: partyBuilding is down']);
  });

  it('when the owner of the object speaks for another that is down, then the other is missing and named', async () => {
    const { data, errors } = await ask(both, {
      dead: ['partyBuilding'],
      answers: { office: addToReport({ partyBuilding: forged }) },
    });

    expect(data).toMatchObject({ report: { partyBuilding: null } });
    expect(errors).toEqual(['report.partyBuilding: partyBuilding is down']);
  });

  it.each([
    ['a section of its own making', forged],
    ['nonsense', 'oops'],
  ])('when it gives %s for one that is well, then that one is heard', async (_, section) => {
    const whole = await ask(both);

    const { data, errors } = await ask(both, {
      answers: { inspection: addToEntities({ partyBuilding: section, period: '1999' }) },
    });

    expect(data).toEqual(whole.data);
    expect(errors).toEqual([]);
  });
});

describe('given an agency that leaves out what it was asked, without a word', () => {
  const leaveOut = (answer: AgencyAnswer, { query }: AgencyRequest) =>
    query.includes('_entities') ? { data: { _entities: [{ __typename: 'Report' }] } } : answer;

  it('when it is a section, then the section is null and it is told', async () => {
    const { data, errors } = await ask(both, { answers: { inspection: leaveOut } });

    expect(data).toMatchObject({ report: { partyBuilding: {}, inspection: null } });
    expect(errors).toEqual(['report.inspection: inspection is broken']);
  });

  it('when it is a root field, then the field is null and it is told', async () => {
    const { data, errors } = await ask('{ shelves }', { answers: { archive: () => ({ data: {} }) } });

    expect(data).toEqual({ shelves: null });
    expect(errors).toEqual(['shelves: archive is broken']);
  });

  it('when it tells an error at a place that nobody asked for, then the error is told where data is lost', async () => {
    const { data, errors } = await ask('{ shelves }', {
      answers: {
        archive: () => ({ data: { shelves: null }, errors: [{ message: 'no key', path: ['elsewhere'] }] }),
      },
    });

    expect(data).toEqual({ shelves: null });
    expect(errors).toEqual(['shelves: no key']);
  });

  it('when the owner of an object gives nonsense for it, then the owner is named, not those who add to it', async () => {
    const { data, errors } = await ask(both, { answers: { office: () => ({ data: { report: 'oops' } }) } });

    expect(data).toEqual({ report: null });
    expect(errors).toEqual(['report: office is broken']);
  });
});
