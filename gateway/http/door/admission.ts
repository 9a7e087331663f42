import { catalogued } from '../../../schema/errors/index.ts';
import type { DoorSettings } from './doorSettings.ts';

/** A request that was let in. */
export interface Visit {
  /** Waits until it may be worked at; false when it has left before. In the order in which visits ask. */
  work(): Promise<boolean>;
  /** Its work is done: the next one may begin. Its answer may still be on its way. */
  done(): void;
  /** It has gone, answered or not. */
  leave(): void;
}

export interface Admission {
  /**
   * Lets in a request of a person, as long as there is room for it.
   * @throws TOO_MANY_REQUESTS when the person has too many inside, GATEWAY_BUSY when all together are.
   */
  enter(person: string): Visit;
  readonly occupancy: () => Occupancy;
}

/** How many requests are inside now, and what they do there; whoever does neither sends a body or takes an answer. */
export interface Occupancy {
  readonly inside: number;
  readonly atWork: number;
  /** In the queue for work. */
  readonly waiting: number;
}

/** Counts who is inside: what is let in is bounded, and so is all that it holds. */
export function createAdmission({
  requestsAtWork,
  requestsWaiting,
  requestsPerPerson,
}: Pick<DoorSettings, 'requestsAtWork' | 'requestsWaiting' | 'requestsPerPerson'>): Admission {
  const ofPerson = new Map<string, number>();
  /** Those that wait for work, in their order. */
  const waiting = new Set<() => void>();
  let inside = 0;
  let atWork = 0;

  const count = (person: string, change: 1 | -1): void => {
    const left = (ofPerson.get(person) ?? 0) + change;
    inside += change;
    if (left === 0) ofPerson.delete(person);
    else ofPerson.set(person, left);
  };
  const letNextBegin = (): void => {
    const [next] = waiting;
    if (!next || atWork >= requestsAtWork) return;
    waiting.delete(next);
    next();
  };

  const visitOf = (person: string): Visit => {
    let state: 'inside' | 'at work' | 'gone' = 'inside';
    let tell: (begins: boolean) => void = () => undefined;
    const begin = (): void => {
      atWork += 1;
      state = 'at work';
      tell(true);
    };
    const done = (): void => {
      if (state !== 'at work') return;
      atWork -= 1;
      state = 'inside';
      letNextBegin();
    };
    return {
      work: () =>
        new Promise((resolve) => {
          tell = resolve;
          if (state === 'gone') tell(false);
          else waiting.add(begin);
          letNextBegin();
        }),
      done,
      leave() {
        if (state === 'gone') return;
        done();
        state = 'gone';
        if (waiting.delete(begin)) tell(false);
        count(person, -1);
      },
    };
  };

  return {
    occupancy: () => ({ inside, atWork, waiting: waiting.size }),
    enter(person) {
      if ((ofPerson.get(person) ?? 0) >= requestsPerPerson) {
        throw catalogued('TOO_MANY_REQUESTS', { limit: requestsPerPerson });
      }
      if (inside >= requestsAtWork + requestsWaiting) throw catalogued('GATEWAY_BUSY', {});
      count(person, 1);
      return visitOf(person);
    },
  };
}
