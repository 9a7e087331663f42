import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { isObjectType } from 'graphql';
import { describe, expect, it } from 'vitest';

import { readSupergraph } from '../../../../gateway/supergraph.ts';
import type { Release } from '../../../../schema/values/index.ts';
import type { Facts } from '../../../../subgraphs/_kit/index.ts';
import { dataOf } from '../../../support/answers.ts';
import { givenObservation, givenRelease } from '../../../support/given.ts';
import { report, SECTIONS, type Entities } from '../../../support/reports.ts';
import { april } from '../../../support/stores.ts';
import { givenAgency } from '../../../support/testAgency.ts';

const ofOffice = givenRelease();
const correction = givenRelease({
  number: 2,
  publishedAt: april(9),
  observations: [givenObservation({ value: '3' })],
});
const ofArea = givenRelease({
  organisation: 'ha-tinh',
  publishedAt: april(2),
  observations: [givenObservation({ organisation: 'ha-tinh', value: '7' })],
});
const ofOtherPeriod = givenRelease({ period: '2023-Q4', publishedAt: april(1) });

/** The facts of the section of a report. */
async function factsOfSection(
  releases: readonly Release[],
  change: Record<string, unknown> = {},
): Promise<Facts> {
  const { ask } = await givenAgency(releases);
  const answer = await ask(SECTIONS('facts'), { reports: [report(change)] });
  return (dataOf(answer) as Entities<{ facts: Facts }>)._entities[0]!.invented.facts;
}

describe('given the facts of a section', () => {
  it('when it shows releases about an organisation and its area, then they hold what is stored of both', async () => {
    const { version, releases } = await factsOfSection([ofOffice, ofArea, ofOtherPeriod]);

    expect(version).toBe(2);
    expect(releases).toEqual([
      {
        organisation: 'ha-tinh-khoi',
        period: '2024-Q1',
        number: 1,
        publishedAt: april(1),
        firstPublishedAt: april(1),
        state: 'PUBLISHED',
        observations: ofOffice.observations,
      },
      {
        organisation: 'ha-tinh',
        period: '2024-Q1',
        number: 1,
        publishedAt: april(2),
        firstPublishedAt: april(2),
        state: 'PUBLISHED',
        observations: ofArea.observations,
      },
    ]);
  });

  it.each([
    [april(9), 2, april(9), '3'],
    [april(8), 1, april(1), '2'],
  ])(
    'when they are asked for as of %s, then the release is number %i, and the first stays the first',
    async (asOf, number, publishedAt, value) => {
      const { releases } = await factsOfSection([ofOffice, correction], { asOf });

      expect(releases).toMatchObject([
        { number, publishedAt, firstPublishedAt: april(1), observations: [{ value }] },
      ]);
    },
  );

  it('when nothing is published, then they say so', async () => {
    expect((await factsOfSection([])).releases).toEqual([]);
  });

  it('when they cannot be told, then the section is there all the same', async () => {
    const { ask } = await givenAgency([ofOffice], (store) => ({
      ...store,
      headers: () => Promise.reject(new Error('disk full')),
    }));

    const answer = await ask(SECTIONS('observations { value } facts'), { reports: [report()] });

    expect(JSON.parse(JSON.stringify(answer.data))).toEqual({
      _entities: [
        { organisation: 'ha-tinh-khoi', invented: { observations: [{ value: '2' }], facts: null } },
      ],
    });
    expect(answer.errors?.map(({ path }) => path)).toEqual([['_entities', 0, 'invented', 'facts']]);
  });
});

describe('given the schema that clients see', () => {
  it('when it is searched for facts, then there are none', () => {
    const sdl = join(import.meta.dirname, '../../../../schema/sdl/supergraph.graphql');
    const { schema } = readSupergraph(readFileSync(sdl, 'utf8'));

    const withFacts = Object.values(schema.getTypeMap()).filter(
      (type) => type.name === 'Facts' || (isObjectType(type) && 'facts' in type.getFields()),
    );

    expect(withFacts).toEqual([]);
  });
});
