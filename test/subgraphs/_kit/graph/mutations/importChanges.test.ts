import { describe, expect, it } from 'vitest';

import { importing, statesOf, type Made } from '../../../../support/imports.ts';
import { createMoving } from '../../../../support/mutations.ts';
import { APPROVER } from '../../../../support/people.ts';
import { givenAgency } from '../../../../support/testAgency.ts';

describe('given a line that holds figures', () => {
  const REPORT = [{}, { breakdown: 'form=warning' }, { breakdown: 'form=reprimand' }];
  const MISSING =
    'The file lacks 2 figures of "ha-tinh-khoi" for 2024-Q1, which would be gone: members-disciplined (form=warning, person, 2024-Q1); members-disciplined (form=reprimand, person, 2024-Q1). Hand in the whole report; or, if they are to go, say so with --remove-missing ("removesMissing").';
  const correction = { reason: 'CORRECTION', words: 'sai số' };
  const changesOf = (made: Made | string) => (made as Made).lines.map(({ changes }) => changes);
  const held = async () => {
    const running = await givenAgency();
    const send = importing(running);
    const first = await send(REPORT);
    return { running, send, first, moving: createMoving(running) };
  };
  const published = async () => {
    const all = await held();
    await all.moving.make('submit');
    await all.moving.make('approve');
    await all.moving.make('publish');
    return all;
  };

  it('when a file changes some of them and brings others, then their numbers are told', async () => {
    const { send, first } = await held();

    const tried = await send([{ value: '7' }, ...REPORT.slice(1), { indicator: 'gifts', unit: 'gift' }], {
      dryRun: true,
    });

    expect(changesOf(first)).toEqual([
      { added: 3, changed: 0, unchanged: 0, removed: 0, removedFigures: [] },
    ]);
    expect(changesOf(tried)).toEqual([
      { added: 1, changed: 1, unchanged: 2, removed: 0, removedFigures: [] },
    ]);
  });

  it.each([
    ['a draft', held, {}],
    ['what is published', published, { correction }],
  ])(
    'when a file lacks figures of %s, then they are named and nothing is stored',
    async (_what, given, why) => {
      const { running, send } = await given();
      const before = await running.store.head('invented');

      const tried = await send([{ value: '7' }], { ...why, dryRun: true });
      const made = await send([{ value: '7' }], { ...why, key: 'k-2' });

      expect(made).toMatchObject({
        lines: [],
        faults: [{ file: 'quy-1.csv', row: null, code: 'FIGURES_MISSING', message: MISSING }],
      });
      expect(tried).toEqual(made);
      expect(await running.store.head('invented')).toEqual(before);
    },
  );

  it('when it is said that they are to be gone, then they are, and named', async () => {
    const { send, moving } = await published();

    const made = await send([{ value: '7' }], { correction, removesMissing: true, key: 'k-2' });
    const again = await send([{ value: '7' }], { correction, key: 'k-3' });

    const gone = { indicator: 'members-disciplined', time: '2024-Q1', calendar: 'CALENDAR' };
    const inPersons = { ...gone, unit: 'person', setBy: null };
    expect(changesOf(made)).toEqual([
      {
        ...{ added: 0, changed: 1, unchanged: 0, removed: 2 },
        removedFigures: [
          { ...inPersons, breakdown: 'form=warning' },
          { ...inPersons, breakdown: 'form=reprimand' },
        ],
      },
    ]);
    expect(statesOf(again)).toEqual([['ha-tinh-khoi', '2024-Q1', false, true, 'DRAFT']]);
    expect(await moving.outcome('submit')).toBe('SUBMITTED');
  });

  it('when somebody may not write there, then nothing of it is told', async () => {
    const { send } = await held();

    expect(await send([{ value: '7' }], { key: 'k-2' }, APPROVER)).toBe('RIGHT_MISSING');
  });
});
