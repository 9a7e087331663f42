import { describe, expect, it } from 'vitest';

import { givenInput } from '../../../../support/inputs.ts';
import { mutationText, mutationVariables } from '../../../../support/mutations.ts';
import { OFFICER } from '../../../../support/people.ts';
import { givenAgency } from '../../../../support/testAgency.ts';

const FAULTS = '{ faults { path code message } furtherFaults }';

/** What is told of so many figures whose numbers are wrong. */
async function faultsOf(count: number, value: string) {
  const { ask } = await givenAgency();
  const observations = Array.from({ length: count }, () => givenInput({ value }));
  const { data, errors } = await ask(
    mutationText('save', 'Invented', FAULTS),
    mutationVariables('save', 'k', { observations }),
    OFFICER,
  );
  expect(errors).toBeUndefined();
  return (
    data as unknown as { made: { faults: { path: string[]; message: string }[]; furtherFaults: number } }
  ).made;
}

describe('given figures of which every one is wrong', () => {
  it.each([
    [100, 100, 0],
    [101, 100, 1],
    [10_001, 100, 9_901],
  ])(
    'when there are %i, then %i faults are told in their order, and that there are %i more',
    async (count, told, further) => {
      const { faults, furtherFaults } = await faultsOf(count, '1,5');

      expect(faults).toHaveLength(told);
      expect(faults.map(({ path }) => path[1])).toEqual(
        Array.from({ length: told }, (_, index) => String(index)),
      );
      expect(furtherFaults).toBe(further);
    },
  );

  it('when a number is a megabyte long, then its fault is not', async () => {
    const { faults } = await faultsOf(1, '9'.repeat(1_000_000) + 'x');

    expect(faults.map(({ message }) => message.length < 400)).toEqual([true]);
  });
});
