import type { MongoAddress } from './mongoAddress.ts';
import { openMongoMoveStore } from './mongoMoveStore.ts';
import type { MoveStore } from './moveStore.ts';
import { openSqliteMoveStore } from './sqliteMoveStore.ts';

/** Where moves are kept. */
export type StoreSettings =
  /** One file per agency in a folder, made where needed. */
  | { readonly kind: 'sqlite'; readonly folder: string }
  /** One database per agency. */
  | ({ readonly kind: 'mongodb' } & MongoAddress);

/**
 * Opens the store of one agency. A MongoDB server is asked for when the store is first used.
 * @throws STORE_UNAVAILABLE when the embedded store's file cannot be opened or made.
 */
export async function openMoveStore(settings: StoreSettings, agency: string): Promise<MoveStore> {
  return settings.kind === 'sqlite'
    ? openSqliteMoveStore(settings.folder, agency)
    : openMongoMoveStore(settings.uri(), settings.prefix);
}
