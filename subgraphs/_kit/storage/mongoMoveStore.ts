import assert from 'node:assert/strict';

import { catalogued } from '../../../schema/errors/index.ts';
import { raiseAnsweredUntil, readAnsweredUntil } from './mongoAnswered.ts';
import {
  LIMITED,
  openMongoDatabases,
  type AgencyCollections,
  type MongoDatabases,
} from './mongoDatabases.ts';
import { isDuplicateKey, withMongoFaults } from './mongoFaults.ts';
import { documentOf, recordOfDocument } from './mongoMoveDocument.ts';
import {
  readHeaders,
  readLastMoves,
  readReleases,
  readStandingOfAll,
  readStandingOfLine,
} from './mongoMoveLists.ts';
import { keyText, moveOf, recordOf } from './moveRecord.ts';
import type { MoveStore } from './moveStore.ts';

/**
 * A store on a MongoDB server or replica set; each agency has a database of its own, `<prefix>_<agency>`. It connects
 * when it is first used. What is appended is acknowledged by the majority of the servers and in their journals.
 */
export function openMongoMoveStore(uri: string, prefix: string): MoveStore {
  return createMongoMoveStore(openMongoDatabases(uri, prefix));
}

function createMongoMoveStore(databases: MongoDatabases): MoveStore {
  /** Works on an agency's collections and says faults in our words. */
  const within = <T>(agency: string, work: (collections: AgencyCollections) => Promise<T>): Promise<T> =>
    withMongoFaults(agency, async () => work(await databases.collections(agency)));

  return {
    async append(move) {
      const document = documentOf(recordOf(move));
      try {
        await within(move.agency, ({ moves }) => moves.insertOne(document));
      } catch (error) {
        if (!isDuplicateKey(error)) throw error;
        throw catalogued('MOVE_CONFLICT', { move: `${move.agency}|${move.sequence}` }, { cause: error });
      }
    },

    head: (agency) =>
      within(agency, async ({ moves }) => {
        const last = await moves.findOne(
          {},
          { ...LIMITED, sort: { _id: -1 }, projection: { at: 1, hash: 1 } },
        );
        return last && { sequence: last._id, at: last.at, hash: last.hash };
      }),

    moveWithKey: (agency, key) =>
      within(agency, async ({ moves }) => {
        const found = await moves.findOne({ uniqueKey: keyText(key) }, LIMITED);
        return found && moveOf(recordOfDocument(found));
      }),

    line: ({ agency, organisation, period }, asOf) =>
      within(agency, async ({ moves }) => {
        const found = moves.find({ organisation, period, at: { $lte: asOf } }, LIMITED).sort({ _id: 1 });
        return (await found.toArray()).map(recordOfDocument).map(moveOf);
      }),

    lastMoves: (filter, asOf) => within(filter.agency, ({ moves }) => readLastMoves(moves, filter, asOf)),

    standingOfLines: (lines) =>
      Promise.all(lines.map((line) => within(line.agency, ({ moves }) => readStandingOfLine(moves, line)))),

    standingOfAll: (filter, asOf) =>
      within(filter.agency, ({ moves }) => readStandingOfAll(moves, filter, asOf)),

    releases: (agency, sequences) => within(agency, ({ moves }) => readReleases(moves, agency, sequences)),

    headers: (filter, asOf) => within(filter.agency, ({ moves }) => readHeaders(moves, filter, asOf)),

    chain: (agency, after, limit) =>
      within(agency, async ({ moves }) => {
        assert(limit > 0, 'MongoDB takes 0 for no limit');
        const found = moves.find({ _id: { $gt: after } }, LIMITED).sort({ _id: 1 });
        return (await found.limit(limit).toArray()).map(recordOfDocument).map(moveOf);
      }),

    answeredUntil: (agency) => within(agency, ({ answered }) => readAnsweredUntil(answered)),

    raiseAnsweredUntil: (agency, instant) =>
      within(agency, ({ answered }) => raiseAnsweredUntil(answered, instant)),

    close: () => databases.close(),
  };
}
