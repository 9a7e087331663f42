import { describe, expect, it } from 'vitest';

import type { Principal } from '../../../../schema/values/index.ts';
import { dataOf } from '../../../support/answers.ts';
import { givenRelease } from '../../../support/given.ts';
import { person } from '../../../support/readers.ts';
import { report, SECTIONS, type Entities } from '../../../support/reports.ts';
import { restricted, SECRET_RULES, secretReleases } from '../../../support/secrets.ts';
import { givenAgency } from '../../../support/testAgency.ts';

const WORKER = person('ANALYST');

describe('given a restricted part, base and whole', () => {
  const sectionFor = async (fields: string, principal: Principal | null): Promise<unknown> => {
    const { ask } = await givenAgency(secretReleases, undefined, SECRET_RULES);
    const answer = await ask(SECTIONS(fields), { reports: [report()] }, principal);
    return (dataOf(answer) as Entities<unknown>)._entities[0]?.invented;
  };

  it.each([
    [
      null,
      {
        members: { value: '73149' },
        warned: null,
        membersByForm: [{ value: '39' }],
        membersInPreviousYear: null,
      },
    ],
    [
      person('READER'),
      {
        members: { value: '73149' },
        warned: null,
        membersByForm: [{ value: '39' }],
        membersInPreviousYear: { value: '72110' },
      },
    ],
    [
      WORKER,
      {
        members: { value: '73149' },
        warned: { value: '73140' },
        membersByForm: [{ value: '39' }, { value: '73140' }],
        membersInPreviousYear: { value: '72110' },
      },
    ],
  ])('when %j fills the form, then what is not for them is not reported', async (principal, expected) => {
    const fields =
      'members { value } warned { value } membersByForm { value } membersInPreviousYear { value }';

    expect(await sectionFor(`discipline { ${fields} }`, principal)).toEqual({ discipline: expected });
  });

  it('when a total is told in words, then its parts do not look complete', async () => {
    const fields = 'discipline { members { text(locale: EN) openDimensions { code } } }';

    expect(await sectionFor(fields, null)).toEqual({
      discipline: {
        members: {
          text: '73,149 Party members (reprimand 39, …), up 5.23% on the same period of last year',
          openDimensions: [{ code: 'form' }],
        },
      },
    });
  });

  it('when checks are asked for, then none speaks of it, and none calls the total wrong for it', async () => {
    const fields = 'checks { code verdict reason expression figures { value } sides { text } }';

    const { checks } = (await sectionFor(fields, null)) as { checks: readonly Record<string, unknown>[] };

    expect(checks.map(({ verdict, reason }) => [verdict, reason])).toEqual([
      ['NOT_TESTABLE', 'PARTS_OPEN'],
      ['NOT_TESTABLE', 'FIGURE_MISSING'],
      ['NOT_TESTABLE', 'BASE_MISSING'],
    ]);
    expect(JSON.stringify(checks)).not.toMatch(/731[1-3]\d|7314[0-8]|73\.14[0-8]|73\.1[1-35-6]/);
  });

  it('when its holder asks for the checks, then they use it', async () => {
    const { checks } = (await sectionFor('checks { verdict figures { value } }', WORKER)) as {
      checks: readonly Record<string, unknown>[];
    };

    expect(checks[0]).toEqual({
      verdict: 'CONFLICT',
      figures: [{ value: '73149' }, { value: '39' }, { value: '73140' }],
    });
  });

  it('when the figure is compared, then its base is not held', async () => {
    const fields = 'discipline { members { comparisons { reason computed { value } agreement } } }';

    expect(await sectionFor(fields, null)).toEqual({
      discipline: {
        members: { comparisons: [{ reason: 'BASE_MISSING', computed: null, agreement: 'NOT_TESTABLE' }] },
      },
    });
  });
});

describe('given conflicts that their submitter has explained', () => {
  interface Check {
    readonly key: string;
    readonly verdict: string;
    readonly acknowledgement: string | null;
  }
  const checksFor = async (releases: typeof secretReleases, principal: Principal | null) => {
    const { ask } = await givenAgency(releases, undefined, SECRET_RULES);
    const answer = await ask(
      SECTIONS('checks { key verdict acknowledgement }'),
      { reports: [report()] },
      principal,
    );
    return (dataOf(answer) as Entities<{ checks: readonly Check[] }>)._entities[0]!.invented.checks;
  };
  /** The releases with a note on each conflict that an analyst sees. */
  const explained = async (releases: typeof secretReleases) => {
    const conflicts = (await checksFor(releases, WORKER)).filter(({ verdict }) => verdict === 'CONFLICT');
    const acknowledgements = conflicts.map(({ key }, index) => ({ check: key, note: `note ${index}` }));
    return releases.map((release) => ({ ...release, acknowledgements }));
  };
  const notesFor = async (releases: typeof secretReleases, principal: Principal | null) =>
    (await checksFor(await explained(releases), principal)).flatMap(
      ({ acknowledgement }) => acknowledgement ?? [],
    );

  it('when they are about a restricted part and a restricted base, then only their readers see the notes', async () => {
    expect(await notesFor(secretReleases, WORKER)).toEqual(['note 0', 'note 1']);
    expect(await notesFor(secretReleases, null)).toEqual([]);
  });

  it('when only the base in another release is restricted, then they do not see the note either', async () => {
    const [before, , now] = secretReleases as [
      (typeof secretReleases)[0],
      unknown,
      (typeof secretReleases)[0],
    ];
    const releases = [before, { ...now, number: 1, observations: now.observations.slice(0, 1) }];

    expect(await notesFor(releases, WORKER)).toEqual(['note 0']);
    expect(await notesFor(releases, null)).toEqual([]);
  });

  it('when they are about public figures, then everyone sees the note', async () => {
    const [, , now] = secretReleases as [unknown, unknown, (typeof secretReleases)[0]];
    const [total, reprimanded] = now.observations as [
      (typeof now.observations)[0],
      (typeof now.observations)[0],
    ];
    const warned = { ...reprimanded, breakdown: { form: 'warning' } };
    const others = restricted('73180', { indicator: 'gifts', unit: 'gift' });
    const releases = [{ ...now, number: 1, observations: [total, reprimanded, warned, others] }];

    expect(await notesFor(releases, null)).toContain('note 0');
  });
});

describe('given a report whose area has restricted figures', () => {
  const ofArea = givenRelease({
    organisation: 'ha-tinh',
    observations: [
      restricted('73170', { organisation: 'ha-tinh', indicator: 'budget-revenue', unit: 'VND' }),
    ],
  });

  it.each([
    ['nobody in particular', null, null],
    ['an officer of the organisation', person('OFFICER', { organisation: 'ha-tinh-khoi' }), null],
    ['an officer of the area', person('OFFICER', { organisation: 'ha-tinh' }), { value: '73170' }],
    ['an officer of all', person('OFFICER'), { value: '73170' }],
  ])('when %s asks for it, then the right is that for the area', async (_who, principal, revenue) => {
    const { ask } = await givenAgency([...secretReleases, ofArea]);

    const answer = await ask(SECTIONS('economy { revenue { value } }'), { reports: [report()] }, principal);

    expect((dataOf(answer) as Entities<unknown>)._entities[0]?.invented).toEqual({ economy: { revenue } });
  });
});
