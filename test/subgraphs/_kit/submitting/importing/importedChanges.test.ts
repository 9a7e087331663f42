import { describe, expect, it } from 'vitest';

import { NO_SUBMISSION, type Observation, type Submission } from '../../../../../schema/values/index.ts';
import {
  changesOf,
  missingFaults,
  prepareImport,
} from '../../../../../subgraphs/_kit/submitting/importing/importedChanges.ts';
import { givenObservation, givenSource, Q1 } from '../../../../support/given.ts';

const TOTAL = givenObservation();
const part = (form: string): Observation => givenObservation({ breakdown: { form } });
const lineOf = (standing: readonly Observation[], observations: readonly Observation[]) => ({
  ...{ organisation: 'ha-tinh-khoi', period: Q1, observations, rows: [] },
  changes: changesOf(standing, observations),
});
const draftOf = (observations: readonly Observation[]): Submission => ({
  ...NO_SUBMISSION,
  state: 'DRAFT',
  draft: {
    ...{ state: 'DRAFT', observations, correction: null },
    ...{ acknowledgements: [], authors: [], reasons: [] },
  },
});

describe('given figures that stand, and those of a file', () => {
  it.each<[string, Observation]>([
    ['value', givenObservation({ value: '3' })],
    ['note', givenObservation({ note: 'theo báo cáo' })],
    ['list of parts, which is open now', givenObservation({ openDimensions: ['form'] })],
  ])('when a figure has another %s, then it is changed', (_what, figure) => {
    expect(changesOf([TOTAL], [figure])).toEqual({ added: 0, changed: 1, unchanged: 0, removed: [] });
  });

  it('when a figure is told with its sources in another order, then it is the same', () => {
    const [first, second] = [givenSource(), givenSource({ section: 'B.2' })];
    const before = givenObservation({ sources: [first, second] });
    const after = givenObservation({ sources: [second, first] });

    expect(changesOf([before], [after])).toEqual({ added: 0, changed: 0, unchanged: 1, removed: [] });
  });

  it('when a figure is of another unit, then it is new, and the one before is gone', () => {
    const other = givenObservation({ unit: 'person-time' });

    expect(changesOf([TOTAL], [other])).toEqual({ added: 1, changed: 0, unchanged: 0, removed: [TOTAL] });
  });

  it('when more are gone than are named, then their number is told', () => {
    const parts = Array.from({ length: 12 }, (_, index) => part(`f-${index}`));

    const [missing] = missingFaults('quy-1.csv', [lineOf([TOTAL, ...parts], [TOTAL])]);

    expect(missing?.file).toBe('quy-1.csv');
    expect(missing?.fault.details.figures).toHaveLength(10);
    expect(missing?.fault.message).toContain('(form=f-9, person, 2024-Q1); and 2 more. Hand in');
  });
});

describe('given an import that was judged', () => {
  const command = { kind: 'SAVE', observations: [TOTAL], correction: null } as const;
  const standing = (submission: Submission) => ({
    ...{ submission, moves: [] },
    at: '2024-04-01T00:00:00.000Z' as never,
  });

  it('when what it takes away is what was known then, then it is saved', async () => {
    const prepare = prepareImport(lineOf([TOTAL, part('warning')], [TOTAL]), command);

    expect(await prepare(standing(draftOf([TOTAL, part('warning')])))).toBe(command);
  });

  it('when somebody has put in another figure meanwhile, then it is not taken away', async () => {
    const prepare = prepareImport(lineOf([TOTAL, part('warning')], [TOTAL]), command);
    const meanwhile = draftOf([TOTAL, part('warning'), part('reprimand')]);

    await expect(prepare(standing(meanwhile))).rejects.toThrow(
      'The file lacks 1 figure of "ha-tinh-khoi" for 2024-Q1, which would be gone: members-disciplined (form=reprimand, person, 2024-Q1). Hand in the whole report; or, if it is to go, say so',
    );
  });
});
