import { describe, expect, it } from 'vitest';

import type { Principal, Release } from '../../../../schema/values/index.ts';
import { person } from '../../../support/readers.ts';
import { april } from '../../../support/stores.ts';
import { givenJudge, givenTotals, reportOf } from './given.ts';

/** A release whose figures are all RESTRICTED. */
const restricted = (release: Release): Release => ({
  ...release,
  observations: release.observations.map((one) => ({ ...one, confidentiality: 'RESTRICTED' })),
});

const ofInspection = restricted(
  givenTotals(
    'inspection',
    { 'programme-units': '73210', 'members-disciplined': '73220' },
    { publishedAt: april(2) },
  ),
);
const ofParty = givenTotals(
  'party-building',
  { 'grassroots-organisations': '42', members: '5000' },
  { publishedAt: april(4) },
);

const OUTSIDERS: readonly (readonly [string, Principal | null])[] = [
  ['nobody in particular', null],
  ['a reader of inspection', person('READER', { agency: 'inspection' })],
  ['an analyst of office', person('ANALYST', { agency: 'office' })],
  ['an officer of the other agency', person('OFFICER', { agency: 'party-building' })],
  [
    'an officer of inspection elsewhere',
    person('OFFICER', { agency: 'inspection', organisation: 'ha-tinh' }),
  ],
];
const INSIDER = person('ANALYST', { agency: 'inspection' });

const ask = async (fields: string, principal: Principal | null): Promise<Record<string, never[]>> => {
  const judge = await givenJudge([ofInspection, ofParty]);
  return reportOf(await judge(fields, { principal })) as Record<string, never[]>;
};

const RECONCILIATION = `reconciliation {
  code verdict reason unreached expression sides { text } figures { agency indicator value text sources { document } } }`;

interface Result {
  readonly verdict: string;
  readonly reason: string | null;
}

describe('given rules between agencies, one of which holds restricted figures', () => {
  it.each(OUTSIDERS)(
    'when %s reconciles, then they cannot be tested, and tell no number of it',
    async (_who, principal) => {
      const { reconciliation } = await ask(RECONCILIATION, principal);

      const results: readonly Result[] = reconciliation ?? [];
      expect(JSON.stringify(results)).not.toMatch(/73[.,]?2[12]0/);
      expect(
        results.filter(({ verdict, reason }) => verdict !== 'NOT_TESTABLE' || reason !== 'FIGURE_MISSING'),
      ).toEqual([]);
    },
  );

  it('when an analyst of that agency reconciles, then they are judged', async () => {
    const { reconciliation } = await ask(RECONCILIATION, INSIDER);

    expect((reconciliation ?? []).map(({ verdict }: Result) => verdict)).toEqual([
      'CONFLICT',
      'CONFLICT',
      'CONFLICT',
    ]);
    expect(JSON.stringify(reconciliation)).toContain('73.210');
  });
});

const COMPLETENESS =
  'completeness { sections { agency organisation status figures missing { indicator reason } } }';

interface Section {
  readonly agency: string;
  readonly organisation: string;
  readonly status: string;
  readonly figures: number;
  readonly missing: readonly { readonly indicator: string; readonly reason: string | null }[];
}

describe('given the completeness of a report with restricted figures', () => {
  const sectionFor = async (principal: Principal | null): Promise<Section> => {
    const { completeness } = (await ask(COMPLETENESS, principal)) as unknown as {
      completeness: { sections: readonly Section[] };
    };
    return completeness.sections.find(
      ({ agency, organisation }) => agency === 'inspection' && organisation === 'ha-tinh-khoi',
    )!;
  };

  it.each(OUTSIDERS)(
    'when %s asks for it, then none of them counts, and they may only be missing',
    async (_who, principal) => {
      const { status, figures, missing } = await sectionFor(principal);

      expect([status, figures]).toEqual(['PUBLISHED', 0]);
      expect(missing).toContainEqual({ indicator: 'members-disciplined', reason: null });
    },
  );

  it('when an analyst of that agency asks for it, then they are there', async () => {
    const { status, figures, missing } = await sectionFor(INSIDER);

    expect([status, figures]).toEqual(['PUBLISHED', 2]);
    expect(missing.map(({ indicator }) => indicator)).not.toContain('members-disciplined');
  });
});
