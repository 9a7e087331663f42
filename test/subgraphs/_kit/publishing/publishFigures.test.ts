import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, it } from 'vitest';

import { createKnowledgeClock } from '../../../../subgraphs/_kit/publishing/knowledgeClock.ts';
import { publishFigures } from '../../../../subgraphs/_kit/publishing/publishFigures.ts';
import { givenCatalogue, givenFigures, givenObservation } from '../../../support/given.ts';
import { faultsOf } from '../../../support/refusals.ts';
import { april, lineAt, openStore } from '../../../support/stores.ts';
import { tempFolder } from '../../../support/tempFolder.ts';

const catalogue = givenCatalogue();

/** A folder of figures and an agency that publishes it, each time on the next day of April. */
async function givenFolder(files: Readonly<Record<string, string>>) {
  const store = await openStore();
  const folder = tempFolder();
  let day = 0;
  const write = (name: string, text: string) => writeFileSync(join(folder, name), text);
  for (const [name, text] of Object.entries(files)) write(name, text);
  const publish = () => {
    day += 1;
    const clock = createKnowledgeClock('inspection', store, () => Date.parse(april(day)));
    return publishFigures({ agency: 'inspection', catalogue, store, clock }, folder);
  };
  return { store, folder, write, publish };
}

const everything = { agency: 'inspection' };
const names = (releases: readonly { organisation: string; period: string; number: number }[]) =>
  releases.map(({ organisation, period, number }) => `${organisation} ${period} ${number}`);

describe('given a folder that was never published', () => {
  it('when the agency starts, then each organisation and period has its first release, the latest period last', async () => {
    const { store, publish } = await givenFolder({
      'a.csv': givenFigures({}, { organisation: 'ha-tinh', value: '7' }),
      'b.csv': givenFigures({ period: '2023', time: '2023' }),
    });

    const published = await publish();

    expect(names(published)).toEqual(['ha-tinh-khoi 2023 1', 'ha-tinh-khoi 2024-Q1 1', 'ha-tinh 2024-Q1 1']);
    expect(names(await store.newestOfAll(everything, april(30)))).toEqual([
      'ha-tinh 2024-Q1 1',
      'ha-tinh-khoi 2023 1',
      'ha-tinh-khoi 2024-Q1 1',
    ]);
  });

  it('when the agency starts, then the release has its stamp and figures, and replaces none', async () => {
    const { publish } = await givenFolder({ 'a.csv': givenFigures({}) });

    const [release] = await publish();

    expect(release).toEqual({
      agency: 'inspection',
      organisation: 'ha-tinh-khoi',
      period: '2024-Q1',
      number: 1,
      publishedAt: april(1),
      supersedes: null,
      hash: expect.stringMatching(/^[0-9a-f]{64}$/) as string,
      observations: [givenObservation()],
      correction: null,
      acknowledgements: [],
    });
  });

  it('when it holds other files too, then they are not read', async () => {
    const { publish } = await givenFolder({
      'a.csv': givenFigures({}),
      'source.md': '# Source',
      'b.csv~': 'x',
    });

    const published = await publish();

    expect(names(published)).toEqual(['ha-tinh-khoi 2024-Q1 1']);
  });

  it('when it is empty, then nothing is published', async () => {
    const { publish } = await givenFolder({});

    const published = await publish();

    expect(published).toEqual([]);
  });
});

describe('given a folder that was published', () => {
  it('when the agency starts again, then nothing is published', async () => {
    const { publish } = await givenFolder({ 'a.csv': givenFigures({}) });
    await publish();

    const again = await publish();

    expect(again).toEqual([]);
  });

  it('when rows have changed places only, then nothing is published', async () => {
    const [one, other] = [{}, { breakdown: 'form=warning' }];
    const { write, publish } = await givenFolder({ 'a.csv': givenFigures(one, other) });
    await publish();
    write('a.csv', givenFigures(other, one));

    const again = await publish();

    expect(again).toEqual([]);
  });

  it('when a figure was edited, then number 2 replaces number 1, which is kept', async () => {
    const { store, write, publish } = await givenFolder({ 'a.csv': givenFigures({}) });
    const [first] = await publish();
    write('a.csv', givenFigures({ value: '3' }));

    const [second] = await publish();

    expect(second).toMatchObject({
      number: 2,
      supersedes: 1,
      publishedAt: april(2),
      observations: [{ value: '3' }],
    });
    expect(await store.newestOfLines([lineAt(april(1)), lineAt(april(2))])).toEqual([first, second]);
  });

  it('when one of two lines was edited, then that line alone has a new release', async () => {
    const { write, publish } = await givenFolder({
      'a.csv': givenFigures({}),
      'b.csv': givenFigures({ organisation: 'ha-tinh' }),
    });
    await publish();
    write('b.csv', givenFigures({ organisation: 'ha-tinh', note: 'đính chính' }));

    const again = await publish();

    expect(names(again)).toEqual(['ha-tinh 2024-Q1 2']);
  });

  it('when a file was taken away, then its release stands', async () => {
    const { store, folder, publish } = await givenFolder({ 'a.csv': givenFigures({}) });
    await publish();
    rmSync(join(folder, 'a.csv'));

    const again = await publish();

    expect(again).toEqual([]);
    expect(names(await store.newestOfAll(everything, april(30)))).toEqual(['ha-tinh-khoi 2024-Q1 1']);
  });
});

describe('given a folder with a figure that is not for everyone', () => {
  const files = { 'a.csv': givenFigures({ confidentiality: 'RESTRICTED' }) };

  it('when the agency starts again, then nothing is published, though no hash is like another', async () => {
    const { store, publish } = await givenFolder(files);
    await publish();

    expect(await publish()).toEqual([]);
    expect(await store.headers(everything, april(30))).toHaveLength(1);
  });

  it('when it is opened to everyone, then the next release says so', async () => {
    const { write, publish } = await givenFolder(files);
    await publish();
    write('a.csv', givenFigures({ confidentiality: 'PUBLIC' }));

    const again = await publish();

    expect(again).toMatchObject([{ number: 2, observations: [{ confidentiality: null }] }]);
    expect(await publish()).toEqual([]);
  });
});

describe('given a folder with a faulty file', () => {
  it('when the agency starts, then nothing of the folder is published and all faults are told', async () => {
    const { store, publish } = await givenFolder({
      'a.csv': givenFigures({}),
      'b.csv': givenFigures({ unit: 'VND' }, { value: '1,5' }),
    });

    const refusal: unknown = await publish().catch((error: unknown) => error);

    const faults = faultsOf(() => {
      throw refusal;
    });
    expect(faults.map(({ row, fault }) => `${row ?? '-'} ${fault.code}`)).toEqual([
      '2 UNIT_NOT_OF_INDICATOR',
      '3 DECIMAL_INVALID',
    ]);
    expect(await store.headers(everything, april(30))).toEqual([]);
  });
});
