import { describe, expect, it } from 'vitest';

import { dataOf } from '../../../support/answers.ts';
import { createUpdating, INDICATORS_HEADER, indicatorRow } from '../../../support/catalogueFiles.ts';
import { givenObservation, givenRelease } from '../../../support/given.ts';
import { createMoving } from '../../../support/mutations.ts';
import { april, insertRelease } from '../../../support/stores.ts';
import { serve } from '../../../support/serving.ts';
import { givenAgency, inventedAgency, type RunningAgency } from '../../../support/testAgency.ts';
import { verifyChain } from '../../../../subgraphs/_kit/auditing/verifyChain.ts';
import { createPresenters } from '../../../../subgraphs/_kit/reading/presenters.ts';

const BEFORE = '2024-04-20T12:00:00.000Z';
const AFTER = '2024-04-20T12:00:05.000Z';

const SECTION = `query ($asOf: DateTime!) {
  _entities(representations: [
    { __typename: "Report", organisation: "ha-tinh-khoi", period: "2024-Q1", asOf: $asOf, area: "ha-tinh" }
  ]) { ... on Report { invented { observations { text indicator { code label group { label } } } } } }
}`;
const ENTRY = `query ($asOf: DateTime) { invented {
  indicators(search: "gifts", asOf: $asOf) { label }
  observations(asOf: $asOf) { nodes { indicator { label } } }
  series(indicator: "gifts", organisation: "ha-tinh-khoi", asOf: $asOf) {
    indicator { label } points { observation { text(locale: EN) } }
  }
} }`;

/** Gifts as the invented catalogue has them, by another name. */
const RENAMED = [
  INDICATORS_HEADER,
  indicatorRow('gifts', { units: 'gift;VND', label_vi: 'Tặng phẩm', label_en: 'Presents' }),
];

/** An agency that has published gifts on 2 April and renames them at noon of the 20th; it is five seconds later. */
async function givenRenamed(): Promise<RunningAgency & { readonly told: readonly unknown[] }> {
  const observations = [givenObservation({ indicator: 'gifts', unit: 'gift' })];
  const running = await givenAgency([givenRelease({ observations, publishedAt: april(2) })]);
  const told = [await ask(running, SECTION, BEFORE), await ask(running, ENTRY, BEFORE)];
  await createUpdating(running).update('INDICATORS', RENAMED);
  running.now += 5000;
  return Object.assign(running, { told });
}

const ask = async (running: RunningAgency, query: string, asOf: string | null) =>
  JSON.stringify(dataOf(await running.ask(query, { asOf })));

describe('given an indicator that was renamed after its figures were published', () => {
  it('when it is asked for now, then lists, series and sections have its new name', async () => {
    const running = await givenRenamed();

    for (const asOf of [AFTER, null]) {
      expect(await ask(running, ENTRY, asOf)).toContain('"label":"Tặng phẩm"');
      expect(await ask(running, ENTRY, asOf)).not.toContain('Quà tặng');
    }
    expect(await ask(running, SECTION, AFTER)).toContain('"label":"Tặng phẩm"');
  });

  it('when it is asked for as of a moment before, then the answers are those that were given then, byte for byte', async () => {
    const running = await givenRenamed();

    expect(running.told[0]).toContain('"label":"Quà tặng"');
    // Once the new name is known, too.
    expect(await ask(running, ENTRY, AFTER)).toContain('"label":"Tặng phẩm"');
    expect([await ask(running, SECTION, BEFORE), await ask(running, ENTRY, BEFORE)]).toEqual(running.told);
  });

  it('when its figures are published anew, then the old moment and the new one keep their names', async () => {
    const running = await givenRenamed();
    const observations = [givenObservation({ indicator: 'gifts', unit: 'gift', value: '3' })];
    const publishedAt = '2024-04-20T12:00:04.000Z';
    const release = givenRelease({ number: 2, observations, publishedAt, agency: 'invented' });
    await insertRelease(running.store, release);

    expect(await ask(running, SECTION, AFTER)).toContain('"label":"Tặng phẩm"');
    expect(await ask(running, SECTION, BEFORE)).toBe(running.told[0]);
  });
});

describe('given a served agency whose present a gateway knows', () => {
  it('when an indicator is renamed, then what the gateway has kept counts no more, and it is told the new name', async () => {
    const running = await givenAgency([givenRelease({ publishedAt: april(2) })]);
    const { url } = await serve(running);
    const fetchWith = async (present: string) => {
      const response = await fetch(`${url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-present': present },
        body: JSON.stringify({ query: '{ invented { indicators(search: "gifts") { label } } }' }),
      });
      return { status: response.status, text: await response.text() };
    };
    const known = `${april(2)}/${BEFORE}`;
    expect((await fetchWith(known)).status).toBe(304);

    await createUpdating(running).update('INDICATORS', RENAMED);

    expect(await fetchWith(known)).toMatchObject({
      status: 200,
      text: expect.stringContaining('Tặng phẩm') as unknown,
    });
  });
});

describe('given presenters that have read a catalogue', () => {
  const given = async () => {
    const running = await givenAgency();
    const { catalogue, rules } = inventedAgency();
    const presenters = createPresenters('invented', running.store, { catalogue, rules });
    return { running, presenters, ...createUpdating(running) };
  };

  it('when nothing of it has changed, then there is one presenter for all moments', async () => {
    const { presenters, running } = await given();
    const first = await presenters.at(april(1));
    await insertRelease(running.store, { ...givenRelease(), agency: 'invented' });

    const others = [await presenters.at(april(9)), await presenters.latest()];

    expect(others.every((one) => one === first)).toBe(true);
  });

  it('when another process changes it, then the next moment that is asked for has the change', async () => {
    const { presenters, update } = await given();
    await presenters.at(april(1));

    await update('INDICATORS', RENAMED);

    expect((await presenters.at(april(1))).catalogue.indicators.get('gifts')?.label.EN).toBe('Gifts');
    expect((await presenters.at(april(30))).catalogue.indicators.get('gifts')?.label.EN).toBe('Presents');
    expect((await presenters.latest()).catalogue.indicators.get('gifts')?.label.EN).toBe('Presents');
  });

  it('when many ask at once after a change, then they are given the same presenter', async () => {
    const { presenters, update } = await given();
    await update('INDICATORS', RENAMED);

    const asked = await Promise.all([1, 2, 3, 4].map(() => presenters.latest()));

    expect(new Set(asked).size).toBe(1);
  });

  it('when the store fails once, then the next who asks is answered', async () => {
    const running = await givenAgency();
    const { catalogue, rules } = inventedAgency();
    let fails = true;
    const store: typeof running.store = {
      ...running.store,
      head: (agency) => {
        if (!fails) return running.store.head(agency);
        fails = false;
        return Promise.reject(new Error('gone'));
      },
    };
    const presenters = createPresenters('invented', store, { catalogue, rules });

    await expect(presenters.at(april(1))).rejects.toThrow('gone');
    expect((await presenters.at(april(1))).catalogue).toBe(catalogue);
  });
});

describe('given the log of an agency', () => {
  it('when its catalogue was changed between moves of figures, then the log is sound', async () => {
    const running = await givenAgency();
    await createMoving(running).publish();
    await createUpdating(running).update('INDICATORS', RENAMED);

    expect(await verifyChain(running.store, 'invented')).toMatchObject({ entries: 5, fault: null });
  });

  it('when its catalogue was changed, then the entry is about no organisation and no period', async () => {
    const running = await givenRenamed();

    const { data } = await running.ask(
      '{ invented { auditLog(after: 1) { sequence kind subject role organisation period number words changes } } }',
      {},
      { subject: 'quang', grants: [{ role: 'ADMINISTRATOR', agency: 'invented', organisation: null }] },
    );

    expect(JSON.parse(JSON.stringify(data))).toEqual({
      invented: {
        auditLog: [
          {
            ...{ sequence: 2, kind: 'CATALOGUE', subject: 'quang', role: 'ADMINISTRATOR' },
            ...{ organisation: null, period: null, number: null, words: [] },
            changes: ['indicator changed: gifts'],
          },
        ],
      },
    });
  });
});
