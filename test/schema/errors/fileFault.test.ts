import { describe, expect, it } from 'vitest';

import { assertKnown, fault, formatFileFault, RefusedFile } from '../../../schema/errors/index.ts';

const missing = fault('COLUMN_MISSING', { column: 'unit' });
const SENTENCE =
  'Column "unit" is missing. Add it to the header row, even if its cells are empty. [COLUMN_MISSING]';

describe('given a fault in a file', () => {
  it.each([
    ['file', { file: 'a.csv' }, 'a.csv'],
    ['row', { file: 'a.csv', row: 4 }, 'a.csv, row 4'],
    ['cell', { file: 'a.csv', row: 4, column: 'unit' }, 'a.csv, row 4, column "unit"'],
  ])('when it is about a %s, then its line begins with that place', (_what, place, expected) => {
    const line = formatFileFault({ ...place, fault: missing });

    expect(line).toBe(`${expected}: ${SENTENCE}`);
  });

  it('when a file is refused for several, then the message has a line for each', () => {
    const error = new RefusedFile([
      { file: 'a.csv', row: 1, fault: missing },
      { file: 'a.csv', row: 2, column: 'unit', fault: missing },
    ]);

    expect(error.message).toBe(`a.csv, row 1: ${SENTENCE}\na.csv, row 2, column "unit": ${SENTENCE}`);
  });
});

describe('given codes that were checked before', () => {
  const map = new Map([['person', 1]]);

  it('when a known one is looked up, then its entry is given', () => {
    const found = assertKnown(map, 'person');

    expect(found).toBe(1);
  });

  it('when another is looked up, then that is a mistake of the program', () => {
    const lookUp = () => assertKnown(map, 'USD');

    expect(lookUp).toThrow('code "USD" is not in the catalogue that it was checked against');
  });
});
