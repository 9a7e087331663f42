import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, it } from 'vitest';

import { publishFigures, type SkippedFigures } from '../../../../subgraphs/_kit/publishing/publishFigures.ts';
import { givenCatalogue, givenFigures } from '../../../support/given.ts';
import {
  correcting,
  givenLog,
  moves,
  saving,
  SUBMIT,
  valuesOf,
  WITHDRAW,
} from '../../../support/submitting.ts';
import { tempFolder } from '../../../support/tempFolder.ts';

/** A folder with one value of `ha-tinh-khoi`, and one of its area, that the invented agency publishes. */
async function givenFolder() {
  const log = await givenLog();
  const folder = tempFolder();
  const skipped: SkippedFigures[] = [];
  const onSkipped = (figures: SkippedFigures): void => void skipped.push(figures);
  const publish = async (value: string) => {
    writeFileSync(join(folder, 'a.csv'), givenFigures({ value }, { value, organisation: 'ha-tinh' }));
    const published = await publishFigures({ ...log, catalogue: givenCatalogue(), onSkipped }, folder);
    return published.map(({ organisation, number }) => `${organisation} ${number}`);
  };
  return { log, folder, skipped, publish };
}

describe('given a line that a folder has published', () => {
  it('when nobody has moved in it, then an edited file gives the next release', async () => {
    const { publish } = await givenFolder();
    await publish('2');

    expect(await publish('3')).toEqual(['ha-tinh-khoi 2', 'ha-tinh 2']);
  });

  it.each([
    ['saved a correction', [correcting('5')]],
    ['submitted one', [correcting('5'), SUBMIT]],
    ['withdrawn it', [WITHDRAW]],
  ])(
    'when somebody has %s, then the file does not overwrite their word, and other lines go on',
    async (_what, made) => {
      const { log, publish } = await givenFolder();
      await publish('2');
      await moves(log, ...made);

      expect(await publish('3')).toEqual(['ha-tinh 2']);
    },
  );

  it('when somebody corrects it, then their correction is the next release', async () => {
    const { log, publish } = await givenFolder();
    await publish('2');

    const { submission } = await moves(log, correcting('5'));

    expect(submission).toMatchObject({ state: 'DRAFT', published: 1 });
    expect(valuesOf(submission.draft?.observations)).toEqual(['5']);
  });
});

describe('given a line of which somebody has saved a first draft', () => {
  it('when the folder has figures of it, then they are not published', async () => {
    const { log, publish } = await givenFolder();
    await moves(log, saving('5'));

    expect(await publish('2')).toEqual(['ha-tinh 1']);
  });

  it('when the folder has figures of it in several rows and files, then it is told which are not read, and no others', async () => {
    const { log, folder, skipped, publish } = await givenFolder();
    await moves(log, saving('5'));
    const parts = [{ breakdown: 'form=warning' }, { time: '2023' }];
    writeFileSync(join(folder, 'b.csv'), givenFigures(...parts, { organisation: 'ha-tinh', time: '2023' }));

    await publish('2');

    expect(skipped).toEqual([
      {
        organisation: 'ha-tinh-khoi',
        period: '2024-Q1',
        rows: [expect.stringMatching(/a\.csv: 2$/), expect.stringMatching(/b\.csv: 2-3$/)],
      },
    ]);
  });
});
