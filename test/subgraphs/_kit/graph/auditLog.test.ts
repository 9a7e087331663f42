import { graphql } from 'graphql';
import { describe, expect, it } from 'vitest';

import type { Principal } from '../../../../schema/values/index.ts';
import { createContext } from '../../../../subgraphs/_kit/graph/context.ts';
import { givenChain, givenPerson } from '../../../support/chains.ts';
import { givenAgency, inventedAgency } from '../../../support/testAgency.ts';

/** Asks the invented agency, after twelve moves, for its log. */
async function askAs(principal: Principal | null, what: string) {
  const { store, reading } = await givenAgency();
  await givenChain(store, 'invented');
  const { schema } = inventedAgency();
  const answer = await graphql({
    schema,
    source: `{ invented { ${what} } }`,
    contextValue: createContext({ ...reading, store }, principal),
  });
  const { data, errors = [] } = JSON.parse(JSON.stringify(answer)) as {
    data: { invented: { auditLog: Record<string, unknown>[] | null } };
    errors?: { message: string; path: unknown }[];
  };
  return { log: data.invented.auditLog, errors };
}

const ADMINISTRATOR = givenPerson('hoa', ['ADMINISTRATOR'], 'invented');
const SEQUENCES = 'auditLog { sequence }';

describe('given an agency with a log of twelve entries', () => {
  it('when an administrator reads the seventh, then it says who published what, when, and its place', async () => {
    const { log, errors } = await askAs(
      ADMINISTRATOR,
      `auditLog(after: 6, first: 1) { sequence at kind subject role organisation period number visibleFrom
        figuresHash words requestId previousHash hash }`,
    );

    expect(errors).toEqual([]);
    expect(log).toEqual([
      {
        sequence: 7,
        at: '2024-04-20T12:00:00.006Z',
        kind: 'PUBLISH',
        subject: 'binh',
        role: 'APPROVER',
        organisation: 'ha-tinh-khoi',
        period: '2024-Q1',
        number: 1,
        visibleFrom: '2024-04-20T12:00:00.006Z',
        figuresHash: expect.stringMatching(/^[0-9a-f]{64}$/) as unknown,
        words: [],
        requestId: 'request-7',
        previousHash: expect.stringMatching(/^[0-9a-f]{64}$/) as unknown,
        hash: expect.stringMatching(/^[0-9a-f]{64}$/) as unknown,
      },
    ]);
  });

  it('when an administrator reads all, then each entry has the hash of the one before', async () => {
    const { log } = await askAs(ADMINISTRATOR, 'auditLog { kind previousHash hash }');

    expect(log?.map(({ kind }) => kind)).toEqual([
      ...['SAVE', 'SUBMIT', 'RETURN', 'SAVE', 'SUBMIT', 'APPROVE', 'PUBLISH'],
      ...['SAVE', 'SUBMIT', 'APPROVE', 'PUBLISH', 'WITHDRAW'],
    ]);
    expect(log?.[0]?.previousHash).toBe('0'.repeat(64));
    expect(log?.slice(1).map(({ previousHash }) => previousHash)).toEqual(
      log?.slice(0, -1).map(({ hash }) => hash),
    );
  });

  it('when an administrator reads all, then each tells why, where people had to say so', async () => {
    const { log } = await askAs(ADMINISTRATOR, 'auditLog { kind words }');

    expect(log?.filter(({ words }) => (words as string[]).length > 0)).toEqual([
      { kind: 'RETURN', words: ['two or three?'] },
      { kind: 'SAVE', words: ['one more'] },
      { kind: 'PUBLISH', words: ['one more'] },
      { kind: 'WITHDRAW', words: ['counted twice'] },
    ]);
  });

  it('when entries behind the last are asked for, then there are none', async () => {
    expect(await askAs(ADMINISTRATOR, 'auditLog(after: 12) { sequence }')).toEqual({ log: [], errors: [] });
  });

  it.each([
    [
      'of all agencies',
      { subject: 'hoa', grants: [{ role: 'ADMINISTRATOR', agency: null, organisation: null }] },
    ],
    ['of this agency', ADMINISTRATOR],
  ] as const)('when an administrator %s asks, then it is told', async (_whose, principal) => {
    const { log } = await askAs(principal, SEQUENCES);

    expect(log).toHaveLength(12);
  });

  it.each<[string, Principal | null]>([
    ['nobody in particular', null],
    ['an officer', givenPerson('an', ['OFFICER'], 'invented')],
    ['an approver, analyst and reader', givenPerson('an', ['APPROVER', 'ANALYST', 'READER'], 'invented')],
    ['an administrator of another agency', givenPerson('hoa', ['ADMINISTRATOR'], 'office')],
    [
      'an administrator of one organisation',
      {
        subject: 'hoa',
        grants: [{ role: 'ADMINISTRATOR', agency: 'invented', organisation: 'ha-tinh-khoi' }],
      },
    ],
  ])('when %s asks, then the log is null, and the right that it takes is named', async (_who, principal) => {
    const { log, errors } = await askAs(principal, SEQUENCES);

    expect(log).toBeNull();
    expect(errors).toEqual([
      expect.objectContaining({
        message: 'Reading the log needs the role ADMINISTRATOR for agency "invented" and all organisations.',
        path: ['invented', 'auditLog'],
      }),
    ]);
  });

  it.each([0, -1, 201])('when %i entries are asked for, then the size is refused', async (first) => {
    const { log, errors } = await askAs(ADMINISTRATOR, `auditLog(first: ${first}) { sequence }`);

    expect(log).toBeNull();
    expect(errors[0]?.message).toContain('200');
  });
});
