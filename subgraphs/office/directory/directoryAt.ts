import { catalogued, CataloguedError } from '../../../schema/errors/index.ts';
import { instantMilliseconds, instantOf, type Instant } from '../../../schema/values/index.ts';
import { CLOCK_TOLERANCE_MS, type AgencyContext } from '../../_kit/index.ts';
import { directoryOf } from './directory.ts';
import type { Directory } from './readDirectory.ts';

/**
 * The directory as it was at a moment, or as it is where none is given. Where the store cannot be reached it is told as
 * far as it was read: an office without its store must not take the reports of all agencies away.
 * @throws AS_OF_IN_FUTURE
 */
export async function directoryAt(
  asOf: Instant | null,
  { presenters, clock, now }: Pick<AgencyContext, 'presenters' | 'clock' | 'now'>,
): Promise<Directory> {
  // A moment that is announced must not be one that moves still have to be made before.
  if (asOf !== null && instantMilliseconds(asOf) > now() + CLOCK_TOLERANCE_MS) {
    throw catalogued('AS_OF_IN_FUTURE', { value: asOf, newest: instantOf(now()) });
  }
  try {
    if (asOf === null) return directoryOf(await presenters.latest());
    await clock.announce(asOf);
    return directoryOf(await presenters.at(asOf));
  } catch (error) {
    const isPassing = error instanceof CataloguedError && error.fault.code === 'STORE_UNAVAILABLE';
    if (!isPassing) throw error;
    return directoryOf(await presenters.known(asOf));
  }
}
