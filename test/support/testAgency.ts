import { copyFileSync } from 'node:fs';
import { join } from 'node:path';

import { graphql, type ExecutionResult } from 'graphql';
import { ObjectType } from 'type-graphql';

import type { ObservationType } from '../../schema/graphql/index.ts';
import type { Principal, Release, Rule } from '../../schema/values/index.ts';
import { defineAgency, Group, Indicator, Section, type Agency } from '../../subgraphs/_kit/index.ts';
import { createContext, type AgencyContext, type AgencyMeans } from '../../subgraphs/_kit/graph/context.ts';
import { createKnowledgeClock } from '../../subgraphs/_kit/publishing/knowledgeClock.ts';
import { createPresenters } from '../../subgraphs/_kit/reading/presenters.ts';
import type { ReleaseStore } from '../../subgraphs/_kit/storage/releaseStore.ts';
import { CATALOGUE_PATH } from './given.ts';
import { openStore, insertRelease } from './stores.ts';
import { tempFolder } from './tempFolder.ts';

@ObjectType('InventedDiscipline')
class Discipline {
  @Indicator('members-disciplined')
  members!: ObservationType | null;

  @Indicator('members-disciplined', { part: { form: 'warning' } })
  warned!: ObservationType | null;

  @Indicator('members-disciplined', { by: ['form'] })
  membersByForm!: ObservationType[];

  @Indicator('members-disciplined', { time: 'previous-year' })
  membersInPreviousYear!: ObservationType | null;
}

@ObjectType('InventedEconomy')
class Economy {
  @Indicator('budget-revenue', { about: 'area' })
  revenue!: ObservationType | null;
}

@ObjectType('InventedSection', { description: 'The part of an invented agency.' })
class InventedSection extends Section {
  @Group(() => Discipline)
  discipline!: Discipline;

  @Group(() => Economy)
  economy!: Economy;
}

const NO_RULES: readonly Rule[] = [];
const invented = new Map<readonly Rule[], Agency>();

/** The agency `invented` with the catalogue of {@link CATALOGUE_PATH}; its schema is built once per list of rules. */
export function inventedAgency(rules = NO_RULES): Agency {
  const known = invented.get(rules);
  if (known) return known;
  const folder = tempFolder();
  copyFileSync(CATALOGUE_PATH, join(folder, 'catalogue.csv'));
  const agency = defineAgency({
    code: 'invented',
    label: { VI: 'Cơ quan giả định', EN: 'Invented agency' },
    folder,
    form: InventedSection,
    rules,
  });
  invented.set(rules, agency);
  return agency;
}

/** The invented agency running on a store: ask it, publish behind its back, and set its clock. */
export interface RunningAgency {
  readonly store: ReleaseStore;
  readonly reading: AgencyMeans;
  now: number;
  /** Asks in the name of a principal; of nobody in particular where left out. */
  readonly ask: (
    query: string,
    variables?: Record<string, unknown>,
    principal?: Principal | null,
  ) => Promise<ExecutionResult>;
}

/**
 * The invented agency with some releases at noon of 20 April 2024. `wrap` may stand between it and its store; it has
 * no rules but those given.
 */
export async function givenAgency(
  releases: readonly Release[] = [],
  wrap: (store: ReleaseStore) => ReleaseStore = (store) => store,
  rules = NO_RULES,
): Promise<RunningAgency> {
  const { schema, catalogue } = inventedAgency(rules);
  const store = await openStore();
  for (const release of releases) await insertRelease(store, { ...release, agency: 'invented' });
  const read = wrap(store);
  const running: RunningAgency = {
    store,
    now: Date.parse('2024-04-20T12:00:00.250Z'),
    reading: {
      agency: 'invented',
      store: read,
      clock: createKnowledgeClock('invented', read, () => running.now),
      presenters: createPresenters('invented', read, { catalogue, rules }),
      now: () => running.now,
    },
    ask: (source, variableValues, principal = null) => {
      const contextValue: AgencyContext = createContext(running.reading, principal);
      return graphql({ schema, source, contextValue, variableValues: variableValues ?? {} });
    },
  };
  return running;
}
