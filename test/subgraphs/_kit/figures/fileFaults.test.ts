import { describe, expect, it } from 'vitest';

import { readFigures } from '../../../../subgraphs/_kit/figures/readFigures.ts';
import { givenCatalogue, givenFigures, givenFile } from '../../../support/given.ts';
import { faultLine, faultsOf } from '../../../support/refusals.ts';

const catalogue = givenCatalogue();
const good = givenFigures({});
const [header = '', row = ''] = good.split('\n');
const refusal = (text: string) =>
  faultsOf(() => readFigures([givenFile(text, 'f')], catalogue, 'inspection'));

describe('given a file that is no figures file', () => {
  it.each([
    ['nothing in it', '', ['f - - FILE_EMPTY']],
    ['a header only', header, ['f - - FILE_EMPTY']],
    ['a column missing', good.replace(',unit_multiplier', ''), ['f 1 - COLUMN_MISSING']],
    ['an unknown column', `${header},vallue\n${row},1\n`, ['f 1 - COLUMN_UNKNOWN']],
    ['a column twice', `${header},unit\n${row},person\n`, ['f 1 - COLUMN_REPEATED']],
    ['a row with too few cells', `${good}inspection,gifts\n`, ['f 3 - FILE_NOT_CSV']],
    ['a quote that is not closed', `${good}"inspection,gifts\n`, ['f - - FILE_NOT_CSV']],
  ])('when it has %s, then it is refused whole', (_what, text, expected) => {
    const faults = refusal(text);

    expect(faults.map(faultLine)).toEqual(expected);
  });

  it('when a column is unknown, then the near ones are suggested', () => {
    const [first] = refusal(`${header},vallue\n${row},1\n`);

    expect(first?.fault.message).toBe(
      'Column "vallue" is not known. Did you mean "value"? Remove or rename it.',
    );
  });

  it('when its encoding is broken, then the byte is told', () => {
    const bytes = Buffer.concat([Buffer.from(`${header}\n`), Buffer.from([0xd0, 0x41])]);

    const [first] = faultsOf(() => readFigures([{ name: 'f', bytes }], catalogue, 'inspection'));

    expect(first).toMatchObject({ fault: { code: 'FILE_NOT_UTF8', details: { byte: header.length + 1 } } });
  });

  it('when a file has a short row beside a faulty one, then both are told', () => {
    const faults = refusal(`${givenFigures({ unit: 'VND' })}inspection,gifts\n`);

    expect(faults.map(faultLine)).toEqual(['f 2 unit UNIT_NOT_OF_INDICATOR', 'f 3 - FILE_NOT_CSV']);
  });
});

describe('given several files', () => {
  it('when two are faulty, then the faults of both are told, in the order of the files', () => {
    const files = [
      givenFile(givenFigures({ value: 'x' }), 'b.csv'),
      givenFile(good, 'good.csv'),
      givenFile('', 'a.csv'),
    ];

    const faults = faultsOf(() => readFigures(files, catalogue, 'inspection'));

    expect(faults.map(faultLine)).toEqual(['b.csv 2 value DECIMAL_INVALID', 'a.csv - - FILE_EMPTY']);
  });

  it('when the second contradicts the first, then it is told where the first stands', () => {
    const files = [givenFile(good, 'a.csv'), givenFile(givenFigures({ value: '3' }), 'b.csv')];

    const faults = faultsOf(() => readFigures(files, catalogue, 'inspection'));

    expect(faults).toMatchObject([
      {
        file: 'b.csv',
        row: 2,
        fault: { code: 'OBSERVATION_CONTRADICTED', details: { firstFile: 'a.csv', firstRow: 2 } },
      },
    ]);
  });

  it('when together they have more figures about one line than a release may have, then they are refused', () => {
    const quarters = (from: number) =>
      givenFigures(
        ...Array.from({ length: 5001 }, (_, index) => {
          const day = new Date(Date.UTC(from, 0, 1 + index)).toISOString().slice(0, 10);
          return { time: day };
        }),
      );

    const faults = faultsOf(() =>
      readFigures(
        [givenFile(quarters(1950), 'a.csv'), givenFile(quarters(2000), 'b.csv')],
        catalogue,
        'inspection',
      ),
    );

    expect(faults).toMatchObject([
      { file: 'a.csv', fault: { code: 'RELEASE_TOO_LARGE', details: { size: 10_002, limit: 10_000 } } },
    ]);
  });
});
