import { describe, expect, it } from 'vitest';

import { CATALOGUE_LINE } from '../../../subgraphs/_kit/catalogue/catalogueMove.ts';
import { givenMove, headerOfMove, releaseOfNumber } from '../../support/moves.ts';
import { april, lineAt } from '../../support/stores.ts';
import { givenMoveStore, type CreatePlace } from './givenMoveStore.ts';

const agency = 'inspection';
const { organisation, period } = CATALOGUE_LINE;
const OWN_LINE = { agency, organisations: [organisation], periods: [period] };

export function catalogueContract(createPlace: CreatePlace): void {
  describe('given two changes of the catalogue around a release', () => {
    const change = (sequence: number) =>
      givenMove({ ...CATALOGUE_LINE, sequence, kind: 'CATALOGUE', at: april(sequence), key: `k${sequence}` });
    const changes = [change(1), change(3)];
    const store = givenMoveStore(createPlace, [
      change(1),
      givenMove({ sequence: 2, at: april(2) }),
      change(3),
      givenMove({ agency: 'party-building', ...CATALOGUE_LINE, sequence: 1, kind: 'CATALOGUE' }),
    ]);

    it('when the line of the catalogue is read, then they are there in their order and as they were', async () => {
      expect(await store().line({ agency, ...CATALOGUE_LINE }, april(9))).toEqual(changes);
      expect(await store().line({ agency, ...CATALOGUE_LINE }, april(2))).toEqual([changes[0]]);
    });

    it('when the last move of that line is asked for, then it is the last until then', async () => {
      expect(await store().lastMoves(OWN_LINE, april(9))).toEqual([headerOfMove(changes[1]!)]);
      expect(await store().lastMoves(OWN_LINE, april(2))).toEqual([headerOfMove(changes[0]!)]);
    });

    it('when a change is looked for by its key, then it is found', async () => {
      expect(await store().moveWithKey(agency, 'k3')).toEqual(changes[1]);
    });

    it('when figures are asked for, then there are those of the release alone', async () => {
      const [release, ...others] = await store().newestOfAll({ agency }, april(9));
      const headers = await store().headers({ agency }, april(9));

      expect([release, others, headers.length]).toEqual([releaseOfNumber(1, april(2)), [], 1]);
      expect(await store().newestOfLines([{ ...lineAt(april(9)), ...CATALOGUE_LINE }])).toEqual([null]);
      expect(await store().line(lineAt(april(9)), april(9))).toHaveLength(1);
    });
  });
}
