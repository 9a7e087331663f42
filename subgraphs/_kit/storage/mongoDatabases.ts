import { MongoClient, type Collection, type MongoClientOptions } from 'mongodb';

import { INDEXES, type AnsweredDocument, type MoveDocument } from './mongoMoveDocument.ts';

/** How long the server may work on one operation, in milliseconds. */
const OPERATION_LIMIT_MS = 5000;

/** What every reading operation is sent with. */
export const LIMITED = { maxTimeMS: OPERATION_LIMIT_MS } as const;

/** How long to look for a server before saying that there is none; a gateway waits for agencies 3000 ms. */
const SELECTION_LIMIT_MS = 2000;

/** How long to wait for an answer: longer than the server may work, so that its own word for slowness comes first. */
const SOCKET_LIMIT_MS = OPERATION_LIMIT_MS + 1000;

/** How every connection is made, whatever address it is made to. */
export const CLIENT_OPTIONS: MongoClientOptions = {
  serverSelectionTimeoutMS: SELECTION_LIMIT_MS,
  connectTimeoutMS: SELECTION_LIMIT_MS,
  socketTimeoutMS: SOCKET_LIMIT_MS,
  waitQueueTimeoutMS: SOCKET_LIMIT_MS,
  // What is acknowledged, and what is read, survives the loss of any one server of a replica set.
  writeConcern: { w: 'majority', journal: true, wtimeoutMS: OPERATION_LIMIT_MS },
  readConcern: { level: 'majority' },
  readPreference: 'primary',
};

/** One agency's collections. */
export interface AgencyCollections {
  readonly moves: Collection<MoveDocument>;
  readonly answered: Collection<AnsweredDocument>;
}

/** The databases of one server or replica set, one per agency: `<prefix>_<agency>`. */
export interface MongoDatabases {
  /** Connects and makes what indexes are missing when asked first, and again when that has failed. */
  collections(agency: string): Promise<AgencyCollections>;
  close(): Promise<void>;
}

/** Nothing is sent before it is needed, so that a server may start later than we do. */
export function openMongoDatabases(uri: string, prefix: string): MongoDatabases {
  const client = new MongoClient(uri, CLIENT_OPTIONS);
  const prepared = new Map<string, Promise<AgencyCollections>>();

  const prepare = async (agency: string): Promise<AgencyCollections> => {
    // By itself the driver connects only once: after a first failure it would stay closed for ever.
    await client.connect();
    const database = client.db(`${prefix}_${agency}`);
    const moves = database.collection<MoveDocument>('moves');
    // One after another: a server that is asked again for several indexes at once may stumble (FerretDB 1.24).
    for (const [keys, options] of INDEXES) await moves.createIndex(keys, options, undefined);
    return { moves, answered: database.collection<AnsweredDocument>('answered') };
  };

  return {
    collections(agency) {
      const known = prepared.get(agency);
      if (known) return known;
      const started = prepare(agency).catch((error: unknown) => {
        prepared.delete(agency);
        throw error;
      });
      prepared.set(agency, started);
      return started;
    },
    close: () => client.close(),
  };
}
