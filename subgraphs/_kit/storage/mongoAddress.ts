import { MongoClient } from 'mongodb';

import { CLIENT_OPTIONS } from './mongoDatabases.ts';

/** What names of databases begin with where the address does not say. */
const DEFAULT_PREFIX = 'party_report';

/** An agency's name and an underscore are added; a database's name has at most 63 bytes. */
const PREFIX = /^[A-Za-z0-9_-]{1,40}$/;

/** What an address of a MongoDB server or replica set has to be, without a word of the one that was given. */
export const MONGO_ADDRESS_EXPECTED =
  'an address that begins with mongodb:// or mongodb+srv://, whose path is at most 40 letters, digits, "-" and "_", ' +
  'and that asks for no weaker writes or reads than of the majority';

/** Where databases are, and what their names begin with. */
export interface MongoAddress {
  /** Tells the address with its password; a function, so that neither JSON nor a log spells it out. */
  readonly uri: () => string;
  readonly prefix: string;
}

/** Reads an address; its path is the prefix of the databases. Null where it cannot be used; nothing is connected yet. */
export function readMongoAddress(uri: string): MongoAddress | null {
  const path = /^[^/]*\/\/[^/?]*\/([^?]+)/.exec(uri)?.[1];
  const prefix = path ?? DEFAULT_PREFIX;
  return PREFIX.test(prefix) && isUsable(uri) ? { uri: () => uri, prefix } : null;
}

function isUsable(uri: string): boolean {
  try {
    // The driver lets some options of an address prevail over ours.
    const { writeConcern, readConcern, readPreference } = new MongoClient(uri, CLIENT_OPTIONS).options;
    const isWrittenByMajority = writeConcern.w === 'majority' && writeConcern.journal === true;
    return isWrittenByMajority && readConcern.level === 'majority' && readPreference.mode === 'primary';
  } catch {
    return false;
  }
}
