import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';

import { AGENCY_CODES } from '../../schema/values/index.ts';
import type { Answer } from '../../test/support/ask.ts';
import { mutationText, type Result } from '../../test/support/mutations.ts';
import { counterOf, COUNTER_TIME, REPORT } from './figures.ts';
import type { ChaosHouse } from './house.ts';
import type { Publications } from './publications.ts';

/** Publishes corrections, each with the next number of its agency's counter. */
export interface Publisher {
  /**
   * Publishes the next correction of an agency; asks again until the agency, which may be killed meanwhile, has answered.
   * @throws Error when it refuses.
   */
  publish(agency: string): Promise<void>;
  /** Whose correction is on its way. */
  busy(): ReadonlySet<string>;
}

type Move = 'correct' | 'submit' | 'approve' | 'publish';

/** An agency that is started again needs some seconds. */
const PAUSE_MS = 200;
const ANSWER_LIMIT_MS = 60_000;

export async function createPublisher(house: ChaosHouse, publications: Publications): Promise<Publisher> {
  const tokens = new Map<string, { readonly officer: string; readonly approver: string }>();
  for (const agency of AGENCY_CODES) {
    const [officer, approver] = [
      await house.tokenOf('OFFICER', agency),
      await house.tokenOf('APPROVER', agency),
    ];
    tokens.set(agency, { officer, approver });
  }
  const values = new Map<string, number>();
  const busy = new Set<string>();

  const make = async (agency: string, move: Move, change: object = {}): Promise<Result> => {
    const { officer = '', approver = '' } = tokens.get(agency) ?? {};
    const prefix = prefixOf(agency);
    const { organisation } = counterOf(agency);
    const variables = { organisation, period: REPORT.period, key: randomUUID(), ...change };
    const token = move === 'correct' || move === 'submit' ? officer : approver;
    const answer = await insist(() => house.askAgency(agency, token, mutationText(move, prefix), variables));
    const made = answer.data?.made as Result | undefined;
    if (!made || made.faults.length > 0) throw new Error(`${agency} refuses to ${move}: ${answer.text}`);
    return made;
  };

  return {
    busy: () => busy,
    async publish(agency) {
      busy.add(agency);
      const value = String((values.get(agency) ?? 0) + 1);
      values.set(agency, Number(value));
      const { checks } = await make(agency, 'correct', {
        ...{ reason: 'LATE_DATA', words: `count ${value}` },
        put: [counted(agency, value)],
      });
      const contradictions = checks?.filter(({ verdict }) => verdict === 'CONFLICT') ?? [];
      const acknowledgements = contradictions.map(({ key }) => ({ check: key, note: 'printed so' }));
      await make(agency, 'submit', { acknowledgements });
      await make(agency, 'approve');
      const acknowledge = publications.begin(Date.now());
      const { release } = await make(agency, 'publish');
      const acknowledgedAt = Date.now();
      if (!release) throw new Error(`${agency} has published nothing.`);
      const { number, publishedAt } = release;
      acknowledge({ agency, value, number, publishedAt: Date.parse(publishedAt), acknowledgedAt });
      busy.delete(agency);
    },
  };
}

function counted(agency: string, value: string): object {
  const { indicator, unit } = counterOf(agency);
  return {
    indicator,
    unit,
    time: COUNTER_TIME,
    value,
    stage: 'FINAL',
    sources: [{ document: 'khoi-2024-q1' }],
  };
}

/** `massOrganisations` is in mutations `MassOrganisations`. */
function prefixOf(agency: string): string {
  const { entry } = counterOf(agency);
  return entry.slice(0, 1).toUpperCase() + entry.slice(1);
}

/** Asks again and again until there is an answer that is not about the store: under one key, so nothing is done twice. */
async function insist(ask: () => Promise<Answer>): Promise<Answer> {
  for (const deadline = Date.now() + ANSWER_LIMIT_MS; ;) {
    try {
      const answer = await ask();
      if (!answer.text.includes('"STORE_UNAVAILABLE"')) return answer;
    } catch (error) {
      if (Date.now() > deadline) throw error;
    }
    await delay(PAUSE_MS);
  }
}
