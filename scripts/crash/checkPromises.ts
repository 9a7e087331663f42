import { instantOf } from '../../schema/values/index.ts';
import { chainFaultText } from '../../subgraphs/_kit/auditing/chainFault.ts';
import { readChain } from '../../subgraphs/_kit/auditing/readChain.ts';
import { verifyChain } from '../../subgraphs/_kit/auditing/verifyChain.ts';
import { hashObservations } from '../../subgraphs/_kit/publishing/hashObservations.ts';
import type { MoveStore } from '../../subgraphs/_kit/storage/moveStore.ts';
import { createReleaseStore, type ReleaseStore } from '../../subgraphs/_kit/storage/releaseStore.ts';
import { AGENCY, LINES, type Said } from './moverWords.ts';

/** What is in a store after a kill. */
export interface Found {
  readonly moves: number;
  readonly releases: number;
  /** What was promised and is not so, in words; empty where all is. */
  readonly broken: readonly string[];
}

/** Holds a store against all that was said of it. */
export async function checkPromises(store: MoveStore, said: readonly Said[]): Promise<Found> {
  const broken: string[] = [];
  const { fault } = await verifyChain(store, AGENCY, { withKeys: false });
  if (fault) broken.push(chainFaultText(fault));
  const hashes = new Map<number, string>();
  let releases = 0;
  for await (const read of readChain(store, AGENCY)) {
    if (read.kind === 'BROKEN') break;
    hashes.set(read.move.sequence, read.move.hash);
    if (read.move.kind === 'PUBLISH') releases += 1;
  }
  // Every answer is to be what the store holds now.
  const shown = createReleaseStore(store, { bytes: 0 });
  for (const promise of said) {
    if ('sequence' in promise && hashes.get(promise.sequence) !== promise.hash) {
      broken.push(`Move ${promise.sequence} was acknowledged and is not there.`);
    }
    if ('asOf' in promise) broken.push(...(await checkAnswer(shown, promise)));
  }
  broken.push(...(await checkVisible(shown)));
  return { moves: hashes.size, releases, broken };
}

/** The same moment must give the same answer for ever. */
async function checkAnswer(
  store: ReleaseStore,
  { asOf, shown }: Extract<Said, { readonly asOf: string }>,
): Promise<string[]> {
  const found = await store.newestOfLines(LINES.map((line) => ({ ...line, asOf })));
  return found.flatMap((release, index) => {
    const now = release && `${release.number} ${release.hash}`;
    return now === shown[index] ? [] : [`As of ${asOf} it was ${shown[index]}, and is ${now}.`];
  });
}

/** What readers see must be whole. */
async function checkVisible(store: ReleaseStore): Promise<string[]> {
  const asOf = instantOf(Date.now() + 60_000);
  const found = await store.newestOfLines(LINES.map((line) => ({ ...line, asOf })));
  return found
    .filter((release) => release !== null)
    .filter(({ hash, observations }) => hash !== hashObservations(observations))
    .map(({ number }) => `Release ${number} is not what its hash says.`);
}
