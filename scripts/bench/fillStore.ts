import { setImmediate as nextTurn } from 'node:timers/promises';

import { instantOf, type Observation, type Period } from '../../schema/values/index.ts';
import type { Catalogue } from '../../subgraphs/_kit/catalogue/catalogue.ts';
import { sealFigures } from '../../subgraphs/_kit/publishing/sealFigures.ts';
import type { ChainHead, MoveStore } from '../../subgraphs/_kit/storage/moveStore.ts';
import { sealMove } from '../../subgraphs/_kit/submitting/storedMove.ts';
import { givenObservation } from '../../test/support/given.ts';

/** Figures of one release. */
export const FIGURES = 200;

/** What one organisation has: a release and nine corrections for each of ten quarters. */
const QUARTERS = Array.from(
  { length: 10 },
  (_, index) => `${2022 + Math.floor(index / 4)}-Q${(index % 4) + 1}` as Period,
);
const CORRECTIONS = 9;
const PER_ORGANISATION = QUARTERS.length * (CORRECTIONS + 1);

const BEGINNING = Date.parse('2022-01-01T00:00:00Z');

/** Code of an organisation by its place; the first is one of the directory, so that its report can be asked for. */
export const organisationOf = (place: number): string =>
  place === 0 ? 'ha-tinh-khoi' : `organisation-${place}`;

/** Two hundred figures in the words of a catalogue: its indicators for the quarter, then for single months of the past. */
export function figuresOf(
  { indicators }: Catalogue,
  organisation: string,
  period: Period,
  value: number,
): readonly Observation[] {
  const all = [...indicators.values()];
  return Array.from({ length: FIGURES }, (_, index) => {
    const indicator = all[index % all.length];
    const month = Math.floor(index / all.length);
    const time =
      month === 0 ? period : `20${10 + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`;
    return givenObservation({
      ...{ indicator: indicator?.code ?? '', organisation, time, unit: indicator?.units[0] ?? '' },
      value: String(value + index),
    });
  });
}

/** Publishes so many releases of two hundred figures, as a figures folder does. */
export async function fillStore(
  store: MoveStore,
  agency: string,
  catalogue: Catalogue,
  releases: number,
): Promise<void> {
  let head: ChainHead | null = null;
  for (let index = 0; index < releases; index += 1) {
    const organisation = organisationOf(Math.floor(index / PER_ORGANISATION));
    const place = index % PER_ORGANISATION;
    const number = Math.floor(place / QUARTERS.length) + 1;
    const period = QUARTERS[place % QUARTERS.length] ?? ('2022-Q1' as Period);
    const observations = figuresOf(catalogue, organisation, period, index);
    const at = instantOf(BEGINNING + index * 1000);
    const correction = number === 1 ? null : { reason: 'CORRECTION', words: 'counted again' };
    const sealed = sealMove(head, {
      ...{ agency, organisation, period, kind: 'PUBLISH', at, key: null, number, visibleFrom: at },
      body: {
        ...sealFigures(observations),
        supersedes: number > 1 ? number - 1 : null,
        observations,
        correction,
        acknowledgements: [],
        by: { subject: 'figures', role: 'FIGURES_FOLDER' },
        requestId: null,
        fingerprint: '',
      },
    });
    await store.append(sealed);
    head = sealed;
    // The driver's memory is given back between turns of the event loop, of which its promises take none.
    await nextTurn();
  }
}
